//! Stage 8: when to come back, and why.

mod effect;
mod estimate;

pub use effect::{Effect, Lasting, Observed};
pub use estimate::{Estimate, estimate};

use crate::evidence::Evidence;
use crate::period::Period;
use crate::protocol::Protocol;
use crate::slug::{IndicationId, SourceId};
use crate::text::Bilingual;
use jiff::ToSpan;
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
    /// How long the effect is thought to last for this patient; none where the protocol knows only maintenance.
    #[serde(default)]
    pub estimate: Option<Estimate>,
}

/// What is known of one patient's course.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Course {
    /// What the course is for.
    pub indication: IndicationId,
    /// The last session, from which the recall is reckoned.
    pub last_session: Date,
    /// How long earlier sessions lasted.
    pub observed: Vec<Observed>,
    /// The earliest day on which the next session is safe, from the forecast; none where nothing stands in the way.
    pub earliest: Option<Date>,
}

/// Whether a patient is due; none before the window opens, or where the protocol knows no maintenance.
pub fn due(protocol: &Protocol, last_session: Date, today: Date) -> Option<Recall> {
    due_after(protocol.maintenance.as_ref(), last_session, None, today)
}

/// Whether a patient is due by how long the effect is thought to last for them; never before the earliest safe day.
/// Where the protocol does not say how long the effect lasts, by its maintenance.
pub fn due_for(protocol: &Protocol, course: &Course, today: Date) -> Option<Recall> {
    let mut effects = protocol.effects.iter().filter(|effect| effect.evidence.acts());
    let Some(effect) = effects.find(|effect| effect.indication == course.indication) else {
        return due_after(protocol.maintenance.as_ref(), course.last_session, course.earliest, today);
    };
    let estimate = estimate(effect, &course.observed);
    let after = |days: u32| course.last_session.saturating_add(i64::from(days).days());
    let window_from =
        course.earliest.map_or(after(estimate.from_days), |earliest| earliest.max(after(estimate.from_days)));
    (window_from <= today).then(|| Recall {
        window_from,
        window_to: after(estimate.to_days).max(window_from),
        since: course.last_session,
        says: estimate.reason(effect),
        source: effect.evidence.source.clone(),
        estimate: Some(estimate),
    })
}

fn due_after(
    maintenance: Option<&Maintenance>,
    last_session: Date,
    earliest: Option<Date>,
    today: Date,
) -> Option<Recall> {
    let maintenance = maintenance.filter(|one| one.evidence.acts())?;
    let opens = maintenance.from.after(last_session);
    let window_from = earliest.map_or(opens, |earliest| earliest.max(opens));
    (window_from <= today).then(|| Recall {
        window_from,
        window_to: maintenance.to.after(last_session).max(window_from),
        since: last_session,
        says: maintenance.says.clone(),
        source: maintenance.evidence.source.clone(),
        estimate: None,
    })
}
