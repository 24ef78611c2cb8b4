//! Answers to questions, read from a form. What was left blank is left out: unknown is never no.

use crate::filled::{Filled, ascii_digit};
use app::FieldError;
use jiff::civil::Date;
use journey::facts::{Fact, FactKind, FactValue, Facts, Vocabulary};
use journey::screening::{Item, Questionnaire};
use journey::slug::{ChecklistId, FactId, ZoneId};
use std::collections::BTreeSet;

/// What a form sends where something is nowhere.
pub(crate) const NOWHERE: &str = "nowhere";

/// The answers of a form to a questionnaire, with what could not be read.
pub(crate) fn read(
    filled: &Filled,
    questions: &Questionnaire,
    vocabulary: &Vocabulary,
    today: Date,
) -> (Facts, Vec<FieldError>) {
    let (mut facts, mut mistakes) = (Facts::new(), Vec::new());
    for item in questions.items.iter().chain(&questions.later) {
        match item {
            Item::Group { checklist, facts: members } => group(filled, checklist, members, today, &mut facts),
            Item::One(id) => match vocabulary.get(id).map(|fact| one(filled, fact)) {
                Some(Ok(Some(value))) => facts.set(id.clone(), value, today),
                Some(Err(())) => mistakes.push(FieldError { field: "answers", code: "field-answer" }),
                Some(Ok(None)) | None => {}
            },
        }
    }
    (facts, mistakes)
}

/// Answers to questions that staff answer themselves; what cannot be read stays open.
pub(crate) fn read_clinic(filled: &Filled, asked: &[Fact], today: Date) -> Facts {
    let mut facts = Facts::new();
    for fact in asked {
        if let Ok(Some(value)) = one(filled, fact) {
            facts.set(fact.id.clone(), value, today);
        }
    }
    facts
}

/// A list that was attended to answers all its facts; one that was left alone answers none. "None of these"
/// together with something else contradicts itself: what is ticked counts, the rest stays open.
fn group(filled: &Filled, list: &ChecklistId, members: &[FactId], today: Date, facts: &mut Facts) {
    let field = list_field(list);
    let ticked: Vec<&str> = filled.all(&field).collect();
    let (none, some) = (ticked.contains(&"none"), ticked.iter().any(|value| *value != "none"));
    for fact in members {
        if ticked.contains(&fact.as_str()) {
            facts.set(fact.clone(), FactValue::Yes, today);
        } else if none != some {
            facts.set(fact.clone(), FactValue::No, today);
        }
    }
}

fn one(filled: &Filled, fact: &Fact) -> Result<Option<FactValue>, ()> {
    let name = fact_field(&fact.id);
    let value = match &fact.kind {
        FactKind::Date { .. } => date(filled, &name),
        FactKind::Number { .. } => {
            let typed: String = filled.get(&name).chars().map(ascii_digit).collect();
            if typed.is_empty() { Ok(None) } else { typed.parse().map(|n| Some(FactValue::Number(n))).map_err(drop) }
        }
        FactKind::Zones(_) => zones(filled, &name),
        FactKind::YesNo | FactKind::Choice(_) => filled.some(&name).map(FactValue::parse).transpose().map_err(drop),
    }?;
    match value {
        Some(value) if fact.accepts(&value).is_err() => Err(()),
        other => Ok(other),
    }
}

/// "Nowhere" together with a place contradicts itself: the places count.
fn zones(filled: &Filled, name: &str) -> Result<Option<FactValue>, ()> {
    let ticked: Vec<&str> = filled.all(name).filter(|value| *value != NOWHERE).collect();
    if ticked.is_empty() {
        return Ok(filled.all(name).next().map(|_| FactValue::NOWHERE));
    }
    let zones: Result<BTreeSet<ZoneId>, _> = ticked.into_iter().map(ZoneId::parse).collect();
    zones.map(|zones| Some(FactValue::Zones(zones))).map_err(drop)
}

fn date(filled: &Filled, name: &str) -> Result<Option<FactValue>, ()> {
    if filled.get(&format!("{name}-never")) == "never" {
        return Ok(Some(FactValue::Never));
    }
    match filled.some(name) {
        Some(text) => text.parse().map(|day| Some(FactValue::Date(day))).map_err(drop),
        None => Ok(None),
    }
}

/// The name of a fact in a form.
pub(crate) fn fact_field(id: &FactId) -> String {
    format!("fact-{id}")
}

/// The name of a list in a form.
pub(crate) fn list_field(id: &ChecklistId) -> String {
    format!("list-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(pairs: &[(&str, &str)]) -> Filled {
        Filled::of(pairs)
    }

    fn known(pairs: &[(&str, &str)]) -> Vec<(String, FactValue)> {
        let list = ChecklistId::parse("now").unwrap();
        let members = ["pregnancy", "breastfeeding"].map(|id| FactId::parse(id).unwrap());
        let mut facts = Facts::new();
        group(&filled(pairs), &list, &members, Date::constant(2026, 11, 22), &mut facts);
        facts.iter().map(|(id, answer)| (id.to_string(), answer.value.clone())).collect()
    }

    #[test]
    fn a_list_that_was_left_alone_answers_nothing() {
        assert!(known(&[]).is_empty());
        assert!(known(&[("list-other", "pregnancy")]).is_empty());
    }

    #[test]
    fn none_of_these_answers_no_to_all() {
        let no = FactValue::No;
        assert_eq!(known(&[("list-now", "none")]), [("breastfeeding".into(), no.clone()), ("pregnancy".into(), no)]);
    }

    #[test]
    fn a_list_with_one_tick_was_read_to_its_end() {
        let answered = known(&[("list-now", "pregnancy")]);
        assert_eq!(answered, [("breastfeeding".into(), FactValue::No), ("pregnancy".into(), FactValue::Yes)]);
    }

    #[test]
    fn none_together_with_a_tick_leaves_the_rest_open() {
        let answered = known(&[("list-now", "none"), ("list-now", "pregnancy")]);
        assert_eq!(answered, [("pregnancy".into(), FactValue::Yes)]);
    }

    #[test]
    fn a_blank_place_is_unknown_and_nowhere_is_an_answer() {
        let cheek = BTreeSet::from([ZoneId::parse("cheek").unwrap()]);
        assert_eq!(zones(&filled(&[]), "fact-where"), Ok(None));
        assert_eq!(zones(&filled(&[("fact-where", "nowhere")]), "fact-where"), Ok(Some(FactValue::NOWHERE)));
        let both = filled(&[("fact-where", "nowhere"), ("fact-where", "cheek")]);
        assert_eq!(zones(&both, "fact-where"), Ok(Some(FactValue::Zones(cheek))));
    }
}
