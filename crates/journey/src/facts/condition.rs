//! Tests over facts.

use super::{AsOf, Decimal, FactValue};
use crate::kleene::{Condition, Truth};
use crate::period::Period;
use crate::slug::{ChoiceId, FactId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Limits of a number; every limit that is present must hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// This or more.
    pub at_least: Option<Decimal>,
    /// This or less.
    pub at_most: Option<Decimal>,
    /// More than this.
    pub above: Option<Decimal>,
    /// Less than this.
    pub below: Option<Decimal>,
}

impl Comparison {
    /// Whether a number keeps every limit.
    pub fn holds(&self, number: Decimal) -> bool {
        self.at_least.is_none_or(|limit| number >= limit)
            && self.at_most.is_none_or(|limit| number <= limit)
            && self.above.is_none_or(|limit| number > limit)
            && self.below.is_none_or(|limit| number < limit)
    }
}

/// One test of one fact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FactTest {
    /// The answer is this.
    Is {
        /// The fact.
        fact: FactId,
        /// The answer.
        value: FactValue,
    },
    /// The answer is among these.
    OneOf {
        /// The fact.
        fact: FactId,
        /// The answers.
        choices: Vec<ChoiceId>,
    },
    /// The number keeps the limits.
    Compare {
        /// The fact.
        fact: FactId,
        /// The limits.
        limits: Comparison,
    },
    /// The day is less than the period ago, or lies ahead.
    Within {
        /// The fact.
        fact: FactId,
        /// The period.
        period: Period,
    },
}

impl FactTest {
    /// The fact that is tested.
    pub const fn fact(&self) -> &FactId {
        match self {
            Self::Is { fact, .. }
            | Self::OneOf { fact, .. }
            | Self::Compare { fact, .. }
            | Self::Within { fact, .. } => fact,
        }
    }

    /// What is known of the test.
    pub fn holds(&self, known: &AsOf<'_>) -> Truth {
        known.value(self.fact()).map_or(Truth::Unknown, |value| self.judge(value, known.reckoned))
    }

    /// What the test says of an answer, with waiting times reckoned to a day.
    pub(super) fn judge(&self, value: &FactValue, reckoned: Date) -> Truth {
        match (self, value) {
            (_, FactValue::Unsure) => Truth::Unknown,
            (Self::Is { value: wanted, .. }, value) => Truth::from(wanted.same_as(value)),
            (Self::OneOf { choices, .. }, FactValue::Choice(choice)) => Truth::from(choices.contains(choice)),
            (Self::Compare { limits, .. }, FactValue::Number(number)) => Truth::from(limits.holds(*number)),
            (Self::Within { period, .. }, FactValue::Date(date)) => Truth::from(reckoned < period.after(*date)),
            (Self::Within { .. }, FactValue::Never) => Truth::False,
            _ => Truth::Unknown,
        }
    }

    /// The day on which the test stops holding by itself, where it does.
    pub fn ends(&self, known: &AsOf<'_>) -> Option<Date> {
        match (self, known.value(self.fact())?) {
            (Self::Within { period, .. }, FactValue::Date(date)) => Some(period.after(*date)),
            _ => None,
        }
    }
}

impl Condition<FactTest> {
    /// What is known of the condition on the day of `known`.
    pub fn holds(&self, known: &AsOf<'_>) -> Truth {
        self.evaluate(&|test| test.holds(known))
    }

    /// The facts on which an unknown condition still hangs.
    pub fn unanswered(&self, known: &AsOf<'_>) -> Vec<FactId> {
        self.open(&|test| test.holds(known)).into_iter().map(|test| test.fact().clone()).collect()
    }

    /// Every fact that the condition speaks of, once, in the order written.
    pub fn facts(&self) -> Vec<FactId> {
        let mut facts: Vec<FactId> = Vec::new();
        for test in self.tests() {
            if !facts.contains(test.fact()) {
                facts.push(test.fact().clone());
            }
        }
        facts
    }

    /// The first later day on which the condition no longer holds if nothing else changes.
    pub fn holds_until(&self, known: &AsOf<'_>) -> Option<Date> {
        let mut ends: Vec<Date> = self.tests().into_iter().filter_map(|test| test.ends(known)).collect();
        ends.sort_unstable();
        ends.into_iter().find(|&end| end > known.on && self.holds(&known.reckoned_to(end)) != Truth::True)
    }
}
