//! The course at a glance: usual sessions and intervals as a picture and as a table.

use super::Sheet;
use super::healing::longest;
use crate::look::plot::{
    CoursePicture, DataTable, Key, Legend, Maintenance, Range, Session, SessionState, Spoken, Tick,
};
use crate::look::table::{Align, Column, Table};
use crate::site::manner::Manner;
use crate::wording::Wording;
use journey::catalogue::UsualCourse;
use journey::course::{Indication, SessionCount};
use journey::evidence::Evidence;
use journey::period::Period;
use maud::{Markup, Render, html};

/// Days of a month on the axis: a year has twelve of them.
const MONTH: f64 = 365.0 / 12.0;
/// The months that the axis names at most.
const TICKS: u32 = 8;
/// Where sessions would lie closer than this part of the picture, the maintenance is told in words only.
const CROWDED: f64 = 0.1;

/// What the picture shows, in days since the first session.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Outline {
    sessions: u16,
    interval: f64,
    end: f64,
    maintenance: Option<(f64, f64)>,
}

/// The outline of a course; none for a single session without maintenance: there would be nothing to see.
fn outline(usual: UsualCourse, maintenance: Option<(Period, Period)>) -> Option<Outline> {
    let interval = f64::from(usual.interval.rough_days());
    let last = interval * f64::from(usual.sessions.saturating_sub(1));
    let window = maintenance
        .map(|(from, to)| (last + f64::from(from.rough_days()), last + f64::from(to.rough_days())))
        .filter(|(_, to)| usual.sessions < 2 || interval / to >= CROWDED);
    if usual.sessions < 2 && window.is_none() {
        return None;
    }
    let end = window.map_or(last + MONTH, |(_, to)| to + MONTH / 2.0);
    Some(Outline { sessions: usual.sessions, interval, end, maintenance: window })
}

/// A waiting time in words.
fn period(words: Wording, period: Period) -> String {
    match period {
        Period::Days(days) => words.count("site-days", i64::from(days)),
        Period::Months(months) => words.count("site-months", i64::from(months)),
    }
}

/// The usual number of sessions, with the range where there is one.
fn sessions(words: Wording, manner: Manner, count: SessionCount) -> String {
    let usual = manner.times(words, i64::from(count.usual));
    if count.min == count.max {
        return usual;
    }
    let (min, max) = (count.min.to_string(), count.max.to_string());
    words.with("site-sessions-usual", &[("usual", &usual), ("min", &min), ("max", &max)])
}

