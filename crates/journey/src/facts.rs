//! What is known about a patient: a vocabulary of questions, answers with a date, tests over them.

mod answers;
mod condition;
mod decimal;
mod otherwise;
mod reading;
mod value;
mod vocabulary;

pub use answers::{Answer, AsOf, Facts, Knowledge};
pub use condition::{Comparison, FactTest};
pub use decimal::{Decimal, NotADecimal};
pub use otherwise::Becomes;
pub use reading::{FactReading, Known};
pub use value::{FactValue, NotAFactValue};
pub use vocabulary::{AnswerRefused, AskedOf, Checklist, Choice, Fact, FactKind, Validity, Vocabulary};
