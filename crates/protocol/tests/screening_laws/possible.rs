//! Answers worth trying: every choice, and numbers and days on both sides of every limit.

use crate::shipped::{TODAY, library, protocols, verdict_on};
use jiff::ToSpan;
use journey::facts::{AsOf, Decimal, Fact, FactKind, FactTest, FactValue, Facts};
use journey::kleene::Truth;
use journey::protocol::Protocol;
use journey::screening::{Activation, Rule};
use journey::slug::{FactId, ProtocolId};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

pub type Answers = BTreeMap<FactId, FactValue>;

/// Answers, all given today.
pub fn facts(answers: &Answers) -> Facts {
    let mut facts = Facts::new();
    answers.iter().for_each(|(fact, value)| facts.set(fact.clone(), value.clone(), TODAY));
    facts
}

/// Every answer to one fact that could make a difference to a protocol.
pub fn worth_trying(protocol: &Protocol, fact: &Fact) -> Vec<FactValue> {
    let all = || protocol.screening.iter().flat_map(|rule| rule.when.tests());
    let tests: Vec<&FactTest> = all().filter(|test| test.fact() == &fact.id).collect();
    match &fact.kind {
        FactKind::YesNo => vec![FactValue::Yes, FactValue::No],
        FactKind::Choice(choices) => choices.iter().map(|choice| FactValue::Choice(choice.id.clone())).collect(),
        FactKind::Number { min, max, .. } => numbers(&tests, *min, *max),
        FactKind::Date { never } => {
            never.iter().map(|_| FactValue::Never).chain(days(&tests).into_iter().map(FactValue::Date)).collect()
        }
        FactKind::Zones(zones) => {
            let one = zones.iter().map(|zone| FactValue::Zones(BTreeSet::from([zone.clone()])));
            let everywhere = FactValue::Zones(zones.iter().cloned().collect());
            one.chain([FactValue::NOWHERE, everywhere]).collect()
        }
    }
}

fn numbers(tests: &[&FactTest], min: Decimal, max: Decimal) -> Vec<FactValue> {
    let mut numbers = BTreeSet::from([min, max]);
    for test in tests {
        if let FactTest::Compare { limits, .. } = test {
            for limit in [limits.at_least, limits.at_most, limits.above, limits.below].into_iter().flatten() {
                let beside = [-1000, -1, 0, 1, 1000].map(|step| Decimal::thousandths(limit.in_thousandths() + step));
                numbers.extend(beside.into_iter().filter(|number| (min..=max).contains(number)));
            }
        }
    }
    numbers.into_iter().map(FactValue::Number).collect()
}

fn days(tests: &[&FactTest]) -> BTreeSet<jiff::civil::Date> {
    let mut days = BTreeSet::from([TODAY, TODAY.saturating_add(3.days()), TODAY.saturating_sub(20.years())]);
    for test in tests {
        if let FactTest::Within { period, .. } = test {
            let over = period.before(TODAY);
            days.extend([over, over.saturating_add(1.day())]);
        }
    }
    days
}

static HARMLESS: LazyLock<BTreeMap<(ProtocolId, FactId), Vec<FactValue>>> = LazyLock::new(|| {
    let pairs = protocols().into_iter().flat_map(|protocol| protocol.facts.iter().map(move |fact| (protocol, fact)));
    pairs.map(|(protocol, fact)| ((protocol.id.clone(), fact.id.clone()), harmless(protocol, fact))).collect()
});

/// The answers to one fact that by themselves find nothing; every answer, where each finds something.
fn harmless(protocol: &Protocol, fact: &Fact) -> Vec<FactValue> {
    let alone = |value: &FactValue| facts(&Answers::from([(fact.id.clone(), value.clone())]));
    let clear = |value: &FactValue| verdict_on(protocol, &alone(value), TODAY, &Activation::none()).findings.is_empty();
    let (clear, all): (Vec<_>, Vec<_>) = worth_trying(protocol, fact).into_iter().partition(clear);
    if clear.is_empty() { all } else { clear }
}

/// Answers to some of a protocol's questions: mostly harmless ones, for whoever answers everything at random is
/// refused for ten reasons at once, and nothing more can be learnt.
pub fn some_answers(protocol: &Protocol) -> impl Strategy<Value = Answers> + use<> {
    let each = protocol.facts.iter().map(|fact| {
        let value = prop_oneof![
            20 => prop::sample::select(HARMLESS[&(protocol.id.clone(), fact.id.clone())].clone()).prop_map(Some),
            4 => Just(None),
            1 => Just(Some(FactValue::Unsure)),
            1 => prop::sample::select(worth_trying(protocol, fact)).prop_map(Some),
        ];
        (Just(fact.id.clone()), value)
    });
    each.collect::<Vec<_>>().prop_map(|each| each.into_iter().filter_map(|(id, value)| Some((id, value?))).collect())
}

/// Answers to all of a protocol's questions, at random.
pub fn all_answers(protocol: &Protocol) -> impl Strategy<Value = Answers> + use<> {
    let each =
        protocol.facts.iter().map(|fact| (Just(fact.id.clone()), prop::sample::select(worth_trying(protocol, fact))));
    each.collect::<Vec<_>>().prop_map(|each| each.into_iter().collect())
}

/// Answers that make a rule what is wanted, if there are any.
pub fn answers_for(protocol: &Protocol, rule: &Rule, wanted: Truth) -> Option<Answers> {
    let facts: Vec<&Fact> = rule.facts().iter().filter_map(|id| library().facts().get(id)).collect();
    search(protocol, rule, wanted, &facts, &mut Answers::new())
}

fn search(protocol: &Protocol, rule: &Rule, wanted: Truth, open: &[&Fact], answers: &mut Answers) -> Option<Answers> {
    let given = facts(answers);
    match rule.holds(&AsOf::new(library().facts(), &given, TODAY)) {
        truth if truth == wanted => return Some(answers.clone()),
        Truth::Unknown => {}
        Truth::True | Truth::False => return None,
    }
    let (fact, rest) = open.split_first()?;
    worth_trying(protocol, fact).into_iter().find_map(|value| {
        answers.insert(fact.id.clone(), value);
        let found = search(protocol, rule, wanted, rest, answers);
        answers.remove(&fact.id);
        found
    })
}
