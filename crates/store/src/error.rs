/// What can go wrong between a use case and its database. Only the first three mean something to a use case.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// A claim would overlap another on the same person, room or device.
    #[error("a claim overlaps another on the same subject")]
    Overlap,
    /// A row with the same key exists.
    #[error("a row with this key exists: {0}")]
    Duplicate(String),
    /// Two commands met; the engine asks for this one to be run again.
    #[error("the command must be run again")]
    Retry,
    /// Anything else. Not for people: it is logged under a reference number.
    #[error("the database failed: {0}")]
    Fault(String),
}

impl StoreError {
    pub(crate) fn fault(error: impl std::fmt::Display) -> Self {
        Self::Fault(error.to_string())
    }
}

const SQLITE_CONSTRAINT_TRIGGER: i32 = 1811;
const SQLITE_CONSTRAINT_UNIQUE: i32 = 2067;
const SQLITE_CONSTRAINT_PRIMARY_KEY: i32 = 1555;

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return Self::fault(error);
        };
        let message = message.clone().unwrap_or_default();
        match failure.extended_code {
            SQLITE_CONSTRAINT_TRIGGER if message.contains("claim-overlap") => Self::Overlap,
            SQLITE_CONSTRAINT_UNIQUE | SQLITE_CONSTRAINT_PRIMARY_KEY => Self::Duplicate(message),
            _ => Self::fault(error),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let Some(db) = error.as_db_error() else { return Self::fault(error) };
        match db.code() {
            code if *code == SqlState::EXCLUSION_VIOLATION => Self::Overlap,
            code if *code == SqlState::UNIQUE_VIOLATION => {
                Self::Duplicate(db.constraint().unwrap_or_default().to_owned())
            }
            code if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED => {
                Self::Retry
            }
            _ => Self::fault(format!("{}: {}", db.code().code(), db.message())),
        }
    }
}
