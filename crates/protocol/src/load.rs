//! From texts to a library, or to every mistake.

use crate::cases;
use crate::diagnostic::Diagnostic;
use crate::files::{Files, Parsed, Round};
use crate::reading::{Desk, Table, Taken};
use crate::seal::seal;
use crate::shared::{self, Cited};
use crate::treatment;
use journey::protocol::{Library, Protocol};
use journey::slug::{ProtocolId, SourceId};
use std::collections::BTreeMap;

/// Reads every protocol file; paths are relative to the folder `protocols`, or begin with it.
///
/// Refuses the whole library if anything in any file is wrong, and tells every mistake it can see: first of syntax,
/// then of the shared files, then of all protocols, so that no mistake is told for another's sake.
pub fn load(texts: &BTreeMap<String, String>) -> Result<Library, Vec<Diagnostic>> {
    let desk = Desk::default();
    let files = Files::sort(texts, &desk);
    if !desk.is_clean() {
        return Err(desk.into_mistakes());
    }
    let protocols = files.protocols();
    let (mut library, citable) = registries(&files, &desk, &protocols);
    if !desk.is_clean() {
        return Err(desk.into_mistakes());
    }
    for id in &protocols {
        if let Some(protocol) = one(&files, &desk, &library, &citable, &protocols, id) {
            library.protocols.insert(id.clone(), protocol);
        }
    }
    if desk.is_clean() {
        orphans(files.shared("sources.toml"), &citable, &desk, &desk);
        cases::check(&library, &files, &desk);
    }
    if desk.is_clean() { Ok(library) } else { Err(desk.into_mistakes()) }
}

/// The shared files, in the order in which they refer to each other.
fn registries(files: &Files<'_>, desk: &Desk, protocols: &[ProtocolId]) -> (Library, Vec<Cited>) {
    let mut library = Library::default();
    let none = Library::default();
    let round = Round { desk, library: &none, sources: &[], protocols };
    let taken = Taken::default();
    let citable = part(files, "sources.toml", round, |file| shared::sources(file, &taken));
    let sources: Vec<SourceId> = citable.iter().map(|cited| cited.source.id.clone()).collect();
    let round = Round { sources: &sources, ..round };
    (library.zones, library.bands) = part(files, "zones.toml", round, shared::zones);
    let placed = Library { zones: library.zones.clone(), ..Library::default() };
    library.vocabulary = part(files, "facts.toml", Round { library: &placed, ..round }, shared::vocabulary);
    library.groups = part(files, "groups.toml", round, shared::groups);
    library.concerns = part(files, "concerns.toml", round, shared::concerns);
    library.scales = part(files, "scales.toml", round, shared::scales);
    library.products = part(files, "products.toml", round, shared::products);
    (library.competences, library.rooms, library.devices) = part(files, "resources.toml", round, |file| {
        let all = (
            shared::resources(&file, "competence"),
            shared::resources(&file, "room"),
            shared::resources(&file, "device"),
        );
        file.close();
        all
    });
    library.sources = citable.iter().map(|cited| cited.source.clone()).collect();
    (library, citable)
}

fn part<T: Default>(files: &Files<'_>, name: &str, round: Round<'_>, read: impl FnOnce(Table<'_>) -> T) -> T {
    files.shared(name).map(|file| file.read(round, read)).unwrap_or_default()
}

/// One protocol with its own sources, sealed.
fn one(
    files: &Files<'_>,
    desk: &Desk,
    library: &Library,
    citable: &[Cited],
    protocols: &[ProtocolId],
    id: &ProtocolId,
) -> Option<Protocol> {
    let Some(file) = files.of(id, "protocol.toml") else {
        let missing = Diagnostic::of_file(&format!("{id}/protocol.toml"), "this file is missing".to_owned());
        desk.report(missing.expecting("a `protocol.toml` in every folder"));
        return None;
    };
    let own_desk = Desk::default();
    let round = Round { desk: &own_desk, library, sources: &[], protocols };
    let shared: Vec<SourceId> = citable.iter().map(|cited| cited.source.id.clone()).collect();
    let taken = Taken::with(&shared);
    let own_file = files.of(id, "sources.toml");
    let own = own_file.map(|file| file.read(round, |table| shared::sources(table, &taken))).unwrap_or_default();
    let sources: Vec<SourceId> = shared.into_iter().chain(own.iter().map(|cited| cited.source.id.clone())).collect();
    let protocol = file.read(Round { sources: &sources, ..round }, |table| treatment::protocol(table, id));
    if own_desk.is_clean() {
        orphans(own_file, &own, &own_desk, desk);
    }
    let sealed = protocol.and_then(|protocol| {
        let cited = citable.iter().chain(&own).map(|cited| &cited.source).filter(|s| own_desk.is_cited(&s.id));
        seal(protocol, library, cited.cloned().collect())
            .map_err(|why| desk.report(Diagnostic::of_file(file.path, why.to_string())))
            .ok()
    });
    desk.absorb(own_desk);
    sealed
}

/// Reports every source of a file that nobody cites.
fn orphans(file: Option<&Parsed<'_>>, listed: &[Cited], citing: &Desk, desk: &Desk) {
    let Some(file) = file else { return };
    for orphan in listed.iter().filter(|cited| !citing.is_cited(&cited.source.id)) {
        let message = format!("nothing cites the source `{}`", orphan.source.id);
        desk.report(
            file.mistake(orphan.span.clone(), message).expecting("a statement that cites it, or no such source"),
        );
    }
}
