//! Packs, waivers, languages side by side: what the sentences do not show.

mod labelled {
    pub mod pack;
}

use adlint::pack::Texts;
use adlint::parity::{Version, lacking};
use adlint::{Format, Linter, Outcome, Pack, Severity};
use jiff::civil::date;
use labelled::pack::{linter, pack};

const HEAD: &str = "[pack]\nid = \"p\"\nversion = \"1\"\nchecked = \"2026-11-22\"\n[source]\ns = { title = \"S\" }\n";

fn small(rules: &str) -> Result<Pack, Vec<String>> {
    let texts = Texts::from([("a.toml".to_owned(), format!("{HEAD}{rules}"))]);
    Pack::read(&texts).map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect())
}

fn rule(more: &str, pattern: &str) -> String {
    let words = "{ ja = \"x\", en = \"x\" }";
    format!(
        "[[rule]]\nid = \"R\"\nseverity = \"warn\"\ntitle = {words}\nreason = {words}\nsuggestion = {words}\n\
         source = [\"s\"]\n{more}\n[[rule.case]]\nmatch = [\"{pattern}\"]\n"
    )
}

fn found(outcome: &Outcome) -> Vec<&str> {
    outcome.findings.iter().map(|finding| finding.rule.as_str()).collect()
}

#[test]
fn a_new_rule_needs_words_and_a_pattern_and_nothing_else() {
    let pack =
        small(&format!("{}[class.fruit]\nwords = [\"りんご\"]", rule("", "fruit <4 'あか'"))).expect("it is whole");
    let asked = Linter::new(&pack, date(2026, 11, 22));
    assert_eq!(found(&asked.passage("りんごはあかい").expect("short")), ["R"]);
    assert_eq!(found(&asked.passage("りんごはたいへんにあかい").expect("short")), Vec::<&str>::new());
    assert_eq!(found(&asked.passage("りんご、あかい").expect("short")), Vec::<&str>::new());
}

#[test]
fn a_rule_holds_on_its_last_day_and_not_on_the_next() {
    let pack = small(&rule("valid-from = \"2026-01-01\"\nvalid-to = \"2026-11-22\"", "'りんご'")).expect("it is whole");
    let on = |day| found(&Linter::new(&pack, day).passage("りんご").expect("short")).len();
    assert_eq!(on(date(2025, 12, 31)), 0);
    assert_eq!(on(date(2026, 1, 1)), 1);
    assert_eq!(on(date(2026, 11, 22)), 1);
    assert_eq!(on(date(2026, 11, 23)), 0);
}

#[test]
fn a_pack_is_refused_with_all_its_mistakes() {
    let told = small(&rule("gates = [\"G99\"]", "nobody <x 'a'")).expect_err("three things are wrong").join("\n");
    assert!(told.contains("G99") && told.contains("nobody"), "{told}");
    let told = small("[[rule]]\nid = 3").expect_err("an id is text").join("\n");
    assert!(told.starts_with("a.toml:8:"), "{told}");
    let told = small("[class.a]\nsequences = [\"b\"]\n[class.b]\nsequences = [\"a\"]").expect_err("a ring").join("\n");
    assert!(told.contains("made of each other"), "{told}");
}

fn page(text: &str) -> Outcome {
    let pack = pack();
    linter(&pack).page(text, Format::Markdown).expect("short")
}

const WAIVER: &str = "reason=\"導入年を確認済み\" person=\"坂本\" until=2026-11-22";

#[test]
fn a_kind_of_device_that_is_approved_in_some_makes_is_looked_up_unless_the_page_says_which() {
    let weighs = |more: &str| {
        let outcome = page(&format!("# 光治療\n\n光治療（IPL）を行っています。{more}\n"));
        let found = outcome.findings.into_iter().find(|finding| finding.rule == "MA-UNAPP-NODISCLOSE");
        found.map(|finding| finding.severity)
    };
    assert_eq!(weighs(""), Some(Severity::Review));
    assert_eq!(weighs("国内で承認された医療機器を、承認された使用目的の範囲で使っています。"), None);
    assert_eq!(weighs("同じ性能をもつ国内で承認された医療機器はありません。"), Some(Severity::Review));
    assert_eq!(weighs("使用する機器は国内未承認です。"), Some(Severity::Error));
}

#[test]
fn a_picture_that_is_only_called_a_case_needs_its_particulars_too() {
    let asked = |picture: &str| found(&page(&format!("# しみの治療\n\n{picture}\n"))).contains(&"MA-BA-NODETAIL");
    assert!(asked("![症例1](1.jpg)"));
    assert!(!asked("![待合室](1.jpg)"));
    assert!(!asked("![症例数の推移](1.png)"));
}

#[test]
fn a_waiver_holds_until_its_day_for_the_block_that_follows() {
    let text = format!(
        "はじめに。\n\n<!-- adlint waive=MA-EXAG-NEWEST {WAIVER} -->\n\n最新の治療です。\n\n最新の機器です。\n"
    );
    let outcome = page(&text);
    assert_eq!(found(&outcome), ["MA-EXAG-NEWEST"]);
    assert_eq!(outcome.held_back.iter().filter(|held| held.by == "waiver").count(), 1);
}

#[test]
fn a_waiver_without_reason_person_or_day_or_past_its_day_is_itself_a_finding() {
    for lacking in [
        "person=\"a\" until=2027-01-01",
        "reason=\"a\" until=2027-01-01",
        "reason=\"a\" person=\"b\"",
        "reason=\"a\" person=\"b\" until=2026-11-21",
    ] {
        let outcome = page(&format!("<!-- adlint waive=MA-EXAG-NEWEST {lacking} -->\n\n最新の治療です。\n"));
        assert_eq!(found(&outcome), ["AD-WAIVER", "MA-EXAG-NEWEST"], "{lacking}");
    }
}

#[test]
fn what_blocks_has_no_waiver() {
    let outcome = page(&format!("<!-- adlint waive=MA-FALSE-CERTAIN {WAIVER} -->\n\n必ず治ります。\n"));
    assert_eq!(found(&outcome), ["AD-WAIVER", "MA-FALSE-CERTAIN"]);
}

fn compared(ja: &str, en: &str) -> (Vec<String>, Vec<String>) {
    let pack = pack();
    let asked = linter(&pack);
    let read = |text: &str| (asked.read(text, Format::Markdown).expect("short"), asked.passage(text).expect("short"));
    let ((ja_page, ja_found), (en_page, en_found)) = (read(ja), read(en));
    let ja = Version { page: &ja_page, outcome: &ja_found };
    let en = Version { page: &en_page, outcome: &en_found };
    let rules = |this, other| lacking(&pack, this, other).into_iter().map(|finding| finding.rule).collect();
    (rules(&ja, &en), rules(&en, &ja))
}

#[test]
fn two_versions_that_say_the_same_differ_in_nothing() {
    let (ja, en) = compared(
        "1回3万3千円、5回で165,000円。赤みが出ることがあります。",
        "¥33,000 a session, ¥165,000 for 5 sessions. Redness may occur.",
    );
    assert_eq!((ja.len(), en.len()), (0, 0), "{ja:?} {en:?}");
}

#[test]
fn a_price_a_risk_and_a_stronger_claim_are_missed_on_the_side_that_lacks_them() {
    let (ja, en) =
        compared("33,000円。赤み、腫れ。ダウンタイムはほとんどありません。", "¥22,000. Redness. No downtime.");
    assert_eq!(ja, ["PAR-PRICE"]);
    assert_eq!(en, ["PAR-PRICE", "PAR-RISK", "PAR-CLAIM"]);
}
