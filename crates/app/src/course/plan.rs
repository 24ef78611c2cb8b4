//! A whole mixed course, planned around a life: every open course of a person at once, over the calendar, the rules
//! and what the patient wishes; compared, explained, accepted in one transaction, and planned anew with the least
//! change when a visit moved or was missed.
//!
//! [`brief`] takes everything along in one look. [`propose`] plans with it outside any transaction, for as long as
//! its watch allows. [`accept`] believes nothing of what was proposed: it asks every rule and the database again.

mod accept;
mod alternative;
mod brief;
mod collision;
mod ground;
mod mending;
mod rhythm;
mod stuck;
mod turn;
mod verify;
mod why;
mod wish;

pub use accept::{Accepted, Chosen, accept};
pub use alternative::{Alternative, Emphasis, PlannedSession, Proposal, propose, propose_within};
pub use brief::{Brief, Pin, brief};
pub use collision::{Clash, Collision, Eased};
pub use stuck::Stuck;
pub use turn::turn_due;
pub use why::{Broke, Reason};
pub use wish::{Planning, Turn, planning, write_planning};

pub(crate) use mending::{disturbed, moved};

use crate::actor::Actor;
use crate::error::AppError;
use crate::identity;
use crate::work::Work;
use journey::id::PatientId;

/// Only the person, or whoever works at the desk, plans for somebody.
pub(super) fn demand(work: &mut Work<'_, '_>, patient: PatientId) -> Result<(), AppError> {
    match work.actor.clone() {
        Actor::Patient(own) => {
            let same = identity::by_id(work, own)?.id == identity::by_id(work, patient)?.id;
            if same { Ok(()) } else { Err(AppError::Forbidden) }
        }
        Actor::System => Ok(()),
        Actor::Staff(_) | Actor::Visitor => work.actor.front_desk().map(drop),
    }
}