impl Sheet<'_> {
    /// The usual course of each indication.
    pub(super) fn course(&self) -> Markup {
        let words = self.words();
        let indications: Vec<&Indication> =
            self.protocol.indications.iter().filter(|one| one.sessions.evidence.acts()).collect();
        let mut statements: Vec<&Evidence> =
            indications.iter().flat_map(|one| [&one.sessions.evidence, &one.interval.evidence]).collect();
        let maintenance = self.protocol.maintenance.as_ref().filter(|one| one.evidence.acts());
        statements.extend(maintenance.map(|one| &one.evidence));
        let body = html! {
            @if let Some(first) = indications.first() { (self.picture(first)) }
            @if let Some(first) = indications.first() { p { (self.told_in_a_sentence(first)) } }
            (self.table(&indications))
            @if let Some(one) = maintenance { p { (self.say(&one.says)) } }
            p.hint { (self.told("site-course-note")) }
        };
        self.part(&words.t("site-course"), body, &statements)
    }

    fn table(&self, indications: &[&Indication]) -> Markup {
        let words = self.words();
        let rows: Vec<Vec<Markup>> = indications.iter().map(|one| self.row(one)).collect();
        let labels = [
            words.t("site-indication"),
            self.told("site-sessions"),
            words.t("site-interval"),
            words.t("site-duration"),
        ];
        let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
        Table { caption: &self.told("site-course-caption"), columns: &columns, rows: &rows }.render()
    }

    fn row(&self, one: &Indication) -> Vec<Markup> {
        let words = self.words();
        let (count, usual) = (one.sessions.value, UsualCourse::from(one));
        let days = self.manner().days(usual.interval.rough_days(), usual.sessions);
        let floor = period(words, one.interval.value.floor);
        vec![
            html! { (self.say(&one.name)) },
            html! { (sessions(words, self.manner(), count)) },
            html! { (words.with("site-interval-ideal", &[("ideal", &period(words, usual.interval)), ("floor", &floor)])) },
            html! {
                @if days == 0 { (self.told("site-duration-once")) }
                @else { (self.about(days)) }
            },
        ]
    }

    /// Period and number of sessions of the first indication, in a sentence.
    fn told_in_a_sentence(&self, first: &Indication) -> String {
        let (words, usual) = (self.words(), UsualCourse::from(first));
        let interval = period(words, usual.interval);
        let days = self.manner().days(usual.interval.rough_days(), usual.sessions);
        if days == 0 {
            return words.with("site-course-told-once", &[("interval", &interval)]);
        }
        let (count, duration) = (usual.sessions.to_string(), words.count("site-months", i64::from(days.div_ceil(30))));
        words.with("site-course-told", &[("count", &count), ("interval", &interval), ("duration", &duration)])
    }

    /// A length in whole months, a month begun counting as one.
    fn about(&self, days: u32) -> String {
        let months = self.words().count("site-months", i64::from(days.div_ceil(30)));
        self.words().with("site-duration-about", &[("duration", &months)])
    }

    fn picture(&self, first: &Indication) -> Markup {
        let maintenance = self.protocol.maintenance.as_ref().filter(|one| one.evidence.acts());
        let window = maintenance.map(|one| (one.from, one.to));
        let Some(outline) = outline(UsualCourse::from(first), window) else { return Markup::default() };
        let Some(range) = Range::new(0.0, outline.end) else { return Markup::default() };
        let words = self.words();
        let healing = f64::from(longest(self.protocol).unwrap_or(0));
        let numbers: Vec<String> = (1..=outline.sessions).map(|number| number.to_string()).collect();
        let days = (0..outline.sessions).map(|index| f64::from(index) * outline.interval);
        let sessions: Vec<Session<'_>> = numbers
            .iter()
            .zip(days)
            .map(|(label, day)| Session { day, label, healing_days: healing, state: SessionState::Planned })
            .collect();
        let ticks = ticks(words, outline.end);
        let ticks: Vec<Tick<'_>> = ticks.iter().map(|(at, label)| Tick { at: *at, label }).collect();
        let (title, kept) =
            (words.with("site-course-of", &[("name", self.say(&first.name))]), words.t("site-maintenance"));
        let keys = self.keys(&outline);
        let keys: Vec<(Key, &str)> = keys.iter().map(|(key, word)| (*key, word.as_str())).collect();
        let headings = self.headings();
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        CoursePicture {
            spoken: Spoken { id: "course", title: &title, description: &self.described(first) },
            days: range,
            ticks: &ticks,
            sessions: &sessions,
            maintenance: outline.maintenance.map(|(from, to)| Maintenance { from, to, label: &kept }),
            legend: Legend(&keys),
            data: DataTable { summary: &words.t("site-as-table"), columns: &headings, rows: &self.figures(&sessions) },
        }
        .render()
    }

    fn keys(&self, outline: &Outline) -> Vec<(Key, String)> {
        let words = self.words();
        let mut keys = vec![(Key::Session, self.told("site-key-session"))];
        if longest(self.protocol).is_some() {
            keys.push((Key::Healing, words.t("site-key-healing")));
        }
        if outline.maintenance.is_some() {
            keys.push((Key::Maintenance, words.t("site-maintenance")));
        }
        keys
    }

    fn described(&self, first: &Indication) -> String {
        let (words, usual) = (self.words(), UsualCourse::from(first));
        let count = usual.sessions.to_string();
        self.manner().with(
            words,
            "site-course-described",
            &[("count", &count), ("interval", &period(words, usual.interval))],
        )
    }

    fn headings(&self) -> Vec<String> {
        let words = self.words();
        let healing = longest(self.protocol).map(|_| words.t("site-course-healing"));
        [self.told("site-course-session"), words.t("site-course-day")].into_iter().chain(healing).collect()
    }

    fn figures(&self, sessions: &[Session<'_>]) -> Vec<Vec<String>> {
        let words = self.words();
        let healing = longest(self.protocol).map(|days| words.count("site-days", i64::from(days)));
        let row = |one: &Session<'_>| [one.label.to_owned(), format!("{:.0}", one.day)];
        sessions.iter().map(|one| row(one).into_iter().chain(healing.clone()).collect()).collect()
    }
}

/// The months below the picture, no more than can be read.
fn ticks(words: Wording, end: f64) -> Vec<(f64, String)> {
    let months = (0u32..).take_while(|month| f64::from(*month) * MONTH <= end).count();
    let months = u32::try_from(months).unwrap_or(1);
    let step = months.div_ceil(TICKS).max(1);
    let shown: Vec<u32> = (0..months).step_by(usize::try_from(step).unwrap_or(1)).collect();
    shown
        .iter()
        .map(|month| {
            let number = month.to_string();
            let is_last = shown.last() == Some(month);
            let label = if is_last { words.with("site-tick-months", &[("months", &number)]) } else { number };
            (f64::from(*month) * MONTH, label)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::text::Lang;

    fn usual(sessions: u16, days: u16) -> UsualCourse {
        UsualCourse { sessions, interval: Period::Days(days) }
    }

    #[test]
    fn one_session_without_maintenance_has_no_picture() {
        assert_eq!(outline(usual(1, 120), None), None);
    }

    #[test]
    fn one_session_with_maintenance_shows_the_window() {
        let shown = outline(usual(1, 120), Some((Period::Days(90), Period::Days(120)))).unwrap();
        assert_eq!(shown.maintenance, Some((90.0, 120.0)));
    }

    #[test]
    fn sessions_are_not_crowded_by_a_distant_maintenance() {
        let shown = outline(usual(4, 30), Some((Period::Months(6), Period::Months(12)))).unwrap();
        assert_eq!(shown.maintenance, None);
        assert!((shown.end - (90.0 + MONTH)).abs() < 0.001);
    }

    #[test]
    fn the_axis_names_no_more_months_than_can_be_read() {
        let shown = ticks(Wording(Lang::Ja), 400.0);
        assert!(shown.len() <= 8);
        assert_eq!(shown[0].1, "0");
    }
}
