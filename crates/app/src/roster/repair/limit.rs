use crate::work::App;
use jiff::{SignedDuration, Timestamp};
use planner::Watch;

/// Says when a search has had its time, by the clock of the clinic.
pub struct Limit {
    app: App,
    ends: Timestamp,
}

impl Limit {
    /// How long somebody at a screen waits for a proposal at most.
    const PATIENCE: SignedDuration = SignedDuration::from_secs(1);

    /// From now on.
    pub fn from_now(app: &App) -> Self {
        let ends = app.now().checked_add(Self::PATIENCE).unwrap_or(Timestamp::MAX);
        Self { app: app.clone(), ends }
    }
}

impl Watch for Limit {
    fn is_over(&self) -> bool {
        self.app.now() >= self.ends
    }
}
