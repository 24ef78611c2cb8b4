use super::fixture::{library, of};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use journey::course::{
    BookedSession, BoundKind, Counted, CourseQuestion, PastSession, Planned, Purpose, Release, Treated, check_date,
    forecast, propose,
};
use journey::protocol::Library;
use journey::quantity::HundredthsMm;
use journey::screening::{FindingKind, Headline, OverrideBy, Until};
use journey::slug::{GroupId, IndicationId, ProductId, ProtocolId};
use proptest::prelude::*;

fn treated(id: &str) -> Treated {
    Treated::Protocol(ProtocolId::parse(id).unwrap())
}

fn past(id: &str, on: Date) -> PastSession {
    let indication = if id == "needling" { "acne-scars" } else { "frown-lines" };
    PastSession {
        treated: treated(id),
        on,
        indication: Some(IndicationId::parse(indication).unwrap()),
        zones: Vec::new(),
        product: None,
        depth: Some(HundredthsMm(50)),
        doses: Vec::new(),
        release: Release::None,
        purpose: Purpose::Course,
    }
}

fn booked(id: &str, on: Date) -> BookedSession {
    let PastSession { treated, indication, .. } = past(id, on);
    BookedSession { treated, on, indication, zones: Vec::new(), product: None, purpose: Purpose::Course }
}

/// A patient with a history, asked about on 1 April 2026.
struct Patient {
    library: Library,
    history: Vec<PastSession>,
    booked: Vec<BookedSession>,
    planned: Planned,
}

impl Patient {
    fn with(history: Vec<PastSession>, booked: Vec<BookedSession>) -> Self {
        Self { library: library(), history, booked, planned: Planned::default() }
    }

    fn asks<T>(&self, id: &str, answer: impl Fn(&CourseQuestion<'_>) -> T) -> T {
        let protocol = of(&self.library, id);
        answer(&CourseQuestion {
            library: &self.library,
            protocol,
            indication: &protocol.indications[0],
            history: &self.history,
            booked: &self.booked,
            planned: &self.planned,
            events: &[],
            screened: None,
            today: date(2026, 4, 1),
        })
    }
}

#[test]
fn a_first_session_may_be_today() {
    let forecast = Patient::with(vec![], vec![]).asks("needling", forecast);
    assert_eq!((forecast.number, forecast.earliest, forecast.latest), (1, date(2026, 4, 1), None));
    assert!(forecast.bounds.is_empty());
}

#[test]
fn the_next_session_has_an_earliest_an_ideal_and_a_latest_day() {
    let forecast = Patient::with(vec![past("needling", date(2026, 3, 25))], vec![]).asks("needling", forecast);
    assert_eq!(forecast.number, 2);
    assert_eq!(forecast.earliest, date(2026, 4, 15));
    assert_eq!(forecast.ideal, date(2026, 4, 24));
    assert_eq!(forecast.latest, Some(date(2026, 5, 24)));
    let kinds: Vec<BoundKind> = forecast.bounds.iter().map(|bound| bound.kind).collect();
    assert_eq!(kinds, [BoundKind::NotBefore, BoundKind::Ideal, BoundKind::Latest]);
}

#[test]
fn a_second_session_within_three_weeks_is_the_doctors_until_the_day_that_needs_nobody() {
    let patient = Patient::with(vec![past("needling", date(2026, 3, 25))], vec![]);
    let early = patient.asks("needling", |q| check_date(q, date(2026, 4, 14)));
    assert_eq!(early.len(), 1);
    assert_eq!((early[0].kind, early[0].headline), (FindingKind::TooEarly, Headline::NeedsDoctor));
    assert_eq!(early[0].until, Some(Until::Date(date(2026, 4, 15))));
    assert!(patient.asks("needling", |q| check_date(q, date(2026, 4, 15))).is_empty());
}

#[test]
fn a_deep_session_or_one_of_unknown_depth_waits_longer() {
    let after = |depth| {
        let session = PastSession { depth, ..past("needling", date(2026, 3, 25)) };
        Patient::with(vec![session], vec![]).asks("needling", forecast).earliest
    };
    assert_eq!(after(Some(HundredthsMm(99))), date(2026, 4, 15));
    assert_eq!(after(Some(HundredthsMm(100))), date(2026, 4, 22));
    assert_eq!(after(None), date(2026, 4, 22));
}

#[test]
fn later_than_the_course_wants_is_a_caution() {
    let patient = Patient::with(vec![past("needling", date(2026, 3, 25))], vec![]);
    assert!(patient.asks("needling", |q| check_date(q, date(2026, 5, 24))).is_empty());
    let late = patient.asks("needling", |q| check_date(q, date(2026, 5, 25)));
    assert_eq!((late[0].kind, late[0].headline), (FindingKind::Late, Headline::Caution));
}

#[test]
fn a_session_that_was_too_early_does_not_count_unless_a_physician_released_it() {
    let second = |release| PastSession { release, ..past("needling", date(2026, 3, 20)) };
    let counted = |release| {
        let history = vec![past("needling", date(2026, 3, 1)), second(release)];
        Patient::with(history, vec![]).asks("needling", forecast)
    };
    let early = counted(Release::None);
    assert_eq!(early.evaluated[1].counted, Counted::TooEarly { valid_from: date(2026, 3, 22) });
    assert_eq!((early.number, early.earliest), (2, date(2026, 4, 10)), "skin recovers from both");
    assert_eq!(counted(Release::ByPhysician).number, 3);
}

#[test]
fn needling_waits_two_weeks_after_toxin_and_may_share_its_day_if_it_goes_first() {
    let patient = Patient::with(vec![], vec![booked("toxin", date(2026, 4, 10))]);
    let check = |on| patient.asks("needling", |q| check_date(q, on));
    assert!(check(date(2026, 4, 9)).is_empty());
    let same_day = check(date(2026, 4, 10));
    assert!(same_day.iter().all(|f| (f.kind, f.headline) == (FindingKind::SameDayOrder, Headline::Caution)));
    assert_eq!(check(date(2026, 4, 23))[0].until, Some(Until::Date(date(2026, 4, 24))));
    assert!(check(date(2026, 4, 24)).is_empty());
}

#[test]
fn the_booked_future_and_the_other_protocols_rules_bind_as_well() {
    let patient = Patient::with(vec![], vec![booked("needling", date(2026, 4, 20))]);
    let check = |on| patient.asks("toxin", |q| check_date(q, on));
    assert!(check(date(2026, 4, 6)).is_empty(), "fourteen days before");
    let near = check(date(2026, 4, 7));
    assert_eq!(near[0].rule.as_str(), "after-toxin", "the rule stands in the other protocol");
    assert_eq!(near[0].until, Some(Until::Date(date(2026, 4, 20))), "the same day is open again");
    let forecast = patient.asks("toxin", forecast);
    let closed: Vec<_> = forecast.bounds.iter().filter(|b| b.kind == BoundKind::ClosedFrom).collect();
    assert!(closed.iter().any(|bound| bound.date == date(2026, 4, 7)));
}

#[test]
fn three_months_after_toxin_is_the_later_of_the_calendar_day_and_ninety_days() {
    let product = ProductId::parse("toxin-a").ok();
    let last = PastSession { product: product.clone(), ..past("toxin", date(2026, 2, 1)) };
    let mut patient = Patient::with(vec![last], vec![]);
    patient.planned.product = product;
    assert_eq!(patient.asks("toxin", forecast).earliest, date(2026, 5, 2));
}

#[test]
fn toxin_that_was_given_elsewhere_counts_as_another_product_and_nobody_may_shorten_it() {
    let elsewhere = PastSession {
        treated: Treated::Group(GroupId::parse("botulinum").unwrap()),
        indication: None,
        ..past("toxin", date(2026, 2, 1))
    };
    let mut patient = Patient::with(vec![elsewhere], vec![]);
    let found = patient.asks("toxin", |q| check_date(q, date(2026, 7, 31)));
    assert_eq!((found[0].rule.as_str(), found[0].override_by), ("other-toxin", OverrideBy::Never));
    assert_eq!(found[0].headline, Headline::Deferred, "no physician decides what nobody may shorten");
    let product = ProductId::parse("toxin-a").unwrap();
    patient.history[0].product = Some(product.clone());
    patient.planned.product = Some(product);
    assert!(patient.asks("toxin", |q| check_date(q, date(2026, 7, 31))).is_empty(), "the same product is known");
}

#[test]
fn a_whole_course_is_proposed_from_its_first_day() {
    let patient = Patient::with(vec![], vec![]);
    let course = patient.asks("needling", |q| propose(q, date(2026, 5, 1)));
    let ideal: Vec<Date> = course.iter().map(|session| session.ideal).collect();
    assert_eq!(ideal, [date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 30)]);
    assert_eq!(course[1].earliest, date(2026, 5, 29), "an undecided depth is reckoned as deep");
}

