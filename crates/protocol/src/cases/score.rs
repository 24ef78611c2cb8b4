//! A score of an `[[outcome]]`, read off or made from what was counted.

use super::answers::otherwise;
use crate::reading::{Node, Table};
use jiff::civil::Date;
use journey::facts::Decimal;
use journey::outcome::{Inputs, Scale, Score};
use journey::protocol::{Library, Protocol};
use journey::slug::ScaleId;

/// What was entered on a day, and what it must come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Given {
    scale: ScaleId,
    on: Date,
    entered: Entered,
    makes: Option<Decimal>,
    /// The label of the band, in either language.
    means: Option<String>,
    /// The word of the refusal.
    refused: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Entered {
    Value(Decimal),
    Inputs(Inputs),
}

/// Why there is no score: the word of the refusal.
type NoScore = &'static str;

/// Reads `{ scale, on, value | inputs, makes, means, refused }`.
pub(super) fn score(table: Table<'_>) -> Option<Given> {
    let scales = &table.cx.library.scales;
    let scale = table.need("scale").and_then(|node| node.reference("scale", scales.iter().map(|scale| &scale.id)));
    let on = table.need("on").and_then(|node| node.date());
    let known = scales.iter().find(|one| Some(&one.id) == scale.as_ref());
    let entered = entered(&table, known);
    let text = |key| table.get(key).and_then(|node| node.text()).map(str::to_owned);
    let (means, refused) = (text("means"), text("refused"));
    let makes = table.get("makes").and_then(|node| node.decimal());
    table.close();
    Some(Given { scale: scale?, on: on?, entered: entered?, makes, means, refused })
}

fn entered(table: &Table<'_>, scale: Option<&Scale>) -> Option<Entered> {
    match (table.get("value"), table.get("inputs")) {
        (Some(node), None) => value(node, scale).map(Entered::Value),
        (None, Some(node)) => Some(Entered::Inputs(inputs(node, scale))),
        _ => {
            table.wrong("what was scored?", "exactly one of `value` and `inputs`");
            None
        }
    }
}

fn value(node: Node<'_>, scale: Option<&Scale>) -> Option<Decimal> {
    let value = node.decimal()?;
    if let Some(Err(refused)) = scale.map(|scale| scale.accepts(value)) {
        node.wrong(refused.to_string(), "a score of this scale");
    }
    Some(value)
}

fn inputs(node: Node<'_>, scale: Option<&Scale>) -> Inputs {
    let known = scale.map(|scale| scale.inputs.as_slice()).unwrap_or_default();
    let mut found = Inputs::new();
    for (key, value) in node.table().map(Table::entries).unwrap_or_default() {
        match known.iter().find(|input| input.id.as_str() == key) {
            Some(input) => found.extend(value.decimal().map(|value| (input.id.clone(), value))),
            None => value.unknown(key, "input", known.iter().map(|input| input.id.as_str())),
        }
    }
    found
}

impl Given {
    fn scale<'a>(&self, library: &'a Library, protocol: &'a Protocol) -> Option<&'a Scale> {
        protocol.scales.iter().chain(&library.scales).find(|scale| scale.id == self.scale)
    }

    /// The score that it makes, or why it makes none.
    pub fn scored(&self, library: &Library, protocol: &Protocol) -> Result<Score, NoScore> {
        let made = match &self.entered {
            Entered::Value(value) => Ok(*value),
            Entered::Inputs(inputs) => {
                let scale = self.scale(library, protocol).ok_or("scale-unknown")?;
                scale.score(inputs).map_err(|refused| refused.code())
            }
        };
        made.map(|value| Score { scale: self.scale.clone(), value, on: self.on })
    }

    /// What comes to something else.
    pub fn differs(&self, library: &Library, protocol: &Protocol, scored: &Result<Score, NoScore>) -> Vec<String> {
        let what = |what| format!("{} on {}: {what}", self.scale, self.on);
        let score = match (scored, &self.refused) {
            (Ok(score), None) => score,
            (Ok(score), Some(_)) => return vec![what(format!("it scores {}", score.value))],
            (Err(why), wanted) if wanted.as_deref() == Some(*why) => return Vec::new(),
            (Err(why), _) => return vec![what((*why).to_owned())],
        };
        let makes =
            self.makes.and_then(|value| otherwise(&what(String::new()), &value.to_string(), &score.value.to_string()));
        let band = self.scale(library, protocol).and_then(|scale| scale.band(score.value));
        let means = self
            .means
            .as_ref()
            .filter(|wanted| band.is_none_or(|band| band.label.ja != **wanted && band.label.en != **wanted));
        let told = |wanted: &String| what(format!("it does not mean {wanted}"));
        makes.into_iter().chain(means.map(told)).collect()
    }
}
