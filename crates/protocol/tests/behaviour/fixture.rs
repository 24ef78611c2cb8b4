//! The small library, with one file changed where a test wants it.

use jiff::civil::Date;
use journey::facts::{FactValue, Facts};
use journey::protocol::{Library, Protocol};
use journey::slug::{FactId, ProtocolId};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        BTreeMap::from([$(($path.to_owned(), include_str!(concat!("../fixtures/", $path)).to_owned())),*])
    };
}

/// Every file of the small library.
pub fn texts() -> BTreeMap<String, String> {
    files![
        "protocols/concerns.toml",
        "protocols/facts.toml",
        "protocols/groups.toml",
        "protocols/products.toml",
        "protocols/resources.toml",
        "protocols/scales.toml",
        "protocols/sources.toml",
        "protocols/zones.toml",
        "protocols/needling/cases.toml",
        "protocols/needling/protocol.toml",
        "protocols/needling/sources.toml",
        "protocols/toxin/protocol.toml",
        "protocols/toxin/sources.toml",
    ]
}

/// The files with one piece of one of them replaced; the piece must be there.
pub fn texts_with(path: &str, from: &str, to: &str) -> BTreeMap<String, String> {
    let mut texts = texts();
    let text = texts.get_mut(path).unwrap();
    assert!(text.contains(from), "{from:?} is not in {path}");
    *text = text.replacen(from, to, 1);
    texts
}

/// The files with more at the end of one of them.
pub fn texts_plus(path: &str, more: &str) -> BTreeMap<String, String> {
    let mut texts = texts();
    texts.get_mut(path).unwrap().push_str(&format!("\n{more}\n"));
    texts
}

/// The small library.
pub fn library() -> Library {
    library_of(&texts())
}

/// A library that must be sound.
pub fn library_of(texts: &BTreeMap<String, String>) -> Library {
    protocol::load(texts).unwrap_or_else(|mistakes| {
        let shown: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", shown.join("\n\n"))
    })
}

/// A protocol of a library.
pub fn of<'a>(library: &'a Library, id: &str) -> &'a Protocol {
    library.get(&ProtocolId::parse(id).unwrap()).unwrap()
}

/// Answers, all given on one day.
pub fn answered(on: Date, answers: &[(&str, &str)]) -> Facts {
    let mut facts = Facts::new();
    for (fact, value) in answers {
        facts.set(FactId::parse(fact).unwrap(), FactValue::parse(value).unwrap(), on);
    }
    facts
}

/// The library that is shipped.
pub fn shipped() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../protocols");
    let mut texts = BTreeMap::new();
    gather(&root, &root, &mut texts);
    library_of(&texts)
}

fn gather(folder: &Path, root: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, texts);
        } else {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            texts.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}
