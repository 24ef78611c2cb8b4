//! Stage 5: what may be set, where and with what.

mod bound;
mod check;
mod ledger;
mod setting;
mod totals;
mod words;
mod zone;

pub use bound::{Bound, Ceiling, Per};
pub use check::check_setting;
pub use ledger::check_ledger;
pub use setting::{Place, Setting};
pub use totals::check_session;
pub use zone::{Side, Sides, Zone};
