//! Texts whose verdict depends on where they are published, labelled before their rules.

mod labelled {
    pub mod pack;
}

use adlint::{Channel, Format, Linter};
use labelled::pack::{linter, pack};
use serde::Deserialize;
use std::collections::BTreeSet;

/// The rules that were labelled here; what others find is not asked.
const RULES: [&str; 7] = [
    "MA-RELEASE-CHANNEL",
    "PM-68-NAME",
    "MA-SNS-RELEASE",
    "MA-SNS-LINKOUT",
    "MA-SNS-TAG",
    "MA-BA-LINKOUT",
    "MA-BA-CONSENT",
];

#[derive(Deserialize)]
struct Labelled {
    id: String,
    channel: Channel,
    format: String,
    text: String,
    expect: BTreeSet<String>,
}

fn labelled() -> Vec<Labelled> {
    let lines = include_str!("data/channels.jsonl").lines();
    lines.map(|line| serde_json::from_str(line).expect(line)).collect()
}

fn found(linter: &Linter<'_>, one: &Labelled) -> BTreeSet<String> {
    let format = if one.format == "html" { Format::Html } else { Format::Markdown };
    let outcome = linter.text_on(one.channel, &one.text, format).expect("it can be read");
    outcome.findings.into_iter().map(|finding| finding.rule).filter(|rule| RULES.contains(&rule.as_str())).collect()
}

#[test]
fn what_depends_on_the_channel_is_judged_as_labelled() {
    let pack = pack();
    let linter = linter(&pack);
    let mut wrong = Vec::new();
    for one in labelled() {
        let expected: BTreeSet<String> =
            one.expect.iter().filter(|rule| RULES.contains(&rule.as_str())).cloned().collect();
        let found = found(&linter, &one);
        if found != expected {
            wrong.push(format!("{} expected {expected:?}, found {found:?}: {}", one.id, one.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_of_the_channels_has_a_text_that_breaks_it() {
    let broken: BTreeSet<String> = labelled().into_iter().flat_map(|one| one.expect).collect();
    RULES.iter().for_each(|rule| assert!(broken.contains(*rule), "{rule}"));
}
