use super::member::insert;
use super::password::SecretPair;
use crate::actor::Actor;
use crate::audit::{self, Object};
use crate::clinic::{Listing, StaffPlan};
use crate::error::{AppError, field};
use crate::work::Work;
use journey::id::StaffId;
use journey::staff::Role;
use journey::text::Bilingual;
use store::StoreError;

/// Somebody who shall be able to sign in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewMember {
    /// The name used to sign in.
    pub login: String,
    /// The name, family name first in Japanese.
    pub name: Bilingual,
    /// What the person may do.
    pub roles: Vec<Role>,
}

/// Adds somebody who can sign in. For administrators and for commands on the server itself. Refused when the login is
/// empty or taken, or no role is named. Public pages do not show the person, and nobody can book them yet.
pub fn add(work: &mut Work<'_, '_>, member: &NewMember, secrets: &SecretPair) -> Result<StaffId, AppError> {
    if work.actor != Actor::System {
        work.actor.administrator()?;
    }
    if member.login.trim().is_empty() || member.login.contains(char::is_whitespace) {
        return Err(field("login", "field-required"));
    }
    if member.roles.is_empty() {
        return Err(field("role", "field-choice"));
    }
    let (clinic, id) = (work.clinic(), work.ids.next(StaffId::new));
    match insert(work.tx, clinic, id, &plan(member), secrets) {
        Ok(()) => {}
        Err(AppError::Store(StoreError::Duplicate(_))) => return Err(field("login", "field-taken")),
        Err(other) => return Err(other),
    }
    audit::note(work, "staff.add", Object { entity: "staff_member", id: id.uuid(), patient: None })?;
    Ok(id)
}

fn plan(member: &NewMember) -> StaffPlan {
    StaffPlan {
        login: member.login.clone(),
        name: member.name.clone(),
        title: Bilingual::new("", ""),
        bio: Bilingual::new("", ""),
        since: None,
        roles: member.roles.clone(),
        competences: Vec::new(),
        hours: Vec::new(),
        listed: Listing::Internal,
    }
}
