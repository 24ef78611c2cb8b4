use super::fixture::{texts, texts_with};
use protocol::Diagnostic;

const NEEDLING: &str = "protocols/needling/protocol.toml";

fn mistakes(path: &str, from: &str, to: &str) -> Vec<Diagnostic> {
    protocol::load(&texts_with(path, from, to)).expect_err("this must be refused")
}

fn only(path: &str, from: &str, to: &str) -> Diagnostic {
    let mut all = mistakes(path, from, to);
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

#[test]
fn an_unknown_key_is_refused_with_the_nearest_known_one() {
    let mistake = only(NEEDLING, "minutes = 30\nroom", "minutes = 30\nrom = \"treatment\"\nroom");
    assert_eq!(mistake.message, "unknown key `rom`");
    assert_eq!(mistake.did_you_mean.as_deref(), Some("room"));
}

#[test]
fn an_unknown_fact_is_refused_at_its_line_and_column() {
    let mistake = only(NEEDLING, "{ fact = \"pregnancy\", is", "{ fact = \"pregnency\", is");
    assert_eq!(mistake.message, "unknown fact `pregnency`");
    assert_eq!(mistake.did_you_mean.as_deref(), Some("pregnancy"));
    assert_eq!(mistake.file, NEEDLING);
    assert!(mistake.excerpt.starts_with("when = { any"));
    assert_eq!(mistake.column, 26);
}

#[test]
fn a_missing_or_empty_language_is_refused() {
    let missing = only(NEEDLING, "{ ja = \"麻酔\", en = \"Numbing\" }", "{ ja = \"麻酔\" }");
    assert_eq!(missing.message, "`en` is missing");
    let empty = only(NEEDLING, "{ ja = \"麻酔\", en = \"Numbing\" }", "{ ja = \"\", en = \"Numbing\" }");
    assert_eq!(empty.message, "this text is empty");
}

#[test]
fn a_number_without_a_source_is_refused() {
    let sessions = "max = 6, source = [\"trial\"], confidence = \"moderate\" }";
    let unsourced = only(NEEDLING, sessions, "max = 6, confidence = \"moderate\" }");
    assert_eq!(unsourced.message, "this statement has no source");
    let unweighed = only(NEEDLING, sessions, "max = 6, source = [\"trial\"] }");
    assert_eq!(unweighed.message, "`confidence` is missing");
}

#[test]
fn an_unverified_rule_that_acts_is_refused() {
    let mistake = only(NEEDLING, "active = false\n", "");
    assert_eq!(mistake.message, "an unverified statement may not act");
}

#[test]
fn a_source_that_nobody_cites_is_refused_at_its_entry() {
    let cited = "conflict = [{ claim = { ja = \"待機は不要とする合意があります。\", en = \"A consensus sees no need to wait.\" }, source = [\"consensus\"] }]\n";
    let mistake = only(NEEDLING, cited, "");
    assert_eq!(mistake.file, "protocols/needling/sources.toml");
    assert_eq!(mistake.message, "nothing cites the source `consensus`");
    assert_eq!(mistake.line, 15);
}

#[test]
fn a_citation_without_a_source_is_refused() {
    let mistake = only("protocols/products.toml", "source = [\"registry\"]", "source = [\"registri\"]");
    assert_eq!(mistake.did_you_mean.as_deref(), Some("registry"));
}

#[test]
fn a_value_that_the_fact_cannot_have_is_refused() {
    let never = only(NEEDLING, "{ fact = \"pregnancy\", is = \"yes\" }", "{ fact = \"pregnancy\", is = \"never\" }");
    assert_eq!(never.message, "`pregnancy` cannot have this value");
    let choice = only(NEEDLING, "one_of = [\"iv\", \"v\"]", "one_of = [\"iv\", \"vi\"]");
    assert_eq!(choice.message, "unknown choice `vi`");
    let test = only(NEEDLING, "at_least = 6", "within = { days = 6 }");
    assert_eq!(test.message, "this test does not suit `inflammatory_lesions`");
}

#[test]
fn an_id_that_is_used_twice_is_refused_across_the_parts_of_a_protocol() {
    let mistake = only(NEEDLING, "id = \"label-depth\"", "id = \"open-wound\"");
    assert_eq!(mistake.message, "`open-wound` is used twice");
    let interval = only(NEEDLING, "id = \"label-depth\"", "id = \"acne-scars-interval\"");
    assert_eq!(interval.message, "`acne-scars-interval` is used twice");
}

#[test]
fn a_deferral_without_an_end_is_refused() {
    let event = "until = { event = { ja = \"傷が治るまで\", en = \"Until it has healed\" } }\n";
    assert_eq!(only(NEEDLING, event, "").message, "this deferral has no end");
}

#[test]
fn disclosures_stand_with_unapproved_treatments_and_only_with_them() {
    let approved = mistakes(NEEDLING, "status = \"unapproved\"", "status = \"approved\"");
    assert!(approved.iter().any(|m| m.message == "an approved treatment has nothing to disclose here"));
    let off_label = mistakes("protocols/toxin/protocol.toml", "status = \"approved\"", "status = \"off-label\"");
    assert_eq!(off_label[0].message, "`disclosures` is missing");
}

#[test]
fn units_without_exactly_one_product_are_refused() {
    let one = "id = \"per-point\"\nproducts = [\"toxin-a\"]";
    let two = "id = \"per-point\"\nproducts = [\"toxin-a\", \"toxin-b\"]";
    assert_eq!(only("protocols/toxin/protocol.toml", one, two).message, "units belong to one product");
}

#[test]
fn ranges_that_run_backwards_are_refused() {
    for (from, to) in [
        ("min = 3, usual = 4", "min = 5, usual = 4"),
        ("floor = { days = 21 }", "floor = { days = 31 }"),
        ("depth_mm = { min = 0.5, max = 1.5 }", "depth_mm = { min = 1.6, max = 1.5 }"),
        ("days = [1, 3, 7]", "days = [1, 3, 3]"),
        ("days = [2, 5]", "days = [1, 5]"),
        ("to = { months = 12 }", "to = { months = 5 }"),
    ] {
        assert_eq!(mistakes(NEEDLING, from, to).len(), 1, "{to}");
    }
}

#[test]
fn a_depth_finer_than_a_hundredth_is_refused() {
    let mistake = only(NEEDLING, "depth_mm = { max = 2.0 }", "depth_mm = { max = 2.005 }");
    assert_eq!(mistake.message, "this amount cannot be kept");
}

#[test]
fn several_mistakes_in_several_files_are_told_at_once() {
    let mut texts = texts();
    for path in [NEEDLING, "protocols/toxin/protocol.toml"] {
        let text = texts.get_mut(path).unwrap();
        *text = text.replacen("minutes = ", "minuts = ", 1);
    }
    let mistakes = protocol::load(&texts).unwrap_err();
    let files: Vec<&str> = mistakes.iter().map(|mistake| mistake.file.as_str()).collect();
    assert_eq!(mistakes.len(), 4, "a missing and an unknown key in each: {mistakes:#?}");
    assert!(files.contains(&NEEDLING) && files.contains(&"protocols/toxin/protocol.toml"));
}

#[test]
fn broken_syntax_is_refused_with_its_line() {
    let mistake = &mistakes(NEEDLING, "status = \"unapproved\"", "status = unapproved\"")[0];
    assert_eq!((mistake.file.as_str(), mistake.line), (NEEDLING, 4));
}

#[test]
fn a_file_without_a_place_and_a_folder_without_a_protocol_are_refused() {
    let mut stray = texts();
    stray.insert("protocols/notes.toml".into(), String::new());
    assert_eq!(protocol::load(&stray).unwrap_err().len(), 1);
    let mut hollow = texts();
    hollow.insert("protocols/hollow/cases.toml".into(), String::new());
    assert_eq!(protocol::load(&hollow).unwrap_err()[0].message, "this file is missing");
}

#[test]
fn a_case_with_an_unknown_fact_or_rule_is_refused() {
    let path = "protocols/needling/cases.toml";
    assert_eq!(
        only(path, "facts = { pregnancy = \"yes\" }", "facts = { pregnent = \"yes\" }").message,
        "unknown fact `pregnent`"
    );
    assert_eq!(
        only(path, "named = [\"pregnancy-", "named = [\"pregnency-").did_you_mean.as_deref(),
        Some("pregnancy-or-nursing")
    );
}
