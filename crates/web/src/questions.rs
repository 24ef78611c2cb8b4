//! Questions as fields of a form: one group at a time, blanks allowed, "none of these" an answer of its own.

use crate::answers::{NOWHERE, fact_field, list_field};
use crate::filled::Filled;
use crate::look::field::{Checklist, Choice, Field, Layout, LineField, LineKind, Need, Pick, RadioGroup, Width};
use crate::wording::Wording;
use journey::facts::{Fact, FactKind, Vocabulary};
use journey::protocol::Library;
use journey::screening::Item;
use journey::slug::{ChecklistId, FactId, ZoneId};
use maud::{Markup, html};

/// Renders items with what was filled in before.
pub(crate) fn fields(words: Wording, library: &Library, items: &[Item], filled: &Filled) -> Markup {
    let vocabulary = library.facts();
    html! {
        @for item in items {
            @match item {
                Item::Group { checklist, facts } => (group(words, vocabulary, checklist, facts, filled)),
                Item::One(id) => @if let Some(fact) = vocabulary.get(id) { (one(words, library, fact, filled)) },
            }
        }
    }
}

fn group(words: Wording, vocabulary: &Vocabulary, id: &ChecklistId, facts: &[FactId], filled: &Filled) -> Markup {
    let Some(list) = vocabulary.checklist(id) else { return Markup::default() };
    let (name, lang) = (list_field(id), words.lang());
    let pick = |value: &str| if filled.all(&name).any(|one| one == value) { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> = facts
        .iter()
        .filter_map(|id| vocabulary.get(id))
        .map(|fact| Choice {
            value: fact.id.as_str(),
            label: fact.ask.get(lang),
            hint: None,
            pick: pick(fact.id.as_str()),
        })
        .collect();
    let none = Choice { value: "none", label: list.none.get(lang), hint: None, pick: pick("none") };
    let field = Field { name: &name, label: list.ask.get(lang), hint: None, error: None, need: Need::Unmarked };
    html! { (Checklist { field, choices: &choices, none: Some(none), layout: Layout::Column }) }
}

/// One question that staff answer, whatever list it belongs to.
pub(crate) fn of_clinic(words: Wording, library: &Library, fact: &Fact, filled: &Filled) -> Markup {
    one(words, library, fact, filled)
}

fn one(words: Wording, library: &Library, fact: &Fact, filled: &Filled) -> Markup {
    let name = fact_field(&fact.id);
    let field = Field { name: &name, label: fact.ask.get(words.lang()), hint: None, error: None, need: Need::Unmarked };
    match &fact.kind {
        FactKind::YesNo => {
            let options =
                [("yes", words.t("answer-yes")), ("no", words.t("answer-no")), ("unsure", words.t("answer-unsure"))];
            radio(field, &options, filled, Layout::Row)
        }
        FactKind::Choice(choices) => {
            let mut options: Vec<(&str, String)> =
                choices.iter().map(|choice| (choice.id.as_str(), choice.label.get(words.lang()).to_owned())).collect();
            options.push(("unsure", words.t("answer-unsure")));
            radio(field, &options, filled, Layout::Column)
        }
        FactKind::Zones(ids) => places(words, library, field, ids, filled),
        FactKind::Number { unit, .. } => {
            let unit = unit.as_ref().map(|unit| unit.get(words.lang()));
            let line = LineField {
                field: Field { hint: unit, ..field },
                kind: LineKind::Decimal,
                value: filled.get(&name),
                autocomplete: None,
                width: Width::Short,
            };
            html! { (line) }
        }
        FactKind::Date { never } => {
            let line = LineField {
                field,
                kind: LineKind::Date,
                value: filled.get(&name),
                autocomplete: None,
                width: Width::Medium,
            };
            let box_name = format!("{name}-never");
            html! {
                div.with-never {
                    (line)
                    @if let Some(never) = never {
                        label.choice {
                            input type="checkbox" name=(box_name) value="never" checked[filled.get(&box_name) == "never"];
                            span.choice-words { (never.get(words.lang())) }
                        }
                    }
                }
            }
        }
    }
}

fn places(words: Wording, library: &Library, field: Field<'_>, ids: &[ZoneId], filled: &Filled) -> Markup {
    let pick = |value: &str| if filled.all(field.name).any(|one| one == value) { Pick::Taken } else { Pick::Open };
    let zones = ids.iter().filter_map(|id| library.zone(id));
    let choices: Vec<Choice<'_>> = zones
        .map(|zone| Choice {
            value: zone.id.as_str(),
            label: zone.name.get(words.lang()),
            hint: None,
            pick: pick(zone.id.as_str()),
        })
        .collect();
    let nowhere = words.t("answer-nowhere");
    let none = Choice { value: NOWHERE, label: &nowhere, hint: None, pick: pick(NOWHERE) };
    html! { (Checklist { field, choices: &choices, none: Some(none), layout: Layout::Column }) }
}

fn radio(field: Field<'_>, options: &[(&str, String)], filled: &Filled, layout: Layout) -> Markup {
    let choices: Vec<Choice<'_>> = options
        .iter()
        .map(|(value, label)| Choice {
            value,
            label,
            hint: None,
            pick: if filled.get(field.name) == *value { Pick::Taken } else { Pick::Open },
        })
        .collect();
    html! { (RadioGroup { field, choices: &choices, layout }) }
}
