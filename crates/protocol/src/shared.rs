//! The files beside the protocols: what all of them may speak of.

mod facts;
mod names;
mod products;
mod scales;
mod sources;
mod zones;

pub(crate) use facts::{answer, possible_tests, vocabulary};
pub(crate) use names::{concerns, groups, resources};
pub(crate) use products::{KINDS, MEASURES, PRODUCT_STATUS, products};
pub(crate) use scales::scales;
pub(crate) use sources::{Cited, SEEN, sources};
pub(crate) use zones::{point, zones};
