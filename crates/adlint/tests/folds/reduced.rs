//! The shipped pack without what only one fold speaks for.

use crate::labelled::pack::PRODUCTS;
use adlint::document::Format;
use adlint::pack::Texts;
use adlint::{Linter, Pack, japan};
use std::collections::BTreeSet;
use toml::{Table, Value};

/// What of the pack matches in some texts: words as they are written, and the places of patterns.
pub struct Support {
    texts: Vec<String>,
    patterns: BTreeSet<(usize, usize)>,
}

impl Support {
    /// Of these texts.
    pub fn of<'t>(linter: &Linter<'_>, texts: impl Iterator<Item = &'t str>) -> Self {
        let (mut normal, mut patterns) = (Vec::new(), BTreeSet::new());
        for text in texts {
            let page = linter.read(text, Format::of_text(text)).expect("it can be read");
            for reading in &page.readings {
                normal.push(reading.text.as_str().to_owned());
                let ends = reading.outline.sentences.iter().map(|sentence| sentence.range.end);
                let end = |at: usize| ends.clone().find(|end| at < *end).unwrap_or(usize::MAX);
                for (first, hit) in reading.hits.iter().enumerate() {
                    patterns.extend(matching(linter.pack(), reading, first, end(hit.start as usize)));
                }
            }
        }
        Self { texts: normal, patterns }
    }

    fn says(&self, word: &str) -> bool {
        self.texts.iter().any(|text| occurs(text, word))
    }
}

fn matching(pack: &Pack, reading: &adlint::phrase::reading::Reading, first: usize, end: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (case, entry) in pack.cases.iter().enumerate() {
        for (place, pattern) in entry.patterns.iter().enumerate() {
            if pattern.at(reading.text.as_str(), &reading.hits, first, end).is_some() {
                found.push((case, place));
            }
        }
    }
    found
}

/// Whether a word stands in a normalised text; Latin words not inside others, stems at their beginning.
fn occurs(text: &str, word: &str) -> bool {
    let (stem, open) = word.strip_suffix('*').map_or((word, false), |stem| (stem, true));
    let letter = |found: Option<char>| found.is_some_and(|letter| letter.is_ascii_alphanumeric());
    let latin = stem.is_ascii();
    text.match_indices(stem).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + stem.len()..].chars().next());
        !latin || (!letter(before) && (open || !letter(after)))
    })
}

/// What was taken out.
#[derive(Default)]
pub struct Removed {
    pub words: BTreeSet<String>,
    pub patterns: BTreeSet<String>,
}

/// The pack without what matches inside and nowhere outside.
pub fn without(linter: &Linter<'_>, inside: &Support, outside: &Support) -> (Pack, Removed) {
    let (mut texts, mut removed, mut case) = (Texts::new(), Removed::default(), 0);
    for (name, text) in japan::texts() {
        let mut table: Table = text.parse().expect("it ships");
        for rule in entries(table.get_mut("rule")) {
            for one in entries(rule.get_mut("case")) {
                let list = list(one.get_mut("match"));
                let mut place = 0;
                list.retain(|pattern| {
                    let gone = inside.patterns.contains(&(case, place)) && !outside.patterns.contains(&(case, place));
                    place += 1;
                    gone.then(|| removed.patterns.insert(pattern.as_str().expect("text").to_owned())).is_none()
                });
                case += 1;
            }
        }
        for (_, class) in table.get_mut("class").and_then(Value::as_table_mut).into_iter().flatten() {
            for key in ["words", "compounds"] {
                let Some(Value::Array(words)) = class.get_mut(key) else { continue };
                words.retain(|word| {
                    let word = normal(linter, word.as_str().expect("text"));
                    let gone = inside.says(&word) && !outside.says(&word);
                    gone.then(|| removed.words.insert(word)).is_none()
                });
            }
        }
        texts.insert(name, toml::to_string(&table).expect("a table"));
    }
    texts.insert(japan::PRODUCTS.to_owned(), PRODUCTS.to_owned());
    let pack = Pack::read(&texts).unwrap_or_else(|mistakes| panic!("{mistakes:?}"));
    (pack, removed)
}

fn normal(linter: &Linter<'_>, word: &str) -> String {
    let page = linter.read(word, Format::Plain).expect("short");
    page.readings.first().map_or_else(|| word.to_owned(), |reading| reading.text.as_str().trim().to_owned())
}

fn entries(value: Option<&mut Value>) -> Vec<&mut Table> {
    let list = value.and_then(Value::as_array_mut).into_iter().flatten();
    list.filter_map(Value::as_table_mut).collect()
}

fn list(value: Option<&mut Value>) -> &mut Vec<Value> {
    value.and_then(Value::as_array_mut).expect("a case has patterns")
}
