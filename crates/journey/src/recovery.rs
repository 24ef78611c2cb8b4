//! Stage 6: what healing looks like, what must alarm us, and who answers by when.

mod answers;
mod contradiction;
mod expected;
mod explain;
mod flag;
mod free_text;
mod plan;
mod sign;
mod symptom;
mod triage;

pub use answers::{Asked, CheckInAnswers, PerformedSession, SymptomAnswer};
pub use contradiction::{Contradiction, Doubt, Mismatch};
pub use expected::{Curve, DoseRange, ExpectedDay, ExpectedSign, Phase, expected};
pub use explain::{Explanation, FlagTrace, Hour, Trace, explain};
pub use flag::{DeadlineKind, Flag, NextSession, Reader, SignClass, Tier, Window, Words};
pub use free_text::{Mention, Standing, mentions, read};
pub use plan::{DueCheckIn, Recovery, check_ins, symptoms};
pub use sign::{SignTest, Trend};
pub use symptom::{Severity, Symptom, SymptomKind};
pub use triage::{HumanReader, RecoveryFinding, Triage, triage};
