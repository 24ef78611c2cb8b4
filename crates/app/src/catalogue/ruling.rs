use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::work::Work;
use jiff::Timestamp;
use journey::id::StaffId;
use journey::protocol::Protocol;
use journey::screening::{Activation, Standing};
use journey::slug::RuleId;
use store::args;

/// What a physician can say about one rule of one protocol version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ruling {
    /// A weak or house rule acts as written.
    Approved,
    /// A rule whose sources disagree acts as written.
    Decided,
    /// An earlier ruling no longer holds.
    Withdrawn,
}

impl Ruling {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Decided => "decided",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The ruling that a stored or posted word names.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Approved, Self::Decided, Self::Withdrawn].into_iter().find(|ruling| ruling.code() == code)
    }
}

/// A ruling as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruled {
    /// About which rule.
    pub rule: RuleId,
    /// What was said.
    pub ruling: Ruling,
    /// By whom.
    pub by: StaffId,
    /// The name, as it stood on the staff list.
    pub name: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
}

/// A physician rules about one rule of a protocol version. A conflict is decided, and a ruling withdrawn, with a
/// reason only. Refused where the rule needs no ruling, or does not exist.
pub fn rule_on(
    work: &mut Work<'_, '_>,
    protocol: &Protocol,
    rule: &RuleId,
    ruling: Ruling,
    reason: &str,
) -> Result<(), AppError> {
    let physician = work.actor.physician()?.id();
    let evidence = protocol.gated(rule).ok_or(Refusal::NotFound)?;
    if ruling != Ruling::Approved && reason.trim().chars().count() < 5 {
        return Err(field("reason", "field-reason"));
    }
    let fits = match ruling {
        Ruling::Approved => evidence.confidence.needs_approval(),
        Ruling::Decided => !evidence.conflict.is_empty(),
        Ruling::Withdrawn => latest(work, protocol)?.iter().any(|one| &one.rule == rule),
    };
    if !fits {
        return Err(Refusal::AlreadyDecided.into());
    }
    keep(work, protocol, rule, ruling, physician, reason.trim())
}

/// A physician approves every weak and house rule of a version that still awaits it, each by name on record.
pub fn approve_rules(work: &mut Work<'_, '_>, protocol: &Protocol) -> Result<usize, AppError> {
    let physician = work.actor.physician()?.id();
    let activation = activation(work, protocol)?;
    let awaiting: Vec<RuleId> = protocol
        .all_gated()
        .filter(|(rule, evidence)| activation.standing(rule, evidence) == Standing::AwaitsApproval)
        .map(|(rule, _)| rule.clone())
        .collect();
    for rule in &awaiting {
        keep(work, protocol, rule, Ruling::Approved, physician, "")?;
    }
    Ok(awaiting.len())
}

fn keep(
    work: &mut Work<'_, '_>,
    protocol: &Protocol,
    rule: &RuleId,
    ruling: Ruling,
    physician: StaffId,
    reason: &str,
) -> Result<(), AppError> {
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    work.tx.execute(
        "INSERT INTO catalogue_ruling (clinic_id, id, hash, rule, ruling, physician_id, reason, ruled_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![clinic, id, protocol.hash.to_string(), rule.as_str(), ruling.code(), physician, reason, now],
    )?;
    let object = Object { entity: "catalogue_ruling", id, patient: None };
    audit::note_with(work, &format!("catalogue.{}", ruling.code()), object, rule.as_str())
}

/// Every ruling about a version, the oldest first.
pub fn rulings(work: &mut Work<'_, '_>, protocol: &Protocol) -> Result<Vec<Ruled>, AppError> {
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT r.rule, r.ruling, r.physician_id, s.name_ja, r.reason, r.ruled_at FROM catalogue_ruling r
         JOIN staff_member s ON s.clinic_id = r.clinic_id AND s.id = r.physician_id
         WHERE r.clinic_id = $1 AND r.hash = $2 ORDER BY r.ruled_at, r.id",
        args![clinic, protocol.hash.to_string()],
    )?;
    let mut all = Vec::new();
    for row in &rows {
        let known = (RuleId::parse(&row.get::<String>(0)?).ok(), Ruling::parse(&row.get::<String>(1)?));
        if let (Some(rule), Some(ruling)) = known {
            let (by, name, reason, at) = (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
            all.push(Ruled { rule, ruling, by, name, reason, at });
        }
    }
    Ok(all)
}

/// The rulings that hold: the last about each rule, without those withdrawn.
pub fn latest(work: &mut Work<'_, '_>, protocol: &Protocol) -> Result<Vec<Ruled>, AppError> {
    let mut holding: Vec<Ruled> = Vec::new();
    for ruled in rulings(work, protocol)? {
        holding.retain(|old| old.rule != ruled.rule);
        if ruled.ruling != Ruling::Withdrawn {
            holding.push(ruled);
        }
    }
    Ok(holding)
}

/// Which rules of a version act as written: what the clinic starts from, and what its physicians ruled.
pub fn activation(work: &mut Work<'_, '_>, protocol: &Protocol) -> Result<Activation, AppError> {
    let mut activation = work.world.activation.clone();
    for ruled in latest(work, protocol)? {
        match ruled.ruling {
            Ruling::Approved => activation.approve(ruled.rule, ruled.name),
            Ruling::Decided => activation.decide(ruled.rule, ruled.name),
            Ruling::Withdrawn => {}
        }
    }
    Ok(activation)
}
