//! What a search came to, in whole points.

use super::improve::Found;
use super::problem::{Answer, Plan};
use super::table::{NEVER, SCALE};

/// The answer from the best plan and the bound, both scaled.
pub(super) fn answer(best: Option<Found>, bound: i64) -> Answer {
    let lower_bound = points(bound);
    match best {
        Some((cost, starts)) => {
            let cost = points(cost);
            Answer::Planned { plan: Plan { starts, cost }, lower_bound: lower_bound.min(cost) }
        }
        None if bound >= NEVER => Answer::Impossible,
        None => Answer::Unknown { lower_bound },
    }
}

/// Rounded up: costs are whole points.
pub(super) fn up(scaled: i64) -> i64 {
    scaled.saturating_add(SCALE - 1).div_euclid(SCALE) * SCALE
}

/// Whole points.
pub(super) fn points(scaled: i64) -> u64 {
    u64::try_from(scaled / SCALE).unwrap_or(0)
}
