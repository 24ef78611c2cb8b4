//! Reading TOML values with their place, reporting every mistake and going on.

mod context;
mod node;
mod statement;
mod table;

pub(crate) use context::{Context, Desk, Taken};
pub(crate) use node::Node;
pub(crate) use table::Table;
