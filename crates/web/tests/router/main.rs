//! The whole router over a small clinic: every page, every door, every refusal, as a browser would meet them.

mod booking;
mod clinical;
mod console;
mod feed_files;
mod feeds;
mod gate;
mod permissions;
mod repair;
mod site;
mod visitor;
