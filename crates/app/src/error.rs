use jiff::Timestamp;
use journey::booking::{BlockRefused, ChangeRefused, MoveRefused};
use journey::waitlist::OfferRefused;
use store::{MaybeRetry, StoreError};

/// What a form got wrong, field by field. Codes are worded by the interface.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldError {
    /// The field's name in the form.
    pub field: &'static str,
    /// What was expected.
    pub code: &'static str,
}

/// Why a use case said no. Every reason has a stable word and carries the facts for its sentence.
#[derive(Clone, PartialEq, Debug)]
pub enum Refusal {
    /// A visit cannot make this move.
    Move(MoveRefused),
    /// Too late to change online.
    Change(ChangeRefused),
    /// A block cannot be released.
    Block(BlockRefused),
    /// An offer of a freed time cannot be answered any more.
    Offer(OfferRefused),
    /// The form has mistakes.
    Fields(Vec<FieldError>),
    /// What was asked for does not exist, or not for this person.
    NotFound,
    /// Nobody and nothing is free at that time.
    TimeTaken {
        /// The next times that are free.
        next: Vec<Timestamp>,
    },
    /// The time is outside what the clinic offers.
    NotOffered,
    /// Too many open bookings under one telephone number or mail address.
    TooManyOpen,
    /// Treatment may not begin: the verdict or missing answers stand against it.
    NotCleared,
    /// The protocol forbids to set this finding aside.
    NeverOverridden,
    /// A setting is out of bounds, and nobody may or did override it.
    OutOfBounds(Vec<journey::screening::Finding>),
    /// Too early after or before another treatment; a physician must release it.
    TooSoon(Vec<journey::screening::Finding>),
    /// A check-in of this person still waits for somebody's answer.
    EscalationOpen,
    /// The patient has not been informed and agreed.
    NoConsent,
    /// The protocol does not entitle the operator, whatever else they hold; nobody may set that aside.
    OperatorRefused(Box<journey::screening::Finding>),
    /// The operator does not hold the competence that the step needs.
    NotCompetent {
        /// The competence.
        competence: String,
    },
    /// The record is signed and can only be amended.
    Signed,
    /// The record is not ready to be signed.
    NotRecorded,
    /// Both patients have a claim at the same time, so they cannot be one person yet.
    ClaimsOverlap,
    /// Something that was to be moved, or that it needs, was changed by somebody else meanwhile.
    Overtaken {
        /// Which visit.
        visit: journey::id::VisitId,
    },
    /// The roster would contradict itself.
    Roster(Vec<crate::roster::RosterMistake>),
    /// The record was merged into a third since; that merge is taken back first.
    MergedFurther,
    /// It has been decided before.
    AlreadyDecided,
    /// The sign-in was not accepted.
    SignIn,
    /// Too many failed sign-ins; the account rests.
    Locked {
        /// Until when.
        until: Timestamp,
    },
    /// The demo's own approval is not for a real clinic.
    DemoOnly,
    /// The protocol version has not been approved by a physician.
    NotApproved,
}

impl Refusal {
    /// The stable word, for the interface to put into a sentence.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Move(refused) => refused.code(),
            Self::Change(refused) => refused.code(),
            Self::Block(refused) => refused.code(),
            Self::Offer(refused) => refused.code(),
            Self::Fields(_) => "fields",
            Self::NotFound => "not-found",
            Self::TimeTaken { .. } => "time-taken",
            Self::NotOffered => "not-offered",
            Self::TooManyOpen => "too-many-open",
            Self::NotCleared => "not-cleared",
            Self::NeverOverridden => "never-overridden",
            Self::OutOfBounds(_) => "out-of-bounds",
            Self::TooSoon(_) => "too-soon",
            Self::EscalationOpen => "escalation-open",
            Self::NoConsent => "no-consent",
            Self::OperatorRefused(_) => "operator-refused",
            Self::NotCompetent { .. } => "not-competent",
            Self::Signed => "record-signed",
            Self::NotRecorded => "record-not-recorded",
            Self::ClaimsOverlap => "claims-overlap",
            Self::Overtaken { .. } => "repair-overtaken",
            Self::Roster(_) => "roster-contradicts",
            Self::MergedFurther => "merged-further",
            Self::AlreadyDecided => "already-decided",
            Self::SignIn => "sign-in-refused",
            Self::Locked { .. } => "account-locked",
            Self::DemoOnly => "demo-only",
            Self::NotApproved => "not-approved",
        }
    }

    /// Every word that [`Refusal::code`] can give, for the test that demands both languages for each.
    pub const CODES: &'static [&'static str] = &[
        "hold-lapsed",
        "visit-over",
        "visit-not-booked",
        "visit-already-here",
        "visit-not-here",
        "visit-not-due",
        "change-too-late",
        "block-nothing-to-release",
        "block-already-released",
        "block-patient-not-here",
        "offer-run-out",
        "offer-not-due",
        "offer-taken",
        "offer-declined",
        "offer-withdrawn",
        "fields",
        "not-found",
        "time-taken",
        "not-offered",
        "too-many-open",
        "not-cleared",
        "never-overridden",
        "out-of-bounds",
        "too-soon",
        "escalation-open",
        "no-consent",
        "not-competent",
        "record-signed",
        "record-not-recorded",
        "claims-overlap",
        "roster-contradicts",
        "operator-refused",
        "repair-overtaken",
        "merged-further",
        "already-decided",
        "sign-in-refused",
        "account-locked",
        "demo-only",
        "not-approved",
    ];
}

/// How a use case ends when it does not end well: always one of three, and a lost race is a refusal with times.
#[derive(Clone, PartialEq, Debug)]
pub enum AppError {
    /// Said no, with a reason for the person.
    Refused(Refusal),
    /// The person may not do this.
    Forbidden,
    /// Something broke; the words are for the log, not for people.
    Store(StoreError),
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<MoveRefused> for AppError {
    fn from(refused: MoveRefused) -> Self {
        Refusal::Move(refused).into()
    }
}

impl From<ChangeRefused> for AppError {
    fn from(refused: ChangeRefused) -> Self {
        Refusal::Change(refused).into()
    }
}

impl From<BlockRefused> for AppError {
    fn from(refused: BlockRefused) -> Self {
        Refusal::Block(refused).into()
    }
}

impl From<OfferRefused> for AppError {
    fn from(refused: OfferRefused) -> Self {
        Refusal::Offer(refused).into()
    }
}

impl From<serde_json::Error> for AppError {
    fn from(error: serde_json::Error) -> Self {
        Self::Store(StoreError::Fault(error.to_string()))
    }
}

impl MaybeRetry for AppError {
    fn wants_retry(&self) -> bool {
        matches!(self, Self::Store(StoreError::Retry))
    }
}

/// A refusal of a single field.
pub(crate) fn field(field: &'static str, code: &'static str) -> AppError {
    Refusal::Fields(vec![FieldError { field, code }]).into()
}
