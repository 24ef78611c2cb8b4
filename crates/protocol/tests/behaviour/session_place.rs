//! Sides, bands, totals, and why a bound spoke.

use super::fixture::{answered, library_of, of, texts};
use jiff::civil::{Date, date};
use journey::facts::AsOf;
use journey::kleene::Truth;
use journey::protocol::Library;
use journey::quantity::{Amount, Measure};
use journey::screening::{Activation, Finding, FindingKind, Headline, OverrideBy};
use journey::session::{
    Outcome, Place, Point, SessionQuestion, Setting, Side, Silence, Voice, check_session, explain_setting,
};
use journey::slug::{ProductId, ZoneId};

const TODAY: Date = date(2026, 4, 1);

/// The small library in which the toxin knows paired cheeks, asymmetry, a side bound and a band.
fn library() -> Library {
    let mut texts = texts();
    let zones = format!("{}\n{}", texts["protocols/zones.toml"], BAND);
    texts.insert("protocols/zones.toml".to_owned(), zones);
    let path = "protocols/toxin/protocol.toml";
    let toxin = texts[path].replacen("zones = [\"forehead\"]", "zones = [\"forehead\", \"cheek\"]", 1);
    texts.insert(path.to_owned(), format!("{toxin}\n{RULES}"));
    library_of(&texts)
}

const BAND: &str = r#"
[[band]]
id = "lower-brow"
name = { ja = "眉のすぐ上", en = "Just above the brow" }
zones = ["forehead"]
shape = [[0.3, 0.3], [0.7, 0.3], [0.7, 0.35], [0.3, 0.35]]
"#;

const RULES: &str = r#"
[asymmetry]
percent = 20
says = { ja = "左右の差の理由を記録してください。", en = "Please record why the sides differ." }
confidence = "house"

[[no_go]]
id = "above-brow"
band = "lower-brow"
verdict = "contraindicated"
override = "never"
says = { ja = "この位置には行いません。", en = "We don't treat here." }
source = ["insert"]
confidence = "strong"

[[bound]]
id = "cheek-side"
zones = ["cheek"]
products = ["toxin-a"]
ceiling = "clinic"
units = { max = 8 }
per = "side"
override = "physician"
says = { ja = "片側8単位までです。", en = "Up to 8 units a side." }
source = ["insert"]
confidence = "moderate"
"#;

fn setting(zone: &str, side: Side, hundredths: u32) -> Setting {
    Setting {
        place: Some(Place { zone: ZoneId::parse(zone).unwrap(), side }),
        product: ProductId::parse("toxin-a").unwrap(),
        quantity: Measure::Units.of(hundredths),
        points: 5.try_into().ok(),
        positions: vec![Point { x: 500, y: 600 }],
    }
}

fn check(settings: &[Setting]) -> Vec<Finding> {
    let (library, facts, activation) = (library(), answered(TODAY, &[]), Activation::all_by("Dr Sakamoto"));
    let known = AsOf::new(library.facts(), &facts, TODAY);
    let protocol = of(&library, "toxin");
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
        activation: &activation,
    })
}

fn named(found: &[Finding], kind: FindingKind) -> Vec<&Finding> {
    found.iter().filter(|finding| finding.kind == kind).collect()
}

fn cheeks(left: u32, right: u32) -> Vec<Finding> {
    check(&[setting("cheek", Side::Left, left), setting("cheek", Side::Right, right)])
}

#[test]
fn a_difference_between_the_sides_asks_for_a_reason_only_beyond_the_percentage() {
    let asks = |left, right| named(&cheeks(left, right), FindingKind::Asymmetric).len();
    assert_eq!(asks(500, 500), 0);
    assert_eq!(asks(500, 400), 0, "twenty hundredths of the larger side");
    assert_eq!(asks(500, 399), 1);
    assert_eq!(asks(399, 500), 1);
    let found = check(&[setting("cheek", Side::Left, 500)]);
    let one_sided = named(&found, FindingKind::Asymmetric);
    assert_eq!((one_sided.len(), one_sided[0].headline), (1, Headline::Caution));
    assert!(named(&check(&[setting("forehead", Side::Midline, 1500)]), FindingKind::Asymmetric).is_empty());
}

