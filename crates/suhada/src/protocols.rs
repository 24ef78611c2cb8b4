//! The protocols that are built in, or those of a folder.

use anyhow::Context;
use journey::protocol::Library;
use protocol::Diagnostic;
use rust_embed::RustEmbed;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(RustEmbed)]
#[folder = "../../protocols"]
struct Shipped;

/// Texts by their paths within the folder.
pub type Texts = BTreeMap<String, String>;

/// The texts of a folder, or those built in.
pub fn texts(folder: Option<&Path>) -> anyhow::Result<Texts> {
    let mut texts = Texts::new();
    match folder {
        Some(folder) => gather(folder, folder, &mut texts)?,
        None => {
            for name in Shipped::iter() {
                let file = Shipped::get(&name).context("a file that is built in")?;
                texts.insert(name.into_owned(), String::from_utf8(file.data.into_owned())?);
            }
        }
    }
    Ok(texts)
}

fn gather(folder: &Path, root: &Path, texts: &mut Texts) -> anyhow::Result<()> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, root, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            texts.insert(name, text);
        }
    }
    Ok(())
}

/// The library of a folder, or the one built in. Mistakes are one error that shows all of them.
pub fn library(folder: Option<&Path>) -> anyhow::Result<Library> {
    let texts = texts(folder)?;
    protocol::load(&texts).map_err(|mistakes| crate::commands::BadInput(shown(&mistakes)).into())
}

/// Mistakes as a compiler shows them.
pub fn shown(mistakes: &[Diagnostic]) -> String {
    let all: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
    all.join("\n\n")
}
