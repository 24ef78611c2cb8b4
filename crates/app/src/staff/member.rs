use super::password::SecretPair;
use crate::clinic::StaffPlan;
use crate::error::{AppError, Refusal};
use crate::work::Work;
use journey::id::{ClinicId, StaffId};
use journey::staff::Role;
use journey::text::Bilingual;
use serde::{Deserialize, Serialize};
use store::{Row, Tx, args};

/// What the public pages say about somebody.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Profile {
    /// What the person is, with the certifying body.
    pub title: Bilingual,
    /// Experience in plain words.
    pub bio: Bilingual,
    /// The year in which the person began.
    pub since: Option<i16>,
}

/// A member of staff, without secrets.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct StaffMember {
    /// The key.
    pub id: StaffId,
    /// The name used to sign in.
    pub login: String,
    /// The name.
    pub name: Bilingual,
    /// Roles.
    pub roles: Vec<Role>,
    /// What public pages say.
    pub profile: Profile,
    /// Whether public pages show the person.
    pub listed: bool,
}

const COLUMNS: &str = "id, login, name_ja, name_en, roles, profile, listed";

/// Everybody who works here, in the order of their sign-in names.
pub fn all(work: &mut Work<'_, '_>) -> Result<Vec<StaffMember>, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM staff_member WHERE clinic_id = $1 AND active = 1 ORDER BY id");
    work.tx.query(&sql, args![clinic])?.iter().map(member).collect()
}

/// One member of staff.
pub fn by_id(work: &mut Work<'_, '_>, id: StaffId) -> Result<StaffMember, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM staff_member WHERE clinic_id = $1 AND id = $2");
    let row = work.tx.first(&sql, args![clinic, id])?.ok_or(Refusal::NotFound)?;
    member(&row)
}

fn member(row: &Row) -> Result<StaffMember, AppError> {
    Ok(StaffMember {
        id: row.get(0)?,
        login: row.get(1)?,
        name: Bilingual::new(row.get::<String>(2)?, row.get::<String>(3)?),
        roles: roles(&row.get::<String>(4)?),
        profile: serde_json::from_value(row.get(5)?)?,
        listed: row.get::<i64>(6)? == 1,
    })
}

/// Reads a stored list of roles; words that are no role give no right.
pub(super) fn roles(stored: &str) -> Vec<Role> {
    stored.split(' ').filter_map(Role::parse).collect()
}

/// Adds somebody.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    clinic: ClinicId,
    id: StaffId,
    person: &StaffPlan,
    secrets: &SecretPair,
) -> Result<(), AppError> {
    let roles: Vec<&str> = person.roles.iter().map(|role| role.code()).collect();
    let profile = Profile { title: person.title.clone(), bio: person.bio.clone(), since: person.since };
    tx.execute(
        "INSERT INTO staff_member (clinic_id, id, login, name_ja, name_en, profile, roles, password_hash, totp_secret,
         totp_step, failures, listed, active, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, $10, 1, 1)",
        args![
            clinic,
            id,
            person.login.as_str(),
            person.name.ja.as_str(),
            person.name.en.as_str(),
            serde_json::to_string(&profile)?,
            roles.join(" "),
            secrets.password_hash.as_str(),
            secrets.totp_secret.as_str(),
            person.listed.flag()
        ],
    )?;
    Ok(())
}
