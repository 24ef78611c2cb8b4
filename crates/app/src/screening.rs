//! Screening: answers with the day they were given, verdicts, and what a physician set aside.

mod answer;
mod asked;
mod clearance;
mod facts;
mod history;
mod questions;
mod verdict;

pub use answer::{answer, keep_answers};
pub(crate) use asked::Asked;
pub use clearance::{check_spacing, demand_clearance, reasons, review, set_aside};
pub(crate) use facts::add_age;
pub use facts::facts_of;
pub use history::{booked_sessions, past_sessions};
pub(crate) use history::{past_besides, sessions_of, settings_of, taken_doses};
pub use questions::{Questions, questions_for_service, questions_for_visit};
pub use verdict::{Stage, keep_verdict, latest_verdict, verdict_over};

use crate::booking::Item;
use crate::error::{AppError, Refusal};
use crate::work::Work;
use journey::protocol::Protocol;
use journey::slug::ProtocolId;

/// The protocol behind an item, where there is one.
pub(crate) fn protocol_of<'w>(work: &Work<'w, '_>, item: &Item) -> Result<Option<&'w Protocol>, AppError> {
    let world = work.world;
    let Some(name) = &item.protocol else { return Ok(None) };
    let id = ProtocolId::parse(name).map_err(|_| Refusal::NotFound)?;
    world.library.get(&id).map(Some).ok_or_else(|| Refusal::NotFound.into())
}
