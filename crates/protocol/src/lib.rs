//! Protocol text to journey types, and the checker. The format is taught in `docs/protocol-format.md`.
//!
//! Nothing here reads a file: the shell hands over the texts, and gets a whole library or every mistake at once.

pub mod cases;
mod diagnostic;
mod diff;
mod files;
mod load;
pub mod mutate;
mod nearest;
mod reading;
pub mod schema;
mod seal;
mod shared;
mod sheet;
mod statements;
mod treatment;

pub use diagnostic::Diagnostic;
pub use diff::{AspectChange, Change, What, diff, diff_in};
pub use load::load;
pub use nearest::nearest;
pub use seal::content_hash;
pub use sheet::{Entry, Section, Sheet, sheet};
pub use statements::{Direction, Field, Part, Stage};
