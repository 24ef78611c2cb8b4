use super::member::roles;
use super::password::{code_at, provisioning};
use crate::actor::Actor;
use crate::error::{AppError, Refusal};
use crate::work::Work;
use journey::staff::Role;
use journey::text::Bilingual;
use store::args;

/// A login of the fictional clinic with its second factor, which is nobody's secret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DemoLogin {
    /// The name used to sign in.
    pub login: String,
    /// The name.
    pub name: Bilingual,
    /// Roles.
    pub roles: Vec<Role>,
    /// The one-time code of this instant.
    pub code: String,
    /// The address that an authenticator app reads.
    pub otpauth: String,
}

/// The logins of the fictional clinic, to be shown on the terminal that started it. Refused for a real clinic and
/// for everybody but the system itself.
pub fn demo_logins(work: &mut Work<'_, '_>) -> Result<Vec<DemoLogin>, AppError> {
    if work.actor != Actor::System {
        return Err(AppError::Forbidden);
    }
    if !work.world.demo {
        return Err(Refusal::DemoOnly.into());
    }
    let (clinic, seconds) = (work.clinic(), u64::try_from(work.now.as_second()).unwrap_or(0));
    let rows = work.tx.query(
        "SELECT login, name_ja, name_en, roles, totp_secret FROM staff_member WHERE clinic_id = $1 AND active = 1
         ORDER BY id",
        args![clinic],
    )?;
    let mut logins = Vec::new();
    for row in &rows {
        let (login, secret): (String, String) = (row.get(0)?, row.get(4)?);
        let factors = code_at(&login, &secret, seconds).zip(provisioning(&login, &secret));
        let (code, otpauth) = factors.ok_or(Refusal::SignIn)?;
        let name = Bilingual::new(row.get::<String>(1)?, row.get::<String>(2)?);
        logins.push(DemoLogin { login, name, roles: roles(&row.get::<String>(3)?), code, otpauth });
    }
    Ok(logins)
}
