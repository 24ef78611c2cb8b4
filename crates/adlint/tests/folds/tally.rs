//! What was right, too much and missed, by rule and fold.

use super::reduced::Removed;
use super::texts::Labelled;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A text with what was found in it.
pub struct Judged<'t> {
    pub text: &'t Labelled,
    pub fold: usize,
    pub found: BTreeSet<String>,
    pub why: String,
}

#[derive(Default, Clone, Copy)]
struct Tally {
    right: usize,
    too_much: usize,
    missed: usize,
}

/// All of one way of judging.
pub struct Tallies {
    what: &'static str,
    rules: BTreeMap<String, Tally>,
    folds: BTreeMap<usize, (Tally, Value)>,
    lawful: (usize, usize),
    misjudged: Vec<Value>,
}

impl Tally {
    fn count(&mut self, expected: bool, found: bool) {
        match (expected, found) {
            (true, true) => self.right += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.too_much += 1,
            (false, false) => {}
        }
    }

    fn precision(self) -> f64 {
        share(self.right, self.too_much)
    }

    fn recall(self) -> f64 {
        share(self.right, self.missed)
    }

    fn json(self) -> Value {
        json!({
            "right": self.right, "too_much": self.too_much, "missed": self.missed,
            "precision": self.precision(), "recall": self.recall(),
        })
    }
}

/// To three places; one where nothing was to be judged.
fn share(right: usize, wrong: usize) -> f64 {
    if right + wrong == 0 { 1.0 } else { (right as f64 / (right + wrong) as f64 * 1000.0).round() / 1000.0 }
}

impl Tallies {
    /// None yet.
    pub fn new(what: &'static str) -> Self {
        Self { what, rules: BTreeMap::new(), folds: BTreeMap::new(), lawful: (0, 0), misjudged: Vec::new() }
    }

    /// Begins a fold.
    pub fn fold(&mut self, fold: usize, texts: usize, removed: &Removed) {
        let told = json!({
            "texts": texts, "words_left_out": removed.words.len(), "patterns_left_out": removed.patterns.len(),
        });
        self.folds.entry(fold).or_default().1 = told;
    }

    /// Counts one text.
    pub fn add(&mut self, one: Judged<'_>) {
        let expected = &one.text.expected;
        for rule in expected.union(&one.found) {
            let (wanted, found) = (expected.contains(rule), one.found.contains(rule));
            self.rules.entry(rule.clone()).or_default().count(wanted, found);
            self.folds.entry(one.fold).or_default().0.count(wanted, found);
        }
        if expected.is_empty() {
            self.lawful.0 += usize::from(one.found.is_empty());
            self.lawful.1 += 1;
        }
        if *expected != one.found {
            let missed: Vec<&String> = expected.difference(&one.found).collect();
            let too_much: Vec<&String> = one.found.difference(expected).collect();
            self.misjudged.push(json!({
                "set": one.text.set, "fold": one.fold, "text": one.text.text,
                "missed": missed, "too_much": too_much, "why": one.why,
            }));
        }
    }

    fn sum(&self) -> Tally {
        self.rules.values().fold(Tally::default(), |sum, one| Tally {
            right: sum.right + one.right,
            too_much: sum.too_much + one.too_much,
            missed: sum.missed + one.missed,
        })
    }

    pub fn precision(&self) -> f64 {
        self.sum().precision()
    }

    pub fn recall(&self) -> f64 {
        self.sum().recall()
    }

    /// The figures, beside those of the whole pack.
    pub fn json(&self, whole: &Self) -> String {
        let rules: BTreeMap<&String, Value> = self.rules.iter().map(|(rule, tally)| (rule, tally.json())).collect();
        let fold = |(fold, (tally, told)): (&usize, &(Tally, Value))| json!({ "fold": fold, "of": told, "judged": tally.json() });
        let report = json!({
            "what": "Every labelled sentence belongs to one of five folds by a hash of its id. Before a fold is judged, \
                     every word, and every sequence of a rule, that matches in the fold and in no text outside it is taken \
                     out of the pack: what the other texts cannot vouch for does not count. A finding counts where the \
                     rule is the same.",
            "all": self.sum().json(),
            "lawful_left_alone": { "right": self.lawful.0, "of": self.lawful.1 },
            "whole_pack": whole.sum().json(),
            "folds": self.folds.iter().map(fold).collect::<Vec<_>>(),
            "rules": rules,
            "misjudged": self.misjudged,
        });
        serde_json::to_string_pretty(&report).expect("JSON") + "\n"
    }
}

impl fmt::Display for Tallies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Tally { right, too_much, missed } = self.sum();
        let (precision, recall, (alone, lawful)) = (self.precision(), self.recall(), self.lawful);
        writeln!(f, "{}: right {right}, too much {too_much}, missed {missed}", self.what)?;
        writeln!(f, "precision {precision:.3}, recall {recall:.3}, lawful left alone {alone} of {lawful}")?;
        self.misjudged
            .iter()
            .try_for_each(|one| writeln!(f, "{} {} {} {}", one["missed"], one["too_much"], one["text"], one["why"]))
    }
}
