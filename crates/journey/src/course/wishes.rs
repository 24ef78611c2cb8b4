//! When and with whom a patient would like to come.

use crate::id::StaffId;
use crate::roster::hours::MinuteOfDay;
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

/// A part of the day, as people speak of it. Where one ends and the next begins is the house's own rule.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartOfDay {
    /// Before noon.
    Morning,
    /// From noon to five.
    Afternoon,
    /// From five on.
    Evening,
}

impl PartOfDay {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Morning, Self::Afternoon, Self::Evening];

    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
        }
    }

    /// The part that a minute belongs to.
    pub const fn of(minute: MinuteOfDay) -> Self {
        match minute.get() {
            0..720 => Self::Morning,
            720..1020 => Self::Afternoon,
            _ => Self::Evening,
        }
    }
}

/// How much a wish weighs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Firmness {
    /// Other times will do where they have to.
    #[default]
    Rather,
    /// Other times will not do.
    Only,
}

impl Firmness {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Rather => "rather",
            Self::Only => "only",
        }
    }
}

/// What a patient wishes for the times of a course. Nothing named means that anything suits.
///
/// ```
/// use jiff::civil::Weekday;
/// use journey::course::{PartOfDay, Wishes};
/// use journey::roster::hours::MinuteOfDay;
///
/// let wishes = Wishes { weekdays: vec![6], parts: vec![PartOfDay::Morning], ..Wishes::default() };
/// let ten = MinuteOfDay::new(600).unwrap();
/// assert!(wishes.suits(Weekday::Saturday, ten));
/// assert!(!wishes.suits(Weekday::Friday, ten));
/// assert!(Wishes::default().suits(Weekday::Friday, ten));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Wishes {
    /// The days of the week that suit, Monday as one.
    #[serde(default)]
    pub weekdays: Vec<i8>,
    /// The parts of the day that suit.
    #[serde(default)]
    pub parts: Vec<PartOfDay>,
    /// Who should do it.
    #[serde(default)]
    pub practitioner: Option<StaffId>,
    /// How much all this weighs.
    #[serde(default)]
    pub firmness: Firmness,
}

impl Wishes {
    /// Whether a session that begins then suits.
    pub fn suits(&self, weekday: Weekday, minute: MinuteOfDay) -> bool {
        let day = self.weekdays.is_empty() || self.weekdays.contains(&weekday.to_monday_one_offset());
        day && (self.parts.is_empty() || self.parts.contains(&PartOfDay::of(minute)))
    }

    /// Whether nothing is wished for.
    pub fn is_empty(&self) -> bool {
        self.weekdays.is_empty() && self.parts.is_empty() && self.practitioner.is_none()
    }
}
