//! Whether the clinic is open at this minute.

use super::{MinuteOfDay, Opening};

/// What to say beside today's hours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OpenState {
    /// Open now.
    Open {
        /// When it closes.
        until: MinuteOfDay,
    },
    /// Not open now, and opens later today.
    Closed {
        /// When it opens next.
        next: MinuteOfDay,
    },
    /// Was open today and does not open again before tomorrow.
    Over,
    /// Does not open today at all.
    ClosedToday,
}

/// The state at a minute of the day whose openings are given, as [`super::openings`] returns them.
pub fn state(openings: &[Opening], now: MinuteOfDay) -> OpenState {
    match openings.iter().find(|opening| now < opening.closes()) {
        Some(opening) if opening.holds(now) => OpenState::Open { until: opening.closes() },
        Some(opening) => OpenState::Closed { next: opening.opens() },
        None if openings.is_empty() => OpenState::ClosedToday,
        None => OpenState::Over,
    }
}
