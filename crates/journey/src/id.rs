//! Typed keys. Every record is named by a UUIDv7 that its maker was given; nothing here makes one.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! key {
    ($(#[$doc:meta] $name:ident;)*) => {$(
        #[$doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a key that was made elsewhere.
            pub const fn new(key: Uuid) -> Self {
                Self(key)
            }

            /// The bare key, for the shell that stores it.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

key! {
    /// A clinic; it leads every key in the database.
    ClinicId;
    /// A patient, provisional or matched.
    PatientId;
    /// A person who can be reached and who may care for several patients.
    ContactId;
    /// A member of staff.
    StaffId;
    /// Somebody or something that can be claimed: a practitioner, a room, a device.
    ResourceId;
    /// A service that the clinic offers, with or without a protocol.
    ServiceId;
    /// A visit: what one patient comes for at one time.
    VisitId;
    /// One treatment, counselling or examination within a visit.
    ItemId;
    /// One step of an item, with its own resources.
    SegmentId;
    /// A course of sessions for one indication.
    CourseId;
    /// One session of a course.
    CourseSessionId;
    /// The record of a session as it was carried out.
    RecordId;
    /// A check-in after a session.
    CheckInId;
    /// Something a person must answer for by a deadline.
    EscalationId;
    /// A pair of patients who may be one.
    MatchId;
    /// A merge of two patients; reversible.
    MergeId;
    /// A message waiting to leave.
    MessageId;
    /// An article.
    ArticleId;
    /// A lot of a product.
    LotId;
    /// A time at which a person, a room or a device is not there.
    ClosureId;
    /// Somebody's place on the waitlist.
    WaitlistId;
    /// One offer of freed time to one place on the waitlist.
    OfferId;
    /// A calendar that somebody follows from outside.
    FeedId;
}