#[test]
fn a_side_is_summed_over_its_settings_and_never_with_the_other_side() {
    assert!(named(&cheeks(800, 800), FindingKind::OverClinic).is_empty());
    assert_eq!(named(&cheeks(801, 800), FindingKind::OverClinic).len(), 1);
    let twice = |second| {
        check(&[
            setting("cheek", Side::Left, 400),
            setting("cheek", Side::Left, second),
            setting("cheek", Side::Right, 800),
        ])
    };
    assert!(named(&twice(400), FindingKind::OverClinic).is_empty());
    assert_eq!(named(&twice(401), FindingKind::OverClinic)[0].rule.as_str(), "cheek-side");
}

fn at(x: u16, y: u16) -> Vec<Finding> {
    check(&[Setting { positions: vec![Point { x, y }], ..setting("forehead", Side::Midline, 1500) }])
}

#[test]
fn a_point_in_a_band_or_on_its_edge_is_refused() {
    let is_refused = |x, y| !named(&at(x, y), FindingKind::InNoGoBand).is_empty();
    assert!(is_refused(500, 320));
    assert!(is_refused(500, 300) && is_refused(700, 350) && is_refused(300, 325), "edges and corners belong to it");
    assert!(!is_refused(500, 299) && !is_refused(500, 351) && !is_refused(299, 320) && !is_refused(701, 320));
    let found = at(500, 320);
    assert_eq!((found[0].rule.as_str(), found[0].override_by), ("above-brow", OverrideBy::Never));
}

#[test]
fn points_that_nobody_marked_are_asked_for_where_a_band_matters() {
    let unmarked = |zone, side| check(&[Setting { positions: Vec::new(), ..setting(zone, side, 1500) }]);
    assert_eq!(named(&unmarked("forehead", Side::Midline), FindingKind::Incomplete).len(), 1);
    assert!(named(&unmarked("cheek", Side::Left), FindingKind::Incomplete).is_empty());
}

fn explain(skin: &str, setting: &Setting) -> Vec<(String, Voice)> {
    let (library, facts) = (library(), answered(TODAY, &[("skin_type", skin)]));
    let known = AsOf::new(library.facts(), &facts, TODAY);
    let id = if setting.quantity.measure() == Measure::Depth { "needling" } else { "toxin" };
    let protocol = of(&library, id);
    let explained = explain_setting(protocol, setting, &protocol.indications[0].id, &known);
    explained.into_iter().map(|one| (one.rule.to_string(), one.voice)).collect()
}

#[test]
fn every_bound_says_whether_it_spoke_and_why_not() {
    let depth: Amount = Measure::Depth.of(160);
    let cheek =
        Setting { product: ProductId::parse("pen").unwrap(), quantity: depth, ..setting("cheek", Side::Left, 0) };
    let explained = explain("iii", &cheek);
    let outcome = |rule: &str| {
        let (_, voice) = explained.iter().find(|(name, _)| name == rule).unwrap();
        match voice {
            Voice::Spoke { compared, .. } => Ok(compared.outcome),
            Voice::Silent(why) => Err(*why),
        }
    };
    assert_eq!(outcome("label-depth"), Ok(Outcome::Within));
    assert_eq!(outcome("cheek-clinic"), Ok(Outcome::Above));
    assert_eq!(outcome("cheek-darker-skin"), Err(Silence::ConditionFalse));
    let unsure = explain("unsure", &cheek);
    let spoke = |voice: &Voice| matches!(voice, Voice::Spoke { condition: Some(Truth::Unknown), .. });
    assert!(unsure.iter().any(|(rule, voice)| rule == "cheek-darker-skin" && spoke(voice)));
    let chin = explain("iii", &Setting { place: None, ..cheek });
    assert!(chin.contains(&("cheek-clinic".to_owned(), Voice::Silent(Silence::OtherZone))));
    let units = explain("iii", &setting("forehead", Side::Midline, 1500));
    let compared = |rule: &str| units.iter().find(|(name, _)| name == rule).map(|(_, voice)| *voice);
    assert!(
        matches!(compared("quarter-total"), Some(Voice::Spoke { compared, .. }) if compared.outcome == Outcome::WithOthers)
    );
    assert!(
        matches!(compared("per-point"), Some(Voice::Spoke { compared, .. }) if compared.max == Measure::Units.of(2000))
    );
}
