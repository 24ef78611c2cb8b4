//! The whole story, played on a day on which the clinic usually rests.

use super::make;
use crate::protocols;
use store::{Durability, Store};

fn count(store: &Store, sql: &'static str) -> i64 {
    store.read(move |tx| tx.first(sql, &[])).wait().unwrap().unwrap().get(0).unwrap()
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
    assert_eq!(counted("SELECT COUNT(*) FROM session_setting WHERE override_by IS NOT NULL"), 1);
    assert_eq!(counted("SELECT COUNT(*) FROM outbox_message WHERE state = 'failed'"), 1);
    assert_eq!(counted("SELECT COUNT(*) FROM identity_match WHERE state = 'open'"), 1);
    assert_eq!(counted("SELECT COUNT(*) FROM identity_merge"), 1);
    drop(std::fs::remove_dir_all(folder));
}
