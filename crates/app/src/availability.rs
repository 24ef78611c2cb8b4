//! Which times are free: a picture of the calendar in memory, kept true by the log of changes.
//!
//! The picture only ever helps: it says which times to offer and where a visit fits. It accepts nothing; the
//! constraints of the database do. The log is written by triggers, so no path can change a claim, a hold, a roster or
//! a service without it. A node reads the log after each of its own commits, before it answers, and a few times a
//! second for what other nodes did; a command that writes adds what its own transaction has changed so far. After a
//! crash, and whenever the log has a gap, the picture is built anew beside the old one.

mod bits;
mod build;
mod change;
mod index;
mod overlay;
mod progress;

pub(crate) use bits::{TICK, before, hours as hours_of, instant, taken as span_of, tick_of};
pub(crate) use change::Change;
pub(crate) use index::{Claim, Lane};
pub(crate) use overlay::Overlay;
pub use progress::Progress;

use crate::error::AppError;
use crate::roster::House;
use crate::work::Work;
use crate::world::World;
use index::Index;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::VisitId;
use planner::DayBits;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use store::{Store, Tx, args};

/// The picture of one clinic's calendar, shared by everything that runs in this process.
pub struct Availability {
    store: Store,
    world: Arc<World>,
    index: RwLock<Option<Index>>,
    building: Mutex<()>,
    progress: Progress,
}

/// Which days are asked for, and as of when.
#[derive(Clone)]
pub(crate) struct Ask {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// Visits whose own claims are looked through, because they are about to move.
    pub ignoring: Vec<VisitId>,
    /// Holds that lapse up to here no longer count.
    pub now: Timestamp,
}

impl Ask {
    fn days(&self) -> impl Iterator<Item = Date> + use<> {
        let last = self.last;
        self.first.series(jiff::Span::new().days(1)).take_while(move |day| *day <= last)
    }
}

/// How many lines of the log are kept for nodes that look late; whoever comes later still reads everything anew.
const KEPT: i64 = 100_000;

/// Clears away what every node has long seen of the log.
pub fn clear_log(work: &mut Work<'_, '_>) -> Result<(), AppError> {
    let ends = work.tx.first("SELECT MIN(seq), MAX(seq) FROM calendar_change", &[])?;
    let Some(ends) = ends else { return Ok(()) };
    let (Some(first), Some(last)) = (ends.get::<Option<i64>>(0)?, ends.get::<Option<i64>>(1)?) else { return Ok(()) };
    if last - first > 2 * KEPT {
        work.tx.execute("DELETE FROM calendar_change WHERE seq <= $1", args![last - KEPT])?;
    }
    Ok(())
}

impl Availability {
    pub(crate) fn new(store: Store, world: Arc<World>) -> Self {
        let progress = Progress::default();
        Self { store, world, index: RwLock::new(None), building: Mutex::new(()), progress }
    }

    /// How far the picture has been built.
    pub const fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Builds the picture where there is none yet. Whoever needs it first waits for it.
    pub(crate) fn warm_up(&self, now: Timestamp) -> Result<(), AppError> {
        let _one_at_a_time = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        if self.read().is_some() {
            return Ok(());
        }
        self.rebuild(now)
    }

    /// Builds the picture from the database, beside the old one, which serves meanwhile. What was committed while it
    /// was built is in it before it is shown, so that nobody loses sight of their own work.
    fn rebuild(&self, now: Timestamp) -> Result<(), AppError> {
        let mut built = build::build(&self.store, &self.world, &self.progress, now)?;
        if self.read().as_ref().is_some_and(|old| old.seen() > built.seen()) {
            let (news, house) = self.store.aside::<_, AppError>(|tx| news(tx, &self.world, built.seen()))?;
            built.apply(&self.world, &news, house);
        }
        *self.write() = Some(built);
        Ok(())
    }

    /// Applies what was committed since the last look, here or elsewhere. Answers whether the log had a gap and the
    /// picture must be built anew.
    pub(crate) fn catch_up(&self, tx: &mut Tx<'_>) -> Result<Log, AppError> {
        let Some(seen) = self.read().as_ref().map(Index::seen) else { return Ok(Log::Whole) };
        if change::begins_after(tx, seen)? {
            return Ok(Log::Gap);
        }
        let (news, house) = news(tx, &self.world, seen)?;
        if news.is_empty() {
            return Ok(Log::Whole);
        }
        if let Some(index) = self.write().as_mut() {
            index.apply(&self.world, &news, house);
        }
        Ok(Log::Whole)
    }

