//! What a test saw: the test, and what was known of its fact.

use super::{AsOf, FactTest, FactValue, Knowledge};
use crate::kleene::{Condition, Trace};
use crate::slug::FactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What was known of one fact on a day, to keep and to show.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Known {
    /// Answered, and still believed.
    #[serde(rename = "known")]
    Answered {
        /// The answer.
        value: FactValue,
        /// The day it was given.
        answered_on: Date,
    },
    /// Asked, and the person does not know.
    Unsure {
        /// The day they said so.
        answered_on: Date,
    },
    /// Answered too long ago.
    Expired {
        /// The day it was answered.
        answered_on: Date,
        /// The first day on which the answer was no longer believed.
        since: Date,
    },
    /// Not answered by that day.
    NotAsked,
}

/// One test and what it saw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct FactReading {
    /// The test.
    pub test: FactTest,
    /// What was known of its fact.
    pub knowledge: Known,
}

impl AsOf<'_> {
    /// What is known of a fact, with the days that belong to it.
    pub fn known(&self, fact: &FactId) -> Known {
        let (Some(answer), Some(question)) = (self.facts.get(fact), self.vocabulary.get(fact)) else {
            return Known::NotAsked;
        };
        let answered_on = answer.answered_on;
        match self.knowledge(fact) {
            Knowledge::Known(value) => Known::Answered { value: value.clone(), answered_on },
            Knowledge::Unsure => Known::Unsure { answered_on },
            Knowledge::Expired => match question.valid_for.ends(answered_on) {
                Some(since) if since <= self.on => Known::Expired { answered_on, since },
                _ => Known::NotAsked,
            },
            Knowledge::NotAsked => Known::NotAsked,
        }
    }
}

impl Condition<FactTest> {
    /// The condition part by part, with what was known.
    pub fn read(&self, known: &AsOf<'_>) -> Trace<FactReading> {
        self.trace(&|test| (test.holds(known), FactReading { test: test.clone(), knowledge: known.known(test.fact()) }))
    }
}
