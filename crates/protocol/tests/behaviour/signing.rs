use super::fixture::{library, shipped};
use journey::protocol::{Library, Protocol};
use journey::text::Lang;
use protocol::sheet;
use serde_json::Value;

fn whole(library: &Library, protocol: &Protocol, lang: Lang) -> String {
    let sheet = sheet(library, protocol, lang);
    let mut text = sheet.title;
    for section in sheet.sections {
        text += &section.heading;
        for entry in section.entries {
            text += &entry.name;
            entry.rows.into_iter().for_each(|(label, said)| text += &format!("\n{label}: {said}"));
        }
    }
    text
}

fn sentences<'a>(value: &'a Value, lang: Lang, found: &mut Vec<&'a str>) {
    match value {
        Value::Object(map) if map.contains_key("ja") && map.contains_key("en") => {
            found.extend(map[lang.code()].as_str());
        }
        Value::Object(map) => map.values().for_each(|value| sentences(value, lang, found)),
        Value::Array(list) => list.iter().for_each(|value| sentences(value, lang, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn every_sentence_of_a_protocol_stands_on_its_page_in_both_languages() {
    for library in [library(), shipped()] {
        for protocol in library.iter() {
            let stored = serde_json::to_value(protocol).unwrap();
            for lang in Lang::ALL {
                let (text, mut said) = (whole(&library, protocol, lang), Vec::new());
                sentences(&stored, lang, &mut said);
                let missing: Vec<&&str> = said.iter().filter(|one| !text.contains(**one)).collect();
                assert!(missing.is_empty(), "{} {}: {missing:#?}", protocol.id, lang.code());
            }
        }
    }
}

#[test]
fn the_worst_rules_and_the_most_urgent_flags_come_first() {
    let library = shipped();
    for protocol in library.iter() {
        let sheet = sheet(&library, protocol, Lang::En);
        let rank = |heading: &str, label: &str, order: &[&str]| -> Vec<usize> {
            let section = sheet.sections.iter().find(|section| section.heading == heading);
            let entries = section.into_iter().flat_map(|section| &section.entries);
            let said = entries.filter_map(|entry| entry.rows.iter().find(|(name, _)| name == label));
            said.filter_map(|(_, said)| order.iter().position(|word| said.starts_with(word))).collect()
        };
        let verdicts = rank("Who may have it", "Verdict", &["not offered", "later", "a doctor", "with care"]);
        assert!(!verdicts.is_empty() && verdicts.is_sorted(), "{}: {verdicts:?}", protocol.id);
        let tiers = rank("Flags", "Tier", &["3", "2", "1", "0"]);
        assert!(tiers.is_sorted(), "{}: {tiers:?}", protocol.id);
    }
}

#[test]
fn every_section_says_something_and_every_source_is_listed() {
    let library = library();
    for protocol in library.iter() {
        let (sheet, text) = (sheet(&library, protocol, Lang::Ja), whole(&library, protocol, Lang::Ja));
        assert!(sheet.sections.iter().all(|section| !section.entries.is_empty()));
        assert!(protocol.sources.iter().all(|source| text.contains(&source.title)));
    }
}
