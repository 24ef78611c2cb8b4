use crate::id::StaffId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Whether the treatment of an item may begin.
///
/// Online, a first visit books an examination; the treatment time behind it is provisional until a named
/// physician releases it after examining.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// Nothing to release: an examination, counselling, a basic service.
    Free,
    /// Kept until a physician has examined the patient.
    Provisional,
    /// A physician has examined the patient and released it.
    Released {
        /// Who.
        by: StaffId,
        /// When.
        at: Timestamp,
    },
}

/// Why a block cannot be released.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BlockRefused {
    /// There is nothing to release.
    #[error("this item needs no release")]
    NothingToRelease,
    /// It has been released before.
    #[error("this item has been released already")]
    AlreadyReleased,
    /// The patient is not in the clinic, so nobody can have examined them.
    #[error("the patient has not arrived")]
    PatientNotHere,
}

impl BlockRefused {
    /// The stable word for the reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NothingToRelease => "block-nothing-to-release",
            Self::AlreadyReleased => "block-already-released",
            Self::PatientNotHere => "block-patient-not-here",
        }
    }
}

impl Block {
    /// Releases a provisional block.
    pub fn release(self, by: StaffId, at: Timestamp) -> Result<Self, BlockRefused> {
        match self {
            Self::Provisional => Ok(Self::Released { by, at }),
            Self::Released { .. } => Err(BlockRefused::AlreadyReleased),
            Self::Free => Err(BlockRefused::NothingToRelease),
        }
    }

    /// Whether a session may be opened as far as the block is concerned.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Free | Self::Released { .. })
    }

    /// The stable word for this state.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Provisional => "provisional",
            Self::Released { .. } => "released",
        }
    }
}
