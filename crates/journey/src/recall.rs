//! Stage 8: when to come back, and why.

use crate::evidence::Evidence;
use crate::period::Period;
use crate::protocol::Protocol;
use crate::slug::SourceId;
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// When maintenance makes sense.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Maintenance {
    /// Not before this after the last session.
    pub from: Period,
    /// Usually by then.
    pub to: Period,
    /// Why.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// A recall that is due.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recall {
    /// The first day of the window.
    pub window_from: Date,
    /// The last usual day.
    pub window_to: Date,
    /// The last session, from which it is reckoned.
    pub since: Date,
    /// Why.
    pub says: Bilingual,
    /// The sources.
    pub source: Vec<SourceId>,
}

/// Whether a patient is due; none before the window opens, or where the protocol knows no maintenance.
pub fn due(protocol: &Protocol, last_session: Date, today: Date) -> Option<Recall> {
    let maintenance = protocol.maintenance.as_ref().filter(|one| one.evidence.acts())?;
    let window_from = maintenance.from.after(last_session);
    (window_from <= today).then(|| Recall {
        window_from,
        window_to: maintenance.to.after(last_session),
        since: last_session,
        says: maintenance.says.clone(),
        source: maintenance.evidence.source.clone(),
    })
}
