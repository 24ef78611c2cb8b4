//! Touch-ups, pauses, what counts and what binds.

use super::fixture::{library, library_of, texts_plus, texts_with};
use super::patient::{Patient, booked, past};
use jiff::civil::{Date, date};
use journey::course::{Bearing, Counted, PastSession, Purpose, Release, check_date, considered, forecast, propose};
use journey::protocol::Library;
use journey::screening::{FindingKind, Headline};
use journey::slug::{IndicationId, ProductId, ZoneId};

const TOUCH_UP: &str = "[touch_up]
from = { days = 14 }
to = { days = 28 }
says = { ja = \"追加は医師が判断します。\", en = \"A doctor decides about a touch-up.\" }
source = [\"insert\"]
confidence = \"weak\"";

fn with_touch_up() -> Library {
    library_of(&texts_plus("protocols/toxin/protocol.toml", TOUCH_UP))
}

fn toxin(on: Date) -> PastSession {
    PastSession { product: ProductId::parse("toxin-a").ok(), ..past("toxin", on) }
}

fn touch_up(on: Date) -> PastSession {
    PastSession { purpose: Purpose::TouchUp, ..toxin(on) }
}

/// Had these sessions, and comes for the same product again.
fn treated(sessions: impl IntoIterator<Item = PastSession>) -> Patient {
    let mut patient = Patient::of(with_touch_up()).had(sessions);
    patient.planned.product = ProductId::parse("toxin-a").ok();
    patient
}

#[test]
fn a_touch_up_does_not_count_and_the_interval_runs_from_it() {
    let patient = treated([toxin(date(2026, 1, 5)), touch_up(date(2026, 1, 25))]);
    let forecast = patient.asks("toxin", forecast);
    assert_eq!(forecast.number, 2);
    assert_eq!(forecast.evaluated[1].counted, Counted::TouchUp);
    assert_eq!(forecast.earliest, date(2026, 4, 25));
    assert_eq!(forecast.ideal, date(2026, 5, 5), "four months after the session, not after the touch-up");
}

#[test]
fn a_touch_up_has_its_window_and_is_the_doctors_on_every_day() {
    let mut patient = treated([toxin(date(2026, 3, 25))]);
    let window = patient.asks("toxin", forecast).touch_up.unwrap();
    assert_eq!((window.from, window.to), (date(2026, 4, 8), date(2026, 4, 22)));
    patient.planned.purpose = Purpose::TouchUp;
    let forecast = patient.asks("toxin", forecast);
    assert_eq!((forecast.earliest, forecast.latest), (date(2026, 4, 8), Some(date(2026, 4, 22))));
    assert_eq!(forecast.binding.earliest.unwrap().as_str(), "touch-up");
    let kinds =
        |on| -> Vec<FindingKind> { patient.asks("toxin", |q| check_date(q, on)).iter().map(|f| f.kind).collect() };
    assert!(kinds(date(2026, 4, 7)).contains(&FindingKind::TooEarly));
    assert_eq!(kinds(date(2026, 4, 8)), [FindingKind::TouchUp]);
    assert_eq!(kinds(date(2026, 4, 22)), [FindingKind::TouchUp]);
    assert_eq!(kinds(date(2026, 4, 23)), [FindingKind::TouchUp, FindingKind::Late]);
}

#[test]
fn the_window_of_a_touch_up_closes_after_its_last_day() {
    let ends_on = |day| treated([toxin(day)]).asks("toxin", forecast).touch_up;
    assert!(ends_on(date(2026, 3, 4)).is_some(), "today is the twenty-eighth day");
    assert!(ends_on(date(2026, 3, 3)).is_none());
}

fn with_pause() -> Library {
    let pause = "pause = { after_sessions = 2, wait = { months = 3 }, says = { ja = \"お休みの期間です。\", en = \"Time to pause.\" }, source = [\"trial\"], confidence = \"moderate\" }\n\n[[segment]]\nid = \"numbing\"";
    library_of(&texts_with("protocols/needling/protocol.toml", "\n[[segment]]\nid = \"numbing\"", pause))
}

#[test]
fn after_so_many_sessions_in_a_row_the_next_waits_for_the_pause() {
    let earliest = |days: &[Date]| {
        let history = days.iter().map(|day| past("needling", *day));
        Patient::of(with_pause()).had(history).asks("needling", |q| forecast(q).earliest)
    };
    assert_eq!(earliest(&[date(2026, 3, 20)]), date(2026, 4, 10), "one session waits its interval");
    assert_eq!(earliest(&[date(2026, 2, 20), date(2026, 3, 20)]), date(2026, 6, 20));
    let long_gap = [date(2025, 10, 1), date(2025, 12, 20), date(2026, 3, 20)];
    assert_eq!(earliest(&long_gap), date(2026, 4, 10), "a gap of three months begins a new row");
    let short_gap = [date(2025, 10, 1), date(2025, 12, 21), date(2026, 3, 20)];
    assert_eq!(earliest(&short_gap), date(2026, 6, 20), "a day less does not");
}

#[test]
fn a_session_that_was_too_early_does_not_fill_the_row() {
    let with = |release| {
        let second = PastSession { release, ..past("needling", date(2026, 3, 20)) };
        Patient::of(with_pause()).had([past("needling", date(2026, 3, 10)), second])
    };
    assert_eq!(with(Release::None).asks("needling", forecast).earliest, date(2026, 4, 10));
    let released = with(Release::ByPhysician).asks("needling", forecast);
    assert_eq!(released.earliest, date(2026, 6, 20));
    assert_eq!(released.binding.earliest.unwrap().as_str(), "acne-scars-pause");
}

#[test]
fn a_pause_is_kept_before_and_between_booked_sessions_too() {
    let patient = Patient::of(with_pause())
        .had([past("needling", date(2026, 3, 1))])
        .has_booked([booked("needling", date(2026, 8, 1))]);
    let refused = |on| patient.asks("needling", |q| !check_date(q, on).iter().all(|f| f.headline <= Headline::Caution));
    assert!(!refused(date(2026, 4, 20)), "with the first it makes a row of two");
    assert!(refused(date(2026, 5, 20)), "it would join both rows to one of three");
    assert!(!refused(date(2026, 6, 5)), "with the second it makes a row of two");
}

#[test]
fn every_past_session_says_whether_it_counts_and_why_not() {
    let mut patient = Patient::of(library());
    let zone = |id| vec![ZoneId::parse(id).unwrap()];
    patient.planned.zones = zone("cheek");
    let elsewhere = PastSession { zones: zone("forehead"), ..past("needling", date(2025, 10, 1)) };
    let other = IndicationId::parse("pores").unwrap();
    let for_other = PastSession { indication: Some(other.clone()), ..past("needling", date(2025, 11, 1)) };
    let nameless = PastSession { indication: None, ..past("needling", date(2025, 12, 1)) };
    let patient = patient.had([for_other, elsewhere, nameless, past("needling", date(2026, 1, 1))]);
    let forecast = patient.asks("needling", forecast);
    let counted: Vec<Counted> = forecast.evaluated.into_iter().map(|one| one.counted).collect();
    assert_eq!(
        counted,
        [Counted::OtherZone, Counted::OtherIndication(Some(other)), Counted::OtherIndication(None), Counted::Counts]
    );
    assert_eq!(forecast.number, 2);
}

#[test]
fn the_rule_that_decides_each_day_is_named() {
    let patient = Patient::of(library()).had([past("needling", date(2026, 3, 25)), past("toxin", date(2026, 3, 30))]);
    let course = patient.asks("needling", forecast);
    assert_eq!(course.binding.earliest.unwrap().as_str(), "acne-scars-interval");
    assert_eq!(course.binding.ideal.unwrap().as_str(), "acne-scars-interval");
    let bearing = |rule: &str| course.bounds.iter().find(|bound| bound.rule.as_str() == rule).map(|one| one.bearing);
    assert_eq!(bearing("acne-scars-interval"), Some(Bearing::Binds));
    assert_eq!(bearing("after-toxin"), Some(Bearing::Holds), "14 days after toxin are over first");
    let first = Patient::of(library()).asks("needling", forecast);
    assert_eq!((first.binding.earliest, first.binding.ideal, first.binding.latest), (None, None, None));
}

#[test]
fn what_was_considered_and_is_over_can_be_told() {
    let patient = Patient::of(library()).had([past("needling", date(2026, 1, 5))]);
    let is_over = |bound: &journey::course::Bound| bound.bearing == Bearing::Over;
    assert!(!patient.asks("needling", forecast).bounds.iter().any(is_over));
    let over: Vec<_> = patient.asks("needling", considered).into_iter().filter(is_over).collect();
    assert!(over.iter().any(|bound| bound.date == date(2026, 1, 26) && bound.rule.as_str() == "acne-scars-interval"));
}

#[test]
fn a_proposed_course_keeps_its_pause() {
    let course = Patient::of(with_pause()).asks("needling", |q| propose(q, date(2026, 5, 1)));
    let ideal: Vec<Date> = course.iter().map(|session| session.ideal).collect();
    assert_eq!(ideal, [date(2026, 5, 1), date(2026, 5, 31), date(2026, 8, 31), date(2026, 9, 30)]);
}
