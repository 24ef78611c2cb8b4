use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// The shortest password; long enough that no periodic change is asked for.
const SHORTEST: usize = 13;

/// What the store keeps of a login's two factors.
#[derive(Clone)]
pub struct SecretPair {
    /// The password, hashed by argon2id in the PHC form.
    pub password_hash: String,
    /// The secret of the one-time codes, in base 32.
    pub totp_secret: String,
}

/// Why a password is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PasswordRefused {
    /// Shorter than thirteen characters.
    #[error("a password has at least {SHORTEST} characters")]
    TooShort,
    /// It contains the login.
    #[error("a password does not contain the login")]
    ContainsLogin,
}

/// Refuses passwords that are too short or hold the login.
pub fn check_password(login: &str, password: &str) -> Result<(), PasswordRefused> {
    if password.chars().count() < SHORTEST {
        return Err(PasswordRefused::TooShort);
    }
    if !login.is_empty() && password.to_lowercase().contains(&login.to_lowercase()) {
        return Err(PasswordRefused::ContainsLogin);
    }
    Ok(())
}

/// Hashes a password by argon2id. The salt is handed in. Slow by design: never on the writer's thread.
pub fn hash_password(password: &str, salt: &[u8; 16]) -> Option<String> {
    let hashed: PasswordHash = Argon2::default().hash_password_with_salt(password.as_bytes(), salt).ok()?;
    Some(hashed.to_string())
}

/// Whether a password belongs to a hash. Slow by design.
pub(super) fn matches(password: &str, hash: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok())
}

/// A secret for one-time codes in base 32, from twenty bytes of chance.
pub fn totp_secret(chance: &[u8; 20]) -> String {
    Secret::from(chance.to_vec()).to_base32()
}

/// The address that an authenticator app reads to learn a login's codes.
pub fn provisioning(login: &str, totp_secret: &str) -> Option<String> {
    totp(login, totp_secret)?.to_url().ok()
}

/// The one-time code of a login at an instant, for the fictional clinic and for tests.
pub(super) fn code_at(login: &str, totp_secret: &str, unix_seconds: u64) -> Option<String> {
    Some(totp(login, totp_secret)?.generate(unix_seconds).to_string())
}

/// The step that a code belongs to, when it is right at an instant or one step either side.
pub(super) fn code_step(login: &str, totp_secret: &str, code: &str, unix_seconds: u64) -> Option<i64> {
    let step = totp(login, totp_secret)?.check(code.trim(), unix_seconds)?;
    i64::try_from(step).ok()
}

fn totp(login: &str, totp_secret: &str) -> Option<Totp> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(Secret::try_from_base32(totp_secret).ok()?)
        .with_issuer(Some("Suhada"))
        .with_account_name(login)
        .build()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn a_password_of_twelve_characters_is_too_short_and_of_thirteen_is_not() {
        assert_eq!(check_password("ueno", "abcdefghijkl"), Err(PasswordRefused::TooShort));
        assert_eq!(check_password("ueno", "abcdefghijklm"), Ok(()));
    }

    #[test]
    fn a_password_that_holds_the_login_is_refused() {
        assert_eq!(check_password("ueno", "my-UENO-is-long"), Err(PasswordRefused::ContainsLogin));
    }

    #[test]
    fn only_the_right_password_matches_its_hash() {
        let hash = hash_password("a long enough secret", b"0123456789abcdef").expect("it hashes");
        assert!(hash.starts_with("$argon2id$"));
        assert!(matches("a long enough secret", &hash));
        assert!(!matches("a long enough secreT", &hash));
        assert!(!matches("", &hash));
    }

    #[test]
    fn the_code_of_the_standard_is_right_at_its_instant_and_not_two_steps_later() {
        // RFC 6238 appendix B: secret 12345678901234567890, 59 s, SHA-1: 94287082, of which six digits.
        assert!(code_step("ueno", SECRET, "287082", 59).is_some());
        assert!(code_step("ueno", SECRET, "287082", 59 + 90).is_none());
    }
}
