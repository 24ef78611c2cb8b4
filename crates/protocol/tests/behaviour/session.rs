use super::fixture::{answered, library, of};
use jiff::civil::{Date, date};
use journey::course::{Dose, PastSession, Purpose, Release, Treated};
use journey::facts::AsOf;
use journey::quantity::{Amount, HundredthsUnit, Measure};
use journey::screening::{Activation, Finding, FindingKind, Headline, OverrideBy};
use journey::session::{Place, SessionQuestion, Setting, Side, check_ledger, check_session, check_setting};
use journey::slug::{GroupId, IndicationId, ProductId, ZoneId};
use std::num::NonZeroU16;

const TODAY: Date = date(2026, 4, 1);

fn setting(zone: &str, product: &str, quantity: Amount) -> Setting {
    Setting {
        place: Some(Place { zone: ZoneId::parse(zone).unwrap(), side: Side::Midline }),
        product: ProductId::parse(product).unwrap(),
        quantity,
        points: None,
        positions: Vec::new(),
    }
}

fn check_as(settings: &[Setting], protocol: &str, skin: &str, activation: &Activation) -> Vec<Finding> {
    let library = library();
    let facts = answered(TODAY, &[("skin_type", skin)]);
    let known = AsOf::new(library.facts(), &facts, TODAY);
    let protocol = of(&library, protocol);
    check_session(&SessionQuestion {
        library: &library,
        protocol,
        indication: &protocol.indications[0].id,
        settings,
        history: &[],
        taken: &[],
        operator: None,
        vials: &[],
        at: None,
        known: &known,
        activation,
    })
}

fn needle(zone: &str, hundredths: u32, skin: &str) -> Vec<Finding> {
    let setting = setting(zone, "pen", Measure::Depth.of(hundredths));
    check_as(&[setting], "needling", skin, &Activation::all_by("Dr Sakamoto"))
}

fn inject(settings: &[Setting]) -> Vec<Finding> {
    check_as(settings, "toxin", "iii", &Activation::all_by("Dr Sakamoto"))
}

fn kinds(found: &[Finding]) -> Vec<FindingKind> {
    found.iter().map(|finding| finding.kind).collect()
}

#[test]
fn a_depth_within_every_bound_is_fine() {
    assert!(needle("cheek", 150, "iii").is_empty());
    assert!(needle("cheek", 50, "iii").is_empty());
}

#[test]
fn the_three_ceilings_stay_apart() {
    assert_eq!(kinds(&needle("cheek", 160, "iii")), [FindingKind::OverClinic]);
    assert_eq!(kinds(&needle("cheek", 210, "iii")), [FindingKind::OverLabelled, FindingKind::OverClinic]);
    let beyond = needle("cheek", 310, "iii");
    assert_eq!(beyond[0].kind, FindingKind::OverMechanical);
    assert_eq!((beyond[0].headline, beyond[0].override_by), (Headline::Contraindicated, OverrideBy::Never));
    assert_eq!(beyond.len(), 3);
}

#[test]
fn a_refusal_names_its_rule_its_range_and_its_source() {
    let found = needle("cheek", 160, "iii");
    assert_eq!(found[0].rule.as_str(), "cheek-clinic");
    assert_eq!(found[0].instead.as_ref().unwrap().en, "0.5 mm to 1.5 mm");
    assert_eq!(found[0].sources[0].as_str(), "trial");
    assert_eq!(found[0].zones[0].as_str(), "cheek");
}

#[test]
fn skin_narrows_the_bound_and_unknown_skin_counts_as_the_narrower() {
    assert!(needle("cheek", 100, "iv").is_empty());
    assert_eq!(needle("cheek", 110, "iv")[0].rule.as_str(), "cheek-darker-skin");
    assert_eq!(needle("cheek", 110, "unsure")[0].rule.as_str(), "cheek-darker-skin");
    assert!(needle("cheek", 110, "iii").is_empty());
}

#[test]
fn too_shallow_is_a_caution_and_an_impossible_step_offers_the_one_below() {
    let shallow = needle("cheek", 40, "iii");
    assert_eq!((shallow[0].kind, shallow[0].headline), (FindingKind::BelowMinimum, Headline::Caution));
    let between = needle("cheek", 125, "iii");
    assert_eq!(between[0].kind, FindingKind::OffStep);
    assert_eq!(between[0].instead.as_ref().unwrap().en, "Use 1.2 mm");
}

#[test]
fn a_setting_without_a_bound_is_never_passed_in_silence() {
    let found = inject(&[setting("forehead", "toxin-b", Measure::Units.of(100))]);
    assert_eq!(kinds(&found), [FindingKind::NoBoundKnown]);
    assert_eq!(found[0].headline, Headline::NeedsDoctor);
}

#[test]
fn a_zone_outside_the_indication_and_a_product_outside_the_protocol_go_to_the_doctor() {
    assert!(kinds(&needle("neck", 50, "iii")).contains(&FindingKind::ZoneOutsideIndication));
    let found = inject(&[setting("forehead", "pen", Measure::Depth.of(50))]);
    assert!(kinds(&found).contains(&FindingKind::ProductOutsideProtocol));
}

