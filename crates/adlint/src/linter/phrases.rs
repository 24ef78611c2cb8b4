//! The phrase rules over a page.

use super::Page;
use crate::finding::{Finding, HeldBack, Outcome, Severity};
use crate::pack::{Case, Pack};
use crate::phrase::condition::{Condition, Place};
use crate::phrase::hit::Standing;
use crate::phrase::reading::Reading;
use crate::phrase::sentence::Sentence;
use std::ops::Range;

/// A match that no gate held back, in bytes of the normalised block.
struct Match {
    rule: usize,
    severity: Severity,
    range: Range<usize>,
}

/// Every phrase rule on every sentence.
pub fn check(pack: &Pack, page: &Page) -> Outcome {
    let mut outcome = Outcome::default();
    for index in 0..page.readings.len() {
        if let Some(block) = Block::of(pack, page, index) {
            block.check(&mut outcome);
        }
    }
    outcome
}

struct Block<'a> {
    pack: &'a Pack,
    page: &'a Page,
    index: usize,
    reading: &'a Reading,
    block: &'a crate::document::Block,
}

impl<'a> Block<'a> {
    fn of(pack: &'a Pack, page: &'a Page, index: usize) -> Option<Self> {
        let (reading, block) = (page.readings.get(index)?, page.document.blocks.get(index)?);
        Some(Self { pack, page, index, reading, block })
    }

    fn check(&self, outcome: &mut Outcome) {
        let mut first = 0;
        for sentence in &self.reading.outline.sentences {
            let hits = &self.reading.hits;
            while hits.get(first).is_some_and(|hit| (hit.start as usize) < sentence.range.start) {
                first += 1;
            }
            let mut matches = Vec::new();
            let mut at = first;
            while let Some(hit) = hits.get(at).filter(|hit| (hit.start as usize) < sentence.range.end) {
                let starting = self.pack.by_first.get(usize::from(hit.class.0)).map(Vec::as_slice).unwrap_or_default();
                for (case, pattern) in starting {
                    self.attempt(sentence, at, (*case, *pattern), &mut matches, outcome);
                }
                at += 1;
            }
            first = at;
            self.report(matches, outcome);
        }
    }

    fn attempt(
        &self,
        sentence: &Sentence,
        at: usize,
        (case, pattern): (usize, usize),
        matches: &mut Vec<Match>,
        outcome: &mut Outcome,
    ) {
        let Some(case) = self.pack.cases.get(case) else { return };
        let Some(pattern) = case.patterns.get(pattern) else { return };
        if !pattern.possible(|class| self.reading.classes.contains(class)) {
            return;
        }
        let text = self.reading.text.as_str();
        let Some(found) = pattern.at(text, &self.reading.hits, at, sentence.range.end) else { return };
        let place = self.place(sentence, found.range, found.standing);
        if !case.only.iter().all(|condition| condition.holds(&place)) || any(&case.unless, &place) {
            return;
        }
        match self.gate(case, &place) {
            Some(by) => {
                let rule = self.pack.rules.get(case.rule).map(|rule| rule.id.clone()).unwrap_or_default();
                outcome.held_back.push(HeldBack { rule, span: self.reading.text.source(place.range), by });
            }
            None => matches.push(Match { rule: case.rule, severity: case.severity, range: place.range }),
        }
    }

    fn place(&self, sentence: &'a Sentence, range: Range<usize>, standing: Standing) -> Place<'a> {
        Place {
            blocks: &self.page.document.blocks,
            readings: &self.page.readings,
            page: &self.page.classes,
            channel: self.page.channel,
            index: self.index,
            block: self.block,
            reading: self.reading,
            sentence,
            range,
            standing,
        }
    }

    fn gate(&self, case: &Case, place: &Place<'_>) -> Option<String> {
        let gates = case.gates.iter().filter_map(|gate| self.pack.gates.get(*gate));
        gates.into_iter().find(|gate| any(&gate.when, place)).map(|gate| gate.id.clone())
    }

    /// Whether two matches overlap, or only a comma or an "and" stands between them.
    fn joined(&self, last: &Match, next: &Match) -> bool {
        let between = self.reading.text.as_str().get(last.range.end..next.range.start);
        let listed = |between: &str| matches!(between.trim(), "," | "、" | "・" | "and" | ", and" | "や" | "も" | "&");
        next.range.start <= last.range.end || between.is_some_and(listed)
    }

    /// Reports the matches of one sentence: those of one rule that overlap or are listed are one finding, of the
    /// greater weight.
    fn report(&self, mut matches: Vec<Match>, outcome: &mut Outcome) {
        matches.sort_by_key(|one| (one.rule, one.range.start, one.range.end));
        let mut merged: Vec<Match> = Vec::new();
        for one in matches {
            match merged.last_mut().filter(|last| last.rule == one.rule && self.joined(last, &one)) {
                Some(last) => {
                    last.range.end = last.range.end.max(one.range.end);
                    last.severity = last.severity.max(one.severity);
                }
                None => merged.push(one),
            }
        }
        for one in merged {
            let Some(rule) = self.pack.rules.get(one.rule) else { continue };
            outcome.findings.push(Finding {
                rule: rule.id.clone(),
                severity: one.severity,
                span: self.reading.text.source(one.range),
                reason: rule.reason.clone(),
                suggestion: rule.suggestion.clone(),
                source: rule.source.clone(),
            });
        }
    }
}

fn any(conditions: &[Condition], place: &Place<'_>) -> bool {
    conditions.iter().any(|condition| condition.holds(place))
}
