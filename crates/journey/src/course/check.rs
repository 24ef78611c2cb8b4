//! Whether one day will do.

use super::counted::evaluate;
use super::forecast::{last_of, latest};
use super::history::{CourseQuestion, Purpose};
use super::hold::{First, Hold, first_free};
use super::reason::Reason;
use super::scene::Scene;
use super::touch_up::{self, TouchUp};
use super::words;
use crate::evidence::Evidence;
use crate::screening::{Finding, FindingKind, Headline, OverrideBy, Standing, Until};
use crate::slug::RuleId;
use crate::text::Bilingual;
use jiff::ToSpan;
use jiff::civil::Date;
use std::cmp::Reverse;

/// What speaks against a day, worst first; nothing where the day is fine.
///
/// Too early is a physician's decision until the first day from `on` that needs nobody; where nobody may shorten the
/// wait, the session is deferred until then. A touch-up is always a physician's decision. Later than the course wants,
/// or a fixed order on one day, is a caution. What the patient answered is told as the screening tells it.
pub fn check_date(question: &CourseQuestion<'_>, on: Date) -> Vec<Finding> {
    let scene = Scene::of(question);
    let free_from = first_free(&scene.holds, on).day;
    let mut found: Vec<Finding> = scene.holds.iter().filter_map(|hold| judge(hold, on, free_from)).collect();
    let still = |finding: &Finding| matches!(finding.until, Some(Until::Date(until)) if on < until);
    found.extend(scene.answers.running_out.into_iter().filter(still));
    found.extend(scene.answers.blocking);
    found.extend(touched_up(question));
    found.sort_by_key(|finding| Reverse(finding.headline));
    let mut told: Vec<(RuleId, FindingKind)> = Vec::new();
    found.retain(|finding| {
        let one = (finding.rule.clone(), finding.kind);
        let new = !told.contains(&one);
        told.push(one);
        new
    });
    let last = last_of(&evaluate(question));
    found.extend(latest(question, last).filter(|latest| *latest < on).map(|_| late(question)));
    found
}

/// Which of so many days from a first one on are not open without a physician: those for which [`check_date`] has more
/// than a caution. The question is thought through once for all of them.
pub fn closed_days(question: &CourseQuestion<'_>, first: Date, count: u16) -> Vec<bool> {
    let scene = Scene::of(question);
    let bars = |finding: &Finding| finding.headline >= Headline::NeedsDoctor;
    let always = scene.answers.blocking.iter().any(bars) || touched_up(question).is_some();
    let answers = |on: Date| {
        let still = |finding: &&Finding| matches!(finding.until, Some(Until::Date(until)) if on < until);
        scene.answers.running_out.iter().filter(still).any(bars)
    };
    let held = |on: Date| {
        let rules = scene.holds.iter().filter(|hold| !matches!(hold.reason, Reason::Screening(_)));
        rules.into_iter().any(|hold| hold.pushes(on).is_some())
    };
    let days = first.series(1.day()).take(usize::from(count));
    days.map(|on| always || answers(on) || held(on)).collect()
}

/// What a hold says of a day. What the patient answered speaks for itself.
fn judge(hold: &Hold<'_>, on: Date, free_from: Date) -> Option<Finding> {
    if matches!(hold.reason, Reason::Screening(_)) {
        return None;
    }
    let made = |kind, headline| finding(hold.reason.rule(), kind, headline, hold.reason.says(), hold.reason.evidence());
    if hold.pushes(on).is_some() {
        let override_by = hold.reason.override_by();
        let headline = match override_by {
            OverrideBy::Never => Headline::Deferred,
            OverrideBy::Physician => Headline::NeedsDoctor,
        };
        let early = made(hold.reason.kind(), headline);
        return Some(Finding { until: Some(Until::Date(free_from)), override_by, ..early });
    }
    let first = hold.order_on(on)?;
    Some(Finding { instead: Some(order(first)), ..made(FindingKind::SameDayOrder, Headline::Caution) })
}

fn order(first: First) -> Bilingual {
    match first {
        First::Asked => words::this_first(),
        First::Neighbour => words::other_first(),
    }
}

fn touched_up(question: &CourseQuestion<'_>) -> Option<Finding> {
    if question.planned.purpose != Purpose::TouchUp {
        return None;
    }
    let (says, evidence) = match touch_up::planned(question) {
        Some(touch_up) => (touch_up.says.clone(), &touch_up.evidence),
        None => (words::touch_up(), &question.indication.interval.evidence),
    };
    Some(finding(TouchUp::rule(), FindingKind::TouchUp, Headline::NeedsDoctor, says, evidence))
}

fn late(question: &CourseQuestion<'_>) -> Finding {
    let made = |rule, says, evidence| finding(rule, FindingKind::Late, Headline::Caution, says, evidence);
    match touch_up::planned(question) {
        Some(touch_up) => made(TouchUp::rule(), touch_up.says.clone(), &touch_up.evidence),
        None => {
            let indication = question.indication;
            made(indication.interval_rule(), words::latest(), &indication.interval.evidence)
        }
    }
}

fn finding(rule: RuleId, kind: FindingKind, headline: Headline, says: Bilingual, evidence: &Evidence) -> Finding {
    Finding {
        rule,
        kind,
        headline,
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
