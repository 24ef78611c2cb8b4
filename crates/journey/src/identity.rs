//! Identity: who a patient is, and when two records may be one person.
//!
//! A booking without an account makes a provisional patient. Likely pairs go to a person; nothing is merged by
//! rule, and a merge can be taken back.

mod compare;
mod fold;

pub use compare::{Likeness, Particulars, Resemblance, compare};
pub use fold::{PhoneKey, SearchKey, fold_kana, fold_phone};

use serde::{Deserialize, Serialize};

/// How sure the clinic is about who this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Made by a booking; nobody has checked who it is.
    Provisional,
    /// Checked by staff.
    Confirmed,
    /// Redirects to another record.
    Merged,
}

impl Standing {
    /// The stable word for this standing.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Provisional => "provisional",
            Self::Confirmed => "confirmed",
            Self::Merged => "merged",
        }
    }

    /// The standing that a stored word names.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Provisional, Self::Confirmed, Self::Merged].into_iter().find(|s| s.code() == code)
    }
}
