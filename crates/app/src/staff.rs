//! Staff: signing in with two factors, and who is competent for what on a day.

mod add;
mod competence;
mod demo;
mod member;
mod password;
mod sign_in;

pub use add::{NewMember, add};
pub(crate) use competence::load_competences;
pub use competence::{Competence, competences, held_by, is_competent};
pub use demo::{DemoLogin, demo_logins};
pub(crate) use member::insert;
pub use member::{Profile, StaffMember, all, by_id};
pub use password::{PasswordRefused, SecretPair, check_password, hash_password, provisioning, totp_secret};
pub use sign_in::{
    Attempt, Challenge, Checked, SESSION_HOURS, SignedIn, actor_for, attempt, challenge, confirm_again, count_wrong,
    identify, sign_out, touch,
};
