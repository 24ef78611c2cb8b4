//! The protocols of the repository: they load, and every case of theirs holds.
#![expect(clippy::unwrap_used, reason = "a repository that cannot be read must fail")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

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

#[test]
fn the_shipped_protocols_load_and_every_case_holds() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = BTreeMap::new();
    gather(&root.join("protocols"), &root, &mut texts);
    let library = protocol::load(&texts).unwrap_or_else(|mistakes| {
        let shown: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", shown.join("\n\n"))
    });
    let cases = protocol::cases::read(&library, &texts).unwrap();
    let failures: Vec<String> = protocol::cases::run(&library, &cases).iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
