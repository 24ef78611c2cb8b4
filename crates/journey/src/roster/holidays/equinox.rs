//! The days of the equinoxes in Japan.
//!
//! The usual approximation of the published calendars: the equinox drifts by 0.242194 days a year and falls back
//! by one in a leap year. It agrees with every calendar published for the years given here.

/// The drift of an equinox in a common year, in millionths of a day.
const DRIFT: i32 = 242_194;

const DAY: i32 = 1_000_000;

/// The day of March of the vernal equinox, for 1900 to 2099.
pub(super) fn vernal(year: i16) -> i8 {
    day(year, if year < 1980 { 20_835_700 } else { 20_843_100 })
}

/// The day of September of the autumnal equinox, for 1900 to 2099.
pub(super) fn autumnal(year: i16) -> i8 {
    day(year, if year < 1980 { 23_258_800 } else { 23_248_800 })
}

/// The day of the month, from the place of the equinox in 1980 in millionths of a day.
fn day(year: i16, in_1980: i32) -> i8 {
    let years = i32::from(year) - 1980;
    let leap_days = if years < 0 { (years - 3) / 4 } else { years / 4 };
    let day = (in_1980 + DRIFT * years).div_euclid(DAY) - leap_days;
    day as i8
}
