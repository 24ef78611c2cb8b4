//! The library of the repository.

use jiff::civil::{Date, date};
use journey::facts::Facts;
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Overrides, Verdict, screen};
use journey::slug::ProtocolId;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The day of every test.
pub const TODAY: Date = date(2026, 4, 1);

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = BTreeMap::new();
    gather(&root.join("protocols"), &root, &mut texts);
    protocol::load(&texts).unwrap_or_else(|mistakes| {
        let shown: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", shown.join("\n\n"))
    })
});

fn gather(folder: &Path, root: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            texts.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Everything the repository ships, read once.
pub fn library() -> &'static Library {
    &LIBRARY
}

/// A protocol that is shipped.
pub fn shipped(id: &str) -> &'static Protocol {
    LIBRARY.get(&ProtocolId::parse(id).unwrap()).unwrap()
}

/// Every protocol that is shipped; the generators choose among them.
pub fn protocols() -> Vec<&'static Protocol> {
    LIBRARY.iter().collect()
}

/// The verdict over answers, on a day.
pub fn verdict_on(protocol: &Protocol, facts: &Facts, on: Date, activation: &Activation) -> Verdict {
    screen(protocol, library().facts(), facts, on, &Overrides::none(), activation)
}
