//! `protocol.toml`: one treatment, part by part.

mod bound;
mod catalogue;
mod condition;
mod head;
mod indication;
mod limits;
mod outcome;
mod recovery;
mod screening;
mod segment;
mod sign;
mod spacing;

pub(crate) use head::protocol;
