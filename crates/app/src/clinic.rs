//! The clinic itself: its particulars, and setting it up from a written plan.

mod particulars;
mod plan;
mod set_up;

pub use particulars::{Hospital, Landmark, Particulars, Route};
pub use plan::{
    CancellationPlan, ClinicPlan, ClosurePlan, CompetencePlan, DevicePlan, HoursPlan, Listing, LotPlan, PricePlan,
    RoomPlan, SegmentPlan, ServicePlan, SpecialDayPlan, StaffPlan,
};
pub use set_up::{Credentials, set_up};

use crate::error::{AppError, Refusal};
use journey::booking::Policy;
use journey::id::ClinicId;
use serde::{Deserialize, Serialize};
use store::Tx;

/// A clinic as the database keeps it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Clinic {
    /// Its key.
    pub id: ClinicId,
    /// Name, address, telephone and the ways to it.
    pub particulars: Particulars,
    /// The name of the time zone.
    pub zone: String,
    /// How patients may book and change.
    pub policy: Policy,
    /// Whether it is the fictional one.
    pub kind: ClinicKind,
}

/// Whether a clinic treats people or only shows how it would.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClinicKind {
    /// A real clinic.
    Real,
    /// The fictional one.
    Demo,
}

/// The clinic of this database; nothing when none has been set up.
pub fn find(tx: &mut Tx<'_>) -> Result<Option<Clinic>, AppError> {
    let row = tx.first("SELECT id, particulars, zone, policy, demo FROM clinic ORDER BY created_at", &[])?;
    row.map(|row| {
        Ok(Clinic {
            id: row.get(0)?,
            particulars: serde_json::from_value(row.get(1)?)?,
            zone: row.get(2)?,
            policy: serde_json::from_value(row.get(3)?)?,
            kind: if row.get::<i64>(4)? == 1 { ClinicKind::Demo } else { ClinicKind::Real },
        })
    })
    .transpose()
}

/// The clinic of this database.
pub fn get(tx: &mut Tx<'_>) -> Result<Clinic, AppError> {
    find(tx)?.ok_or_else(|| Refusal::NotFound.into())
}
