//! `scales.toml`.

use crate::reading::{Node, Table, Taken};
use journey::facts::Decimal;
use journey::outcome::{Band, Better, Level, Scale, ScaleInput, ScalePart, Step};
use journey::slug::InputId;

/// Every scale.
pub(crate) fn scales(file: Table<'_>) -> Vec<Scale> {
    let taken = Taken::default();
    let read = file.each("scale", |table| scale(table, &taken));
    file.close();
    read
}

fn scale(table: Table<'_>, taken: &Taken) -> Option<Scale> {
    let (id, name) = (table.fresh("id", taken), table.bilingual("name"));
    let better = table.word("better", &[("lower", Better::Lower), ("higher", Better::Higher)]);
    let (min, max, noise) = (number(&table, "min"), number(&table, "max"), number(&table, "noise"));
    let levels = table.each("levels", level);
    let inputs = inputs(&table);
    let known: Vec<&InputId> = inputs.iter().map(|input| &input.id).collect();
    let parts = table.each("part", |table| part(table, &known));
    let bands = table.each("bands", band);
    let evidence = table.evidence();
    let scale = Scale {
        id: id?,
        name: name?,
        better: better?,
        min: min?,
        max: max?,
        noise: noise?,
        levels,
        inputs,
        parts,
        bands,
        evidence: evidence?,
    };
    check(&table, &scale);
    table.close();
    Some(scale)
}

fn number(table: &Table<'_>, key: &'static str) -> Option<Decimal> {
    table.need(key).and_then(|node| node.decimal())
}

fn level(table: Table<'_>) -> Option<Level> {
    let (value, label) = (number(&table, "value"), table.bilingual("label"));
    table.close();
    Some(Level { value: value?, label: label? })
}

fn band(table: Table<'_>) -> Option<Band> {
    let (from, label) = (number(&table, "from"), table.bilingual("label"));
    table.close();
    Some(Band { from: from?, label: label? })
}

fn inputs(table: &Table<'_>) -> Vec<ScaleInput> {
    let taken = Taken::default();
    table.each("input", |table| {
        let (id, name) = (table.fresh("id", &taken), table.bilingual("name"));
        let (min, max) = (number(&table, "min"), number(&table, "max"));
        let steps = table.each("steps", step);
        let begins = steps.first().is_none_or(|first| Some(first.at_least) == min);
        if !begins || !steps.is_sorted_by(|a, b| a.at_least < b.at_least) || min.zip(max).is_some_and(|(a, b)| a >= b) {
            table.wrong("this input does not hold together", "`min` below `max`, steps that rise from `min`");
        }
        table.close();
        Some(ScaleInput { id: id?, name: name?, min: min?, max: max?, steps })
    })
}

fn step(table: Table<'_>) -> Option<Step> {
    let (at_least, score) = (number(&table, "at_least"), number(&table, "score"));
    table.close();
    Some(Step { at_least: at_least?, score: score? })
}

fn part(table: Table<'_>, known: &[&InputId]) -> Option<ScalePart> {
    let weight = number(&table, "weight");
    let read = |key| {
        let nodes: Vec<Node<'_>> = table.get(key).map(|node| node.list()).unwrap_or_default();
        nodes.iter().filter_map(|node| node.reference("input", known.iter().copied())).collect::<Vec<InputId>>()
    };
    let (times, plus) = (read("times"), read("plus"));
    if times.is_empty() && plus.is_empty() {
        table.wrong("this part counts nothing", "`times`, `plus`, or both");
    }
    table.close();
    Some(ScalePart { weight: weight?, times, plus })
}

fn check(table: &Table<'_>, scale: &Scale) {
    if scale.min >= scale.max || scale.levels.iter().any(|level| scale.accepts(level.value).is_err()) {
        table.wrong("this scale does not hold together", "`min` below `max`, every level between them");
    }
    let rising = scale.bands.is_sorted_by(|a, b| a.from < b.from);
    if !rising || scale.bands.iter().any(|band| scale.accepts(band.from).is_err()) {
        table.wrong("these bands do not rise", "each band from a higher score than the one before, within the scale");
    }
    let uses = |input: &ScaleInput| {
        scale.parts.iter().any(|part| part.times.contains(&input.id) || part.plus.contains(&input.id))
    };
    let unused = scale.inputs.iter().any(|input| !uses(input));
    let single = scale.parts.is_empty() && scale.inputs.len() <= 1;
    if unused && !single {
        table.wrong("an input is counted nowhere", "a `[[scale.part]]` for every input");
    }
}
