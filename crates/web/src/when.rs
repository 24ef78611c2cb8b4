//! Dates, times and amounts as each language writes them. Times are of the clinic's zone, in 24 hours.

use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use journey::money::Yen;
use journey::text::Lang;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// 2026年11月22日(日), or Sun 22 Nov 2026.
pub(crate) fn date(lang: Lang, day: Date) -> String {
    let weekday = weekday(lang, day.weekday());
    match lang {
        Lang::Ja => format!("{}年{}月{}日({weekday})", day.year(), day.month(), day.day()),
        Lang::En => format!("{weekday} {} {} {}", day.day(), month_name(day), day.year()),
    }
}

/// 11月22日(日), or Sun 22 Nov.
pub(crate) fn short_date(lang: Lang, day: Date) -> String {
    let weekday = weekday(lang, day.weekday());
    match lang {
        Lang::Ja => format!("{}月{}日({weekday})", day.month(), day.day()),
        Lang::En => format!("{weekday} {} {}", day.day(), month_name(day)),
    }
}

/// 2026年11月, or Nov 2026.
pub(crate) fn month(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Ja => format!("{}年{}月", day.year(), day.month()),
        Lang::En => format!("{} {}", month_name(day), day.year()),
    }
}

/// 日, or Sun.
pub(crate) const fn weekday(lang: Lang, day: Weekday) -> &'static str {
    match (lang, day) {
        (Lang::Ja, Weekday::Monday) => "月",
        (Lang::Ja, Weekday::Tuesday) => "火",
        (Lang::Ja, Weekday::Wednesday) => "水",
        (Lang::Ja, Weekday::Thursday) => "木",
        (Lang::Ja, Weekday::Friday) => "金",
        (Lang::Ja, Weekday::Saturday) => "土",
        (Lang::Ja, Weekday::Sunday) => "日",
        (Lang::En, Weekday::Monday) => "Mon",
        (Lang::En, Weekday::Tuesday) => "Tue",
        (Lang::En, Weekday::Wednesday) => "Wed",
        (Lang::En, Weekday::Thursday) => "Thu",
        (Lang::En, Weekday::Friday) => "Fri",
        (Lang::En, Weekday::Saturday) => "Sat",
        (Lang::En, Weekday::Sunday) => "Sun",
    }
}

fn month_name(day: Date) -> &'static str {
    MONTHS[usize::try_from(day.month() - 1).unwrap_or(0)]
}

/// 14:20.
pub(crate) fn time(zone: &TimeZone, at: Timestamp) -> String {
    let local = at.to_zoned(zone.clone());
    format!("{}:{:02}", local.hour(), local.minute())
}

/// 2026年11月22日(日) 14:20.
pub(crate) fn moment(lang: Lang, zone: &TimeZone, at: Timestamp) -> String {
    format!("{} {}", date(lang, at.to_zoned(zone.clone()).date()), time(zone, at))
}

/// 33,000円(税込), or ¥33,000 incl. tax.
pub(crate) fn yen(lang: Lang, amount: Yen) -> String {
    match lang {
        Lang::Ja => format!("{}円(税込)", grouped(amount.0)),
        Lang::En => format!("¥{} incl. tax", grouped(amount.0)),
    }
}

/// 33,000.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if number < 0 { format!("−{shown}") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn a_date_is_written_as_each_language_writes_it() {
        assert_eq!(date(Lang::Ja, day(2026, 11, 22)), "2026年11月22日(日)");
        assert_eq!(date(Lang::En, day(2026, 11, 22)), "Sun 22 Nov 2026");
    }

    #[test]
    fn amounts_are_grouped_by_thousands_and_say_that_tax_is_in_them() {
        assert_eq!(yen(Lang::Ja, Yen(33_000)), "33,000円(税込)");
        assert_eq!(yen(Lang::En, Yen(1_234_567)), "¥1,234,567 incl. tax");
        assert_eq!([grouped(0), grouped(999), grouped(1000), grouped(-5000)], ["0", "999", "1,000", "−5,000"]);
    }
}
