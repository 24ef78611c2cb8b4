//! `facts.toml`.

use crate::reading::{Node, Table, Taken};
use journey::facts::{AskedOf, Checklist, Choice, Fact, FactKind, FactValue, Validity, Vocabulary};
use journey::slug::ChecklistId;

/// Every question and checklist.
pub(crate) fn vocabulary(file: Table<'_>) -> Vocabulary {
    let taken = Taken::default();
    let checklists = file.each("checklist", |table| checklist(table, &taken));
    let lists: Vec<ChecklistId> = checklists.iter().map(|list| list.id.clone()).collect();
    let taken = Taken::default();
    let facts = file.each("fact", |table| fact(table, &taken, &lists));
    file.close();
    Vocabulary { facts, checklists }
}

fn checklist(table: Table<'_>, taken: &Taken) -> Option<Checklist> {
    let (id, ask, none) = (table.fresh("id", taken), table.bilingual("ask"), table.bilingual("none"));
    table.close();
    Some(Checklist { id: id?, ask: ask?, none: none? })
}

fn fact(table: Table<'_>, taken: &Taken, lists: &[ChecklistId]) -> Option<Fact> {
    let id = table.fresh("id", taken);
    let kind = kind(&table);
    let (ask, short) = (table.bilingual("ask"), table.bilingual("short"));
    let valid_for = table.need("valid_for").and_then(validity);
    let asked = table.word_or_first("asked", &[("patient", AskedOf::Patient), ("clinic", AskedOf::Clinic)]);
    let checklist = table.get("checklist").and_then(|node| {
        if !matches!(kind, Some(FactKind::YesNo) | None) {
            node.wrong("only a yes/no fact can stand in a checklist", "no `checklist` here");
        }
        node.reference("checklist", lists.iter())
    });
    table.close();
    Some(Fact { id: id?, kind: kind?, ask: ask?, short: short?, valid_for: valid_for?, asked: asked?, checklist })
}

#[derive(Clone, Copy)]
enum Kind {
    YesNo,
    Choice,
    Number,
    Date,
    Zones,
}

fn kind(table: &Table<'_>) -> Option<FactKind> {
    let words = [
        ("yes-no", Kind::YesNo),
        ("choice", Kind::Choice),
        ("number", Kind::Number),
        ("date", Kind::Date),
        ("zones", Kind::Zones),
    ];
    Some(match table.word("kind", &words)? {
        Kind::YesNo => FactKind::YesNo,
        Kind::Choice => FactKind::Choice(choices(table)),
        Kind::Number => number(table)?,
        Kind::Date => FactKind::Date { never: table.get("never").and_then(|node| node.bilingual()) },
        Kind::Zones => FactKind::Zones(table.cx.library.zones.iter().map(|zone| zone.id.clone()).collect()),
    })
}

fn choices(table: &Table<'_>) -> Vec<Choice> {
    // These words already mean something as an answer.
    let taken = Taken::with(["yes", "no", "unsure", "never"]);
    table.at_least_one("choices", |table| {
        let (id, label) = (table.fresh("id", &taken), table.bilingual("label"));
        table.close();
        Some(Choice { id: id?, label: label? })
    })
}

fn number(table: &Table<'_>) -> Option<FactKind> {
    let unit = table.get("unit").and_then(|node| node.bilingual());
    let read = |key| table.need(key).and_then(|node| node.decimal());
    let (min, max) = (read("min"), read("max"));
    let (min, max) = (min?, max?);
    if min >= max {
        table.wrong("this range runs backwards", "`min` below `max`");
    }
    Some(FactKind::Number { unit, min, max })
}

fn validity(node: Node<'_>) -> Option<Validity> {
    if node.is_table() {
        return node.period().map(Validity::For);
    }
    node.word(&[("same-day", Validity::SameDay), ("always", Validity::Always)])
}

/// An answer as it is written in a file, checked against the vocabulary.
pub(crate) fn answer(node: Node<'_>, fact: &Fact) -> Option<FactValue> {
    if let (FactKind::Zones(known), true) = (&fact.kind, node.is_list()) {
        let zones = node.list().iter().map(|node| node.reference("zone", known.iter())).collect::<Option<_>>();
        return zones.map(FactValue::Zones);
    }
    let value = node.plain().and_then(|text| FactValue::parse(&text).ok());
    let fitting = value.filter(|value| fact.accepts(value).is_ok());
    if fitting.is_none() {
        node.wrong(format!("`{}` cannot have this value", fact.id), possible(fact));
    }
    match (&fact.kind, fitting?) {
        (FactKind::Zones(_), FactValue::Choice(_)) => Some(FactValue::NOWHERE),
        (_, value) => Some(value),
    }
}

fn possible(fact: &Fact) -> String {
    match &fact.kind {
        FactKind::YesNo => "yes, no, unsure".to_owned(),
        FactKind::Choice(choices) => {
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            format!("{}, unsure", ids.join(", "))
        }
        FactKind::Number { min, max, .. } => format!("a number from {min} to {max}, or unsure"),
        FactKind::Date { never: Some(_) } => "a date, never, unsure".to_owned(),
        FactKind::Date { never: None } => "a date, unsure".to_owned(),
        FactKind::Zones(_) => "a list of zones, none, unsure".to_owned(),
    }
}

/// The tests that suit a fact, in the words of the file.
pub(crate) fn possible_tests(fact: &Fact) -> &'static str {
    match fact.kind {
        FactKind::YesNo => "`is = \"yes\"` or `is = \"no\"`",
        FactKind::Choice(_) => "`is` or `one_of`",
        FactKind::Number { .. } => "`at_least`, `at_most`, `above`, `below`",
        FactKind::Date { .. } => "`within = { … }` or `is = \"never\"`",
        FactKind::Zones(_) => "`is = \"none\"`",
    }
}
