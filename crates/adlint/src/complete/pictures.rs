//! Pictures from before and after: each needs its own particulars.

use super::survey::Survey;
use super::write;
use crate::consent::{Consents, Standing};
use crate::document::{Block, Kind};
use crate::finding::{Finding, Severity};
use crate::pack::{Compiled, Requirement, Sharing, Wording};
use crate::phrase::hit::ClassId;
use crate::phrase::reading::Reading;
use std::ops::Range;
use std::sync::Arc;

/// What is known of the consent to a picture.
pub fn consent(rule: &Compiled, survey: &Survey<'_>, consents: &Consents<'_>) -> Vec<Finding> {
    let blocks: Vec<_> = survey.blocks().collect();
    let (mut findings, mut from) = (Vec::new(), 0);
    for unit in units(rule, survey, &blocks) {
        let said = blocks.get(unit.clone()).unwrap_or_default();
        let Some((_, block, _)) = said.first().filter(|(_, block, _)| block.kind == Kind::Caption) else { continue };
        let complete = said.iter().any(|(_, _, text)| text.has_any(&rule.given));
        let (weight, what) = match consents.of(from..unit.start + 1) {
            Standing::Unnamed if complete => (Severity::Review, &UNNAMED),
            Standing::Past => (Severity::Block, &PAST),
            Standing::Revoked => (Severity::Block, &REVOKED),
            _ => continue,
        };
        from = unit.start + 1;
        let found = write::finding(survey, rule, &[], &[], block.source.clone());
        findings.extend(found.map(|one| Finding { severity: weight, reason: told(&one, what), ..one }));
    }
    findings
}

/// What is wrong with a consent, in Japanese and English.
type Wrong = (&'static str, &'static str);

const UNNAMED: Wrong = ("記録が示されていません", "no record is named");
const PAST: Wrong = ("同意の期限が過ぎています", "it has expired");
const REVOKED: Wrong = ("同意が撤回されています", "it was withdrawn");

fn told(finding: &Finding, (ja, en): &Wrong) -> Arc<Wording> {
    let (old_ja, old_en) = (&finding.reason.ja, &finding.reason.en);
    Arc::new(Wording { ja: old_ja.replace("{consent}", ja), en: old_en.replace("{consent}", en) })
}

/// A longer text speaks of pictures; a shorter one stands below one.
const LABEL: usize = 60;
/// Particulars stand within so many blocks of their picture.
const NEAR: usize = 12;

/// One finding for each picture whose own particulars are incomplete.
pub fn check(rule: &Compiled, survey: &Survey<'_>) -> Vec<Finding> {
    let blocks: Vec<_> = survey.blocks().collect();
    let mut findings = Vec::new();
    for unit in units(rule, survey, &blocks) {
        let said = blocks.get(unit.clone()).unwrap_or_default();
        let has = |classes: &[ClassId]| said.iter().any(|(_, _, text)| text.has_any(classes));
        if !rule.given.is_empty() && !has(&rule.given) {
            continue;
        }
        let told = |need: &Requirement| has(&need.any) || (need.shared == Sharing::Page && survey.page_has(&need.any));
        let absent = |need: &&Requirement| !told(need);
        let missing: Vec<_> = rule.needs.iter().filter(absent).collect();
        if let Some((_, block, reading)) = said.first().filter(|_| !missing.is_empty()) {
            let mark = reading.hits.iter().find(|hit| rule.when.contains(&hit.class));
            let span = mark.map_or(block.source.clone(), |hit| reading.text.source(hit.range()));
            findings.extend(write::finding(survey, rule, &[], &missing, span));
        }
    }
    findings
}

type Seen<'a> = (usize, &'a Block, &'a Reading);

/// The pictures, each with the blocks that belong to it.
fn units(rule: &Compiled, survey: &Survey<'_>, blocks: &[Seen<'_>]) -> Vec<Range<usize>> {
    let of_captions = ["before-word", "after-word", "case-caption"].map(|name| survey.pack.class(name)).concat();
    let captions =
        marked(&[of_captions, rule.when.clone()].concat(), survey, blocks, |block, _| block.kind == Kind::Caption);
    let labels = || marked(&rule.when, survey, blocks, is_label);
    let starts = if captions.is_empty() { labels() } else { captions };
    let mut units: Vec<Range<usize>> = Vec::new();
    for start in starts {
        match units.last_mut().filter(|unit| adjoin(blocks, unit, start) && together(blocks, unit.start, start)) {
            Some(unit) => unit.end = start + 1,
            None => units.push(start..start + 1),
        }
    }
    let next: Vec<usize> = units.iter().skip(1).map(|unit| unit.start).chain([blocks.len()]).collect();
    units.into_iter().zip(next).map(|(unit, next)| unit.start..end(blocks, &unit, next)).collect()
}

/// A heading, or a short text that is no sentence.
fn is_label(block: &Block, reading: &Reading) -> bool {
    let text = reading.text.as_str();
    matches!(block.kind, Kind::Heading(_)) || (text.chars().count() <= LABEL && !text.ends_with(['。', '.']))
}

fn marked(
    classes: &[ClassId],
    survey: &Survey<'_>,
    blocks: &[Seen<'_>],
    fits: impl Fn(&Block, &Reading) -> bool,
) -> Vec<usize> {
    let shows =
        |reading: &Reading| reading.hits.iter().any(|hit| classes.contains(&hit.class) && survey.stands(reading, hit));
    blocks.iter().filter(|(_, block, reading)| fits(block, reading) && shows(reading)).map(|(at, _, _)| *at).collect()
}

/// Whether nothing but captions stands between a picture and the next.
fn adjoin(blocks: &[Seen<'_>], unit: &Range<usize>, next: usize) -> bool {
    (unit.end..next).all(|at| blocks.get(at).is_some_and(|(_, block, _)| block.kind == Kind::Caption))
}

/// Two captions side by side are one pair; so is a heading and the label right below it.
fn together(blocks: &[Seen<'_>], first: usize, second: usize) -> bool {
    let kind = |at: usize| blocks.get(at).map(|(_, block, _)| block.kind);
    kind(first) == kind(second) || matches!(kind(first), Some(Kind::Heading(_)))
}

/// Up to the next picture or the next heading, whichever comes first.
fn end(blocks: &[Seen<'_>], unit: &Range<usize>, next: usize) -> usize {
    let limit = next.min(unit.end + NEAR);
    let is_heading =
        |at: &usize| blocks.get(*at).is_some_and(|(_, block, _)| matches!(block.kind, Kind::Heading(1..=3)));
    (unit.end..limit).find(is_heading).unwrap_or(limit)
}
