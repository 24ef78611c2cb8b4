use super::member::roles;
use super::password::{code_step, matches};
use crate::actor::{Actor, FrontDesk, Member};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::ids::Token;
use crate::work::Work;
use jiff::{SignedDuration, Timestamp};
use journey::id::StaffId;
use journey::staff::Role;
use store::args;

/// A session ends after this many hours, whatever happens in it.
pub const SESSION_HOURS: i64 = 12;
/// A session without a request ends after this time.
const IDLE: SignedDuration = SignedDuration::from_mins(45);
/// After so many failures in a row the account rests.
const FAILURES: i64 = 5;
/// How long it rests.
const REST: SignedDuration = SignedDuration::from_mins(15);

/// What somebody claims to know, checked against what is stored. Made by [`Challenge::verify`] only.
#[derive(Clone, Debug)]
pub struct Checked {
    login: String,
    password_right: bool,
}

/// What is needed to check a password away from the writer's thread.
#[derive(Clone)]
pub struct Challenge {
    login: String,
    hash: String,
}

/// A hash that no password belongs to, so that an unknown login takes as long as a known one.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Looks up what a login's password is checked against; an unknown login gets something that never matches.
pub fn challenge(work: &mut Work<'_, '_>, login: &str) -> Result<Challenge, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT password_hash FROM staff_member WHERE clinic_id = $1 AND login = $2 AND active = 1",
        args![clinic, login],
    )?;
    let hash = row.map_or(Ok(NOBODY.to_owned()), |row| row.get(0))?;
    Ok(Challenge { login: login.to_owned(), hash })
}

impl Challenge {
    /// Checks a password. Slow by design: run it where blocking is allowed.
    pub fn verify(self, password: &str) -> Checked {
        Checked { password_right: matches(password, &self.hash), login: self.login }
    }
}

/// How an attempt to sign in ended. A failed one is counted, so it is not an error: the count must stand.
#[derive(Clone, PartialEq, Debug)]
pub enum Attempt {
    /// Both factors were right.
    SignedIn(SignedIn),
    /// Something was wrong; nobody is told what.
    Wrong,
    /// The account rests after too many failures.
    Locked {
        /// Until when.
        until: Timestamp,
    },
}

/// A fresh session.
#[derive(Clone, PartialEq, Debug)]
pub struct SignedIn {
    /// The secret for the cookie.
    pub token: Token,
    /// Who signed in.
    pub staff: StaffId,
    /// The roles held.
    pub roles: Vec<Role>,
}

impl SignedIn {
    /// Whether the day's visits are for this person to see.
    pub fn meets_patients(&self) -> bool {
        self.roles.iter().any(|role| FrontDesk::ROLES.contains(role))
    }
}

struct Account {
    id: StaffId,
    secret: String,
    step: i64,
    failures: i64,
    locked_until: Option<Timestamp>,
    roles: Vec<Role>,
}

/// Signs somebody in with a checked password and a one-time code. A code works once.
pub fn attempt(work: &mut Work<'_, '_>, checked: &Checked, code: &str) -> Result<Attempt, AppError> {
    let Some(account) = account(work, &checked.login)? else { return Ok(Attempt::Wrong) };
    if let Some(until) = account.locked_until.filter(|until| *until > work.now) {
        return Ok(Attempt::Locked { until });
    }
    let seconds = u64::try_from(work.now.as_second()).unwrap_or(0);
    let step = code_step(&checked.login, &account.secret, code, seconds).filter(|step| *step > account.step);
    match (checked.password_right, step) {
        (true, Some(step)) => open(work, &account, step).map(Attempt::SignedIn),
        _ => fail(work, &account),
    }
}

fn account(work: &mut Work<'_, '_>, login: &str) -> Result<Option<Account>, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT id, totp_secret, totp_step, failures, locked_until, roles FROM staff_member
         WHERE clinic_id = $1 AND login = $2 AND active = 1",
        args![clinic, login],
    )?;
    row.map(|row| {
        Ok(Account {
            id: row.get(0)?,
            secret: row.get(1)?,
            step: row.get(2)?,
            failures: row.get(3)?,
            locked_until: row.get(4)?,
            roles: roles(&row.get::<String>(5)?),
        })
    })
    .transpose()
}