fn units(hundredths: u32, points: Option<u16>) -> Setting {
    let points = points.and_then(NonZeroU16::new);
    Setting { points, ..setting("forehead", "toxin-a", Measure::Units.of(hundredths)) }
}

#[test]
fn a_dose_is_bound_by_point_and_by_session() {
    assert!(inject(&[units(2000, Some(5))]).is_empty());
    assert_eq!(kinds(&inject(&[units(2000, Some(4))])), [FindingKind::OverLabelled]);
    assert_eq!(kinds(&inject(&[units(1000, Some(5)), units(1001, Some(5))])), [FindingKind::OverLabelled]);
    assert_eq!(kinds(&inject(&[units(1000, None)])), [FindingKind::Incomplete]);
    assert_eq!(kinds(&inject(&[units(999, Some(5))])), [FindingKind::BelowMinimum]);
}

#[test]
fn units_of_different_toxins_never_add() {
    let other = setting("forehead", "toxin-b", Measure::Units.of(9000));
    let found = inject(&[units(2000, Some(5)), other]);
    assert_eq!(kinds(&found), [FindingKind::NoBoundKnown], "only the product without a bound is named");
}

#[test]
fn a_bound_that_awaits_approval_permits_nothing_by_itself() {
    let (library, facts) = (library(), answered(TODAY, &[]));
    let known = AsOf::new(library.facts(), &facts, TODAY);
    let mut protocol = of(&library, "needling").clone();
    protocol.bounds.retain(|bound| bound.id.as_str() == "cheek-darker-skin");
    let indication = IndicationId::parse("acne-scars").unwrap();
    let shallow = setting("cheek", "pen", Measure::Depth.of(50));
    let check = |activation: &Activation| check_setting(&protocol, &shallow, &indication, &known, activation);
    assert_eq!(kinds(&check(&Activation::none())), [FindingKind::BoundAwaitsApproval]);
    assert!(check(&Activation::all_by("Dr Sakamoto")).is_empty());
}

fn given(product: &str, units: u32, on: Date) -> PastSession {
    PastSession {
        treated: Treated::Group(GroupId::parse("botulinum").unwrap()),
        on,
        indication: None,
        zones: Vec::new(),
        product: None,
        depth: None,
        doses: vec![Dose { product: ProductId::parse(product).unwrap(), units: HundredthsUnit(units) }],
        release: Release::None,
        purpose: Purpose::Course,
    }
}

fn ledger(history: &[PastSession]) -> Vec<Finding> {
    let (library, facts) = (library(), answered(TODAY, &[]));
    let known = AsOf::new(library.facts(), &facts, TODAY);
    let protocol = of(&library, "toxin");
    check_ledger(&library, protocol, &[units(2000, Some(5))], history, &protocol.indications[0].id, &known)
}

#[test]
fn what_was_given_within_three_months_counts_wherever_it_was_given() {
    assert!(ledger(&[]).is_empty());
    assert!(ledger(&[given("toxin-a", 3000, date(2026, 2, 1))]).is_empty());
    let over = ledger(&[given("toxin-a", 3001, date(2026, 2, 1))]);
    assert_eq!((over[0].rule.as_str(), over[0].override_by), ("quarter-total", OverrideBy::Never));
    assert_eq!(ledger(&[given("toxin-a", 3001, date(2026, 1, 2))]).len(), 1, "the day before it is over");
    assert!(ledger(&[given("toxin-a", 3001, date(2026, 1, 1))]).is_empty());
    assert!(ledger(&[given("toxin-b", 9000, date(2026, 3, 1))]).is_empty(), "another product's units");
}

#[test]
fn a_dose_that_nobody_knows_within_the_time_goes_to_the_doctor() {
    let nameless = |on| PastSession { doses: Vec::new(), ..given("toxin-a", 0, on) };
    let unknown = ledger(&[nameless(date(2026, 1, 2))]);
    assert_eq!(kinds(&unknown), [FindingKind::DoseUnknown]);
    assert_eq!((unknown[0].rule.as_str(), unknown[0].headline), ("quarter-total", Headline::NeedsDoctor));
    assert!(ledger(&[nameless(date(2026, 1, 1))]).is_empty(), "the time is over");
    let of = |product: &str| PastSession { product: ProductId::parse(product).ok(), ..nameless(date(2026, 3, 1)) };
    assert_eq!(kinds(&ledger(&[of("toxin-a")])), [FindingKind::DoseUnknown]);
    assert!(ledger(&[of("toxin-b")]).is_empty(), "another product is another ledger");
    let kin_elsewhere = Treated::Group(GroupId::parse("microneedling").unwrap());
    let needling = PastSession { treated: kin_elsewhere, ..nameless(date(2026, 3, 1)) };
    assert!(ledger(&[needling]).is_empty(), "a needle is no toxin");
}

#[test]
fn a_touch_up_is_a_dose_of_the_ledger() {
    let touch_up = |units| PastSession { purpose: Purpose::TouchUp, ..given("toxin-a", units, date(2026, 3, 15)) };
    assert!(ledger(&[given("toxin-a", 2000, date(2026, 3, 1)), touch_up(1000)]).is_empty());
    assert_eq!(
        kinds(&ledger(&[given("toxin-a", 2000, date(2026, 3, 1)), touch_up(1001)])),
        [FindingKind::OverLabelled]
    );
}
