//! What holds of dates whatever a patient had, booked and answered.

use super::fixture::{library_of, texts};
use super::patient::{Patient, TODAY, booked, event, past};
use jiff::ToSpan;
use jiff::civil::Date;
use journey::course::{Purpose, Release, check_date, closed_days, forecast};
use journey::facts::FactValue;
use journey::period::Period;
use journey::protocol::Library;
use journey::quantity::HundredthsMm;
use journey::screening::Headline;
use journey::slug::{FactId, ProductId};
use proptest::prelude::*;

/// The small library with a pause, a touch-up and downtime.
fn library() -> Library {
    let mut texts = texts();
    let (needling, toxin) = ("protocols/needling/protocol.toml", "protocols/toxin/protocol.toml");
    let numbing = "\n[[segment]]\nid = \"numbing\"";
    let pause = "pause = { after_sessions = 2, wait = { days = 70 }, says = { ja = \"休み\", en = \"Pause\" }, confidence = \"house\" }";
    let with_pause = texts[needling].replacen(numbing, &format!("{pause}\n{numbing}"), 1);
    let downtime =
        "[[downtime]]\nid = \"event\"\ndays = 10\nsays = { ja = \"予定\", en = \"Ahead\" }\nconfidence = \"house\"\n";
    texts.insert(needling.to_owned(), format!("{with_pause}\n{downtime}"));
    let touch_up = "[touch_up]\nfrom = { days = 14 }\nto = { days = 28 }\nsays = { ja = \"追加\", en = \"Again\" }\nconfidence = \"house\"\n";
    let with_touch_up = format!("{}\n{touch_up}", texts[toxin]);
    texts.insert(toxin.to_owned(), with_touch_up);
    library_of(&texts)
}

/// A session at so many days from today.
#[derive(Clone, Debug)]
struct Visit {
    needling: bool,
    at: i32,
    depth: Option<u32>,
    product: Option<bool>,
    released: bool,
    touch_up: bool,
}

fn visit() -> impl Strategy<Value = Visit> {
    let parts = (any::<bool>(), -200i32..200, proptest::option::of(20u32..200), any::<Option<bool>>());
    (parts, any::<bool>(), 0u8..4).prop_map(|((needling, at, depth, product), released, kind)| Visit {
        needling,
        at,
        depth,
        product,
        released,
        touch_up: kind == 0 && !needling,
    })
}

fn day(at: i32) -> Date {
    TODAY.saturating_add(i64::from(at).days())
}

fn patient(visits: &[Visit]) -> Patient {
    let mut patient = Patient::of(library());
    visits.iter().for_each(|visit| add(&mut patient, visit));
    patient
}

fn add(patient: &mut Patient, visit: &Visit) {
    let name = if visit.needling { "needling" } else { "toxin" };
    let product = visit.product.and_then(|a| ProductId::parse(if a { "toxin-a" } else { "toxin-b" }).ok());
    let purpose = if visit.touch_up { Purpose::TouchUp } else { Purpose::Course };
    if visit.at < 0 {
        let mut session = past(name, day(visit.at));
        session.depth = visit.depth.map(HundredthsMm);
        session.release = if visit.released { Release::ByPhysician } else { Release::None };
        (session.product, session.purpose) = (product, purpose);
        patient.history.push(session);
    } else {
        let mut session = booked(name, day(visit.at));
        (session.product, session.purpose) = (product, purpose);
        patient.booked.push(session);
    }
}

fn earliest(patient: &Patient, id: &str) -> Date {
    patient.asks(id, |question| forecast(question).earliest)
}

fn is_refused(patient: &Patient, id: &str, on: Date) -> bool {
    patient.asks(id, |question| check_date(question, on).iter().any(|finding| finding.headline > Headline::Caution))
}

