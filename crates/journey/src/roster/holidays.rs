//! The public holidays of Japan, computed from the law.
//!
//! The Act on National Holidays (国民の祝日に関する法律, Act No. 178 of 1948) with its changes and the special
//! acts for single years, from 1955 to 2099. The equinoxes of a year are settled only when its calendar is
//! published in the February before; until then the days given here are computed.

mod equinox;
mod law;

use jiff::civil::{Date, Weekday, date};

use crate::text::Bilingual;
use law::Name;

const SUBSTITUTE: Name = Name { ja: "振替休日", en: "Substitute Holiday" };
const SANDWICHED: Name = Name { ja: "国民の休日", en: "Citizens' Holiday" };

/// The name of the public holiday that a day is. None on every other day, and outside 1955 to 2099.
///
/// ```
/// use jiff::civil::date;
/// use journey::roster::holidays::name;
/// assert_eq!(name(date(2026, 8, 11)).map(|day| day.ja), Some("山の日".to_owned()));
/// assert_eq!(name(date(2026, 8, 12)), None);
/// ```
pub fn name(day: Date) -> Option<Bilingual> {
    on(day).map(|name| Bilingual::new(name.ja, name.en))
}

/// Whether a day is a public holiday; never outside 1955 to 2099.
pub fn is_holiday(day: Date) -> bool {
    on(day).is_some()
}

fn on(day: Date) -> Option<Name> {
    law::named(day)
        .or_else(|| is_substitute(day).then_some(SUBSTITUTE))
        .or_else(|| is_sandwiched(day).then_some(SANDWICHED))
}

/// Whether a day with no name of its own is off for a holiday that fell on a Sunday: the Monday after it since
/// April 1973, and the first day after it without a name since 2007.
fn is_substitute(day: Date) -> bool {
    let named_before = previous(day).take_while(|earlier| law::named(*earlier).is_some());
    let mut reach = named_before.take(if day.year() < 2007 { 1 } else { usize::MAX });
    day >= date(1973, 4, 12) && reach.any(|earlier| earlier.weekday() == Weekday::Sunday)
}

/// Whether a day with no name of its own is off because the days on both sides have one; since the end of 1985,
/// and not on a Sunday.
fn is_sandwiched(day: Date) -> bool {
    let is_named = |day: Date| law::named(day).is_some();
    day >= date(1985, 12, 27)
        && day.weekday() != Weekday::Sunday
        && previous(day).next().is_some_and(is_named)
        && day.tomorrow().is_ok_and(is_named)
}

/// The days before a day, latest first.
fn previous(day: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(day.yesterday().ok(), |day| day.yesterday().ok())
}
