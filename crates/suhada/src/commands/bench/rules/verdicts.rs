//! Verdicts per second, and what each of them found.

use super::super::spans::{Spans, rounded};
use super::answers::Questions;
use super::conversion::is_comparable;
use crate::clock::Stopwatch;
use jiff::civil::Date;
use journey::facts::{Facts, Vocabulary};
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Headline, Overrides, Verdict, screen};
use journey::slug::RuleId;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::Duration;

/// How many answer sets are screened, the protocols taking turns.
const ANSWER_SETS: usize = 20_000;
/// How often all of them are screened while the time is taken, after once without.
pub(super) const PASSES: usize = 3;

/// The acting rules that another engine can repeat, and answers to all of their questions.
pub(super) struct Trial<'a> {
    pub vocabulary: &'a Vocabulary,
    pub protocols: Vec<Protocol>,
    /// For each set, which of the protocols it answers.
    pub sets: Vec<(usize, Facts)>,
    /// How many acting rules no other engine could repeat; they take part on neither side.
    pub left_out: usize,
    pub activation: Activation,
    pub on: Date,
}

/// What a verdict comes to.
#[derive(PartialEq, Eq, Debug, Serialize)]
pub(super) struct Found {
    headline: Headline,
    /// By name.
    rules: Vec<RuleId>,
}

impl<'a> Trial<'a> {
    /// Every protocol of a library. All weak and house rules are approved, and no conflict is decided.
    pub fn of(library: &'a Library, on: Date) -> Self {
        Self::sized(library, on, ANSWER_SETS)
    }

    fn sized(library: &'a Library, on: Date, answer_sets: usize) -> Self {
        let vocabulary = library.facts();
        let mut protocols: Vec<Protocol> = library.iter().cloned().collect();
        let mut left_out = 0;
        for protocol in &mut protocols {
            protocol.screening.retain(|rule| rule.evidence.acts());
            let acting = protocol.screening.len();
            protocol.screening.retain(|rule| is_comparable(rule, vocabulary));
            left_out += acting - protocol.screening.len();
        }
        let sets = answer_all(&protocols, on, answer_sets);
        Self { vocabulary, protocols, sets, left_out, activation: Activation::all_by("bench"), on }
    }

    /// How many rules take part.
    pub fn rules(&self) -> usize {
        self.protocols.iter().map(|protocol| protocol.screening.len()).sum()
    }

    /// Every verdict in the order of the sets.
    pub fn verdicts(&self) -> impl Iterator<Item = Verdict> {
        let overrides = Overrides::none();
        let each = self.sets.iter().filter_map(|(place, facts)| Some((self.protocols.get(*place)?, facts)));
        each.map(move |(protocol, facts)| {
            screen(protocol, self.vocabulary, facts, self.on, &overrides, &self.activation)
        })
    }

    /// Takes the time of every verdict.
    pub fn measure(&self) -> Value {
        let mut headlines: BTreeMap<&str, usize> = BTreeMap::new();
        self.verdicts().for_each(|verdict| *headlines.entry(verdict.headline().code()).or_default() += 1);
        let mut each: Vec<Duration> = Vec::with_capacity(PASSES * self.sets.len());
        let whole = Stopwatch::start();
        for _ in 0..PASSES {
            let mut verdicts = self.verdicts();
            loop {
                let one = Stopwatch::start();
                let Some(verdict) = verdicts.next() else { break };
                black_box(verdict.headline());
                each.push(one.elapsed());
            }
        }
        let (seconds, spans) = (whole.elapsed().as_secs_f64(), Spans::of(each));
        json!({
            "protocols": self.protocols.len(), "rules": self.rules(), "rules_left_out": self.left_out,
            "answer_sets": self.sets.len(), "passes": PASSES, "seconds": rounded(seconds),
            "verdicts_per_second": (spans.count() as f64 / seconds).round(),
            "p50_us": spans.micros(50), "p99_us": spans.micros(99), "samples": spans.count(), "headlines": headlines,
        })
    }
}

fn answer_all(protocols: &[Protocol], on: Date, answer_sets: usize) -> Vec<(usize, Facts)> {
    let questions: Vec<Questions<'_>> = protocols.iter().map(|protocol| Questions::of(protocol, on)).collect();
    let turns = questions.iter().enumerate().cycle().take(answer_sets).enumerate();
    turns.map(|(number, (place, questions))| (place, questions.answered(number as u64))).collect()
}

impl From<&Verdict> for Found {
    fn from(verdict: &Verdict) -> Self {
        let mut rules: Vec<RuleId> = verdict.findings.iter().map(|finding| finding.rule.clone()).collect();
        rules.sort_unstable();
        Self { headline: verdict.headline(), rules }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const ON: Date = date(2026, 11, 20);

    #[test]
    fn protocols_take_turns_and_no_verdict_misses_an_answer() {
        let library = crate::protocols::library(None).unwrap();
        let trial = Trial::sized(&library, ON, 30);
        let turns: Vec<usize> = trial.sets.iter().map(|(place, _)| *place).collect();
        assert_eq!(turns[..3], [0, 1, 2]);
        assert_eq!(turns[library.protocols.len()], 0);
        assert!(trial.verdicts().all(|verdict| verdict.missing.is_empty()));
    }

    #[test]
    fn every_acting_rule_takes_part_or_is_counted_as_left_out() {
        let library = crate::protocols::library(None).unwrap();
        let trial = Trial::sized(&library, ON, 1);
        let acting: usize =
            library.iter().map(|p| p.screening.iter().filter(|rule| rule.evidence.acts()).count()).sum();
        assert_eq!(trial.rules() + trial.left_out, acting);
    }

    #[test]
    fn time_is_taken_of_every_set_in_every_pass() {
        let library = crate::protocols::library(None).unwrap();
        let told = Trial::sized(&library, ON, 14).measure();
        assert_eq!(told["samples"], 14 * PASSES);
        let headlines = told["headlines"].as_object().unwrap();
        assert_eq!(headlines.values().filter_map(Value::as_u64).sum::<u64>(), 14);
    }
}
