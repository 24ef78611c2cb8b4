//! Findings of page rules, with what is missing and for what.

use super::survey::{Mention, Survey};
use crate::finding::Finding;
use crate::pack::{Compiled, Requirement, Wording};
use std::ops::Range;

/// A finding that names what is missing, and the subjects it is missing for.
pub fn finding(
    survey: &Survey<'_>,
    rule: &Compiled,
    subjects: &[&Mention<'_>],
    missing: &[&Requirement],
    span: Range<usize>,
) -> Option<Finding> {
    let rule = survey.pack.rules.get(rule.rule)?;
    let names = |pick: fn(&Wording) -> &str, join: &str| -> String {
        subjects.iter().map(|subject| pick(&subject.named.name)).collect::<Vec<_>>().join(join)
    };
    let lacks = |pick: fn(&Wording) -> &str, join: &str| -> String {
        missing.iter().map(|need| pick(&need.name)).collect::<Vec<_>>().join(join)
    };
    let (ja, en): (fn(&Wording) -> &str, fn(&Wording) -> &str) = (|name| &name.ja, |name| &name.en);
    let of_page = |names: String, page: &str| if names.is_empty() { page.to_owned() } else { names };
    Some(Finding {
        rule: rule.id.clone(),
        severity: rule.severity,
        span,
        reason: Wording {
            ja: fill(&rule.reason.ja, &of_page(names(ja, "、"), "記載の製品"), &lacks(ja, "、")),
            en: fill(&rule.reason.en, &of_page(names(en, ", "), "the product described"), &lacks(en, ", ")),
        },
        suggestion: rule.suggestion.clone(),
        source: rule.source.clone(),
    })
}

fn fill(template: &str, subject: &str, missing: &str) -> String {
    template.replace("{subject}", subject).replace("{missing}", missing)
}
