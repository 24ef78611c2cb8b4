use crate::availability::{Ask, Claim, Lane, before};
use crate::error::AppError;
use crate::roster::House;
use crate::work::Work;
use crate::world::World;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::booking::Interval;
use journey::id::VisitId;
use planner::DayBits;
use std::sync::Arc;
use uuid::Uuid;

/// Which stretches of time are free, for every lane of every resource, over some days.
pub(super) struct Calendar {
    pub house: Arc<House>,
    first: Date,
    days: Vec<Vec<DayBits>>,
}

/// Whose claims are looked through, as if they were not there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ignoring<'a> {
    /// Nobody's.
    Nobody,
    /// Those of a visit that is about to move.
    Visit(VisitId),
    /// Those of several that are about to move together.
    Visits(&'a [VisitId]),
}

impl Calendar {
    /// Loads the days from a first to a last.
    pub fn load(work: &mut Work<'_, '_>, first: Date, last: Date, ignoring: Ignoring<'_>) -> Result<Self, AppError> {
        let over = work.overlay()?;
        let (house, days) = work.availability.free(&ask(work, first, last, ignoring), &over)?;
        Ok(Self { house, first, days })
    }

    /// What is free on a day, one set of bits for each lane, not before an instant.
    pub fn free(&self, world: &World, day: Date, from: Timestamp) -> Vec<DayBits> {
        let past = before(from, world.midnight(day));
        let place = (day - self.first).get_days();
        let bits = usize::try_from(place).ok().and_then(|place| self.days.get(place));
        bits.map_or_else(Vec::new, |lanes| lanes.iter().map(|free| *free & !past).collect())
    }
}

/// The claims on one lane, or on a patient, that reach into a stretch of time.
pub(crate) fn claims_of(
    work: &mut Work<'_, '_>,
    lane: Lane,
    span: Interval,
    ignoring: Ignoring<'_>,
) -> Result<Vec<Claim>, AppError> {
    let over = work.overlay()?;
    let day = work.world.date_of(span.starts());
    work.availability.claims(lane, (span.starts(), span.ends()), &ask(work, day, day, ignoring), &over)
}

/// The lane of somebody or something that is claimed once at a time.
pub(crate) const fn only(subject: Uuid) -> Lane {
    Lane { subject, number: 0 }
}

fn ask(work: &Work<'_, '_>, first: Date, last: Date, ignoring: Ignoring<'_>) -> Ask {
    let ignoring = match ignoring {
        Ignoring::Nobody => Vec::new(),
        Ignoring::Visit(visit) => vec![visit],
        Ignoring::Visits(visits) => visits.to_vec(),
    };
    Ask { first, last: last.max(first.saturating_sub(1.day())), ignoring, now: work.now }
}