fn open(work: &mut Work<'_, '_>, account: &Account, step: i64) -> Result<SignedIn, AppError> {
    let (clinic, now, token) = (work.clinic(), work.now, work.ids.token());
    let ends = now.checked_add(SignedDuration::from_hours(SESSION_HOURS)).unwrap_or(Timestamp::MAX);
    work.tx.execute(
        "UPDATE staff_member SET totp_step = $1, failures = 0, locked_until = NULL WHERE clinic_id = $2 AND id = $3",
        args![step, clinic, account.id],
    )?;
    work.tx.execute("DELETE FROM staff_session WHERE clinic_id = $1 AND ends_at < $2", args![clinic, now])?;
    work.tx.execute(
        "INSERT INTO staff_session (clinic_id, token_hash, staff_id, created_at, seen_at, ends_at)
         VALUES ($1, $2, $3, $4, $4, $5)",
        args![clinic, token.hash(), account.id, now, ends],
    )?;
    note(work, "staff.sign-in", account.id)?;
    Ok(SignedIn { token, staff: account.id, roles: account.roles.clone() })
}

fn fail(work: &mut Work<'_, '_>, account: &Account) -> Result<Attempt, AppError> {
    let clinic = work.clinic();
    let failures = account.failures + 1;
    let until = (failures >= FAILURES).then(|| work.now.checked_add(REST).unwrap_or(Timestamp::MAX));
    let count = if until.is_some() { 0 } else { failures };
    work.tx.execute(
        "UPDATE staff_member SET failures = $1, locked_until = $2 WHERE clinic_id = $3 AND id = $4",
        args![count, until, clinic, account.id],
    )?;
    note(work, "staff.sign-in-failed", account.id)?;
    Ok(until.map_or(Attempt::Wrong, |until| Attempt::Locked { until }))
}

/// Whose session a cookie belongs to. A session that is old or was left alone is nobody's.
pub fn identify(work: &mut Work<'_, '_>, token: &Token) -> Result<Option<Actor>, AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let idle = now.checked_sub(IDLE).unwrap_or(Timestamp::MIN);
    let row = work.tx.first(
        "SELECT m.id, m.roles FROM staff_session s JOIN staff_member m ON m.clinic_id = s.clinic_id AND m.id = s.staff_id
         WHERE s.clinic_id = $1 AND s.token_hash = $2 AND s.ends_at > $3 AND s.seen_at > $4 AND m.active = 1",
        args![clinic, token.hash(), now, idle],
    )?;
    row.map(|row| Ok(Actor::Staff(Member::new(row.get(0)?, roles(&row.get::<String>(1)?))))).transpose()
}

/// Keeps a session alive.
pub fn touch(work: &mut Work<'_, '_>, token: &Token) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE staff_session SET seen_at = $1 WHERE clinic_id = $2 AND token_hash = $3",
        args![now, clinic, token.hash()],
    )?;
    Ok(())
}

/// Ends a session.
pub fn sign_out(work: &mut Work<'_, '_>, token: &Token) -> Result<(), AppError> {
    let clinic = work.clinic();
    work.tx
        .execute("DELETE FROM staff_session WHERE clinic_id = $1 AND token_hash = $2", args![clinic, token.hash()])?;
    Ok(())
}

/// Makes sure that the person who signs a record is the one who signed in: the password is asked again. An account
/// that rests signs nothing. A wrong password is to be counted by [`count_wrong`], in work of its own.
pub fn confirm_again(work: &mut Work<'_, '_>, checked: &Checked) -> Result<StaffId, AppError> {
    let signed_in = work.actor.staff_id().ok_or(AppError::Forbidden)?;
    let account = account(work, &checked.login)?.ok_or(Refusal::SignIn)?;
    if let Some(until) = account.locked_until.filter(|until| *until > work.now) {
        return Err(Refusal::Locked { until }.into());
    }
    if checked.password_right && account.id == signed_in { Ok(account.id) } else { Err(Refusal::SignIn.into()) }
}

/// Counts a wrong password that was given when signing, as a failed sign-in is counted. The refusal itself undoes
/// whatever it came with, so the count needs its own transaction.
pub fn count_wrong(work: &mut Work<'_, '_>, checked: &Checked) -> Result<(), AppError> {
    match account(work, &checked.login)? {
        Some(account) if !checked.password_right => fail(work, &account).map(drop),
        _ => Ok(()),
    }
}

/// The actor for somebody who is known to be who they are: a command on the server itself, the demo, a test.
pub fn actor_for(work: &mut Work<'_, '_>, login: &str) -> Result<Actor, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT id, roles FROM staff_member WHERE clinic_id = $1 AND login = $2 AND active = 1",
        args![clinic, login],
    )?;
    let row = row.ok_or(Refusal::NotFound)?;
    Ok(Actor::Staff(Member::new(row.get(0)?, roles(&row.get::<String>(1)?))))
}

fn note(work: &mut Work<'_, '_>, action: &str, staff: StaffId) -> Result<(), AppError> {
    audit::note(work, action, Object { entity: "staff_member", id: staff.uuid(), patient: None })
}
