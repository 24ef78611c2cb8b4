//! Money: what is due and what was paid, as events that are never changed. Card processing is somebody else's.

use serde::{Deserialize, Serialize};

/// An amount in yen, tax included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Yen(pub i64);

/// By what means money changed hands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// Coins and notes.
    Cash,
    /// A card, on somebody else's terminal.
    Card,
    /// A transfer.
    Transfer,
}

impl Means {
    /// Every means, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Cash, Self::Card, Self::Transfer];

    /// The stable word for this means.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Card => "card",
            Self::Transfer => "transfer",
        }
    }

    /// The means that a stored word names.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.code() == code)
    }
}

/// What happened to a patient's account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    /// A price became due.
    Due,
    /// Something was taken off what is due.
    Discount,
    /// The patient paid.
    Paid(Means),
    /// The clinic gave money back.
    Refunded(Means),
}

/// What the patient still owes: positive when money is due to the clinic.
///
/// ```
/// use journey::money::{Entry, Means, Yen, balance};
/// let events = [(Entry::Due, Yen(33_000)), (Entry::Discount, Yen(3_000)), (Entry::Paid(Means::Card), Yen(30_000))];
/// assert_eq!(balance(&events), Yen(0));
/// ```
pub fn balance(events: &[(Entry, Yen)]) -> Yen {
    Yen(events
        .iter()
        .map(|(entry, yen)| match entry {
            Entry::Due | Entry::Refunded(_) => yen.0,
            Entry::Discount | Entry::Paid(_) => -yen.0,
        })
        .sum())
}
