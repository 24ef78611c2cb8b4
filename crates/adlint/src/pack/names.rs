//! Names of classes to their ids, and the order in which sequences can be found.

use super::Mistake;
use super::file::{ClassEntry, Files};
use crate::phrase::hit::ClassId;
use crate::phrase::lexicon::Words;
use crate::phrase::number::Shapes;
use crate::phrase::pattern::Pattern;
use crate::phrase::reading::Composite;
use std::collections::{BTreeMap, BTreeSet};

/// The classes that need no words.
const SHAPES: [&str; 4] = ["number", "telephone", "mail", "year"];

/// Gives ids, and collects words.
#[derive(Debug, Default)]
pub struct Names {
    pub ids: BTreeMap<String, ClassId>,
    pub words: Words,
}

impl Names {
    /// The id of a name, new if need be.
    pub fn intern(&mut self, name: &str) -> ClassId {
        let next = ClassId(u16::try_from(self.ids.len()).unwrap_or(u16::MAX));
        *self.ids.entry(name.to_owned()).or_insert(next)
    }

    /// The ids of the classes that need no words.
    pub fn shapes(&mut self) -> Shapes {
        let [number, telephone, mail, year] = SHAPES.map(|name| self.intern(name));
        Shapes { number, telephone, mail, year }
    }

    /// The class that a pattern means: a known name, or a word between single quotes.
    pub fn resolve(&mut self, name: &str) -> Option<ClassId> {
        if let Some(word) = name.strip_prefix('\'').and_then(|word| word.strip_suffix('\'')) {
            let id = self.intern(name);
            self.words.member(&word.replace('_', " "), id);
            return Some(id);
        }
        self.ids.get(name).copied()
    }

    /// Takes in the words of all classes.
    pub fn add(&mut self, files: &Files, mistakes: &mut Vec<Mistake>) {
        let ids: Vec<ClassId> = files.classes.keys().map(|name| self.intern(name)).collect();
        for (id, (name, (file, entry))) in ids.into_iter().zip(&files.classes) {
            let mut seen = BTreeSet::new();
            self.spell(id, name, entry, files, &mut seen);
            for missing in entry.include.iter().filter(|one| !files.classes.contains_key(*one)) {
                let what = format!("class `{name}` includes `{missing}`, which nothing is called");
                mistakes.push(Mistake { file: file.clone(), line: None, what });
            }
        }
    }

    fn spell(&mut self, id: ClassId, name: &str, entry: &ClassEntry, files: &Files, seen: &mut BTreeSet<String>) {
        if !seen.insert(name.to_owned()) {
            return;
        }
        entry.words.iter().for_each(|word| self.words.member(word, id));
        entry.compounds.iter().for_each(|word| self.words.compound(word, id));
        for (included, (_, other)) in entry.include.iter().filter_map(|one| files.classes.get_key_value(one)) {
            self.spell(id, included, other, files, seen);
        }
    }

    /// The sequences, in layers: each uses only what earlier layers give.
    pub fn layers(&mut self, files: &Files, mistakes: &mut Vec<Mistake>) -> Vec<Vec<Composite>> {
        let mut open: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for name in files.classes.keys() {
            let sequences = sequences(name, files, &mut BTreeSet::new());
            if !sequences.is_empty() {
                open.insert(name.clone(), sequences);
            }
        }
        let mut layers = Vec::new();
        while !open.is_empty() {
            let ready: Vec<String> =
                open.iter().filter(|(name, lines)| !waits(name, lines, &open)).map(|(name, _)| name.clone()).collect();
            if ready.is_empty() {
                let names: Vec<String> = open.keys().cloned().collect();
                let what = format!("these classes are made of each other: {}", names.join(", "));
                mistakes.push(Mistake { file: "classes".into(), line: None, what });
                break;
            }
            let taken: Vec<(String, Vec<String>)> = ready.iter().filter_map(|name| open.remove_entry(name)).collect();
            layers.push(taken.into_iter().map(|(name, lines)| self.composite(&name, &lines, mistakes)).collect());
        }
        layers
    }

    fn composite(&mut self, name: &str, lines: &[String], mistakes: &mut Vec<Mistake>) -> Composite {
        let mut patterns = Vec::new();
        for line in lines {
            match Pattern::read(line, &mut |name| self.resolve(name)) {
                Ok(pattern) => patterns.push(pattern),
                Err(what) => {
                    let what = format!("class `{name}`: {what}");
                    mistakes.push(Mistake { file: "classes".into(), line: None, what });
                }
            }
        }
        Composite { class: self.intern(name), patterns }
    }
}

/// The sequences of a class and of those it includes.
fn sequences(name: &str, files: &Files, seen: &mut BTreeSet<String>) -> Vec<String> {
    let Some((_, entry)) = files.classes.get(name).filter(|_| seen.insert(name.to_owned())) else { return Vec::new() };
    let included = entry.include.iter().flat_map(|one| sequences(one, files, seen)).collect::<Vec<_>>();
    entry.sequences.iter().cloned().chain(included).collect()
}

/// Whether a sequence uses a class that is not ready.
fn waits(name: &str, lines: &[String], open: &BTreeMap<String, Vec<String>>) -> bool {
    let uses = |line: &String| {
        line.split_whitespace().flat_map(|token| token.split('|')).any(|used| used != name && open.contains_key(used))
    };
    lines.iter().any(uses)
}
