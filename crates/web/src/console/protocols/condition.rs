//! Conditions of rules as a person reads them.

use super::measure::period;
use crate::wording::Wording;
use journey::facts::{Comparison, FactKind, FactTest, FactValue, Vocabulary};
use journey::kleene::Condition;
use journey::protocol::Protocol;
use journey::quantity::DepthRange;
use journey::recovery::{SignTest, SymptomAnswer, Trend};
use journey::slug::{ChoiceId, FactId, SymptomId};

/// A condition over facts, in words.
pub(super) fn of_facts(words: Wording, vocabulary: &Vocabulary, condition: &Condition<FactTest>) -> String {
    joined(words, condition, &|test| fact(words, vocabulary, test))
}

/// A condition over symptoms, in words.
pub(super) fn of_signs(words: Wording, protocol: &Protocol, condition: &Condition<SignTest>) -> String {
    joined(words, condition, &|test| sign(words, protocol, test))
}

fn joined<T>(words: Wording, condition: &Condition<T>, test: &impl Fn(&T) -> String) -> String {
    let all = |parts: &[Condition<T>], with: String| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| match part {
                Condition::All(_) | Condition::Any(_) => {
                    words.with("condition-group", &[("inner", &joined(words, part, test))])
                }
                Condition::Test(_) | Condition::Not(_) => joined(words, part, test),
            })
            .collect();
        parts.join(&format!(" {with} "))
    };
    match condition {
        Condition::Test(one) => test(one),
        Condition::All(parts) => all(parts, words.t("condition-and")),
        Condition::Any(parts) => all(parts, words.t("condition-or")),
        Condition::Not(part) => words.with("condition-not", &[("inner", &joined(words, part, test))]),
    }
}

fn fact(words: Wording, vocabulary: &Vocabulary, test: &FactTest) -> String {
    let lang = words.lang();
    let name = |id: &FactId| vocabulary.get(id).map_or(id.to_string(), |fact| fact.short.get(lang).to_owned());
    let said = match test {
        FactTest::Is { fact, value } => value_of(words, vocabulary, fact, value),
        FactTest::OneOf { fact, choices } => {
            let labels: Vec<String> = choices.iter().map(|one| choice(words, vocabulary, fact, one)).collect();
            labels.join(words.t("list-comma").as_str())
        }
        FactTest::Compare { limits, .. } => compared(words, limits),
        FactTest::Within { period: length, .. } => {
            words.with("condition-within", &[("period", &period(words, *length))])
        }
    };
    words.with("condition-is", &[("name", &name(test.fact())), ("value", &said)])
}

fn value_of(words: Wording, vocabulary: &Vocabulary, fact: &FactId, value: &FactValue) -> String {
    match value {
        FactValue::Yes => words.t("answer-yes"),
        FactValue::No => words.t("answer-no"),
        FactValue::Unsure => words.t("answer-unsure"),
        FactValue::Never => words.t("condition-never"),
        FactValue::Choice(id) => choice(words, vocabulary, fact, id),
        FactValue::Number(number) => number.to_string(),
        FactValue::Date(day) => crate::when::date(words.lang(), *day),
        FactValue::Zones(zones) if zones.is_empty() => words.t("answer-nowhere"),
        FactValue::Zones(zones) => {
            let names: Vec<&str> = zones.iter().map(|zone| zone.as_str()).collect();
            names.join(&words.t("list-comma"))
        }
    }
}

fn choice(words: Wording, vocabulary: &Vocabulary, fact: &FactId, id: &ChoiceId) -> String {
    let choices = match vocabulary.get(fact).map(|fact| &fact.kind) {
        Some(FactKind::Choice(choices)) => choices.as_slice(),
        _ => &[],
    };
    choices.iter().find(|one| &one.id == id).map_or(id.to_string(), |one| one.label.get(words.lang()).to_owned())
}

fn compared(words: Wording, limits: &Comparison) -> String {
    let sides = [
        ("condition-at-least", limits.at_least),
        ("condition-above", limits.above),
        ("condition-at-most", limits.at_most),
        ("condition-below", limits.below),
    ];
    let told: Vec<String> = sides
        .iter()
        .filter_map(|(key, limit)| limit.map(|number| words.with(key, &[("number", &number.to_string())])))
        .collect();
    told.join(words.t("list-comma").as_str())
}

fn sign(words: Wording, protocol: &Protocol, test: &SignTest) -> String {
    let asked = |id: &SymptomId| {
        protocol.symptom(id).map_or(id.to_string(), |symptom| symptom.ask.get(words.lang()).to_owned())
    };
    let is = |id: &SymptomId, value: String| words.with("condition-is", &[("name", &asked(id)), ("value", &value)]);
    match test {
        SignTest::Is { symptom, answer } => is(symptom, answered(words, *answer)),
        SignTest::AtLeast { symptom, severity } => {
            let strength = words.t(&format!("severity-word-{}", severity.code()));
            is(symptom, words.with("condition-at-least", &[("number", &strength)]))
        }
        SignTest::Moves { symptom, trend: Trend::Rising } => is(symptom, words.t("condition-rising")),
        SignTest::Moves { symptom, trend: Trend::RisingAfterFalling } => is(symptom, words.t("condition-rising-again")),
        SignTest::BeyondExpected { symptom, days } => {
            is(symptom, words.count("condition-beyond-expected", i64::from(*days)))
        }
        SignTest::Depth(range) => depth(words, range),
    }
}

/// An answer about a symptom, in a word.
pub(in crate::console) fn answered(words: Wording, answer: SymptomAnswer) -> String {
    match answer {
        SymptomAnswer::Yes => words.t("answer-yes"),
        SymptomAnswer::No => words.t("answer-no"),
        SymptomAnswer::Severity(severity) => words.t(&format!("severity-word-{}", severity.code())),
    }
}

/// A range of depths.
pub(super) fn depth(words: Wording, range: &DepthRange) -> String {
    let sides = [("condition-at-least", range.at_least), ("condition-below", range.below)];
    let told: Vec<String> = sides
        .iter()
        .filter_map(|(key, limit)| limit.map(|depth| words.with(key, &[("number", &depth.to_string())])))
        .collect();
    words.with(
        "condition-is",
        &[("name", &words.t("measure-depth")), ("value", &told.join(words.t("list-comma").as_str()))],
    )
}
