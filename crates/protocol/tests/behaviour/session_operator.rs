//! Who may carry a treatment out, and with which vial.

use super::fixture::{library_of, of, texts, texts_with};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use journey::protocol::Library;
use journey::screening::{Finding, FindingKind, Headline, OverrideBy};
use journey::session::{HeldCompetence, OpenVial, Operator, check_operator, check_vial};
use journey::slug::{CompetenceId, ProductId};
use journey::staff::{Role, Tenure};

const OPERATOR: &str = r#"
[[operator]]
id = "trained-hands"
roles = ["nurse", "physician"]
competence = "microneedling"
renewed = { months = 12 }
says = { ja = "研修を受けた看護師または医師が行います。", en = "A trained nurse or doctor does this." }
confidence = "house"
"#;

fn library() -> Library {
    let mut texts = texts();
    let path = "protocols/needling/protocol.toml";
    let text = format!("{}\n{OPERATOR}", texts[path]);
    texts.insert(path.to_owned(), text);
    library_of(&texts)
}

fn held(id: &str, from: Date, until: Option<Date>) -> HeldCompetence {
    HeldCompetence { id: CompetenceId::parse(id).unwrap(), tenure: Tenure { from, until } }
}

fn check(roles: &[Role], competences: &[HeldCompetence], on: Date) -> Vec<Finding> {
    check_operator(of(&library(), "needling"), &Operator { roles, competences }, on)
}

#[test]
fn a_role_outside_the_rule_is_refused_and_nobody_may_override_it() {
    let trained = [held("microneedling", date(2026, 1, 1), None)];
    assert!(check(&[Role::Nurse], &trained, date(2026, 4, 1)).is_empty());
    assert!(check(&[Role::Reception, Role::Physician], &trained, date(2026, 4, 1)).is_empty());
    for roles in [&[][..], &[Role::Counsellor], &[Role::Reception, Role::Manager]] {
        let found = check(roles, &trained, date(2026, 4, 1));
        assert_eq!((found[0].kind, found[0].headline), (FindingKind::OperatorNotEntitled, Headline::Contraindicated));
        assert_eq!(found[0].override_by, OverrideBy::Never);
    }
}

#[test]
fn a_competence_counts_until_its_last_day_and_from_its_first() {
    let year = [held("microneedling", date(2026, 1, 1), Some(date(2026, 3, 31)))];
    let is_refused = |competences: &[HeldCompetence], on| !check(&[Role::Nurse], competences, on).is_empty();
    assert!(is_refused(&year, date(2025, 12, 31)));
    assert!(!is_refused(&year, date(2026, 1, 1)));
    assert!(!is_refused(&year, date(2026, 3, 31)));
    assert!(is_refused(&year, date(2026, 4, 1)));
    assert!(is_refused(&[], date(2026, 2, 1)));
    assert!(is_refused(&[held("injection", date(2026, 1, 1), None)], date(2026, 2, 1)));
}

#[test]
fn training_that_is_a_year_old_must_be_renewed() {
    let old = held("microneedling", date(2025, 4, 1), None);
    let is_refused = |competences: &[HeldCompetence], on| !check(&[Role::Nurse], competences, on).is_empty();
    assert!(!is_refused(std::slice::from_ref(&old), date(2026, 3, 31)));
    assert!(is_refused(std::slice::from_ref(&old), date(2026, 4, 1)));
    assert!(!is_refused(&[old, held("microneedling", date(2026, 4, 1), None)], date(2026, 4, 1)), "renewed that day");
}

#[test]
fn a_vial_may_be_used_up_to_its_last_minute_and_not_a_second_longer() {
    let within = "vials = [50]\nuse_within = { hours = 4, source = [\"registry\"], confidence = \"weak\" }\nunit_system = \"toxin-a-units\"";
    let library = library_of(&texts_with("protocols/products.toml", "unit_system = \"toxin-a-units\"", within));
    let opened: Timestamp = "2026-04-01T01:00:00Z".parse().unwrap();
    let check = |product: &str, opened: Option<Timestamp>, at: Timestamp| {
        let vial = OpenVial { product: ProductId::parse(product).unwrap(), opened };
        check_vial(of(&library, "toxin"), &vial, at).map(|finding| (finding.kind, finding.headline))
    };
    let end = opened + 4.hours();
    assert_eq!(check("toxin-a", Some(opened), opened), None);
    assert_eq!(check("toxin-a", Some(opened), end), None);
    let too_old = Some((FindingKind::VialTooOld, Headline::NeedsDoctor));
    assert_eq!(check("toxin-a", Some(opened), end + 1.second()), too_old);
    let unknown = Some((FindingKind::Incomplete, Headline::NeedsDoctor));
    assert_eq!(check("toxin-a", None, end), unknown);
    assert_eq!(check("toxin-a", Some(end), opened), unknown, "opened later than it is used");
    assert_eq!(check("toxin-b", None, end), None, "nothing is said of it");
}
