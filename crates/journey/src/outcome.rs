//! Stage 7: did it help, measured on a scale, against what the studies lead one to expect.

mod response;
mod scale;
mod score;

pub use response::{ExpectedResponse, Response, ScalesMixed, Score, change, response};
pub use scale::{Better, Level, Scale, ScoreRefused};
pub use score::{Band, Inputs, ScaleInput, ScalePart, ScoreError, Step};
