//! Times at which a person, a room or a device cannot be claimed although the roster would allow it.
//!
//! ```
//! use journey::roster::closure::ClosureKind;
//! use journey::roster::resource::ResourceKind;
//! assert!(ClosureKind::Leave.suits(ResourceKind::Practitioner));
//! assert!(!ClosureKind::Leave.suits(ResourceKind::Device));
//! ```

use serde::{Deserialize, Serialize};

use super::resource::ResourceKind;

/// What kind of absence a closure is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClosureKind {
    /// A person is on leave.
    Leave,
    /// A room cannot be used.
    OutOfOrder,
    /// A device is being serviced.
    Maintenance,
    /// Kept for something other than patients: a meeting, a training.
    Block,
}

impl ClosureKind {
    /// Every kind, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Leave, Self::OutOfOrder, Self::Maintenance, Self::Block];

    /// The stable word for this kind; it is what the database stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::OutOfOrder => "out-of-order",
            Self::Maintenance => "maintenance",
            Self::Block => "block",
        }
    }

    /// The kind that a stored word names.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether a resource of that kind can be away in this way: people take leave, rooms are out of order, devices
    /// are maintained, and each of them may be blocked.
    pub const fn suits(self, subject: ResourceKind) -> bool {
        match self {
            Self::Leave => matches!(subject, ResourceKind::Practitioner),
            Self::OutOfOrder => matches!(subject, ResourceKind::Room),
            Self::Maintenance => matches!(subject, ResourceKind::Device),
            Self::Block => true,
        }
    }
}
