//! Amounts, ranges and lengths of time as each language writes them.

use super::Words;
use crate::period::Period;
use crate::quantity::{Amount, DepthRange};
use crate::recovery::DoseRange;
use std::fmt::Display;

impl Words<'_> {
    /// 28日, or 28 days; 3か月, or 3 months.
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::Days(1) => self.pick("1日", "1 day").to_owned(),
            Period::Days(days) => self.told(format!("{days}日"), format!("{days} days")),
            Period::Months(1) => self.pick("1か月", "1 month").to_owned(),
            Period::Months(months) => self.told(format!("{months}か月"), format!("{months} months")),
        }
    }

    /// Hours up to three days; whole days from then on.
    pub fn hours(&self, hours: u32) -> String {
        match (hours, hours / 24, hours % 24) {
            (1, ..) => self.pick("1時間", "1 hour").to_owned(),
            (_, days @ 3.., 0) => self.told(format!("{days}日"), format!("{days} days")),
            _ => self.told(format!("{hours}時間"), format!("{hours} hours")),
        }
    }

    /// 1.5 mm; 20単位, or 20 U.
    pub fn amount(&self, amount: Amount) -> String {
        let shown = amount.to_string();
        let units = shown.strip_suffix(" U").map(|number| format!("{number}単位"));
        self.told(units.unwrap_or_else(|| shown.clone()), shown)
    }

    /// From the least to the most; up to the most where there is no least.
    pub fn range(&self, min: Option<Amount>, max: Amount) -> String {
        let most = self.amount(max);
        match min.map(|least| self.amount(least)) {
            Some(least) => self.told(format!("{least}〜{most}"), format!("{least} to {most}")),
            None => self.told(format!("{most}以下"), format!("up to {most}")),
        }
    }

    /// A range of depths: from its first to just below its last.
    pub fn depths(&self, range: &DepthRange) -> String {
        self.half_open(range.at_least, range.below)
    }

    /// A range of doses: from its first to just below its last.
    pub fn doses(&self, range: &DoseRange) -> String {
        let units = |units| self.amount(Amount::Units(units));
        self.half_open(range.at_least.map(units), range.below.map(units))
    }

    fn half_open<T: Display>(&self, low: Option<T>, high: Option<T>) -> String {
        let low = low.map(|low| self.told(format!("{low}以上"), format!("at least {low}")));
        let high = high.map(|high| self.told(format!("{high}未満"), format!("below {high}")));
        let both: Vec<String> = low.into_iter().chain(high).collect();
        both.join(self.pick("、", " and "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Measure;
    use crate::text::Lang;

    const EN: Words<'_> = Words::plain(Lang::En);
    const JA: Words<'_> = Words::plain(Lang::Ja);

    #[test]
    fn hours_stay_hours_until_three_whole_days() {
        assert_eq!((EN.hours(1), EN.hours(48), EN.hours(71)), ("1 hour".into(), "48 hours".into(), "71 hours".into()));
        assert_eq!((EN.hours(72), EN.hours(73)), ("3 days".into(), "73 hours".into()));
        assert_eq!(JA.hours(72), "3日");
    }

    #[test]
    fn units_have_their_own_word_in_japanese_and_millimetres_have_not() {
        assert_eq!(JA.amount(Measure::Units.of(2050)), "20.5単位");
        assert_eq!(EN.amount(Measure::Units.of(2050)), "20.5 U");
        assert_eq!(JA.amount(Measure::Depth.of(150)), "1.5 mm");
    }

    #[test]
    fn a_range_without_a_least_goes_up_to_its_most() {
        let (least, most) = (Measure::Depth.of(50), Measure::Depth.of(150));
        assert_eq!(EN.range(Some(least), most), "0.5 mm to 1.5 mm");
        assert_eq!(JA.range(None, most), "1.5 mm以下");
    }
}
