//! When the clinic is open, and who and what is there: its hours, its exceptions, the public holidays, and the times
//! at which a person, a room or a device is away.

pub mod check;
pub mod closure;
pub mod holidays;
pub mod hours;
pub mod resource;
pub mod wall;
