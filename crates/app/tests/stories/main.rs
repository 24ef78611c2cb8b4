//! Stories through the use cases, as they happen in a clinic. Those whose outcome the database decides run on both
//! engines; `SUHADA_TEST_POSTGRES` names the server of the second, and without it that half fails.
#![expect(clippy::unwrap_used, reason = "a story that cannot be told must fail")]

/// Runs stories on the embedded engine and on a server.
macro_rules! on_both_engines {
    ($($story:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[test] fn $story() { super::$story(&testkit::TestClinic::sqlite()); })*
        }
        mod on_postgres {
            $(#[test] fn $story() { super::$story(&testkit::TestClinic::postgres()); })*
        }
    };
}

mod absence;
mod booking;
mod calendar_feed;
mod closed;
mod course;
mod identity;
mod outbox;
mod permissions;
mod plan;
mod race;
mod recall;
mod recovery;
mod refusal;
mod release;
mod repair;
mod roster;
mod ruling;
mod screening;
mod session;
mod sign_in;
mod twice;
mod waitlist;
