//! When the clinic is open: its hours, its exceptions and the public holidays.

pub mod holidays;
pub mod hours;
