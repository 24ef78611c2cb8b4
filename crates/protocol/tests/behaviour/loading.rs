use super::fixture::{library, library_of, of, texts, texts_with};
use journey::protocol::{Library, Protocol};
use std::collections::BTreeMap;

#[test]
fn no_files_are_an_empty_library() {
    let library = library_of(&BTreeMap::new());
    assert_eq!(library.iter().count(), 0);
}

#[test]
fn paths_may_leave_the_folder_out() {
    let bare = texts().into_iter().map(|(path, text)| (path.replace("protocols/", ""), text)).collect();
    assert_eq!(library_of(&bare), library());
}

#[test]
fn a_protocol_carries_the_facts_products_scales_and_sources_it_refers_to() {
    let library = library();
    let needling = of(&library, "needling");
    assert!(needling.facts.iter().any(|fact| fact.id.as_str() == "skin_type"));
    assert!(needling.facts.iter().all(|fact| fact.id.as_str() != "age"), "no rule speaks of age");
    assert_eq!(needling.products.len(), 1);
    assert_eq!(needling.scales.len(), 1);
    let cited: Vec<&str> = needling.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(cited, ["consensus", "label", "registry", "scale-paper", "trial"]);
}

#[test]
fn a_stored_version_reads_back_the_same_and_keeps_its_hash() {
    let library = library();
    let needling = of(&library, "needling");
    let stored = serde_json::to_string(needling).unwrap();
    let back: Protocol = serde_json::from_str(&stored).unwrap();
    assert_eq!(&back, needling);
    assert_eq!(protocol::content_hash(&back).unwrap(), needling.hash);
    let whole: Library = serde_json::from_str(&serde_json::to_string(&library).unwrap()).unwrap();
    assert_eq!(whole, library);
}

#[test]
fn one_word_of_a_fact_changes_the_hash_of_the_protocols_that_ask_it() {
    let (before, changed) = (
        library(),
        library_of(&texts_with("protocols/facts.toml", "How does your skin tan?", "How does your skin brown?")),
    );
    assert_ne!(of(&before, "needling").hash, of(&changed, "needling").hash);
    assert_eq!(of(&before, "toxin").hash, of(&changed, "toxin").hash);
}

#[test]
fn the_place_of_a_comment_changes_no_hash() {
    let path = "protocols/needling/protocol.toml";
    let changed = library_of(&texts_with(path, "status = ", "# a remark\nstatus  =  "));
    assert_eq!(of(&library(), "needling").hash, of(&changed, "needling").hash);
}

#[test]
fn every_case_of_the_files_holds() {
    let library = library();
    let cases = protocol::cases::read(&library, &texts()).unwrap();
    assert_eq!(cases.len(), 3);
    assert_eq!(protocol::cases::run(&library, &cases), []);
}

#[test]
fn a_case_that_comes_out_otherwise_is_told() {
    let texts = texts_with("protocols/needling/cases.toml", "expect = \"contraindicated\"", "expect = \"caution\"");
    let library = library_of(&texts);
    let failures = protocol::cases::run(&library, &protocol::cases::read(&library, &texts).unwrap());
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].to_string(), "needling: pregnancy stops it: expected caution, got contraindicated");
}
