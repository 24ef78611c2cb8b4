//! Protocol text to journey types, and the checker. The format is taught in `docs/protocol-format.md`.
//!
//! Nothing here reads a file: the shell hands over the texts, and gets a whole library or every mistake at once.

pub mod cases;
mod diagnostic;
mod files;
mod load;
pub mod mutate;
mod nearest;
mod reading;
mod seal;
mod shared;
mod treatment;

pub use diagnostic::Diagnostic;
pub use load::load;
pub use nearest::nearest;
pub use seal::content_hash;
