//! Time and chance as things that are handed in. The binary brings the real ones, tests and the demo their own.

use jiff::Timestamp;

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> Timestamp;
}

/// Gives unguessable bytes.
pub trait Entropy: Send + Sync {
    /// Thirty-two bytes that nobody can foresee.
    fn seed(&self) -> [u8; 32];
}
