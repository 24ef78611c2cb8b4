//! A protocol taken apart: every statement it makes, in reading order, in words and in the sense that counts.
//!
//! What two versions differ in and what a physician reads and signs are both told from here, so nothing that is read in a
//! file can be missing from either. Every part takes its type apart field by field: a new field does not compile until
//! it is told.

mod answers;
mod aspect;
mod care;
mod catalogue;
mod course;
mod covers;
mod evidence;
mod head;
mod healing;
mod meaning;
mod part;
mod registry;
mod results;
mod rhythm;
mod rules;
mod session;
mod statement;
mod teller;
mod tokens;

pub(crate) use aspect::Aspect;
pub use aspect::Field;
pub use meaning::Direction;
pub(crate) use meaning::Meaning;
pub(crate) use part::Adding;
pub use part::{Part, Stage};
pub(crate) use statement::{KnownBy, Statement};
pub(crate) use teller::Teller;

/// Every statement of the protocol, in reading order.
pub(crate) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    let parts = [
        head::statements(teller),
        catalogue::statements(teller),
        course::statements(teller),
        rules::statements(teller),
        session::steps(teller),
        rhythm::statements(teller),
        session::limits(teller),
        healing::statements(teller),
        results::statements(teller),
        head::consent(teller),
        registry::statements(teller),
        answers::statements(teller),
        evidence::sources(teller),
    ];
    parts.into_iter().flatten().collect()
}
