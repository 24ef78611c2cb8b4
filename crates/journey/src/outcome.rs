//! Stage 7: did it help, measured on a scale, against what the studies lead one to expect.

mod response;
mod scale;

pub use response::{ExpectedResponse, Response, Score, response};
pub use scale::{Better, Level, Scale, ScoreRefused};
