//! Stage 3: who may have a treatment. Findings, never a score.

mod activation;
mod change;
mod explain;
mod finding;
mod overrides;
mod questionnaire;
mod ranking;
mod rule;
mod screen;
mod tree;
mod words;

pub use activation::{Activation, Standing};
pub use change::Change;
pub use explain::{Explanation, Outcome, Place, RuleExplained, explain};
pub use finding::{Finding, FindingKind, Headline, OverrideBy, Until};
pub use overrides::{Override, Overrides};
pub use questionnaire::{Item, MOST_BEFORE_BOOKING, Questionnaire, questionnaire};
pub use rule::{Deferral, Rule, Scope};
pub use screen::{Verdict, blocks_treatment, blocks_treatment_in, screen};
