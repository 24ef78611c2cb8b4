//! The waitlist: to whom a time that has come free is offered, and what becomes of the offer.
//!
//! [`fit`] says whether a time is what somebody waits for, and [`rank`] puts everybody whom it fits in an order that
//! is told in reasons: a course that would run out of time, then who asked for this practitioner, then who was
//! offered less, then who has waited longer. An offer is an [`OfferState`], open until an instant.
//!
//! ```
//! use jiff::civil::date;
//! use journey::id::WaitlistId;
//! use journey::roster::hours::MinuteOfDay;
//! use journey::waitlist::{Entry, Slot, Standing, Wish, rank};
//! let wish = Wish { from: date(2026, 11, 1), until: date(2026, 11, 30), days: vec![], practitioner: None };
//! let waiting = |id, since: &str| Entry {
//!     id: WaitlistId::new(uuid::Uuid::from_u128(id)),
//!     wish: wish.clone(),
//!     since: since.parse().expect("an instant"),
//!     declined: 0,
//!     lapsed: 0,
//!     standing: Standing::NewVisit,
//! };
//! let entries = [waiting(1, "2026-10-02T00:00:00Z"), waiting(2, "2026-10-01T00:00:00Z")];
//! let day = date(2026, 11, 24);
//! let slot = Slot {
//!     starts: "2026-11-24T01:00:00Z".parse()?,
//!     day,
//!     minute: MinuteOfDay::new(600)?,
//!     weekday: day.weekday(),
//!     practitioners: vec![],
//! };
//! let order: Vec<_> = rank(&entries, &slot).into_iter().map(|ranked| ranked.entry).collect();
//! assert_eq!(order, [entries[1].id, entries[0].id]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod entry;
mod fit;
mod offer;
mod order;

pub use entry::{Entry, Slot, Standing, Wish};
pub use fit::{Fit, Misfit, fit};
pub use offer::{OfferMove, OfferRefused, OfferState, OfferWhy};
pub use order::{Ranked, Reason, rank};
