//! How soon one session may follow another.

use super::gap;
use super::history::{CourseQuestion, PastSession};
use super::hold::first_free;
use jiff::ToSpan;
use jiff::civil::Date;

/// The first day on which the session that is asked about may follow `first`, whatever else was done or is booked.
///
/// The day of `first` itself only where a rule speaks of one common day and lets `first` go first: where no rule
/// speaks, nobody has said that both may be done on one day.
pub fn may_follow(question: &CourseQuestion<'_>, first: &PastSession) -> Date {
    let alone = CourseQuestion {
        history: std::slice::from_ref(first),
        booked: &[],
        events: &[],
        screened: None,
        today: first.on,
        ..*question
    };
    let holds = gap::holds(&alone);
    let day = first_free(&holds, first.on).day;
    let in_order = holds.iter().any(|hold| hold.lets_the_other_go_first(first.on))
        && !holds.iter().any(|hold| hold.wants_to_go_first(first.on));
    if day > first.on || in_order { day } else { first_free(&holds, first.on.saturating_add(1.day())).day }
}
