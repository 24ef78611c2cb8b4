//! The protocols of the repository: they load, every case of theirs holds, and every number in them is held by a case.
#![expect(clippy::unwrap_used, reason = "a repository that cannot be read must fail")]

use journey::protocol::Library;
use journey::slug::ProtocolId;
use protocol::cases::Case;
use protocol::mutate::tally;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static SHIPPED: LazyLock<(Library, Vec<Case>)> = LazyLock::new(shipped);

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
    let (library, cases) = &*SHIPPED;
    let failures: Vec<String> = protocol::cases::run(library, cases).iter().map(ToString::to_string).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn no_change_goes_unnoticed(id: &str) {
    let (library, cases) = &*SHIPPED;
    let tally = tally(library, &ProtocolId::parse(id).unwrap(), cases, |_, _| ());
    let survivors: Vec<String> = tally.survivors.iter().map(|(what, change)| format!("{what}: {change}")).collect();
    let (total, explained) = (tally.total, tally.explained);
    assert!(total > 0, "there is no protocol {id}");
    assert!(survivors.is_empty(), "{id}: {total} mutants, {explained} explained:\n{}", survivors.join("\n"));
    assert_eq!(tally.caught + explained, total);
}

/// One test for each protocol, so that they run beside each other.
macro_rules! whole {
    ($($name:ident: $id:literal,)*) => {
        /// The protocols of which no number may change unnoticed.
        const WHOLE: &[&str] = &[$($id),*];

        $(#[test]
        fn $name() {
            no_change_goes_unnoticed($id);
        })*
    };
}

whole! {
    no_number_or_rule_of_dermapen_changes_unnoticed: "dermapen",
    no_number_or_rule_of_botox_changes_unnoticed: "botox",
    no_number_or_rule_of_micro_botox_changes_unnoticed: "micro-botox",
}

#[test]
fn every_protocol_that_must_be_whole_is_there() {
    let (library, _) = &*SHIPPED;
    let known: Vec<&str> = library.iter().map(|protocol| protocol.id.as_str()).collect();
    assert!(WHOLE.iter().all(|id| known.contains(id)), "{known:?}");
}
