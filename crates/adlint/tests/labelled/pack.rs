//! The shipped pack with the shipped registry of products.

use adlint::Linter;
use adlint::pack::{Pack, Texts};
use jiff::civil::date;
use std::path::Path;

fn read(folder: &Path, texts: &mut Texts) {
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            read(&path, texts);
        } else if path.extension().is_some_and(|end| end == "toml") {
            texts.insert(path.display().to_string(), std::fs::read_to_string(&path).expect("it is text"));
        }
    }
}

/// The rules that ship, and the products that the registry knows.
pub fn pack() -> Pack {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = Texts::new();
    read(&root.join("rulepacks"), &mut texts);
    let registry = std::fs::read_to_string(root.join("protocols/products.toml")).expect("the registry is there");
    texts.insert("products.toml".into(), registry);
    Pack::read(&texts).unwrap_or_else(|mistakes| {
        let told: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        panic!("{}", told.join("\n"))
    })
}

/// Asks them on the day of the labelled sentences.
pub fn linter(pack: &Pack) -> Linter<'_> {
    Linter::new(pack, date(2026, 11, 22))
}
