//! Every labelled sentence, with the fold it belongs to.

use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;

/// How many folds there are.
pub const FOLDS: usize = 5;

/// A sentence, and the rules that a careful reader sees broken in it.
pub struct Labelled {
    /// The set it comes from.
    pub set: &'static str,
    /// Its id; the sentence itself where it has none.
    pub id: String,
    pub text: String,
    pub expected: BTreeSet<String>,
    /// Rules that may find something, too.
    pub also: BTreeSet<String>,
    /// Whether it is judged as a page.
    pub whole: bool,
}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Option<String>,
    text: String,
    #[serde(default)]
    rules: BTreeSet<String>,
    #[serde(default)]
    expect: Vec<Expected>,
    #[serde(default)]
    also: BTreeSet<String>,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
struct Expected {
    rule: String,
}

/// All of them.
pub fn all() -> Vec<Labelled> {
    let sets = [
        ("given", include_str!("../data/given.jsonl")),
        ("sentences", include_str!("../data/sentences.jsonl")),
        ("round-3", include_str!("../data/round-3.jsonl")),
        ("round-4", include_str!("../data/round-4.jsonl")),
        ("round-6", include_str!("../data/round-6.jsonl")),
        ("round-7", include_str!("../data/round-7.jsonl")),
        ("round-8", include_str!("../data/round-8.jsonl")),
    ];
    sets.iter().flat_map(|(set, lines)| lines.lines().map(|line| Labelled::of(set, line))).collect()
}

/// The pages, which only lend support.
pub fn pages() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pages");
    let entries = std::fs::read_dir(folder).expect("the pages are there");
    entries.map(|entry| std::fs::read_to_string(entry.expect("an entry").path()).expect("it is text")).collect()
}

/// What sentences are not asked for: particulars of a page.
pub fn is_of_pages(rule: &str) -> bool {
    ["MA-RELEASE", "MA-UNAPP", "MA-BA", "PM-OFFLABEL"].iter().any(|start| rule.starts_with(start))
}

impl Labelled {
    fn of(set: &'static str, line: &str) -> Self {
        let line: Line = serde_json::from_str(line).expect(line);
        let whole =
            set == "given" && (line.rules.iter().any(|rule| is_of_pages(rule)) || line.note.contains("doc-level"));
        let named = line.rules.into_iter().chain(line.expect.into_iter().map(|one| one.rule));
        let expected = named.filter(|rule| rule != "ok" && (set == "given" || !is_of_pages(rule))).collect();
        Self {
            set,
            id: line.id.unwrap_or_else(|| line.text.clone()),
            text: line.text,
            expected,
            also: line.also,
            whole,
        }
    }

    /// Fixed by the id alone (FNV-1a).
    pub fn fold(&self) -> usize {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        let hash = self.id.bytes().fold(0xcbf2_9ce4_8422_2325, step);
        usize::try_from(hash % FOLDS as u64).expect("less than five")
    }
}
