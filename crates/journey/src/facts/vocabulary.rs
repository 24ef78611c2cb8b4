//! The questions that may be asked.

use super::{Decimal, FactValue};
use crate::period::Period;
use crate::slug::{ChecklistId, ChoiceId, FactId, ZoneId};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One possible answer of a fact with choices.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Choice {
    /// Its stable name.
    pub id: ChoiceId,
    /// How it is shown.
    pub label: Bilingual,
}

/// What kind of answer a fact has.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// Yes, no or unsure.
    YesNo,
    /// One of several.
    Choice(Vec<Choice>),
    /// A number within a range, both ends included.
    Number {
        /// The unit, where it has one.
        unit: Option<Bilingual>,
        /// The least that can be answered.
        min: Decimal,
        /// The most that can be answered.
        max: Decimal,
    },
    /// The day something last happened, or never.
    Date {
        /// The words of "never"; absent where it always happened (a birth date).
        never: Option<Bilingual>,
    },
    /// Where something is: any of these zones, or nowhere.
    Zones(Vec<ZoneId>),
}

/// How long an answer is believed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Validity {
    /// Only on the day it was given.
    SameDay,
    /// Until the period is over.
    For(Period),
    /// For good.
    Always,
}

impl Validity {
    /// The first day on which an answer is no longer believed; none where it is believed for good.
    pub fn ends(self, answered_on: Date) -> Option<Date> {
        match self {
            Self::SameDay => Some(Period::Days(1).after(answered_on)),
            Self::For(period) => Some(period.after(answered_on)),
            Self::Always => None,
        }
    }

    /// Whether an answer given on one day still holds on another. An answer from later days does not.
    pub fn holds(self, answered_on: Date, on: Date) -> bool {
        answered_on <= on && self.ends(answered_on).is_none_or(|end| on < end)
    }
}

/// Who can answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AskedOf {
    /// The patient, also online.
    Patient,
    /// Only staff, who must look or measure.
    Clinic,
}

/// One fact that may be known about a patient.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Fact {
    /// Its name.
    pub id: FactId,
    /// What kind of answer it has.
    pub kind: FactKind,
    /// The question.
    pub ask: Bilingual,
    /// A short label, for checklists and tables.
    pub short: Bilingual,
    /// How long an answer is believed.
    pub valid_for: Validity,
    /// Who can answer.
    pub asked: AskedOf,
    /// The checklist it is asked in.
    pub checklist: Option<ChecklistId>,
}

/// Yes/no facts that are asked together, with an explicit "none of these".
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Checklist {
    /// Its name.
    pub id: ChecklistId,
    /// The question above the list.
    pub ask: Bilingual,
    /// The words of "none of these".
    pub none: Bilingual,
}

/// Why an answer was refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AnswerRefused {
    /// No such fact.
    #[error("no fact is called {0}")]
    UnknownFact(FactId),
    /// The fact has another kind of answer.
    #[error("{fact} cannot be {value}")]
    WrongKind {
        /// The fact.
        fact: FactId,
        /// What was answered.
        value: FactValue,
    },
    /// The number lies outside the range.
    #[error("{fact} must lie between {min} and {max}")]
    OutOfRange {
        /// The fact.
        fact: FactId,
        /// The least.
        min: Decimal,
        /// The most.
        max: Decimal,
    },
}

impl AnswerRefused {
    /// The stable word for this refusal.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownFact(_) => "unknown-fact",
            Self::WrongKind { .. } => "wrong-kind-of-answer",
            Self::OutOfRange { .. } => "answer-out-of-range",
        }
    }
}

impl Fact {
    /// Whether the fact can have this value; says why not.
    pub fn accepts(&self, value: &FactValue) -> Result<(), AnswerRefused> {
        let fits = match (&self.kind, value) {
            (_, FactValue::Unsure) | (FactKind::YesNo, FactValue::Yes | FactValue::No) => true,
            (FactKind::Choice(choices), FactValue::Choice(id)) => choices.iter().any(|c| &c.id == id),
            (FactKind::Number { min, max, .. }, FactValue::Number(number)) => {
                return self.within(*min, *max, *number);
            }
            (FactKind::Date { .. }, FactValue::Date(_)) => true,
            (FactKind::Date { never }, FactValue::Never) => never.is_some(),
            (FactKind::Zones(known), value) => {
                value.zones().is_some_and(|zones| zones.iter().all(|zone| known.contains(zone)))
            }
            _ => false,
        };
        if fits { Ok(()) } else { Err(AnswerRefused::WrongKind { fact: self.id.clone(), value: value.clone() }) }
    }

    fn within(&self, min: Decimal, max: Decimal, number: Decimal) -> Result<(), AnswerRefused> {
        if (min..=max).contains(&number) {
            Ok(())
        } else {
            Err(AnswerRefused::OutOfRange { fact: self.id.clone(), min, max })
        }
    }
}

/// All facts, in the order of the file.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Vocabulary {
    /// The facts.
    pub facts: Vec<Fact>,
    /// The checklists.
    pub checklists: Vec<Checklist>,
}

impl Vocabulary {
    /// The fact of that name.
    pub fn get(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| &fact.id == id)
    }

    /// The checklist of that name.
    pub fn checklist(&self, id: &ChecklistId) -> Option<&Checklist> {
        self.checklists.iter().find(|list| &list.id == id)
    }

    /// Where a fact stands in the file; unknown facts come last.
    pub fn position(&self, id: &FactId) -> usize {
        self.facts.iter().position(|fact| &fact.id == id).unwrap_or(usize::MAX)
    }

    /// Whether an answer may be taken; says why not.
    pub fn accepts(&self, id: &FactId, value: &FactValue) -> Result<(), AnswerRefused> {
        self.get(id).ok_or_else(|| AnswerRefused::UnknownFact(id.clone()))?.accepts(value)
    }
}
