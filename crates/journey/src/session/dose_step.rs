//! Whether a planned dose is the right step.

use super::finding::{cited, plain};
use super::titration::{Standing, hours_between};
use super::{PlannedDose, TakenDose, Titration, words};
use crate::protocol::Protocol;
use crate::screening::{Finding, FindingKind, Headline, OverrideBy, Until};
use jiff::civil::Date;

/// What speaks against a planned dose, after what was taken before; nothing where the protocol has no steps for it.
///
/// A dose above the last step, and a second dose too soon after the first, are refused for good. A skipped step, a step
/// that was too short and missed doses are a physician's decision, or nobody's where the protocol says so.
pub fn check_dose_step(protocol: &Protocol, taken: &[TakenDose], planned: &PlannedDose, on: Date) -> Vec<Finding> {
    let acting = protocol.titrations.iter().filter(|titration| titration.evidence.acts());
    let ours = acting.filter(|titration| titration.product == planned.product);
    ours.flat_map(|titration| judge(titration, titration.standing(taken, on), planned, on)).collect()
}

fn judge(titration: &Titration, standing: Option<Standing>, planned: &PlannedDose, on: Date) -> Vec<Finding> {
    let missed = standing.map_or(0, |standing| titration.missed(standing.due, on));
    let mut found: Vec<Finding> = too_soon(titration, standing, on).into_iter().collect();
    if titration.steps.last().is_some_and(|last| planned.mass > *last) {
        found.push(never(made(titration, FindingKind::AboveLastStep)));
        return found;
    }
    let Some(step) = titration.steps.iter().position(|step| *step == planned.mass) else {
        found.push(made(titration, FindingKind::OffStep));
        return found;
    };
    if titration.restarts(missed) {
        found.extend((step > 0).then(|| to_step(titration, 0, FindingKind::DosesMissed)));
        return found;
    }
    if titration.doctor_after_missed.is_some_and(|limit| missed >= limit) {
        found.push(Finding { headline: Headline::NeedsDoctor, ..made(titration, FindingKind::DosesMissed) });
    }
    found.extend(too_high(titration, standing, step, on));
    found
}

/// A dose before the next is due. Where the protocol names the least distance of two doses, less is a doubled dose.
fn too_soon(titration: &Titration, standing: Option<Standing>, on: Date) -> Option<Finding> {
    let standing = standing.filter(|standing| on < standing.due)?;
    let early = made(titration, FindingKind::DoseTooSoon);
    let early = Finding { until: Some(Until::Date(standing.due)), ..early };
    let doubled = titration.late.is_some_and(|least| hours_between(standing.last, on) < i64::from(least.0));
    Some(if doubled || on == standing.last { never(early) } else { early })
}

fn too_high(titration: &Titration, standing: Option<Standing>, step: usize, on: Date) -> Option<Finding> {
    let next = standing.map_or(0, |standing| standing.step + 1);
    if step > next {
        return Some(to_step(titration, next, FindingKind::SkippedStep));
    }
    let standing = standing.filter(|_| step == next)?;
    let held = titration.hold.after(standing.since);
    let short = || to_step(titration, standing.step, FindingKind::StepTooShort);
    (on < held).then(|| Finding { until: Some(Until::Date(held)), ..short() })
}

fn to_step(titration: &Titration, step: usize, kind: FindingKind) -> Finding {
    let instead = titration.steps.get(step).map(|mass| words::dose_instead(*mass));
    Finding { instead, ..made(titration, kind) }
}

fn never(finding: Finding) -> Finding {
    Finding { headline: Headline::Contraindicated, override_by: OverrideBy::Never, ..finding }
}

fn made(titration: &Titration, kind: FindingKind) -> Finding {
    let headline = match titration.override_by {
        OverrideBy::Never => Headline::Contraindicated,
        OverrideBy::Physician => Headline::NeedsDoctor,
    };
    Finding {
        rule: titration.id.clone(),
        override_by: titration.override_by,
        ..cited(plain(kind, headline, titration.says.clone()), &titration.evidence)
    }
}
