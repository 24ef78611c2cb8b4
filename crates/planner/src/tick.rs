//! The step in which a day is counted.

/// A step of five minutes, counted from the local midnight of a day as absolute time.
///
/// A day has 288 ticks, and 276 or 300 where the clock changes by an hour: a tick is not a wall-clock time. The
/// ticks from [`Tick::LIMIT`] on belong to no day; nothing is ever free there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Tick(pub u16);

impl Tick {
    /// The length of a tick in minutes.
    pub const MINUTES: u16 = 5;

    /// How many ticks one row of bits holds; more than any day has.
    pub const LIMIT: u16 = 320;
}
