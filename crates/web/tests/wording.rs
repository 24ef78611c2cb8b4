//! Both languages say everything.

use app::Refusal;
use journey::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use web::{Wording, message_keys};

fn sources(folder: &Path, text: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|end| end == "rs") {
            text.push_str(&std::fs::read_to_string(&path).expect("text"));
        }
    }
}

fn code() -> String {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    text
}

/// Every quoted word of the code that has the shape of a message key.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.split('"')
        .filter(|word| word.contains('-') && word.len() > 4)
        .filter(|word| word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'))
        .collect()
}

/// Beginnings of keys whose end is decided at run time: `format!("visit-state-{}", …)`.
fn beginnings(text: &str) -> BTreeSet<&str> {
    text.split('"')
        .filter_map(|word| word.split_once('{').map(|(start, _)| start))
        .filter(|start| start.ends_with('-') && start.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .collect()
}

#[test]
fn both_languages_have_the_same_messages() {
    let (ja, en): (BTreeSet<_>, BTreeSet<_>) =
        (message_keys(Lang::Ja).into_iter().collect(), message_keys(Lang::En).into_iter().collect());
    assert_eq!(ja.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "in Japanese only");
    assert_eq!(en.difference(&ja).collect::<Vec<_>>(), Vec::<&String>::new(), "in English only");
}

#[test]
fn no_message_is_told_twice() {
    for lang in Lang::ALL {
        let mut seen = BTreeMap::new();
        for key in message_keys(lang) {
            *seen.entry(key).or_insert(0) += 1;
        }
        let twice: Vec<_> = seen.iter().filter(|(_, count)| **count > 1).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}

#[test]
fn every_message_that_the_code_asks_for_exists() {
    let text = code();
    let known: BTreeSet<String> = message_keys(Lang::Ja).into_iter().collect();
    for call in [".t(\"", ".with(\"", ".count(\""] {
        for rest in text.split(call).skip(1) {
            let key = rest.split('"').next().unwrap_or_default();
            let is_key =
                key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            assert!(!is_key || known.contains(key), "{key} has no words");
        }
    }
}

#[test]
fn no_message_stands_unused() {
    let text = code();
    let (words, starts) = (quoted(&text), beginnings(&text));
    let codes: BTreeSet<String> = Refusal::CODES.iter().map(|code| format!("refusal-{code}")).collect();
    let used = |key: &str| {
        words.contains(key)
            || codes.contains(key)
            || key.starts_with("field-")
            || key.starts_with("likeness-")
            || starts.iter().any(|start| key.starts_with(start))
    };
    let idle: Vec<String> = message_keys(Lang::Ja).into_iter().filter(|key| !used(key)).collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    for lang in Lang::ALL {
        for code in Refusal::CODES {
            let sentence = Wording(lang).t(&format!("refusal-{code}"));
            assert!(!sentence.starts_with('['), "{code} has no words in {}", lang.code());
        }
    }
}
