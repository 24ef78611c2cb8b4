//! The whole story, played on a day on which the clinic usually rests.

use super::make;
use crate::protocols;
use store::{Durability, Store};

fn count(store: &Store, sql: &'static str) -> i64 {
    store.read(move |tx| tx.first(sql, &[])).wait().unwrap().unwrap().get(0).unwrap()
}

/// What was handed out to somebody, in hundredths of a milligram, dispensing by dispensing.
fn weekly_doses(store: &Store, family: &str) -> Vec<i64> {
    let family = family.to_owned();
    let rows = store.read(move |tx| {
        tx.query(
            "SELECT s.setting FROM session_setting s JOIN session_record r ON r.id = s.record_id
             JOIN identity_patient p ON p.id = r.patient_id WHERE p.family = $1 ORDER BY r.opened_at",
            store::args![family.as_str()],
        )
    });
    let mass = |setting: serde_json::Value| setting["quantity"]["mass"].as_i64().unwrap();
    rows.wait().unwrap().iter().map(|row| mass(row.get(0).unwrap())).collect()
}

/// How often somebody came for a treatment and left without it.
fn turned_away(store: &Store, family: &str) -> i64 {
    let family = family.to_owned();
    let row = store.read(move |tx| {
        tx.first(
            "SELECT COUNT(*) FROM booking_visit v JOIN booking_item i ON i.visit_id = v.id
             JOIN identity_patient p ON p.id = v.patient_id
             WHERE p.family = $1 AND v.state = 'fulfilled' AND i.protocol_id IS NOT NULL AND i.block = 'provisional'",
            store::args![family.as_str()],
        )
    });
    row.wait().unwrap().unwrap().get(0).unwrap()
}

#[test]
fn at_noon_on_a_wednesday_people_come_and_go_and_every_hard_case_is_there() {
    let folder = std::env::temp_dir().join(format!("suhada-story-{}", std::process::id()));
    let store =
        Store::open_with(&format!("sqlite:{}", folder.join("suhada.db").display()), Durability::Process).unwrap();
    let now = "2026-12-02T04:00:00Z".parse().unwrap();
    store.migrate(now).unwrap();
    make(store.clone(), &protocols::library(None).unwrap(), now).unwrap();
    let counted = |sql| count(&store, sql);
    assert!(counted("SELECT COUNT(*) FROM identity_patient") >= 250);
    assert!(counted("SELECT COUNT(*) FROM booking_visit") >= 750);
    assert!(counted("SELECT COUNT(*) FROM session_record WHERE state = 'signed'") >= 200);
    assert!(counted("SELECT COUNT(*) FROM booking_visit WHERE state = 'arrived'") >= 1, "somebody is here");
    assert!(counted("SELECT COUNT(*) FROM booking_visit WHERE state = 'no-show'") >= 1);
    assert!(counted("SELECT COUNT(*) FROM recovery_escalation WHERE state = 'open' AND tier = 2") >= 1);
    assert!(counted("SELECT COUNT(*) FROM recovery_escalation WHERE state = 'closed' AND tier = 2") >= 1);
    assert!(counted("SELECT COUNT(*) FROM screening_override WHERE rule = 'keloid-tendency'") >= 1);
    assert_eq!(
        counted(
            "SELECT COUNT(*) FROM session_setting WHERE override_by IS NOT NULL
             AND product NOT IN ('ipl-device', 'salicylic-macrogol-30', 'wegovy')"
        ),
        1,
        "a needle beyond its bound; where no bound is known, or doses were missed, a physician writes each setting"
    );
    assert_eq!(counted("SELECT COUNT(DISTINCT protocol_id) FROM session_record WHERE state = 'signed'"), 13);
    let doses = |family: &str| weekly_doses(&store, family);
    assert_eq!(doses("川崎"), [25, 50, 100, 170], "a step up every four weeks");
    assert_eq!(doses("横山"), [25, 50, 50], "the step stays after two missed doses");
    assert!(counted("SELECT COUNT(*) FROM screening_override WHERE rule = 'two-doses-missed'") >= 1);
    assert_eq!(turned_away(&store, "西村"), 1, "the pregnancy test is missing");
    assert_eq!(turned_away(&store, "内田"), 1, "the enzyme was not measured");
    assert_eq!(turned_away(&store, "今村"), 1, "pale spots");
    assert_eq!(turned_away(&store, "堀"), 1, "a blood clot in the past");
    assert_eq!(turned_away(&store, "三宅"), 0, "the test was made each time");
    assert_eq!(counted("SELECT COUNT(*) FROM outbox_message WHERE state = 'failed'"), 1);
    assert_eq!(counted("SELECT COUNT(*) FROM identity_match WHERE state = 'open'"), 1);
    assert_eq!(counted("SELECT COUNT(*) FROM identity_merge"), 1);
    drop(std::fs::remove_dir_all(folder));
}
