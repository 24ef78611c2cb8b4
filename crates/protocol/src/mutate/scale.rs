//! Scales and how they score, changed.

use super::Mutant;
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::decimal;
use super::variant::{Variant, each, within, without_one};
use crate::cases::Part;
use journey::facts::Decimal;
use journey::outcome::{Band, Better, Scale, ScaleInput, ScalePart, Step};
use journey::protocol::{Library, Protocol};

/// Every scale of a protocol. How a scale scores is the same in every protocol: it is changed in the first alone.
pub(super) fn mutants(library: &Library, protocol: &Protocol) -> Vec<Mutant> {
    let scales = List {
        part: Some(Part::Outcome),
        word: "scale",
        items: |protocol| &mut protocol.scales,
        name: |scale| scale.id.to_string(),
        variants: |scale, _| [judging(scale), scoring(scale)].concat(),
        unseen: |scale, _, _| kept_for_record(&scale.evidence),
    };
    let is_scored_elsewhere = |mutant: &Mutant| {
        let first = library.iter().find(|one| one.scales.iter().any(|scale| is_of(mutant, scale)));
        is_scoring(mutant) && first.is_some_and(|first| first.id != protocol.id)
    };
    scales.mutants(protocol).into_iter().filter(|mutant| !is_scored_elsewhere(mutant)).collect()
}

const SCORING: [&str; 3] = ["inputs", "parts", "bands"];

fn is_of(mutant: &Mutant, scale: &Scale) -> bool {
    mutant.what.split('.').nth(1) == Some(scale.id.as_str())
}

fn is_scoring(mutant: &Mutant) -> bool {
    mutant.what.split('.').nth(2).is_some_and(|word| SCORING.iter().any(|scoring| word.starts_with(scoring)))
}

/// How two scores are compared.
fn judging(scale: &Scale) -> Vec<Variant<Scale>> {
    let (word, better) = match scale.better {
        Better::Lower => ("higher", Better::Higher),
        Better::Higher => ("lower", Better::Lower),
    };
    let turned = Variant::new(format!("-> {word}"), better);
    let mut found = vec![turned.within("better", |better| Scale { better, ..scale.clone() })];
    let mut noises = decimal(scale.noise);
    noises.retain(|variant| variant.value.in_thousandths() >= 0);
    found.extend(within(noises, "noise", |noise| Scale { noise, ..scale.clone() }));
    found.extend(within(decimal(scale.min), "min", |min| Scale { min, ..scale.clone() }));
    found.extend(within(decimal(scale.max), "max", |max| Scale { max, ..scale.clone() }));
    found
}

/// How a score is made, and what it means.
fn scoring(scale: &Scale) -> Vec<Variant<Scale>> {
    let inputs = each(&scale.inputs, input);
    let mut found = within(inputs, "inputs", |inputs| Scale { inputs, ..scale.clone() });
    let parts = [each(&scale.parts, part), without_one(&scale.parts)].concat();
    found.extend(within(parts, "parts", |parts| Scale { parts, ..scale.clone() }));
    let bands = [each(&scale.bands, band), without_one(&scale.bands)].concat();
    found.extend(within(bands, "bands", |bands| Scale { bands, ..scale.clone() }));
    found
}

fn input(is: &ScaleInput) -> Vec<Variant<ScaleInput>> {
    let mut found = within(decimal(is.max), "max", |max| ScaleInput { max, ..is.clone() });
    let least = decimal(is.min);
    found.extend(within(least, "min", |min| ScaleInput { min, ..is.clone() }));
    let mut steps = [each(&is.steps, |one| step(*one)), without_one(&is.steps)].concat();
    steps.retain(|variant| could_be_written(is, &variant.value));
    found.extend(within(steps, "steps", |steps| ScaleInput { steps, ..is.clone() }));
    found
}

/// What the reader of the file would refuse needs no case.
fn could_be_written(input: &ScaleInput, steps: &[Step]) -> bool {
    let begins = steps.first().is_some_and(|first| first.at_least == input.min);
    begins && steps.is_sorted_by(|low, high| low.at_least < high.at_least)
}

fn step(is: Step) -> Vec<Variant<Step>> {
    let mut found = within(decimal(is.at_least), "at_least", |at_least| Step { at_least, ..is });
    found.extend(within(decimal(is.score), "score", |score| Step { score, ..is }));
    found
}

fn part(is: &ScalePart) -> Vec<Variant<ScalePart>> {
    let mut found = within(decimal(is.weight), "weight", |weight: Decimal| ScalePart { weight, ..is.clone() });
    found.extend(within(without_one(&is.times), "times", |times| ScalePart { times, ..is.clone() }));
    found.extend(within(without_one(&is.plus), "plus", |plus| ScalePart { plus, ..is.clone() }));
    found
}

fn band(is: &Band) -> Vec<Variant<Band>> {
    within(decimal(is.from), "from", |from| Band { from, ..is.clone() })
}
