//! How long an effect lasts: what studies say, and what one patient saw.

use crate::evidence::Evidence;
use crate::period::Period;
use crate::slug::IndicationId;
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How long the effect of one indication lasts in most people.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Effect {
    /// What the treatment is for.
    pub indication: IndicationId,
    /// Usually so long.
    pub usual: Period,
    /// In most people at least so long.
    pub from: Period,
    /// In most people at most so long.
    pub to: Period,
    /// The same in words.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// What was seen of an effect on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lasting {
    /// It had just faded.
    Faded,
    /// It was still there: it lasts longer than that.
    StillThere,
}

/// What a patient saw of an earlier session.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Observed {
    /// The day of that session.
    pub treated: Date,
    /// The day on which it was seen.
    pub on: Date,
    /// What was seen.
    pub lasting: Lasting,
}

impl Observed {
    /// Days from the session; none where the day lies before it.
    pub fn days(&self) -> Option<u32> {
        u32::try_from((self.on - self.treated).get_days()).ok()
    }
}
