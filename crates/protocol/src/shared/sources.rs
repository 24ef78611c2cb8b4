//! `sources.toml`, shared or of one protocol.

use crate::reading::{Table, Taken};
use journey::evidence::{Address, Seen, Source};
use std::ops::Range;

/// A source and where it stands.
pub(crate) struct Cited {
    pub source: Source,
    pub span: Range<usize>,
}

pub(crate) const SEEN: [(&str, Seen); 5] = [
    ("whole", Seen::Whole),
    ("abstract", Seen::Abstract),
    ("part", Seen::Part),
    ("restated", Seen::Restated),
    ("not-seen", Seen::NotSeen),
];

/// Every source of a file; a name that `taken` holds already is refused.
pub(crate) fn sources(file: Table<'_>, taken: &Taken) -> Vec<Cited> {
    let read = file.each("source", |table| source(table, taken));
    file.close();
    read
}

fn source(table: Table<'_>, taken: &Taken) -> Option<Cited> {
    let span = table.span();
    let (id, title) = (table.fresh("id", taken), table.text("title"));
    let year = table.get("year").and_then(|node| node.whole());
    let (address, seen) = (address(&table), table.word("seen", &SEEN));
    table.close();
    let source = Source { id: id?, title: title?, year, address: address?, seen: seen? };
    Some(Cited { source, span })
}

fn address(table: &Table<'_>) -> Option<Address> {
    let read = |key| table.get(key).and_then(|node| node.text().map(str::to_owned));
    let written = [
        read("url").map(Address::Url),
        read("doi").map(Address::Doi),
        read("registry").map(Address::Registry),
        read("place").map(Address::Place),
    ];
    let mut written = written.into_iter().flatten();
    let (first, second) = (written.next(), written.next());
    if first.is_none() || second.is_some() {
        table.wrong("where is this source?", "exactly one of `url`, `doi`, `registry`, `place`");
    }
    first
}
