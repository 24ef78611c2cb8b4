//! The protocols of the repository: they load, every case of theirs holds, and every number in them is held by a case.
#![expect(clippy::unwrap_used, reason = "a repository that cannot be read must fail")]

use journey::protocol::Library;
use journey::slug::ProtocolId;
use protocol::cases::Case;
use protocol::mutate::tally;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The protocols of which no number may change unnoticed.
const WHOLE: [&str; 3] = ["dermapen", "botox", "micro-botox"];

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

fn shipped() -> (Library, Vec<Case>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = BTreeMap::new();
    gather(&root.join("protocols"), &root, &mut texts);
    let told = |mistakes: Vec<protocol::Diagnostic>| -> String {
        mistakes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
    };
    let library = protocol::load(&texts).unwrap_or_else(|mistakes| panic!("{}", told(mistakes)));
    let cases = protocol::cases::read(&library, &texts).unwrap_or_else(|mistakes| panic!("{}", told(mistakes)));
    (library, cases)
}

#[test]
fn the_shipped_protocols_load_and_every_case_holds() {
    let (library, cases) = shipped();
    let failures: Vec<String> = protocol::cases::run(&library, &cases).iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_number_or_rule_changes_unnoticed() {
    let (library, cases) = shipped();
    for id in WHOLE {
        let tally = tally(&library, &ProtocolId::parse(id).unwrap(), &cases, |_, _| ());
        let survivors: Vec<String> = tally.survivors.iter().map(|(what, change)| format!("{what}: {change}")).collect();
        let (total, explained) = (tally.total, tally.explained);
        assert!(survivors.is_empty(), "{id}: {total} mutants, {explained} explained:\n{}", survivors.join("\n"));
        assert_eq!(tally.caught + explained, total);
    }
}
