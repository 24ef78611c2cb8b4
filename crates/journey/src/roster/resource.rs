//! What kinds of resource a clinic has.
//!
//! ```
//! use journey::roster::resource::ResourceKind;
//! assert_eq!(ResourceKind::parse("room"), Some(ResourceKind::Room));
//! ```

use serde::{Deserialize, Serialize};

/// What can be claimed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ResourceKind {
    /// A person who treats, examines or counsels.
    Practitioner,
    /// A room.
    Room,
    /// A device.
    Device,
}

impl ResourceKind {
    /// Every kind, in the order they are shown.
    pub const ALL: [Self; 3] = [Self::Practitioner, Self::Room, Self::Device];

    /// The stable word for this kind; it is what the database stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Practitioner => "practitioner",
            Self::Room => "room",
            Self::Device => "device",
        }
    }

    /// The kind that a stored word names.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
