//! Sessions: opened after a release, recorded zone by zone within the protocol's bounds, signed, and from then on
//! only amended.

mod amend;
mod consent;
mod load;
mod open;
mod record;
mod sign;

pub use amend::amend;
pub use consent::{Consent, consent_of, give_consent};
pub use load::{Amendment, Record, RecordState, SettingRow, of_patient, record, record_of_item};
pub use open::open;
pub use record::{Entry, Recorded, take_back, write_setting};
pub use sign::sign;
