use crate::error::AppError;
use crate::staff::{Competence, load_competences};
use crate::work::Work;
use jiff::civil::Date;
use journey::id::{ClinicId, ResourceId, StaffId};
pub use journey::roster::resource::ResourceKind;
use journey::text::Bilingual;
use serde::Serialize;
use store::{StoreError, Tx, args};

/// Somebody or something that can be claimed.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Resource {
    /// Its key, by which claims name it.
    pub id: ResourceId,
    /// What kind it is.
    pub kind: ResourceKind,
    /// The class of room or device; empty for people.
    pub class: String,
    /// The person, where it is one.
    pub staff: Option<StaffId>,
    /// Its name.
    pub name: Bilingual,
    /// How many can be served at once: one, unless it declares more.
    pub lanes: u8,
    /// What the person is competent for, with time.
    pub competences: Vec<Competence>,
}

impl Resource {
    /// Whether it can serve a need of its kind on a day: a competence that is held, or a class.
    pub fn serves(&self, need: &str, on: Date) -> bool {
        match self.kind {
            ResourceKind::Practitioner => {
                self.competences.iter().any(|held| held.id == need && held.tenure.holds_on(on))
            }
            ResourceKind::Room | ResourceKind::Device => self.class == need,
        }
    }
}

/// Every active resource, in the order in which they are shown.
pub fn resources(work: &mut Work<'_, '_>) -> Result<Vec<Resource>, AppError> {
    Ok(work.house()?.resources.clone())
}

pub(super) fn load_resources(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<Vec<Resource>, AppError> {
    let held = load_competences(tx, clinic)?;
    tx.query(
        "SELECT id, kind, class, staff_id, name_ja, name_en, lanes FROM roster_resource
         WHERE clinic_id = $1 AND active = 1 ORDER BY place",
        args![clinic],
    )?
    .iter()
    .map(|row| {
        let staff: Option<StaffId> = row.get(3)?;
        Ok(Resource {
            id: row.get(0)?,
            kind: kind(&row.get::<String>(1)?)?,
            class: row.get(2)?,
            staff,
            name: crate::offering::bilingual(row, 4)?,
            lanes: u8::try_from(row.get::<i64>(6)?).unwrap_or(1),
            competences: held.iter().filter(|one| Some(one.staff) == staff).cloned().collect(),
        })
    })
    .collect()
}

fn kind(code: &str) -> Result<ResourceKind, StoreError> {
    ResourceKind::parse(code).ok_or_else(|| StoreError::Fault(format!("{code} is not a kind of resource")))
}
