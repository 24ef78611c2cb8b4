//! The catalogue: which protocol versions are in use, who approved them, and what was ruled about single rules.

mod approve;
mod ruling;

pub use approve::{Approval, approval_of, approve, approve_for_demo, demand_approval, store_versions};
pub use ruling::{Ruled, Ruling, activation, approve_rules, latest, rule_on, rulings};
