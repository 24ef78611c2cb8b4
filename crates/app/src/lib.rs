//! Use cases, one verb a file.
//!
//! A use case is a plain function over a [`Work`]: the open transaction, the clinic's world (protocols, zone,
//! policy), the instant, fresh ids and who is acting. It loads, asks the core, saves, queues messages and notes
//! the deed, and every door (page, console, API, command, worker) goes through it, so a rule has one home.
//!
//! What may come back is always one of four: refused (with a typed reason), forbidden, conflict (with what is
//! free instead), or a fault. Permission is a narrower type: a use case that needs a physician takes a
//! [`actor::Physician`], and there is no other way to get one than to be one.

pub mod actor;
pub mod audit;
pub mod availability;
pub mod booking;
pub mod calendar_feed;
pub mod catalogue;
pub mod clinic;
pub mod clock;
pub mod content;
pub mod course;
mod deadline;
mod error;
pub mod identity;
mod ids;
pub mod money;
pub mod offering;
pub mod outbox;
pub mod outcome;
pub mod recall;
pub mod recovery;
pub mod roster;
pub mod screening;
pub mod session;
pub mod staff;
pub mod stock;
pub mod waitlist;
mod work;
mod world;

pub use clock::{Clock, Entropy};
pub use deadline::Deadline;
pub use error::{AppError, FieldError, Refusal};
pub use ids::{Ids, Token, TokenHash};
pub use store::StoreError;
pub use work::{App, Work};
pub use world::World;