#[test]
fn a_complete_course_proposes_nothing() {
    let days = [date(2025, 9, 1), date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1)];
    let history = days.map(|day| past("needling", day)).to_vec();
    assert!(Patient::with(history, vec![]).asks("needling", |q| propose(q, date(2026, 5, 1))).is_empty());
}

#[test]
fn a_proposed_course_passes_around_a_booked_toxin() {
    let patient = Patient::with(vec![], vec![booked("toxin", date(2026, 5, 30))]);
    let course = patient.asks("needling", |q| propose(q, date(2026, 5, 1)));
    assert_eq!(course[1].ideal, date(2026, 6, 13));
}

fn session() -> impl Strategy<Value = (bool, i64)> {
    (any::<bool>(), -120i64..120)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_earliest_day_needs_nobody_and_every_day_before_it_somebody(sessions in proptest::collection::vec(session(), 0..5)) {
        let today = date(2026, 4, 1);
        let day = |offset: i64| today.saturating_add(offset.days());
        let name = |needling| if needling { "needling" } else { "toxin" };
        let history = sessions.iter().filter(|(_, at)| *at < 0).map(|(kind, at)| past(name(*kind), day(*at))).collect();
        let booked = sessions.iter().filter(|(_, at)| *at >= 0).map(|(kind, at)| booked(name(*kind), day(*at))).collect();
        let patient = Patient::with(history, booked);
        for id in ["needling", "toxin"] {
            let earliest = patient.asks(id, forecast).earliest;
            let early = |on| patient.asks(id, |q| check_date(q, on)).iter().any(|f| f.kind == FindingKind::TooEarly);
            prop_assert!(!early(earliest));
            let mut on = today;
            while on < earliest {
                prop_assert!(early(on), "{} is open before {}", on, earliest);
                on = on.saturating_add(1.day());
            }
        }
    }
}
