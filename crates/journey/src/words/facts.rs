//! Tests over facts, and answers.

use super::Words;
use crate::facts::{Comparison, Fact, FactKind, FactTest, FactValue};
use crate::slug::{FactId, ZoneId};

impl Words<'_> {
    /// The short label of a fact.
    pub fn label(&self, id: &FactId) -> String {
        self.fact(id).map_or_else(|| id.to_string(), |fact| fact.short.get(self.lang).to_owned())
    }

    fn fact(&self, id: &FactId) -> Option<&Fact> {
        self.facts.iter().find(|fact| &fact.id == id)
    }

    /// A test: what the fact is called and what it would have to be.
    pub fn test(&self, test: &FactTest) -> String {
        let wanted = match test {
            FactTest::Is { fact, value } => self.value(fact, value),
            FactTest::OneOf { fact, choices } => {
                let labels: Vec<String> =
                    choices.iter().map(|one| self.value(fact, &FactValue::Choice(one.clone()))).collect();
                labels.join(self.pick("、または", " or "))
            }
            FactTest::Compare { fact, limits } => self.limits(fact, limits),
            FactTest::Within { period, .. } => {
                let period = self.period(*period);
                self.told(format!("{period}以内"), format!("within {period}"))
            }
        };
        format!("{}{}{wanted}", self.label(test.fact()), self.colon())
    }

    /// An answer, with the labels of its fact.
    pub fn value(&self, fact: &FactId, value: &FactValue) -> String {
        let kind = self.fact(fact).map(|fact| &fact.kind);
        match (value, kind) {
            (FactValue::Yes, _) => self.pick("はい", "yes").to_owned(),
            (FactValue::No, _) => self.pick("いいえ", "no").to_owned(),
            (FactValue::Unsure, _) => self.pick("わからない", "not sure").to_owned(),
            (FactValue::Never, Some(FactKind::Date { never: Some(never) })) => never.get(self.lang).to_owned(),
            (FactValue::Never, _) => self.pick("なし", "never").to_owned(),
            (FactValue::Choice(id), Some(FactKind::Choice(choices))) => {
                let found = choices.iter().find(|choice| &choice.id == id);
                found.map_or_else(|| id.to_string(), |choice| choice.label.get(self.lang).to_owned())
            }
            (value, Some(FactKind::Zones(_))) => self.zones(value),
            (FactValue::Number(number), Some(FactKind::Number { unit: Some(unit), .. })) => {
                self.told(format!("{number}{}", unit.ja), format!("{number} {}", unit.en))
            }
            (value, _) => value.to_string(),
        }
    }

    fn zones(&self, value: &FactValue) -> String {
        let names: Vec<&str> = value.zones().into_iter().flatten().map(ZoneId::as_str).collect();
        if names.is_empty() { self.pick("どこにもない", "nowhere").to_owned() } else { names.join(", ") }
    }

    /// Limits of a number.
    pub fn limits(&self, fact: &FactId, limits: &Comparison) -> String {
        let sides = [
            (limits.at_least, "以上", "at least "),
            (limits.above, "を超える", "above "),
            (limits.at_most, "以下", "at most "),
            (limits.below, "未満", "below "),
        ];
        let told = sides.into_iter().filter_map(|(limit, ja, en)| {
            let number = self.value(fact, &FactValue::Number(limit?));
            Some(self.told(format!("{number}{ja}"), format!("{en}{number}")))
        });
        told.collect::<Vec<_>>().join(self.pick("、", " and "))
    }
}
