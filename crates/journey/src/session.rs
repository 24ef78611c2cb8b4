//! Stage 5: what may be set, where, with what and by whom.

mod asymmetry;
mod band;
mod bound;
mod check;
pub mod dilution;
mod dose_step;
mod explain;
mod finding;
mod ledger;
mod missed;
mod operator;
mod ratio;
mod setting;
mod titration;
mod totals;
mod vial;
mod whole;
mod words;
mod zone;

pub use asymmetry::Asymmetry;
pub use band::{Band, NoGo, Point};
pub use bound::{Bound, Ceiling, Per, Silence};
pub use check::check_setting;
pub use dose_step::check_dose_step;
pub use explain::{Compared, Explained, Outcome, Voice, explain_setting};
pub use ledger::check_ledger;
pub use missed::{MissedDose, missed_dose};
pub use operator::{HeldCompetence, Operator, OperatorRule, check_operator};
pub use ratio::Ratio;
pub use setting::{Place, Setting};
pub use titration::{PlannedDose, TakenDose, Titration};
pub use totals::check_totals;
pub use vial::{OpenVial, check_vial};
pub use whole::{SessionQuestion, check_session};
pub use zone::{Side, Sides, Zone};
