//! What the patient answered, and what lies ahead.

use super::fixture::{answered, library, library_of, of, texts_plus};
use super::patient::{Patient, TODAY, event};
use jiff::civil::{Date, date};
use journey::course::{Because, BoundKind, CourseQuestion, Planned, Screened, check_date, forecast};
use journey::facts::AsOf;
use journey::id::StaffId;
use journey::protocol::Library;
use journey::quantity::HundredthsMm;
use journey::screening::{Activation, FindingKind, Headline, Override, Overrides};
use journey::slug::RuleId;

const DOWNTIME: &str = "[[downtime]]
id = \"before-an-event\"
days = 14
says = { ja = \"大切なご予定の2週間前までをおすすめします。\", en = \"Best two weeks before something important.\" }
confidence = \"house\"

[[downtime]]
id = \"deep-before-an-event\"
depth_mm = { at_least = 1.0 }
days = 28
says = { ja = \"大切なご予定の4週間前までをおすすめします。\", en = \"Best four weeks before something important.\" }
confidence = \"house\"";

fn with_downtime() -> Library {
    library_of(&texts_plus("protocols/needling/protocol.toml", DOWNTIME))
}

fn shallow(on: Date) -> Patient {
    let mut patient = Patient::of(with_downtime());
    patient.planned.depth = Some(HundredthsMm(99));
    patient.events.push(event(on));
    patient
}

#[test]
fn an_event_closes_the_days_before_it_and_its_own() {
    let patient = shallow(date(2026, 5, 1));
    let kinds = |on| -> Vec<FindingKind> {
        patient.asks("needling", |q| check_date(q, on)).iter().map(|finding| finding.kind).collect()
    };
    assert!(kinds(date(2026, 4, 17)).is_empty(), "fourteen days before");
    assert_eq!(kinds(date(2026, 4, 18)), [FindingKind::EventAhead]);
    assert_eq!(kinds(date(2026, 5, 1)), [FindingKind::EventAhead]);
    assert!(kinds(date(2026, 5, 2)).is_empty());
    let bounds = patient.asks("needling", forecast).bounds;
    assert_eq!((bounds[0].kind, bounds[0].date), (BoundKind::ClosedFrom, date(2026, 4, 18)));
    assert_eq!(bounds[0].because_of, Because::Event(event(date(2026, 5, 1))));
}

#[test]
fn deep_or_undecided_needling_keeps_further_from_the_event() {
    let mut patient = shallow(date(2026, 5, 1));
    let is_free = |patient: &Patient| patient.asks("needling", |q| check_date(q, date(2026, 4, 17)).is_empty());
    assert!(is_free(&patient));
    patient.planned.depth = Some(HundredthsMm(100));
    assert!(!is_free(&patient));
    patient.planned.depth = None;
    assert!(!is_free(&patient));
}

#[test]
fn the_earliest_day_passes_over_an_event_that_is_near() {
    let forecast = shallow(date(2026, 4, 10)).asks("needling", forecast);
    assert_eq!(forecast.earliest, date(2026, 4, 11));
    assert_eq!(forecast.binding.earliest.unwrap().as_str(), "before-an-event");
    assert_eq!(shallow(date(2026, 4, 15)).asks("needling", earliest), TODAY);
}

fn earliest(question: &CourseQuestion<'_>) -> Date {
    forecast(question).earliest
}

#[test]
fn a_deferral_that_runs_out_bounds_the_earliest_day() {
    let mut patient = Patient::of(library());
    patient.facts = answered(TODAY, &[("last_isotretinoin", "2025-12-01")]);
    let forecast = patient.asks("needling", forecast);
    assert_eq!(forecast.earliest, date(2026, 6, 1));
    assert_eq!(forecast.binding.earliest.unwrap().as_str(), "recent-isotretinoin");
    assert!(forecast.blocked_by.is_empty());
    let early = patient.asks("needling", |q| check_date(q, date(2026, 5, 31)));
    assert_eq!((early.len(), early[0].kind), (1, FindingKind::Screening));
    assert!(patient.asks("needling", |q| check_date(q, date(2026, 6, 1))).is_empty());
}

#[test]
fn a_contraindication_blocks_every_day_and_is_named() {
    let mut patient = Patient::of(library());
    patient.facts = answered(TODAY, &[("pregnancy", "yes")]);
    let forecast = patient.asks("needling", forecast);
    assert_eq!(forecast.blocked_by.len(), 1);
    assert_eq!(forecast.blocked_by[0].headline, Headline::Contraindicated);
    assert_eq!(forecast.earliest, TODAY);
    let far = patient.asks("needling", |q| check_date(q, date(2027, 4, 1)));
    assert_eq!(far[0].headline, Headline::Contraindicated);
}

#[test]
fn what_nobody_answered_moves_no_date() {
    let patient = Patient::of(library());
    assert_eq!(patient.asks("needling", earliest), TODAY);
}

#[test]
fn a_deferral_until_an_event_is_named_and_moves_no_date() {
    let mut patient = Patient::of(library());
    patient.facts = answered(TODAY, &[("open_wound", "yes"), ("anticoagulants", "yes")]);
    let forecast = patient.asks("needling", forecast);
    let blocking: Vec<&str> = forecast.blocked_by.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(blocking, ["open-wound"], "what a doctor checks on the day blocks no date");
    assert_eq!(forecast.earliest, TODAY);
}

#[test]
fn what_a_physician_set_aside_holds_nothing_up() {
    let (library, facts) = (library(), answered(TODAY, &[("last_isotretinoin", "2025-12-01")]));
    let protocol = of(&library, "needling");
    let earliest = |overrides: &Overrides| {
        let (activation, known) = (Activation::none(), AsOf::new(library.facts(), &facts, TODAY));
        let screened = Screened { known, activation: &activation, overrides };
        let question = CourseQuestion {
            library: &library,
            protocol,
            indication: &protocol.indications[0],
            history: &[],
            booked: &[],
            planned: &Planned::default(),
            events: &[],
            screened: Some(screened),
            today: TODAY,
        };
        forecast(&question).earliest
    };
    assert_eq!(earliest(&Overrides::none()), date(2026, 6, 1), "waiting needs nobody's approval");
    let set_aside = Override {
        rule: RuleId::parse("recent-isotretinoin").unwrap(),
        physician: StaffId::new("018f0000-0000-7000-8000-000000000001".parse().unwrap()),
        reason: "Reviewed".to_owned(),
        at: "2026-04-01T01:00:00Z".parse().unwrap(),
        version: protocol.hash,
    };
    assert_eq!(earliest(&[set_aside].into_iter().collect()), TODAY);
}
