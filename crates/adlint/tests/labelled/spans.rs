//! Sentences whose label names rule and span.

use adlint::{Finding, Linter};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;

#[derive(Deserialize)]
struct Sentence {
    id: String,
    text: String,
    expect: Vec<Expected>,
    /// Rules that may find something, too.
    #[serde(default)]
    also: Vec<String>,
}

#[derive(Deserialize)]
struct Expected {
    rule: String,
    span: String,
}

/// Right, too much, missed.
#[derive(Default, Clone, Copy)]
pub struct Tally {
    pub right: usize,
    pub too_much: usize,
    pub missed: usize,
}

/// How well labels were met, by rule.
#[derive(Default)]
pub struct Score {
    pub rules: BTreeMap<String, Tally>,
    pub misjudged: Vec<String>,
}

/// What a sentence is not asked for: particulars of a page.
fn is_of_pages(rule: &str) -> bool {
    ["MA-RELEASE", "MA-UNAPP", "PM-OFFLABEL"].iter().any(|start| rule.starts_with(start))
}

/// Judges lines of JSON: a finding is right where its rule is expected and its span touches the one expected.
pub fn judge(linter: &Linter<'_>, lines: &str) -> Score {
    let mut score = Score::default();
    for line in lines.lines() {
        let sentence: Sentence = serde_json::from_str(line).expect(line);
        let outcome = linter.passage(&sentence.text).expect("it is short");
        let asked = |one: &&Finding| !is_of_pages(&one.rule) && !sentence.also.contains(&one.rule);
        let found: Vec<&Finding> = outcome.findings.iter().filter(asked).collect();
        for wanted in sentence.expect.iter().filter(|one| !is_of_pages(&one.rule)) {
            let met = found.iter().any(|one| meets(&sentence, wanted, one));
            score.count(&wanted.rule, if met { Verdict::Right } else { Verdict::Missed }, &sentence.id, &sentence.text);
        }
        for one in &found {
            if !sentence.expect.iter().any(|wanted| meets(&sentence, wanted, one)) {
                let text = format!("[{}] in {}", &sentence.text[one.span.clone()], sentence.text);
                score.count(&one.rule, Verdict::TooMuch, &sentence.id, &text);
            }
        }
    }
    score
}

fn meets(sentence: &Sentence, wanted: &Expected, found: &Finding) -> bool {
    let start = sentence.text.find(&wanted.span).expect("it is part of the sentence");
    let end = start + wanted.span.len();
    wanted.rule == found.rule && found.span.start < end && start < found.span.end
}

/// How one label was met.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Right,
    TooMuch,
    Missed,
}

impl Score {
    /// Counts one.
    pub fn count(&mut self, rule: &str, verdict: Verdict, id: &str, text: &str) {
        let tally = self.rules.entry(rule.to_owned()).or_default();
        match verdict {
            Verdict::Right => tally.right += 1,
            Verdict::TooMuch => tally.too_much += 1,
            Verdict::Missed => tally.missed += 1,
        }
        let what = match verdict {
            Verdict::Right => return,
            Verdict::TooMuch => "too much",
            Verdict::Missed => "missed",
        };
        self.misjudged.push(format!("{what} {rule} {id}: {text}"));
    }

    fn sum(&self) -> Tally {
        self.rules.values().fold(Tally::default(), |sum, one| Tally {
            right: sum.right + one.right,
            too_much: sum.too_much + one.too_much,
            missed: sum.missed + one.missed,
        })
    }

    pub fn precision(&self) -> f64 {
        share(self.sum().right, self.sum().too_much)
    }

    pub fn recall(&self) -> f64 {
        share(self.sum().right, self.sum().missed)
    }
}

fn share(right: usize, wrong: usize) -> f64 {
    right as f64 / (right + wrong).max(1) as f64
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:28} right  too much  missed  precision  recall", "rule")?;
        let all = ("all".to_owned(), self.sum());
        for (rule, tally) in self.rules.iter().map(|(rule, tally)| (rule.clone(), *tally)).chain([all]) {
            let Tally { right, too_much, missed } = tally;
            let (precision, recall) = (share(right, too_much), share(right, missed));
            writeln!(f, "{rule:28} {right:5} {too_much:9} {missed:7} {precision:10.2} {recall:7.2}")?;
        }
        self.misjudged.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}
