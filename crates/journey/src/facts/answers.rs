//! Answers with the day they were given.

use super::{FactValue, Vocabulary};
use crate::slug::FactId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An answer and its day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// What was answered.
    pub value: FactValue,
    /// The clinic's civil date of the answer.
    pub answered_on: Date,
}

/// Everything a patient answered; one answer for each fact, the latest.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts {
    answers: BTreeMap<FactId, Answer>,
}

impl Facts {
    /// Nothing known.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes an answer; a later or equally late answer replaces an earlier one.
    pub fn set(&mut self, fact: FactId, value: FactValue, answered_on: Date) {
        let newer = self.answers.get(&fact).is_none_or(|old| old.answered_on <= answered_on);
        if newer {
            self.answers.insert(fact, Answer { value, answered_on });
        }
    }

    /// Takes every answer of another set, by the same rule.
    pub fn merge(&mut self, other: &Self) {
        for (fact, answer) in &other.answers {
            self.set(fact.clone(), answer.value.clone(), answer.answered_on);
        }
    }

    /// The answer to a fact, whether or not it has expired.
    pub fn get(&self, fact: &FactId) -> Option<&Answer> {
        self.answers.get(fact)
    }

    /// Every answer by the fact's name.
    pub fn iter(&self) -> impl Iterator<Item = (&FactId, &Answer)> {
        self.answers.iter()
    }

    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }
}

/// What is known of one fact on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Knowledge<'a> {
    /// Known.
    Known(&'a FactValue),
    /// Asked, and the person does not know.
    Unsure,
    /// Answered too long ago.
    Expired,
    /// Never answered.
    NotAsked,
}

/// The facts as they stand on a day.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'a> {
    /// The questions.
    pub vocabulary: &'a Vocabulary,
    /// The answers.
    pub facts: &'a Facts,
    /// The day on which answers must still be believed.
    pub on: Date,
    pub(super) reckoned: Date,
}

impl<'a> AsOf<'a> {
    /// The facts as they stand on a day.
    pub const fn new(vocabulary: &'a Vocabulary, facts: &'a Facts, on: Date) -> Self {
        Self { vocabulary, facts, on, reckoned: on }
    }

    /// The same knowledge, with waiting times reckoned to another day.
    pub const fn reckoned_to(self, day: Date) -> Self {
        Self { reckoned: day, ..self }
    }

    /// What is known of a fact. A fact outside the vocabulary is not known.
    pub fn knowledge(&self, fact: &FactId) -> Knowledge<'a> {
        let (Some(answer), Some(question)) = (self.facts.get(fact), self.vocabulary.get(fact)) else {
            return Knowledge::NotAsked;
        };
        if !question.valid_for.holds(answer.answered_on, self.on) {
            Knowledge::Expired
        } else if answer.value == FactValue::Unsure {
            Knowledge::Unsure
        } else {
            Knowledge::Known(&answer.value)
        }
    }

    /// The known value of a fact.
    pub fn value(&self, fact: &FactId) -> Option<&'a FactValue> {
        match self.knowledge(fact) {
            Knowledge::Known(value) => Some(value),
            Knowledge::Unsure | Knowledge::Expired | Knowledge::NotAsked => None,
        }
    }
}
