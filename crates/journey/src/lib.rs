//! The eight stages of a treatment, as pure decisions.
//!
//! In the patient's order: [`catalogue`], [`booking`], [`screening`], [`course`], [`session`], [`recovery`],
//! [`outcome`], [`recall`]. [`protocol`] holds what all of them read; the other modules are the words they share.
//!
//! Nothing here knows a clock, a database, HTTP or a task: time, randomness and ids are arguments.

pub mod booking;
pub mod catalogue;
pub mod course;
pub mod evidence;
pub mod facts;
pub mod id;
pub mod identity;
pub mod kleene;
pub mod money;
pub mod outcome;
pub mod period;
pub mod protocol;
pub mod quantity;
pub mod recall;
pub mod recovery;
pub mod roster;
pub mod screening;
pub mod session;
pub mod slug;
pub mod staff;
pub mod stock;
pub mod text;
pub mod tree;
pub mod waitlist;
pub mod words;