    /// Looks at what other nodes did; builds anew where the log has a gap.
    pub(crate) fn follow(self: &Arc<Self>, now: Timestamp) -> Result<(), AppError> {
        let mine = Arc::clone(self);
        let log = self.store.read::<_, AppError, _>(move |tx| mine.catch_up(tx)).wait()?;
        if log == Log::Gap {
            let _one_at_a_time = self.building.lock().unwrap_or_else(PoisonError::into_inner);
            self.rebuild(now)?;
        }
        if let Some(index) = self.write().as_mut() {
            index.keep_ready(&self.world, now);
        }
        Ok(())
    }

    /// What a transaction has changed that the picture does not show yet.
    pub(crate) fn overlay(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<Overlay, AppError> {
        self.warm_up(now)?;
        let seen = self.read().as_ref().map_or(0, Index::seen);
        Overlay::load(tx, self.world.clinic, seen)
    }

    /// The house as it stands.
    pub(crate) fn house(&self, now: Timestamp, over: &Overlay) -> Result<Arc<House>, AppError> {
        self.warm_up(now)?;
        Ok(over.house().or_else(|| self.read().as_ref().map(Index::house)).unwrap_or_default())
    }

    /// The free time of every lane on the days asked for, with the house that the lanes belong to.
    pub(crate) fn free(&self, ask: &Ask, over: &Overlay) -> Result<(Arc<House>, Vec<Vec<DayBits>>), AppError> {
        self.warm_up(ask.now)?;
        let index = self.read();
        let Some(index) = index.as_ref() else { return Ok((Arc::default(), Vec::new())) };
        let house = over.house().unwrap_or_else(|| index.house());
        let days = ask.days().map(|day| index.free(&self.world, &house, ask, over, day)).collect();
        Ok((house, days))
    }

    /// The free time of every lane of a house as it might be: the claims are those that stand.
    pub(crate) fn free_in(&self, house: &Arc<House>, ask: &Ask, over: &Overlay) -> Result<Vec<Vec<DayBits>>, AppError> {
        self.warm_up(ask.now)?;
        let index = self.read();
        let Some(index) = index.as_ref() else { return Ok(Vec::new()) };
        Ok(ask.days().map(|day| index.free(&self.world, house, ask, over, day)).collect())
    }

    /// The claims on one subject that reach into a stretch of time, lane by lane.
    pub(crate) fn claims(
        &self,
        lane: Lane,
        (from, to): (Timestamp, Timestamp),
        ask: &Ask,
        over: &Overlay,
    ) -> Result<Vec<Claim>, AppError> {
        self.warm_up(ask.now)?;
        Ok(self.read().as_ref().map_or_else(Vec::new, |index| index.claims(lane, (from, to), ask, over)))
    }

    /// Whether a visit is only a hold.
    pub(crate) fn is_held(&self, visit: VisitId, now: Timestamp, over: &Overlay) -> Result<bool, AppError> {
        self.warm_up(now)?;
        Ok(self.read().as_ref().is_some_and(|index| index.is_held(visit, over)))
    }

    /// Whether a hold has lapsed whose claims are still there.
    pub(crate) fn has_lapsed_hold(&self, now: Timestamp, over: &Overlay) -> Result<bool, AppError> {
        self.warm_up(now)?;
        Ok(self.read().as_ref().is_some_and(|index| index.has_lapsed_hold(now, over)))
    }

    fn read(&self) -> RwLockReadGuard<'_, Option<Index>> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Option<Index>> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lines of the log with their numbers, and the house where they speak of it.
type News = (Vec<(i64, Change)>, Option<Arc<House>>);

/// What the log holds after a number, with the house anew where it changed.
fn news(tx: &mut Tx<'_>, world: &World, seen: i64) -> Result<News, AppError> {
    let news = change::since(tx, world.clinic, seen)?;
    let moved = news.iter().any(|(_, change)| *change == Change::House);
    let house = if moved { Some(Arc::new(House::load(tx, world.clinic)?)) } else { None };
    Ok((news, house))
}

/// Whether the log still holds everything since the last look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Log {
    /// It does.
    Whole,
    /// Part of it has been cleared away.
    Gap,
}
