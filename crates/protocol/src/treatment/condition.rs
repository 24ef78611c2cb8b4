//! Conditions: the tree, and tests over facts.

use crate::reading::{Node, Table};
use crate::shared::{answer, possible_tests};
use journey::facts::{Comparison, Fact, FactKind, FactTest, FactValue};
use journey::kleene::Condition;

/// A condition whose tests are read by `test`.
pub(super) fn condition<'a, T>(node: Node<'a>, test: &impl Fn(&Table<'a>) -> Option<T>) -> Option<Condition<T>> {
    let table = node.table()?;
    let read = match (table.get("all"), table.get("any"), table.get("not")) {
        (Some(all), None, None) => parts(all, test).map(Condition::All),
        (None, Some(any), None) => parts(any, test).map(Condition::Any),
        (None, None, Some(not)) => condition(not, test).map(|part| Condition::Not(Box::new(part))),
        (None, None, None) => test(&table).map(Condition::Test),
        _ => {
            table.wrong("this is several conditions at once", "one of `all`, `any`, `not`");
            None
        }
    };
    table.close();
    read
}

fn parts<'a, T>(node: Node<'a>, test: &impl Fn(&Table<'a>) -> Option<T>) -> Option<Vec<Condition<T>>> {
    let nodes = node.list();
    if nodes.is_empty() {
        node.wrong("this condition is empty", "at least one part");
    }
    let read: Vec<Option<Condition<T>>> = nodes.into_iter().map(|part| condition(part, test)).collect();
    read.into_iter().collect()
}

/// A condition over facts.
pub(super) fn over_facts(node: Node<'_>) -> Option<Condition<FactTest>> {
    condition(node, &fact_test)
}

fn fact_test(table: &Table<'_>) -> Option<FactTest> {
    let vocabulary = table.cx.library.facts();
    let named = table.need("fact");
    let (is, one_of, within) = (table.get("is"), table.get("one_of"), table.get("within"));
    let limits = comparison(table);
    let id = named?.reference("fact", vocabulary.facts.iter().map(|fact| &fact.id))?;
    let fact = vocabulary.get(&id)?;
    match (is, one_of, within, limits) {
        (Some(is), None, None, None) => is_answer(is, fact),
        (None, Some(list), None, None) => one_of_choices(list, fact),
        (None, None, Some(within), None) if matches!(fact.kind, FactKind::Date { .. }) => {
            within.period().map(|period| FactTest::Within { fact: id, period })
        }
        (None, None, None, Some(limits)) if matches!(fact.kind, FactKind::Number { .. }) => {
            Some(FactTest::Compare { fact: id, limits })
        }
        _ => {
            table.wrong(format!("this test does not suit `{id}`"), possible_tests(fact));
            None
        }
    }
}

/// Of zones only "nowhere" can be tested: a rule that speaks of the zones answered says so by `where`.
fn is_answer(is: Node<'_>, fact: &Fact) -> Option<FactTest> {
    let value = answer(is, fact)?;
    if matches!(fact.kind, FactKind::Zones(_)) && value != FactValue::NOWHERE {
        is.wrong(format!("this test does not suit `{}`", fact.id), possible_tests(fact));
        return None;
    }
    Some(FactTest::Is { fact: fact.id.clone(), value })
}

fn comparison(table: &Table<'_>) -> Option<Comparison> {
    let read = |key| table.get(key).and_then(|node| node.decimal());
    let limits =
        Comparison { at_least: read("at_least"), at_most: read("at_most"), above: read("above"), below: read("below") };
    (limits != Comparison::default()).then_some(limits)
}

fn one_of_choices(list: Node<'_>, fact: &Fact) -> Option<FactTest> {
    let FactKind::Choice(known) = &fact.kind else {
        list.wrong(format!("this test does not suit `{}`", fact.id), possible_tests(fact));
        return None;
    };
    let nodes = list.list();
    if nodes.is_empty() {
        list.wrong("this list is empty", "at least one choice");
    }
    let known = known.iter().map(|choice| &choice.id);
    let choices = nodes.iter().filter_map(|node| node.reference("choice", known.clone())).collect();
    Some(FactTest::OneOf { fact: fact.id.clone(), choices })
}
