//! The catalogue: which protocol versions are in use, and who approved them.

mod approve;

pub use approve::{Approval, approval_of, approve, approve_for_demo, demand_approval, store_versions};
