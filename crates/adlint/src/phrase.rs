//! Words, sequences of words, and where they stand: all of it data, matched in one pass.

pub mod condition;
pub mod hit;
pub mod lexicon;
pub mod number;
pub mod pattern;
pub mod reading;
pub mod sentence;
