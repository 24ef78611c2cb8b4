//! Whether a whole plan keeps every rule, asked of the forecast session by session.

use super::brief::{Case, Series};
use super::ground::worst;
use crate::world::World;
use jiff::civil::Date;
use journey::course::{BookedSession, CourseQuestion, PastSession, Screened, check_date};
use journey::facts::AsOf;
use journey::screening::{Finding, Overrides};

/// A session of a plan: of which series, and when.
#[derive(Clone, Copy)]
pub(super) struct Laid<'a> {
    pub series: &'a Series,
    pub on: Date,
}

/// What speaks against a plan that keeps to its order; nothing where it is sound.
pub(super) fn verify(case: &Case, world: &World, plan: &[Laid<'_>]) -> Vec<Finding> {
    let mut sorted: Vec<Laid<'_>> = plan.to_vec();
    sorted.sort_by_key(|one| one.on);
    (0..sorted.len()).filter_map(|place| speaks_against(case, world, &sorted, place)).collect()
}

/// What speaks against one session of a plan that is sorted by day, the others standing.
pub(super) fn speaks_against(case: &Case, world: &World, sorted: &[Laid<'_>], place: usize) -> Option<Finding> {
    let (before, rest) = sorted.split_at_checked(place)?;
    let (asked, after) = rest.split_first()?;
    let done = before.iter().map(|one| one.series.done_on(world, one.on));
    let history: Vec<PastSession> = case.history.iter().cloned().chain(done).collect();
    let ahead = after.iter().map(|one| one.series.booked_on(world, one.on));
    let booked: Vec<BookedSession> = case.booked.iter().cloned().chain(ahead).collect();
    let (events, overrides) = (case.events(), Overrides::none());
    let known = AsOf::new(world.library.facts(), &case.facts, case.today);
    let screened = Some(Screened { known, activation: &asked.series.activation, overrides: &overrides });
    let question = |question: &CourseQuestion<'_>| {
        let today = asked.on;
        let whole =
            CourseQuestion { history: &history, booked: &booked, events: &events, screened, today, ..*question };
        worst(check_date(&whole, asked.on))
    };
    asked.series.ask(world, question)?
}
