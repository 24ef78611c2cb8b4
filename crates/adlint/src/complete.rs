//! What must be present on a page: per treatment, per unapproved product, per pair of pictures.

mod pictures;
mod survey;
mod write;

use crate::consent::Consents;
use crate::document::Legibility;
use crate::finding::{Finding, Severity};
use crate::linter::Page;
use crate::pack::{Approval, Compiled, Pack, Subject, Wording};
use std::sync::Arc;
use survey::{Mention, Survey};

/// Every page rule; the first of its page sides that finds something speaks for it.
#[must_use]
pub fn check(pack: &Pack, page: &Page, consents: &Consents<'_>) -> Vec<Finding> {
    let survey = Survey::of(pack, page);
    let mut findings: Vec<Finding> = Vec::new();
    let mut last = None;
    for rule in pack.document.iter().filter(|rule| rule.on.contains(&page.channel)) {
        let found = if last == Some(rule.rule) { Vec::new() } else { ask(rule, &survey, consents) };
        last = if found.is_empty() { last } else { Some(rule.rule) };
        findings.extend(found);
    }
    findings
}

fn ask(rule: &Compiled, survey: &Survey<'_>, consents: &Consents<'_>) -> Vec<Finding> {
    if survey.page_has(&rule.unless) && !survey.page_has(&rule.despite) {
        return Vec::new();
    }
    let of_page = !matches!(rule.of, Subject::Pictures | Subject::Consent);
    if of_page && !rule.given.is_empty() && !survey.page_has(&rule.given) {
        return Vec::new();
    }
    match rule.of {
        Subject::Treatment => named(rule, survey, &survey.subjects(&[Approval::Treatment])),
        Subject::Product => products(rule, survey),
        Subject::Pictures => pictures::check(rule, survey),
        Subject::Page => whole(rule, survey),
        Subject::Legibility => legibility(rule, survey),
        Subject::Consent => pictures::consent(rule, survey, consents),
    }
}

/// One finding for each subject with a section of its own, and one for all the others.
fn named(rule: &Compiled, survey: &Survey<'_>, subjects: &[Mention<'_>]) -> Vec<Finding> {
    let scoped = subjects.iter().filter(|subject| subject.has_section).count() > 1;
    let (mut findings, mut rest) = (Vec::new(), Vec::new());
    for subject in subjects {
        let missing = survey.missing(rule, subject, scoped);
        if missing.is_empty() {
            continue;
        }
        if scoped && subject.has_section {
            findings.extend(write::finding(survey, rule, &[subject], &missing, survey.source(subject)));
        } else {
            rest.push((subject, missing));
        }
    }
    if let Some((first, missing)) = rest.first() {
        let others: Vec<&Mention<'_>> = rest.iter().map(|(subject, _)| *subject).collect();
        findings.extend(write::finding(survey, rule, &others, missing, survey.source(first)));
    }
    findings
}

/// Unapproved products by name; kinds of which only some are, unless the page says that the one in use is approved; or
/// what the page itself calls unapproved.
fn products(rule: &Compiled, survey: &Survey<'_>) -> Vec<Finding> {
    let unapproved = survey.subjects(&[Approval::Unapproved]);
    let varying = if survey.says_approved() { Vec::new() } else { survey.subjects(&[Approval::Varies]) };
    if unapproved.is_empty() && varying.is_empty() {
        return whole(rule, survey);
    }
    let mut findings = named(rule, survey, &unapproved);
    let is_declared = survey.page_has(&rule.when);
    findings.extend(named(rule, survey, &varying).into_iter().map(|one| if is_declared { one } else { open(one) }));
    findings
}

/// Whether it must be said depends on the make in use, which a person has to look up.
fn open(finding: Finding) -> Finding {
    let Wording { ja, en } = &*finding.reason;
    let ja = format!("{ja}承認の有無は機種と目的によるため、確認が必要です。承認品であれば、その旨を書きます。");
    let en =
        format!("{en} Approval differs by make and purpose: look it up, and say so where the one in use is approved.");
    Finding { severity: Severity::Review, reason: Arc::new(Wording { ja, en }), ..finding }
}

/// The page as a whole, where a class begins the rule.
fn whole(rule: &Compiled, survey: &Survey<'_>) -> Vec<Finding> {
    let Some(place) = survey.first(&rule.when) else { return Vec::new() };
    let missing: Vec<_> = rule.needs.iter().filter(|need| !survey.page_has(&need.any)).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    write::finding(survey, rule, &[], &missing, place).into_iter().collect()
}

/// What is present, but nowhere as legible as the rest.
fn legibility(rule: &Compiled, survey: &Survey<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for need in &rule.needs {
        let mut shown = survey.blocks().filter(|(_, _, reading)| reading.has_any(&need.any)).peekable();
        let Some((_, first, _)) = shown.peek().copied() else { continue };
        if shown.all(|(_, block, _)| block.legibility > Legibility::Plain) {
            findings.extend(write::finding(survey, rule, &[], &[need], first.source.clone()));
        }
    }
    findings
}
