use crate::error::AppError;
use crate::work::Work;
use jiff::civil::Date;
use journey::id::{ClinicId, StaffId};
use journey::session::HeldCompetence;
use journey::slug::CompetenceId;
use journey::staff::Tenure;
use serde::{Deserialize, Serialize};
use store::{Tx, args};

/// A competence that somebody holds for a time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Competence {
    /// Who.
    pub staff: StaffId,
    /// Which.
    pub id: String,
    /// How long.
    pub tenure: Tenure,
    /// What proves it.
    pub evidence: String,
}

/// Every competence of everybody, lapsed ones too.
pub fn competences(work: &mut Work<'_, '_>) -> Result<Vec<Competence>, AppError> {
    let clinic = work.clinic();
    load_competences(work.tx, clinic)
}

pub(crate) fn load_competences(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<Vec<Competence>, AppError> {
    tx.query(
        "SELECT staff_id, competence, from_day, until_day, evidence FROM staff_competence WHERE clinic_id = $1
         ORDER BY staff_id, competence, from_day",
        args![clinic],
    )?
    .iter()
    .map(|row| {
        Ok(Competence {
            staff: row.get(0)?,
            id: row.get(1)?,
            tenure: Tenure { from: row.get(2)?, until: row.get(3)? },
            evidence: row.get(4)?,
        })
    })
    .collect()
}

/// Whether somebody holds a competence on a day.
pub fn is_competent(work: &mut Work<'_, '_>, staff: StaffId, competence: &str, on: Date) -> Result<bool, AppError> {
    Ok(competences(work)?.iter().any(|held| held.staff == staff && held.id == competence && held.tenure.holds_on(on)))
}

/// Every competence of one person, lapsed ones too, as the rules read them.
pub fn held_by(work: &mut Work<'_, '_>, staff: StaffId) -> Result<Vec<HeldCompetence>, AppError> {
    let own = competences(work)?.into_iter().filter(|held| held.staff == staff);
    let read = |held: Competence| Some(HeldCompetence { id: CompetenceId::parse(&held.id).ok()?, tenure: held.tenure });
    Ok(own.filter_map(read).collect())
}
