//! The words that the phrase rules look for, apart from those that only tell the context.

use anyhow::Context;
use std::collections::{BTreeMap, BTreeSet};
use toml::{Table, Value};

/// Every word of every class that a phrase rule matches, out of the files of a pack. A stem stands without its star.
pub(super) fn of_phrases(files: &BTreeMap<String, String>) -> anyhow::Result<BTreeSet<String>> {
    let mut gathered = Gathered::default();
    let mut patterns = Vec::new();
    for (name, text) in files {
        let table: Table = text.parse().with_context(|| format!("{name} cannot be read"))?;
        patterns.extend(
            each(&table, "rule").iter().flat_map(|rule| each(rule, "case")).flat_map(|case| texts(&case, "match")),
        );
        if let Some(Value::Table(classes)) = table.get("class") {
            gathered.classes.extend(classes.clone());
        }
    }
    patterns.iter().for_each(|pattern| gathered.pattern(pattern));
    Ok(gathered.words)
}

#[derive(Default)]
struct Gathered {
    classes: Table,
    seen: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Gathered {
    /// A sequence names classes, gives words between single quotes, and says how far apart they may be.
    fn pattern(&mut self, pattern: &str) {
        for part in pattern.split_whitespace().filter(|part| !part.starts_with('<')) {
            match part.strip_prefix('\'').and_then(|part| part.strip_suffix('\'')) {
                Some(word) => drop(self.words.insert(word.replace('_', " "))),
                None => part.split('|').for_each(|class| self.class(class)),
            }
        }
    }

    fn class(&mut self, name: &str) {
        if !self.seen.insert(name.to_owned()) {
            return;
        }
        let Some(Value::Table(class)) = self.classes.get(name).cloned() else { return };
        self.words.extend(texts(&class, "words").iter().map(|word| word.trim_end_matches('*').to_owned()));
        texts(&class, "include").iter().for_each(|included| self.class(included));
        texts(&class, "sequences").iter().for_each(|sequence| self.pattern(sequence));
    }
}

fn each(table: &Table, name: &str) -> Vec<Table> {
    let Some(Value::Array(entries)) = table.get(name) else { return Vec::new() };
    entries.iter().filter_map(Value::as_table).cloned().collect()
}

fn texts(table: &Table, name: &str) -> Vec<String> {
    let Some(Value::Array(entries)) = table.get(name) else { return Vec::new() };
    entries.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_matched_classes_are_taken_and_those_of_the_context_are_not() {
        let pack = r#"
            [class.sure]
            words = ["必ず", "guarant*"]
            include = ["very"]
            [class.very]
            words = ["絶対"]
            [class.advice]
            words = ["相談"]
            [[rule]]
            [[rule.case]]
            match = ["sure <12 'no_risk'"]
            unless = ["after 12 advice"]
        "#;
        let words = of_phrases(&[("a.toml".to_owned(), pack.to_owned())].into()).unwrap();
        assert_eq!(words.into_iter().collect::<Vec<_>>(), ["guarant", "no risk", "必ず", "絶対"]);
    }

    #[test]
    fn a_file_that_is_no_toml_is_named() {
        let error = of_phrases(&[("broken.toml".to_owned(), "= 1".to_owned())].into()).unwrap_err();
        assert!(error.to_string().contains("broken.toml"));
    }
}
