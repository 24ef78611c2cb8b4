//! The public site, booking, the patient's private page and the console.
//!
//! A handler parses the request, calls a use case of `app`, and shows what came back; it decides nothing. Every
//! word stands in `locales/`, every shape in [`look`], and the strictest content policy holds on every page.

mod answers;
mod assets;
mod booking;
mod calendar;
mod console;
mod failure;
mod filled;
mod frame;
pub mod gate;
mod guest;
mod headers;
mod letters;
mod limits;
pub mod look;
mod planning;
mod portal;
mod questions;
mod site;
mod waitlist;
mod web;
mod when;
mod wording;

pub use letters::letters;
pub use web::{Pages, Settings};
pub use wording::{Wording, message_keys};
