use crate::error::AppError;
use crate::roster::house;
use crate::work::Work;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::recovery::DeadlineKind;

/// How far ahead a working day is looked for.
const AHEAD: i32 = 30;

/// Turns the kind of a deadline into an instant: now; the end of today; the close of the next day the house opens.
pub(super) fn instant(work: &mut Work<'_, '_>, kind: DeadlineKind) -> Result<Timestamp, AppError> {
    let today = work.today();
    match kind {
        DeadlineKind::Now => Ok(work.now),
        DeadlineKind::SameDay => Ok(work.world.bounds(today).1),
        DeadlineKind::NextWorkingDay => next_close(work, today),
    }
}

fn next_close(work: &mut Work<'_, '_>, today: Date) -> Result<Timestamp, AppError> {
    let last = today.saturating_add(AHEAD.days());
    let house = house(work)?;
    let mut day = today;
    for _ in 0..AHEAD {
        day = day.tomorrow().unwrap_or(last);
        if let Some(close) = house.hours.house(day).last().map(|opening| opening.closes()) {
            return Ok(work.world.wall(day, close.get()));
        }
    }
    Ok(work.world.bounds(last).1)
}
