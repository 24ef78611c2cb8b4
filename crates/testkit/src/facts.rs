use jiff::civil::Date;
use journey::facts::{Decimal, FactKind, FactValue, Facts};
use journey::protocol::Protocol;
use journey::slug::{ChoiceId, FactId};

/// The name of a fact.
pub fn fact(id: &str) -> FactId {
    FactId::parse(id).expect("a fact's name")
}

/// Answers as they are written in a case: `answers(&[("pregnancy", "yes")], day)`.
pub fn answers(given: &[(&str, &str)], on: Date) -> Facts {
    let mut facts = Facts::new();
    for (id, value) in given {
        facts.set(fact(id), FactValue::parse(value).expect("an answer"), on);
    }
    facts
}

/// An answer to everything a protocol asks, against which nothing speaks. Where something is, is asked of nobody who
/// has nothing.
pub fn all_clear(protocol: &Protocol, on: Date) -> Facts {
    let mut facts = Facts::new();
    for question in &protocol.facts {
        let value = match (question.id.as_str(), &question.kind) {
            ("skin_recovered" | "contraception_possible", _) => FactValue::Yes,
            ("age", _) => FactValue::Number(Decimal::whole(34)),
            ("skin_type", _) => FactValue::Choice(choice("ii")),
            ("last_toxin_product", _) => FactValue::Choice(choice("none")),
            (_, FactKind::YesNo) => FactValue::No,
            (_, FactKind::Number { .. }) => FactValue::Number(Decimal::whole(0)),
            (_, FactKind::Date { .. }) => FactValue::Never,
            (_, FactKind::Zones(_)) => continue,
            (_, FactKind::Choice(choices)) => FactValue::Choice(choices[0].id.clone()),
        };
        facts.set(question.id.clone(), value, on);
    }
    facts
}

fn choice(id: &str) -> ChoiceId {
    ChoiceId::parse(id).expect("a choice")
}
