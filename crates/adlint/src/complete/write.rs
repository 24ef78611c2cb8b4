//! Findings of page rules, with what is missing and for what.

use super::survey::{Mention, Survey};
use crate::finding::Finding;
use crate::pack::{Compiled, Requirement, Wording};
use std::ops::Range;
use std::sync::Arc;

/// A finding that names what is missing, and the subjects it is missing for.
pub fn finding(
    survey: &Survey<'_>,
    rule: &Compiled,
    subjects: &[&Mention<'_>],
    missing: &[&Requirement],
    span: Range<usize>,
) -> Option<Finding> {
    let rule = survey.pack.rules.get(rule.rule)?;
    let named = |pick: Pick, join: &str, page: &str| {
        let names: Vec<&str> = subjects.iter().map(|subject| pick(&subject.named.name)).collect();
        if names.is_empty() { page.to_owned() } else { names.join(join) }
    };
    let lacks = |pick: Pick, join: &str| missing.iter().map(|need| pick(&need.name)).collect::<Vec<_>>().join(join);
    let (ja, en): (Pick, Pick) = (|name| &name.ja, |name| &name.en);
    Some(Finding {
        rule: rule.id.clone(),
        severity: rule.severity,
        span,
        reason: Arc::new(Wording {
            ja: fill(&rule.reason.ja, &named(ja, "、", "記載の製品"), &lacks(ja, "、")),
            en: fill(&rule.reason.en, &named(en, ", ", "the product described"), &lacks(en, ", ")),
        }),
        suggestion: rule.suggestion.clone(),
        source: rule.source.clone(),
    })
}

/// One language of a wording.
type Pick = fn(&Wording) -> &str;

fn fill(template: &str, subject: &str, missing: &str) -> String {
    template.replace("{subject}", subject).replace("{missing}", missing)
}
