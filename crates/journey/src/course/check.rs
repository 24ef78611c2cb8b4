//! Whether one day will do.

use super::forecast::{first_free, forecast};
use super::gap::{CommonDay, First, Gap, gaps};
use super::history::CourseQuestion;
use super::words;
use crate::evidence::Evidence;
use crate::screening::{Finding, FindingKind, Headline, OverrideBy, Standing, Until};
use crate::slug::RuleId;
use crate::text::Bilingual;
use jiff::civil::Date;
use std::cmp::Reverse;

/// What speaks against a day, worst first; nothing where the day is fine.
///
/// Too early is a physician's decision until the first day from `on` that needs nobody. Later than the course
/// wants, or a fixed order on one day, is a caution.
pub fn check_date(question: &CourseQuestion<'_>, on: Date) -> Vec<Finding> {
    let gaps = gaps(question);
    let free_from = first_free(&gaps, on);
    let mut found: Vec<Finding> = gaps.iter().filter_map(|gap| judge(gap, on, free_from)).collect();
    found.sort_by_key(|finding| Reverse(finding.headline));
    let mut told: Vec<(RuleId, FindingKind)> = Vec::new();
    found.retain(|finding| {
        let one = (finding.rule.clone(), finding.kind);
        let new = !told.contains(&one);
        told.push(one);
        new
    });
    if forecast(question).latest.is_some_and(|latest| latest < on) {
        found.push(late(question));
    }
    found
}

fn judge(gap: &Gap<'_>, on: Date, free_from: Date) -> Option<Finding> {
    if !gap.admits(on) {
        let mut finding = finding(gap.rule.clone(), gap.says.clone(), gap.evidence);
        finding.until = Some(Until::Date(free_from));
        finding.override_by = gap.override_by;
        return Some(finding);
    }
    let ordered = on == gap.neighbour.on && matches!(gap.common_day, CommonDay::InOrder(_));
    ordered.then(|| Finding {
        kind: FindingKind::SameDayOrder,
        headline: Headline::Caution,
        instead: Some(order(gap)),
        ..finding(gap.rule.clone(), gap.says.clone(), gap.evidence)
    })
}

fn order(gap: &Gap<'_>) -> Bilingual {
    match gap.common_day {
        CommonDay::InOrder(First::Asked) => words::this_first(),
        CommonDay::InOrder(First::Neighbour) | CommonDay::Forbidden | CommonDay::Free => words::other_first(),
    }
}

fn late(question: &CourseQuestion<'_>) -> Finding {
    Finding {
        kind: FindingKind::Late,
        headline: Headline::Caution,
        ..finding(question.indication.interval_rule(), words::latest(), &question.indication.interval.evidence)
    }
}

fn finding(rule: RuleId, says: Bilingual, evidence: &Evidence) -> Finding {
    Finding {
        rule,
        kind: FindingKind::TooEarly,
        headline: Headline::NeedsDoctor,
        standing: Standing::Stands,
        says,
        instead: None,
        sources: evidence.source.clone(),
        confidence: evidence.confidence,
        until: None,
        changes: Vec::new(),
        zones: Vec::new(),
        override_by: OverrideBy::Physician,
    }
}
