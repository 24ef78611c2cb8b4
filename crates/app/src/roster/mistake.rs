use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use journey::roster::check::{Contradiction, Special, contradictions};
use journey::roster::hours::{Exception, Opening, Weekly};

/// What in a roster contradicts itself, with the lines as they were written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RosterMistake {
    /// The stable word.
    pub code: &'static str,
    /// The line: a day of the week …
    pub weekday: Option<Weekday>,
    /// … or a date.
    pub day: Option<Date>,
    /// The stretches that cannot both be meant.
    pub stretches: Vec<Opening>,
    /// The times that the clock skips, where that is the trouble.
    pub skipped: Option<(DateTime, DateTime)>,
}

/// Everything that contradicts itself in the hours of the house or of a person.
pub(crate) fn mistakes(weekly: &[Weekly], exceptions: &[(Date, Exception)], zone: &TimeZone) -> Vec<RosterMistake> {
    contradictions(weekly, exceptions, zone).iter().map(|found| told(*found, weekly, exceptions)).collect()
}

fn told(found: Contradiction, weekly: &[Weekly], exceptions: &[(Date, Exception)]) -> RosterMistake {
    let row = |place: usize| weekly.get(place);
    let special = |one: Special| match exceptions.get(one.exception).map(|(_, what)| what) {
        Some(Exception::Open(hours)) => hours.get(one.opening).copied(),
        _ => None,
    };
    let day = |place: usize| exceptions.get(place).map(|(day, _)| *day);
    let blank = RosterMistake { code: found.code(), weekday: None, day: None, stretches: Vec::new(), skipped: None };
    match found {
        Contradiction::WeeklyOverlap { first, second } => RosterMistake {
            weekday: row(first).map(|row| row.weekday),
            stretches: [first, second].into_iter().filter_map(row).map(|row| row.opening).collect(),
            ..blank
        },
        Contradiction::ValidityBackwards { row: place } => RosterMistake {
            weekday: row(place).map(|row| row.weekday),
            stretches: row(place).map(|row| row.opening).into_iter().collect(),
            ..blank
        },
        Contradiction::ClosedAndOpen { closed, .. } => RosterMistake { day: day(closed), ..blank },
        Contradiction::SpecialOverlap { first, second } => RosterMistake {
            day: day(first.exception),
            stretches: [first, second].into_iter().filter_map(special).collect(),
            ..blank
        },
        Contradiction::SpecialInGap { special: one, from, until, .. } => RosterMistake {
            day: day(one.exception),
            stretches: special(one).into_iter().collect(),
            skipped: Some((from, until)),
            ..blank
        },
    }
}
