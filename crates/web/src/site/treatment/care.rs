use super::Sheet;
use crate::look::table::{Align, Column, Table};
use crate::wording::Wording;
use journey::catalogue::{Aftercare, CareEnd, HoursSince, Since};
use journey::evidence::Evidence;
use maud::{Markup, Render, html};

/// Up to this many hours a time is told in hours.
const IN_HOURS: u32 = 48;

/// Hours, whole days or months, as people say it.
fn length(words: Wording, since: Since) -> String {
    let hours = match since {
        Since::Months { months } => return words.count("site-months", i64::from(months)),
        Since::Hours(HoursSince(hours)) => hours,
    };
    if hours > IN_HOURS && hours.is_multiple_of(24) {
        words.count("site-days", i64::from(hours / 24))
    } else {
        words.count("site-hours-count", i64::from(hours))
    }
}

/// From when until when something holds.
fn span(words: Wording, care: &Aftercare) -> String {
    let until = match &care.until {
        Some(CareEnd::Event { event }) => {
            return event.get(words.lang()).to_owned();
        }
        Some(CareEnd::At(until)) => Some(*until),
        None => None,
    };
    match (care.from, until) {
        (Some(from), Some(until)) => {
            words.with("site-care-between", &[("from", &length(words, from)), ("until", &length(words, until))])
        }
        (None, Some(until)) => words.with("site-care-until", &[("until", &length(words, until))]),
        (Some(from), None) => words.with("site-care-from", &[("from", &length(words, from))]),
        (None, None) => words.t("site-care-always"),
    }
}

impl Sheet<'_> {
    /// What to do afterwards, and for how long.
    pub(super) fn aftercare(&self) -> Markup {
        let words = self.words();
        let tasks: Vec<&Aftercare> =
            self.protocol.catalogue.aftercare.iter().filter(|care| care.evidence.acts()).collect();
        if tasks.is_empty() {
            return Markup::default();
        }
        let statements: Vec<&Evidence> = tasks.iter().map(|care| &care.evidence).collect();
        let rows: Vec<Vec<Markup>> =
            tasks.iter().map(|care| vec![html! { (self.say(&care.says)) }, html! { (span(words, care)) }]).collect();
        let (what, how_long) = (words.t("site-care-what"), words.t("site-care-when"));
        let columns = [Column { label: &what, align: Align::Start }, Column { label: &how_long, align: Align::Start }];
        let caption = self.told("site-care-caption");
        let table = Table { caption: &caption, columns: &columns, rows: &rows };
        self.part(&self.told("site-care"), html! { div.care { (table.render()) } }, &statements)
    }

    /// What else there is, doing nothing included.
    pub(super) fn alternatives(&self) -> Markup {
        html! {
            section {
                h2 { (self.words().t("site-alternatives")) }
                ul { @for other in &self.protocol.catalogue.alternatives { li { (self.say(other)) } } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::text::Lang;

    fn hours(hours: u32) -> Since {
        Since::Hours(HoursSince(hours))
    }

    #[test]
    fn two_days_are_told_in_hours_and_three_in_days() {
        let words = Wording(Lang::En);
        assert_eq!(length(words, hours(48)), "48 hours");
        assert_eq!(length(words, hours(72)), "3 days");
        assert_eq!(length(words, hours(73)), "73 hours");
        assert_eq!(length(words, Since::Months { months: 3 }), "3 months");
    }
}
