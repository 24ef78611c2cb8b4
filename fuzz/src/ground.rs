//! What the targets stand on: the shipped pack on a fixed day, and what holds of every outcome.

use adlint::pack::Texts;
use adlint::{Linter, Outcome, Pack};
use jiff::civil::date;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut texts = Texts::new();
    gather(&root.join("rulepacks"), &mut texts);
    let registry = std::fs::read_to_string(root.join("protocols/products.toml")).expect("the registry of products");
    texts.insert("products.toml".to_owned(), registry);
    Pack::read(&texts).unwrap_or_else(|mistakes| panic!("the shipped pack does not read: {mistakes:?}"))
});

/// Every TOML file below a folder, by its path.
fn gather(folder: &Path, texts: &mut Texts) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            gather(&path, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&path).expect("a file of the pack");
            texts.insert(path.display().to_string(), text);
        }
    }
}

/// The shipped rules on a day that never moves.
pub fn linter() -> Linter<'static> {
    Linter::new(&PACK, date(2026, 11, 22))
}

/// Every span lies in the source, on character boundaries, in order; refuses otherwise by a panic.
pub fn holds(text: &str, outcome: &Outcome) {
    let mut last = 0;
    for finding in &outcome.findings {
        assert!(text.get(finding.span.clone()).is_some(), "{} at {:?}", finding.rule, finding.span);
        assert!(finding.span.start >= last, "{} at {:?} comes after {last}", finding.rule, finding.span);
        last = finding.span.start;
    }
    for held in &outcome.held_back {
        assert!(text.get(held.span.clone()).is_some(), "{} held back at {:?}", held.rule, held.span);
    }
}
