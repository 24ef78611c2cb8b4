//! Where a version of the protocols lies: built in, in a folder of protocols, or in a folder of one.

use crate::commands::BadInput;
use crate::protocols::{Texts, shown, texts};
use anyhow::Context;
use journey::protocol::Library;
use journey::slug::ProtocolId;
use std::path::Path;

/// A library, and which of its protocols is meant where the folder holds only one.
pub struct Version {
    /// All of it.
    pub library: Library,
    /// The one that is meant.
    pub only: Option<ProtocolId>,
}

/// Reads `built-in`, a folder of protocols, or the folder of one protocol. The last stands among its neighbours if it has
/// any, and otherwise takes the place of the one of its name that is built in.
pub fn version(place: &str) -> anyhow::Result<Version> {
    let folder = Path::new(place);
    if place == "built-in" {
        return read(&texts(None)?, None);
    }
    if !folder.is_dir() {
        return Err(BadInput(format!("{place} is neither a folder nor `built-in`")).into());
    }
    if !folder.join("protocol.toml").is_file() {
        return read(&texts(Some(folder))?, None);
    }
    let folder = folder.canonicalize().with_context(|| format!("{place} cannot be read"))?;
    let own = texts(Some(&folder))?;
    let id = id(&own, place)?;
    match folder.parent().filter(|parent| parent.join("facts.toml").is_file()) {
        Some(parent) => read(&texts(Some(parent))?, Some(id)),
        None => read(&instead(texts(None)?, own, &id), Some(id)),
    }
}

fn read(texts: &Texts, only: Option<ProtocolId>) -> anyhow::Result<Version> {
    let library = protocol::load(texts).map_err(|mistakes| BadInput(shown(&mistakes)))?;
    Ok(Version { library, only })
}

fn id(own: &Texts, place: &str) -> anyhow::Result<ProtocolId> {
    let table: toml::Table = own
        .get("protocol.toml")
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| BadInput(format!("{place}/protocol.toml is not TOML")))?;
    let id = table.get("id").and_then(toml::Value::as_str).and_then(|id| ProtocolId::parse(id).ok());
    id.ok_or_else(|| BadInput(format!("{place}/protocol.toml has no id")).into())
}

/// All the texts, with one protocol's replaced by others.
fn instead(mut all: Texts, own: Texts, id: &ProtocolId) -> Texts {
    let folder = format!("{id}/");
    all.retain(|path, _| !path.starts_with(&folder));
    all.extend(own.into_iter().map(|(name, text)| (format!("{folder}{name}"), text)));
    all
}
