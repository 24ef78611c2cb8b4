//! Doses that rise step by step in a fixed rhythm.

use crate::evidence::Evidence;
use crate::period::{Hours, Period};
use crate::quantity::HundredthsMg;
use crate::screening::OverrideBy;
use crate::slug::{ProductId, RuleId};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The steps of one product. No step is skipped, none lies above the last, no dose is doubled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Titration {
    /// Its name.
    pub id: RuleId,
    /// Whose doses.
    pub product: ProductId,
    /// The doses, rising; at least one.
    pub steps: Vec<HundredthsMg>,
    /// The least time on each step before the next.
    pub hold: Period,
    /// The rhythm of the doses.
    pub every: Period,
    /// A late dose may be taken if the next is at least so far away.
    pub late: Option<Hours>,
    /// From how many missed doses on a physician decides.
    pub doctor_after_missed: Option<u16>,
    /// From how many missed doses on the first step comes again.
    pub restart_after_missed: Option<u16>,
    /// Who may shorten a step or skip one.
    pub override_by: OverrideBy,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// A dose that was taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TakenDose {
    /// When.
    pub on: Date,
    /// Of what.
    pub product: ProductId,
    /// How much.
    pub mass: HundredthsMg,
}

/// A dose that is planned.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PlannedDose {
    /// Of what.
    pub product: ProductId,
    /// How much.
    pub mass: HundredthsMg,
}

/// Where a patient stands in the rhythm.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Standing {
    /// The last dose.
    pub last: Date,
    /// The step it was on, counting from zero.
    pub step: usize,
    /// Since when that step has been taken without a long break.
    pub since: Date,
    /// When the next dose is due.
    pub due: Date,
}

impl Titration {
    /// Where a patient stands by a day; none before the first dose.
    pub(super) fn standing(&self, taken: &[TakenDose], on: Date) -> Option<Standing> {
        let mut doses: Vec<&TakenDose> = taken.iter().filter(|d| d.product == self.product && d.on <= on).collect();
        doses.sort_by_key(|dose| dose.on);
        doses.into_iter().fold(None, |standing, dose| Some(self.after(standing, dose)))
    }

    fn after(&self, standing: Option<Standing>, dose: &TakenDose) -> Standing {
        let step = self.step_of(dose.mass);
        let begun = Standing { last: dose.on, step, since: dose.on, due: self.every.after(dose.on) };
        match standing {
            Some(before) if !self.restarts(self.missed(before.due, dose.on)) => {
                let since = if before.step == step { before.since } else { dose.on };
                Standing { since, due: self.due_after(before.due, dose.on), ..begun }
            }
            Some(_) | None => begun,
        }
    }

    /// When the next dose is due after one that was due on a day: the rhythm stays, unless the next would come too soon
    /// after a late dose. Where nothing is said of late doses, the rhythm begins anew.
    fn due_after(&self, due: Date, taken: Date) -> Date {
        let Some(late) = self.late else {
            return self.every.after(taken);
        };
        let next = self.slot_from(due, taken.saturating_add(jiff::Span::new().days(1)));
        if hours_between(taken, next) < i64::from(late.0) { self.every.after(next) } else { next }
    }

    /// The first slot of the rhythm from a day on; `due` is one of them.
    pub(super) fn slot_from(&self, due: Date, day: Date) -> Date {
        let mut slot = due;
        while slot < day && slot < self.every.after(slot) {
            slot = self.every.after(slot);
        }
        slot
    }

    /// How many doses were due before a day and not taken.
    pub(super) fn missed(&self, due: Date, on: Date) -> u16 {
        let mut slot = due;
        let mut missed: u16 = 0;
        while slot < on && slot < self.every.after(slot) {
            missed = missed.saturating_add(1);
            slot = self.every.after(slot);
        }
        missed
    }

    /// Whether so many missed doses lead back to the first step.
    pub(super) fn restarts(&self, missed: u16) -> bool {
        self.restart_after_missed.is_some_and(|limit| missed >= limit)
    }

    /// The step at or below a dose; the first for anything below it.
    fn step_of(&self, mass: HundredthsMg) -> usize {
        self.steps.iter().rposition(|step| *step <= mass).unwrap_or(0)
    }
}

/// Hours between two civil days, at the same time of day.
pub(super) fn hours_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()) * 24)
}
