use super::brief::{Brief, Case};
use crate::screening::sessions_of;
use crate::world::World;
use jiff::civil::Date;
use planner::repair::Link;

/// Beyond any distance within the days that are looked at.
const NO_LIMIT: i32 = 100_000;

/// The distances that visits of one patient keep from each other when both move: the earlier stays the earlier, and so
/// many days lie between as the forecast asks on every day looked at. Where a bound is in months, the longest counts.
pub(super) fn links(brief: &Brief, world: &World) -> Vec<Link> {
    let mut links = Vec::new();
    for (a, earlier) in brief.cases.iter().enumerate() {
        for (b, later) in brief.cases.iter().enumerate().skip(a + 1) {
            if earlier.affected.patient.id == later.affected.patient.id
                && let Some(min_days) = least(brief, world, earlier, later)
            {
                links.push(Link { a, b, min_days, max_days: NO_LIMIT });
            }
        }
    }
    links
}

/// The least number of days between that is always enough; none where any is.
fn least(brief: &Brief, world: &World, earlier: &Case, later: &Case) -> Option<i32> {
    let near = |case: &Case, date: Date| case.is_near(brief, world, date);
    let refused = |gap: &usize| {
        let pairs = brief.days.iter().zip(brief.days.iter().skip(*gap)).map(|(day, then)| (day.date, then.date));
        let mut pairs = pairs.filter(|(on, then)| near(earlier, *on) && near(later, *then));
        pairs.any(|(on, then)| clash(world, (earlier, on), (later, then)))
    };
    let longest = (0..brief.days.len()).rev().find(refused)?;
    i32::try_from(longest + 1).ok()
}

/// Whether two visits on two days are too near to each other, asked of both.
pub(super) fn clash(world: &World, one: (&Case, Date), other: (&Case, Date)) -> bool {
    asks(world, one, other) || asks(world, other, one)
}

fn asks(world: &World, (case, on): (&Case, Date), (beside, then): (&Case, Date)) -> bool {
    let booked = sessions_of(world, &beside.affected.visit, then);
    !booked.is_empty() && case.asked.iter().any(|asked| asked.beside(&booked).forbids(world, on))
}
