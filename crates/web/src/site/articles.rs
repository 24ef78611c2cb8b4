//! Articles: the list, one of them, and the feed.

mod feed;
mod list;
mod markdown;
mod single;

pub(super) use feed::feed;
pub(super) use list::{all, listing, shown_to};
pub(super) use single::one;
