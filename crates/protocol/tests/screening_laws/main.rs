//! What must hold of screening whatever is answered, over the protocols that are shipped.
#![expect(clippy::unwrap_used, reason = "a test whose library cannot be read must fail")]

mod completions;
mod possible;
mod questions;
mod reach;
mod shipped;
mod stale;
