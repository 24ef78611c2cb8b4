use app::{AppError, Refusal};

/// The stable word of a refusal; anything else is worded so that a test which expected a refusal shows it.
pub fn code<T: std::fmt::Debug>(outcome: Result<T, AppError>) -> String {
    match outcome {
        Err(AppError::Refused(refusal)) => refusal.code().to_owned(),
        other => format!("{other:?}"),
    }
}

/// Which fields were refused.
pub fn fields<T: std::fmt::Debug>(outcome: Result<T, AppError>) -> Vec<&'static str> {
    match outcome {
        Err(AppError::Refused(Refusal::Fields(errors))) => errors.into_iter().map(|error| error.field).collect(),
        other => panic!("fields were expected to be refused, not {other:?}"),
    }
}
