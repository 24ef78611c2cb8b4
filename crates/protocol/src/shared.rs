//! The files beside the protocols: what all of them may speak of.

mod facts;
mod names;
mod products;
mod scales;
mod sources;
mod zones;

pub(crate) use facts::{answer, possible_tests, vocabulary};
pub(crate) use names::{concerns, groups, resources};
pub(crate) use products::{MEASURES, products};
pub(crate) use scales::scales;
pub(crate) use sources::{Cited, sources};
pub(crate) use zones::{point, zones};
