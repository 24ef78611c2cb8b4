//! Which text is which part of the library.

use crate::diagnostic::Diagnostic;
use crate::reading::{Context, Desk, Table};
use journey::protocol::Library;
use journey::slug::{ProtocolId, SourceId};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

const SHARED: [&str; 8] = [
    "facts.toml",
    "zones.toml",
    "groups.toml",
    "resources.toml",
    "concerns.toml",
    "products.toml",
    "scales.toml",
    "sources.toml",
];

const OF_PROTOCOL: [&str; 3] = ["protocol.toml", "sources.toml", "cases.toml"];

/// One file whose syntax is sound.
pub(crate) struct Parsed<'t> {
    pub path: &'t str,
    text: &'t str,
    table: Spanned<DeTable<'t>>,
}

/// Every file by its place in the format.
#[derive(Default)]
pub(crate) struct Files<'t> {
    shared: BTreeMap<&'t str, Parsed<'t>>,
    folders: BTreeMap<ProtocolId, BTreeMap<&'t str, Parsed<'t>>>,
}

/// What every file of a reading round may refer to.
#[derive(Clone, Copy)]
pub(crate) struct Round<'r> {
    pub desk: &'r Desk,
    pub library: &'r Library,
    pub sources: &'r [SourceId],
    pub protocols: &'r [ProtocolId],
}

impl<'t> Parsed<'t> {
    fn parse(path: &'t str, text: &'t str, desk: &Desk) -> Self {
        let (table, mistakes) = DeTable::parse_recoverable(text);
        for mistake in mistakes {
            let span = mistake.span().unwrap_or(0..0);
            let told = Diagnostic::at(path, text, span, mistake.message().to_owned());
            desk.report(told.expecting("TOML: `key = value`, texts in quotation marks, `[table]` or `[[table]]`"));
        }
        Self { path, text, table }
    }

    /// A mistake in this file.
    pub fn mistake(&self, span: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::at(self.path, self.text, span, message)
    }

    /// Reads the whole file as one table.
    pub fn read<T>(&self, round: Round<'_>, read: impl FnOnce(Table<'_>) -> T) -> T {
        let Round { desk, library, sources, protocols } = round;
        let cx = Context { path: self.path, text: self.text, desk, library, sources, protocols };
        read(Table::new(&cx, self.table.get_ref(), 0..1))
    }
}

impl<'t> Files<'t> {
    /// Parses every file and finds its place; a path may begin with `protocols/`.
    pub fn sort(texts: &'t BTreeMap<String, String>, desk: &Desk) -> Self {
        let mut files = Self::default();
        for (path, text) in texts.iter().filter(|(path, _)| path.ends_with(".toml")) {
            files.place(path, text, desk);
        }
        files
    }

    fn place(&mut self, path: &'t str, text: &'t str, desk: &Desk) {
        let parts: Vec<&'t str> = path.strip_prefix("protocols/").unwrap_or(path).split('/').collect();
        match parts.as_slice() {
            [name] if SHARED.contains(name) => {
                self.shared.insert(name, Parsed::parse(path, text, desk));
            }
            [folder, name] if OF_PROTOCOL.contains(name) => match ProtocolId::parse(folder) {
                Ok(id) => {
                    let parsed = Parsed::parse(path, text, desk);
                    self.folders.entry(id).or_default().insert(name, parsed);
                }
                Err(why) => {
                    desk.report(Diagnostic::of_file(path, why.to_string()).expecting("a folder such as `acne-peel`"))
                }
            },
            _ => desk.report(
                Diagnostic::of_file(path, "this file has no place in the format".to_owned()).expecting(format!(
                    "{}; <id>/{}",
                    SHARED.join(", "),
                    OF_PROTOCOL.join(", <id>/")
                )),
            ),
        }
    }

    /// A shared file.
    pub fn shared(&self, name: &str) -> Option<&Parsed<'t>> {
        self.shared.get(name)
    }

    /// A file of a protocol.
    pub fn of(&self, protocol: &ProtocolId, name: &str) -> Option<&Parsed<'t>> {
        self.folders.get(protocol)?.get(name)
    }

    /// Every protocol that has a folder.
    pub fn protocols(&self) -> Vec<ProtocolId> {
        self.folders.keys().cloned().collect()
    }
}