fn visits() -> impl Strategy<Value = Vec<Visit>> {
    proptest::collection::vec(visit(), 0..7)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_proposed_day_is_refused_and_every_day_before_it_is(
        visits in visits(),
        wedding in proptest::option::of(0i32..60),
        isotretinoin in proptest::option::of(0i32..300),
    ) {
        let mut patient = patient(&visits);
        patient.events.extend(wedding.map(|at| event(day(at))));
        if let Some(ago) = isotretinoin {
            patient.facts.set(FactId::parse("last_isotretinoin").unwrap(), FactValue::Date(day(-ago)), TODAY);
        }
        for id in ["needling", "toxin"] {
            let window = patient.asks(id, forecast);
            prop_assert!(!is_refused(&patient, id, window.earliest));
            prop_assert!(!is_refused(&patient, id, window.ideal));
            let before = TODAY.series(1.day()).take_while(|on| *on < window.earliest);
            for on in before {
                prop_assert!(is_refused(&patient, id, on), "{} is open before {}", on, window.earliest);
            }
        }
    }

    #[test]
    fn the_days_thought_through_at_once_are_closed_as_each_of_them_is(
        visits in visits(),
        wedding in proptest::option::of(0i32..60),
        isotretinoin in proptest::option::of(0i32..300),
    ) {
        let mut patient = patient(&visits);
        patient.events.extend(wedding.map(|at| event(day(at))));
        if let Some(ago) = isotretinoin {
            patient.facts.set(FactId::parse("last_isotretinoin").unwrap(), FactValue::Date(day(-ago)), TODAY);
        }
        for id in ["needling", "toxin"] {
            let closed = patient.asks(id, |question| closed_days(question, TODAY, 120));
            let each: Vec<bool> = TODAY.series(1.day()).take(120).map(|on| is_refused(&patient, id, on)).collect();
            prop_assert_eq!(closed, each);
        }
    }

    #[test]
    fn one_more_session_never_makes_the_earliest_day_earlier(visits in visits(), more in visit()) {
        let mut patient = patient(&visits);
        let before = ["needling", "toxin"].map(|id| earliest(&patient, id));
        add(&mut patient, &more);
        let after = ["needling", "toxin"].map(|id| earliest(&patient, id));
        prop_assert!(before[0] <= after[0] && before[1] <= after[1], "{:?} {:?}", before, after);
    }

    #[test]
    fn whole_weeks_later_everything_is_whole_weeks_later(visits in visits(), weeks in -60i32..60) {
        let mut library = library();
        let in_days = |period: &mut Period| if let Period::Months(months) = *period { *period = Period::Days(months * 30) };
        for protocol in library.protocols.values_mut() {
            protocol.spacing.iter_mut().for_each(|rule| in_days(&mut rule.wait));
            for interval in protocol.indications.iter_mut().map(|one| &mut one.interval.value) {
                in_days(&mut interval.floor);
                in_days(&mut interval.ideal);
            }
        }
        let mut now = Patient { library, ..patient(&visits) };
        let shifted = |on: Date| on.saturating_add(i64::from(weeks * 7).days());
        let before = now.asks("needling", forecast);
        now.history.iter_mut().for_each(|session| session.on = shifted(session.on));
        now.booked.iter_mut().for_each(|session| session.on = shifted(session.on));
        let after = now.asks_on("needling", shifted(TODAY), forecast);
        prop_assert_eq!(shifted(before.earliest), after.earliest);
        prop_assert_eq!(shifted(before.ideal), after.ideal);
        prop_assert_eq!(before.latest.map(shifted), after.latest);
        prop_assert_eq!((before.number, before.binding), (after.number, after.binding));
    }

    #[test]
    fn a_wait_of_months_is_over_on_the_day_that_the_period_names(at in -1500i32..0) {
        let product = ProductId::parse("toxin-a").ok();
        let mut last = past("toxin", day(at));
        last.product.clone_from(&product);
        let mut patient = Patient::of(library()).had([last]);
        patient.planned.product = product;
        prop_assert_eq!(earliest(&patient, "toxin"), Period::Months(3).after(day(at)).max(TODAY));
    }

    #[test]
    fn a_wait_holds_before_a_booked_session_as_it_does_after_a_past_one(at in 60i32..120, near in -40i32..40) {
        let on = day(at + near);
        let ahead = Patient::of(library()).has_booked([booked("needling", day(at))]);
        let behind = Patient::of(library()).has_booked([booked("needling", day(at + 2 * near))]);
        let too_near = near.abs() < 28;
        prop_assert_eq!(is_refused(&ahead, "needling", on), too_near, "unknown depth waits 28 days");
        prop_assert_eq!(is_refused(&behind, "needling", on), too_near);
    }
}
