//! What changed in meaning between two versions of a protocol, for a physician.

mod change;
mod matched;

pub use change::{AspectChange, Change, What};

use crate::statements::{Teller, statements};
use journey::protocol::{Library, Protocol};

/// Every statement that was added, removed or changed: by stage in reading order, within a stage what is looser first,
/// then what nobody can judge from the files, then what is stricter, then evidence and wording. None where both mean and
/// say the same.
pub fn diff(old: &Protocol, new: &Protocol) -> Vec<Change> {
    changes(&Teller { protocol: old, library: None }, &Teller { protocol: new, library: None })
}

/// The same, with zones, groups and rooms called by the names of a library.
pub fn diff_in(old: &Protocol, new: &Protocol, names: &Library) -> Vec<Change> {
    let library = Some(names);
    changes(&Teller { protocol: old, library }, &Teller { protocol: new, library })
}

fn changes(old: &Teller<'_>, new: &Teller<'_>) -> Vec<Change> {
    let pairs = matched::pairs(statements(old), statements(new));
    let mut changes: Vec<Change> = pairs.iter().filter_map(change::of).collect();
    changes.sort_by_key(|change| (change.stage, change.direction, std::cmp::Reverse(change.weight)));
    changes
}
