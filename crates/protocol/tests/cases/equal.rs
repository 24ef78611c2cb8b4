//! What is written otherwise and says the same is explained, and nothing else is.

use crate::small::with_more;
use journey::slug::ProtocolId;
use protocol::mutate::mutants;

fn explained(spacing: &str) -> (Vec<String>, Vec<String>) {
    let rule = format!(
        "[[spacing]]\nid = \"mine\"\nafter = \"toxin\"\nconfidence = \"house\"\n\
         says = {{ ja = \"同じ日にできます。\", en = \"The same day is fine.\" }}\n{spacing}"
    );
    let (library, _) = with_more(&[("needling/protocol.toml", rule.as_str())], "");
    let all = mutants(&library, &ProtocolId::parse("needling").unwrap()).into_iter();
    let ours = all.filter(|mutant| mutant.what.starts_with("spacing.mine"));
    let (explained, open): (Vec<_>, Vec<_>) = ours.partition(|mutant| mutant.explained.is_some());
    let told = |mutants: Vec<protocol::mutate::Mutant>| -> Vec<String> {
        let told = |mutant: &protocol::mutate::Mutant| {
            let path = mutant.what.trim_start_matches("spacing.mine").trim_start_matches('.');
            format!("{path} {}", mutant.change).trim_start().to_owned()
        };
        mutants.iter().map(told).collect()
    };
    (told(explained), told(open))
}

#[test]
fn a_wait_of_no_day_that_only_permits_says_nothing_else() {
    let (explained, open) = explained("wait = { days = 0 }\nsame_day = \"either\"\n");
    let same = [
        "dropped",
        "wait 0 days -> 1 days",
        "zones any -> same",
        "turn after -> before",
        "override physician -> never",
    ];
    assert_eq!(explained, same);
    assert_eq!(open, ["same_day either -> never", "same_day either -> this-first", "same_day either -> other-first"]);
}

#[test]
fn a_wait_of_no_day_that_keeps_an_order_still_has_places() {
    let (explained, open) = explained("wait = { days = 0 }\nsame_day = \"this-first\"\n");
    assert_eq!(explained, ["wait 0 days -> 1 days", "turn after -> before", "override physician -> never"]);
    assert!(open.contains(&"dropped".to_owned()) && open.contains(&"zones any -> same".to_owned()));
}

#[test]
fn a_wait_of_two_days_explains_nothing() {
    let (explained, open) = explained("wait = { days = 2 }\nsame_day = \"either\"\n");
    assert!(explained.is_empty(), "{explained:?}");
    assert!(open.contains(&"wait 2 days -> 1 days".to_owned()));
}

#[test]
fn a_rule_that_is_kept_for_the_record_is_explained_whole() {
    let (explained, open) = explained("wait = { days = 2 }\nsame_day = \"either\"\nactive = false\n");
    assert!(open.is_empty(), "{open:?}");
    assert!(explained.len() > 5);
}
