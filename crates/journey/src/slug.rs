//! Names that protocol files give to things: short, lower-case, stable.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A text that is not a slug: lower-case letters, digits, `-` and `_`, beginning with a letter, at most 80 long.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0:?} is not a name: lower-case letters, digits, '-' and '_', beginning with a letter")]
pub struct NotASlug(pub String);

impl NotASlug {
    /// The stable word for this refusal.
    pub const fn code(&self) -> &'static str {
        "not-a-slug"
    }
}

fn is_slug(text: &str) -> bool {
    let tail = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_';
    text.len() <= 80 && text.bytes().next().is_some_and(|b| b.is_ascii_lowercase()) && text.bytes().all(tail)
}

macro_rules! slug {
    ($(#[$doc:meta] $name:ident;)*) => {$(
        #[$doc]
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Reads a name; refuses what is not a slug.
            pub fn parse(text: &str) -> Result<Self, NotASlug> {
                if is_slug(text) { Ok(Self(text.to_owned())) } else { Err(NotASlug(text.to_owned())) }
            }

            /// The bare text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotASlug;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = NotASlug;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                if is_slug(&text) { Ok(Self(text)) } else { Err(NotASlug(text)) }
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }
    )*};
}

slug! {
    /// A treatment protocol.
    ProtocolId;
    /// A family of treatments that spacing rules speak of.
    GroupId;
    /// A fact about a patient.
    FactId;
    /// A choice of a fact that has choices.
    ChoiceId;
    /// Facts that are asked together.
    ChecklistId;
    /// A zone of face or neck.
    ZoneId;
    /// A band of the face drawing.
    BandId;
    /// A rule, bound or flag of one protocol.
    RuleId;
    /// What people come with.
    ConcernId;
    /// A source of a number or a sentence.
    SourceId;
    /// A product or device.
    ProductId;
    /// A system of units; units of different systems never convert.
    UnitSystemId;
    /// A symptom that check-ins ask about.
    SymptomId;
    /// What a course is for.
    IndicationId;
    /// Something a member of staff is competent to do.
    CompetenceId;
    /// A kind of room.
    RoomKindId;
    /// A kind of device.
    DeviceKindId;
    /// A step of a treatment.
    StepId;
    /// An outcome scale.
    ScaleId;
    /// Something that is counted or graded for a scale.
    InputId;
    /// A point that the patient consents to.
    ConsentId;
}

impl RuleId {
    /// The rule that a thing of the protocol stands for by itself, such as an indication's interval.
    pub fn derived(owner: &str, suffix: &str) -> Self {
        Self(format!("{owner}-{suffix}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_begins_with_a_letter_and_stays_lower_case() {
        assert!(FactId::parse("last_isotretinoin").is_ok());
        assert!(ZoneId::parse("under-eye").is_ok());
        for wrong in ["", "1st", "-x", "Cheek", "under eye", "頬"] {
            assert!(ZoneId::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_bad_name_in_stored_text_is_refused() {
        assert!(serde_json::from_str::<ZoneId>("\"Cheek\"").is_err());
    }
}
