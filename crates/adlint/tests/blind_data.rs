//! The data that was written before the rules is sound in itself.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

fn sentences() -> Vec<Value> {
    let text = std::fs::read_to_string(data().join("sentences.jsonl")).expect("the data is sound");
    text.lines().map(|line| serde_json::from_str(line).expect("the data is sound")).collect()
}

fn text<'a>(of: &'a Value, field: &str) -> &'a str {
    of[field].as_str().unwrap_or_else(|| panic!("{field} of {of}"))
}

fn expected(sentence: &Value) -> &[Value] {
    sentence["expect"].as_array().expect("the data is sound")
}

#[test]
fn half_of_the_sentences_are_lawful_and_neither_language_has_more_than_six_of_ten() {
    let all = sentences();
    let lawful = all.iter().filter(|sentence| expected(sentence).is_empty()).count();
    let japanese = all.iter().filter(|sentence| text(sentence, "lang") == "ja").count();
    assert!(all.len() >= 170);
    assert_eq!(lawful * 2, all.len());
    assert!((4 * all.len()..=6 * all.len()).contains(&(japanese * 10)));
}

#[test]
fn every_span_is_part_of_its_sentence_and_nothing_is_said_twice() {
    let (mut ids, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for sentence in sentences() {
        assert!(ids.insert(text(&sentence, "id").to_owned()), "{sentence}");
        assert!(texts.insert(text(&sentence, "text").to_owned()), "{sentence}");
        for finding in expected(&sentence) {
            assert!(text(&sentence, "text").contains(text(finding, "span")), "{sentence}");
        }
    }
}

#[test]
fn every_page_is_named_once_and_half_of_them_are_lawful() {
    let named: toml::Table = std::fs::read_to_string(data().join("pages/expected.toml"))
        .expect("the data is sound")
        .parse()
        .expect("the data is sound");
    let pages = named["page"].as_array().expect("the data is sound");
    let names: BTreeSet<&str> = pages.iter().map(|page| page["file"].as_str().expect("the data is sound")).collect();
    let files = std::fs::read_dir(data().join("pages"))
        .expect("the data is sound")
        .map(|entry| entry.expect("the data is sound").file_name());
    let files: BTreeSet<String> = files.map(|name| name.into_string().expect("the data is sound")).collect();
    assert_eq!(names.len(), pages.len());
    assert_eq!(names.len() + 1, files.len(), "the pages and the file that names them");
    assert!(names.iter().all(|name| files.contains(*name)));
    let lawful = |page: &&toml::Value| page["lawful"].as_bool().expect("the data is sound");
    assert_eq!(pages.iter().filter(lawful).count() * 2, pages.len());
}

#[test]
fn an_unlawful_page_says_what_must_be_found_and_its_spans_are_on_the_page() {
    let named: toml::Table = std::fs::read_to_string(data().join("pages/expected.toml"))
        .expect("the data is sound")
        .parse()
        .expect("the data is sound");
    for page in named["page"].as_array().expect("the data is sound") {
        let file = page["file"].as_str().expect("the data is sound");
        let written = std::fs::read_to_string(data().join("pages").join(file)).expect("the data is sound");
        let expect = page.get("expect").and_then(toml::Value::as_array).map(Vec::as_slice).unwrap_or_default();
        assert_eq!(page["lawful"].as_bool().expect("the data is sound"), expect.is_empty(), "{file}");
        for span in expect.iter().filter_map(|one| one.get("span")?.as_str()) {
            assert!(written.contains(span), "{file}: {span}");
        }
    }
}
