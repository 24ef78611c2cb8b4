//! Every row of the rule tables has a rule here, or a reason why not.

mod labelled {
    pub mod pack;
}

use labelled::pack::{linter, pack};
use std::collections::BTreeSet;

/// Words and phrases in medical advertising.
const PHRASES: [&str; 30] = [
    "MA-FALSE-CERTAIN",
    "MA-FALSE-NORISK",
    "MA-FALSE-DURATION",
    "MA-FALSE-GOV",
    "MA-FALSE-STAT",
    "MA-STAT-REVIEW",
    "MA-FALSE-PHOTO",
    "MA-COMP-SUPER",
    "MA-COMP-OTHER",
    "MA-COMP-CELEB",
    "MA-EXAG-SUPERIOR",
    "MA-EXAG-NEWEST",
    "MA-EXAG-EFFECT",
    "MA-EXAG-EXPECT",
    "MA-EXAG-RX",
    "MA-EXAG-GUIDELINE",
    "MA-EXAG-CENTER",
    "MA-EXAG-FEAR",
    "MA-EXAG-PRICE",
    "MA-EXAG-FOREIGN-APPROVAL",
    "MA-EVIDENCE",
    "MA-TESTIMONIAL",
    "MA-ORDER",
    "MA-DIGNITY-PRICE",
    "MA-DIGNITY-GIFT",
    "MA-TITLE-SPECIALIST",
    "MA-DEPT-NAME",
    "MA-TERM-ANTIAGING",
    "MA-COUNSELOR",
    "MA-DOMAIN",
];

/// What must be present, and where.
const PAGES: [&str; 16] = [
    "MA-RELEASE-CHANNEL",
    "MA-RELEASE-CONTACT",
    "MA-RELEASE-CONTENT",
    "MA-RELEASE-COST",
    "MA-RELEASE-PERIOD",
    "MA-RELEASE-RISK",
    "MA-RELEASE-SELFPAY",
    "MA-RELEASE-BALANCE",
    "MA-BA-NODETAIL",
    "MA-BA-LINKOUT",
    "MA-BA-CONDITIONS",
    "MA-BA-CONSENT",
    "MA-UNAPP-NODISCLOSE",
    "MA-SNS-RELEASE",
    "MA-SNS-LINKOUT",
    "MA-SNS-TAG",
];

/// Medicines and devices, premiums, tax, contracts.
const TRADE: [&str; 15] = [
    "PM-68-NAME",
    "PM-66-GUARANTEE",
    "PM-TM-BOTOX",
    "PM-OFFLABEL",
    "PM-COSME-EFFECT",
    "PM-RECOMMEND",
    "KH-YURYO",
    "KH-YURI",
    "KH-NO1",
    "KH-DOUBLE-PRICE",
    "KH-STEALTH",
    "KH-REVIEW-INCENTIVE",
    "TAX-TOTAL",
    "TK-NOREFUND",
    "IC-SAMEDAY",
];

/// Rows that no rule of a text can hold, and who holds them.
const ELSEWHERE: [(&str, &str); 1] =
    [("MA-UNAPP-MATRIX", "which product needs the five disclosures: the standing in the registry of products decides")];

#[test]
fn every_row_of_the_tables_has_a_rule_or_a_reason() {
    let pack = pack();
    for id in PHRASES.iter().chain(&PAGES).chain(&TRADE) {
        assert!(pack.rule(id).is_some(), "{id} has no rule");
    }
    for (id, why) in ELSEWHERE {
        assert!(pack.rule(id).is_none() && !why.is_empty(), "{id} has a rule after all");
    }
}

#[test]
fn every_rule_is_a_row_of_the_tables_or_compares_two_languages() {
    let rows: BTreeSet<&str> = PHRASES.into_iter().chain(PAGES).chain(TRADE).collect();
    for rule in &pack().rules {
        assert!(rows.contains(rule.id.as_str()) || rule.id.starts_with("PAR-"), "{} comes from no row", rule.id);
    }
}

#[test]
fn a_report_names_the_version_of_the_pack_and_the_day() {
    let (pack, mut told) = (pack(), Vec::new());
    let stamp = linter(&pack).stamp();
    told.extend([stamp.sentence().ja, stamp.sentence().en]);
    assert!(told.iter().all(|text| text.contains(&pack.head.version) && text.contains("2026-11-22")), "{told:?}");
}

#[test]
fn every_rule_speaks_both_languages_and_names_its_source() {
    for rule in &pack().rules {
        for wording in [&rule.title, &rule.reason, &rule.suggestion] {
            assert!(!wording.ja.is_empty() && !wording.en.is_empty(), "{}", rule.id);
        }
        assert!(!rule.source.is_empty(), "{}", rule.id);
    }
}
