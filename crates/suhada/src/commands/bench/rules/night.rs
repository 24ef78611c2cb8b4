//! A night's recall: for every patient and every course, the forecast and whether a recall is due.

use super::super::spans::{Spans, rounded};
use super::patients::{Course, Patient};
use crate::clock::Stopwatch;
use crate::commands::bench::memory::peak_kb;
use jiff::civil::Date;
use journey::course::{Counted, CourseQuestion, Evaluated, Forecast, Planned, forecast};
use journey::protocol::Library;
use journey::recall::{self, due_for};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Duration;

/// How many sessions each patient of the night has behind them.
const SESSIONS: usize = 10;
/// The time of one patient in so many is kept.
const SAMPLED: u32 = 10;
/// How many sessions a long history has.
const MANY_SESSIONS: usize = 40;
/// How many patients with a long history are looked at.
const LONG_HISTORIES: u64 = 2_000;

/// Looks at so many patients, one after the other; none is kept.
pub(super) fn pass(library: &Library, patients: u32, today: Date) -> Value {
    let before = peak_kb();
    let (mut deciding, mut sampled) = (Duration::ZERO, Vec::new());
    let (mut courses, mut due) = (0_usize, 0_usize);
    let whole = Stopwatch::start();
    for number in 0..patients {
        let patient = Patient::draw(library, u64::from(number), SESSIONS, today);
        let one = Stopwatch::start();
        due += patient.courses.iter().filter(|course| is_due(library, &patient, course, today)).count();
        let took = one.elapsed();
        deciding += took;
        courses += patient.courses.len();
        if number.is_multiple_of(SAMPLED) {
            sampled.push(took);
        }
    }
    let (seconds, spans) = (deciding.as_secs_f64(), Spans::of(sampled));
    json!({
        "patients": patients, "sessions_each": SESSIONS, "courses": courses, "due": due,
        "seconds": rounded(seconds), "seconds_with_drawing": rounded(whole.elapsed().as_secs_f64()),
        "patients_per_second": (f64::from(patients) / seconds).round(),
        "p50_us": spans.micros(50), "p99_us": spans.micros(99), "samples": spans.count(),
        "peak_kb_before": before, "peak_kb": peak_kb(),
    })
}

/// The forecast of each course of people who have been treated very often.
pub(super) fn forty(library: &Library, today: Date) -> Value {
    let mut each = Vec::new();
    for number in 0..LONG_HISTORIES {
        let patient = Patient::draw(library, number, MANY_SESSIONS, today);
        for course in &patient.courses {
            let one = Stopwatch::start();
            black_box(next(library, &patient, course, today));
            each.push(one.elapsed());
        }
    }
    let spans = Spans::of(each);
    json!({
        "sessions": MANY_SESSIONS, "p50_us": spans.micros(50), "p99_us": spans.micros(99), "samples": spans.count(),
    })
}

fn is_due(library: &Library, patient: &Patient<'_>, course: &Course<'_>, today: Date) -> bool {
    let next = next(library, patient, course, today);
    let Some(last_session) = last(&next.evaluated) else { return false };
    let known = recall::Course {
        indication: course.indication.id.clone(),
        last_session,
        observed: course.observed.clone(),
        earliest: Some(next.earliest),
    };
    black_box(due_for(course.protocol, &known, today)).is_some()
}

/// Nothing is known of what comes next, so everything that could stand in the way does.
fn next(library: &Library, patient: &Patient<'_>, course: &Course<'_>, today: Date) -> Forecast {
    forecast(&CourseQuestion {
        library,
        protocol: course.protocol,
        indication: course.indication,
        history: &patient.history,
        booked: &patient.booked,
        planned: &Planned::default(),
        events: &[],
        screened: None,
        today,
    })
}

/// The last session of this indication, counted or not.
fn last(evaluated: &[Evaluated]) -> Option<Date> {
    let ours = |session: &&Evaluated| !matches!(session.counted, Counted::OtherIndication(_) | Counted::OtherZone);
    evaluated.iter().rev().find(ours).map(|session| session.on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 20);

    #[test]
    fn every_patient_is_looked_at_once_and_one_in_ten_is_sampled() {
        let library = crate::protocols::library(None).unwrap();
        let told = pass(&library, 21, TODAY);
        assert_eq!((told["patients"].as_u64(), told["samples"].as_u64()), (Some(21), Some(3)));
        assert!(told["due"].as_u64() <= told["courses"].as_u64());
    }

    #[test]
    fn two_nights_find_the_same_people_due() {
        let library = crate::protocols::library(None).unwrap();
        assert_eq!(pass(&library, 50, TODAY)["due"], pass(&library, 50, TODAY)["due"]);
    }

    #[test]
    fn some_are_due_and_some_are_not() {
        let library = crate::protocols::library(None).unwrap();
        let told = pass(&library, 300, TODAY);
        let (due, courses) = (told["due"].as_u64().unwrap(), told["courses"].as_u64().unwrap());
        assert!(0 < due && due < courses, "{due} of {courses}");
    }
}
