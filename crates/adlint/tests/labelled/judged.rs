//! Sentences with the rules that should find something in them, and how well they were found.

use adlint::{Format, Linter};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A sentence, and what a careful reader finds in it.
#[derive(Deserialize)]
pub struct Labelled {
    pub text: String,
    pub rules: BTreeSet<String>,
    #[serde(default)]
    pub note: String,
}

impl Labelled {
    /// The rules expected; none for a lawful sentence.
    pub fn expected(&self) -> BTreeSet<&str> {
        self.rules.iter().map(String::as_str).filter(|rule| *rule != "ok").collect()
    }

    /// Whether it is about what a page must hold.
    fn is_page(&self) -> bool {
        let page = |rule: &&str| ["MA-RELEASE", "MA-BA", "MA-UNAPP"].iter().any(|start| rule.starts_with(start));
        self.expected().iter().any(page) || self.note.starts_with("doc-level")
    }
}

/// Reads lines of JSON.
pub fn read(lines: &str) -> Vec<Labelled> {
    lines.lines().filter(|line| !line.trim().is_empty()).map(|line| serde_json::from_str(line).expect(line)).collect()
}

/// The sentences that came with the facts.
pub fn given() -> Vec<Labelled> {
    read(include_str!("../data/given.jsonl"))
}

/// What a rule got right and wrong.
#[derive(Default, Clone)]
pub struct Tally {
    pub right: usize,
    pub too_much: usize,
    pub missed: usize,
}

/// How well they were found.
#[derive(Default)]
pub struct Report {
    pub rules: BTreeMap<String, Tally>,
    pub misjudged: Vec<String>,
    pub clean: (usize, usize),
}

impl Report {
    /// Judges sentences, those about pages as pages.
    pub fn of(linter: &Linter<'_>, sentences: &[Labelled]) -> Self {
        let mut report = Self::default();
        for sentence in sentences {
            let format = Format::of_text(&sentence.text);
            let outcome =
                if sentence.is_page() { linter.page(&sentence.text, format) } else { linter.passage(&sentence.text) };
            let outcome = outcome.expect("it can be read");
            let found: BTreeSet<&str> = outcome.findings.iter().map(|finding| finding.rule.as_str()).collect();
            report.add(sentence, &found);
        }
        report
    }

    fn add(&mut self, sentence: &Labelled, found: &BTreeSet<&str>) {
        let expected = sentence.expected();
        for rule in expected.union(found) {
            let tally = self.rules.entry((*rule).to_owned()).or_default();
            match (expected.contains(rule), found.contains(rule)) {
                (true, true) => tally.right += 1,
                (true, false) => tally.missed += 1,
                _ => tally.too_much += 1,
            }
        }
        if expected.is_empty() {
            self.clean.1 += 1;
            self.clean.0 += usize::from(found.is_empty());
        }
        if expected != *found {
            let missed: Vec<&&str> = expected.difference(found).collect();
            let extra: Vec<&&str> = found.difference(&expected).collect();
            self.misjudged.push(format!("missed {missed:?} too much {extra:?}: {}", sentence.text));
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
        let sum = self.sum();
        share(sum.right, sum.too_much)
    }

    pub fn recall(&self) -> f64 {
        let sum = self.sum();
        share(sum.right, sum.missed)
    }
}

fn share(right: usize, wrong: usize) -> f64 {
    right as f64 / (right + wrong).max(1) as f64
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:28} right  too much  missed  precision  recall", "rule")?;
        let all = ("all".to_owned(), self.sum());
        for (rule, tally) in self.rules.iter().map(|(rule, tally)| (rule.clone(), tally.clone())).chain([all]) {
            let (precision, recall) = (share(tally.right, tally.too_much), share(tally.right, tally.missed));
            let Tally { right, too_much, missed } = tally;
            writeln!(f, "{rule:28} {right:5} {too_much:9} {missed:7} {precision:10.2} {recall:7.2}")?;
        }
        writeln!(f, "lawful sentences left alone: {} of {}", self.clean.0, self.clean.1)?;
        self.misjudged.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
