//! Questions as another program asks them, over the protocols that are shipped.
#![expect(clippy::unwrap_used, reason = "a question that cannot be asked must fail")]

mod batches;
mod contract;
mod dates;
mod people;
mod results;
mod settings;

use consult::{Question, Refused, read};
use journey::protocol::Library;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

fn gather(folder: &Path, root: &Path, texts: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, root, texts);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            texts.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../protocols"));
        let mut texts = BTreeMap::new();
        gather(root, root, &mut texts);
        protocol::load(&texts).unwrap()
    })
}

fn ask<Q: Question>(question: &Value) -> Result<Value, Refused> {
    let question: Q = read(&question.to_string())?;
    Ok(serde_json::to_value(question.answer(library())?).unwrap())
}

/// The fields that are wrong, each with what is wrong.
fn wrong<Q: Question>(question: &Value) -> Vec<(String, String)> {
    let refused = ask::<Q>(question).unwrap_err();
    refused.error.into_iter().map(|one| (one.field, one.wrong)).collect()
}

fn rules(answer: &Value) -> Vec<&str> {
    answer["findings"].as_array().unwrap().iter().map(|finding| finding["rule"].as_str().unwrap()).collect()
}
