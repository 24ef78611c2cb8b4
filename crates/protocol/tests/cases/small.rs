//! The small library, with cases of the test's own.

use journey::protocol::Library;
use protocol::cases::Case;
use std::collections::BTreeMap;
use std::path::Path;

/// Every file of the small library, with these cases of `needling`.
pub fn texts(cases: &str) -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/protocols");
    let mut texts = BTreeMap::new();
    for folder in ["", "needling", "toxin"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                texts.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    texts.insert("needling/cases.toml".to_owned(), cases.to_owned());
    texts
}

/// The small library with these cases; both must be sound.
pub fn with(cases: &str) -> (Library, Vec<Case>) {
    sound(&texts(cases))
}

/// The small library with more at the end of some of its files, and with these cases.
pub fn with_more(more: &[(&str, &str)], cases: &str) -> (Library, Vec<Case>) {
    let mut texts = texts(cases);
    for (path, text) in more {
        let file = texts.get_mut(*path).unwrap();
        *file = format!("{file}\n{text}");
    }
    sound(&texts)
}

fn sound(texts: &BTreeMap<String, String>) -> (Library, Vec<Case>) {
    let library = protocol::load(texts).unwrap_or_else(|mistakes| panic!("{}", mistakes[0]));
    let cases = protocol::cases::read(&library, texts).unwrap();
    (library, cases)
}

/// What differs in the one case given.
pub fn differs(case: &str) -> Vec<String> {
    differences(&with(case))
}

/// What differs in all cases.
pub fn differences((library, cases): &(Library, Vec<Case>)) -> Vec<String> {
    let failures = protocol::cases::run(library, cases);
    failures.into_iter().flat_map(|failure| failure.differs).collect()
}

/// The first mistake in these cases.
pub fn mistake(cases: &str) -> String {
    protocol::load(&texts(cases)).unwrap_err()[0].to_string()
}
