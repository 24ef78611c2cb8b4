//! `protocol.toml`: one treatment, part by part.

mod bound;
mod catalogue;
mod condition;
mod face;
mod head;
mod indication;
mod limits;
mod operator;
mod outcome;
mod recovery;
mod screening;
mod segment;
mod sign;
mod spacing;
mod titration;
mod window;

pub(crate) use bound::{CEILINGS, PER};
pub(crate) use head::{STATUS, protocol};
pub(crate) use recovery::CLASS;
pub(crate) use screening::{OVERRIDE, VERDICTS};
pub(crate) use sign::TRENDS;
pub(crate) use spacing::{PRODUCT, SAME_DAY, ZONES};
