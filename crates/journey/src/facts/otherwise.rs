//! Which other answer would make a condition not hold.

use super::{AsOf, Comparison, Decimal, Fact, FactKind, FactTest, FactValue};
use crate::kleene::{Condition, Truth};
use crate::slug::FactId;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize, Serializer};

/// An answer that would make a difference, or all answers of a stretch.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Becomes {
    /// This answer.
    Is(FactValue),
    /// Any number within the limits.
    Number(#[serde(serialize_with = "sparse")] Comparison),
    /// Any day of a stretch, its ends included; open where an end is absent.
    Day {
        /// From this day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Date>,
        /// Up to this day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<Date>,
    },
    /// Certain zones: what was found then speaks only of those.
    Somewhere,
}

/// Limits without those that are absent.
fn sparse<S: Serializer>(limits: &Comparison, to: S) -> Result<S::Ok, S::Error> {
    let sides =
        [("at_least", limits.at_least), ("above", limits.above), ("at_most", limits.at_most), ("below", limits.below)];
    to.collect_map(sides.into_iter().filter_map(|(side, limit)| Some((side, limit?))))
}

impl Condition<FactTest> {
    /// The answers to one fact that would make this condition, which holds, not hold. Where other answers keep it
    /// holding all the same, the answers that would take away what this fact adds to it; none where the fact adds
    /// nothing, or is not known.
    pub fn otherwise(&self, fact: &FactId, known: &AsOf<'_>) -> Vec<Becomes> {
        let (Some(question), Some(_)) = (known.vocabulary.get(fact), known.value(fact)) else {
            return Vec::new();
        };
        let tests: Vec<&FactTest> = self.tests().into_iter().filter(|test| test.fact() == fact).collect();
        let alone = stretches(question, &tests, known, &|value| self.with(fact, value, known) != Truth::True);
        if !alone.is_empty() {
            return alone;
        }
        let read = self.read(known);
        let adds: Vec<&FactTest> =
            read.decisive().into_iter().map(|leaf| &leaf.test).filter(|test| test.fact() == fact).collect();
        let taken_away =
            |value: &FactValue| adds.iter().all(|test| test.judge(value, known.reckoned) != test.holds(known));
        if adds.is_empty() { Vec::new() } else { stretches(question, &tests, known, &taken_away) }
    }

    /// What the condition would be with another answer to one fact.
    fn with(&self, fact: &FactId, value: &FactValue, known: &AsOf<'_>) -> Truth {
        self.evaluate(&|test| {
            if test.fact() == fact { test.judge(value, known.reckoned) } else { test.holds(known) }
        })
    }
}

/// Every possible answer that `wanted` accepts, neighbours told together.
fn stretches(
    question: &Fact,
    tests: &[&FactTest],
    known: &AsOf<'_>,
    wanted: &impl Fn(&FactValue) -> bool,
) -> Vec<Becomes> {
    let is = |values: Vec<FactValue>| values.into_iter().filter(|value| wanted(value)).map(Becomes::Is).collect();
    match &question.kind {
        FactKind::YesNo => is(vec![FactValue::Yes, FactValue::No]),
        FactKind::Choice(choices) => is(choices.iter().map(|choice| FactValue::Choice(choice.id.clone())).collect()),
        FactKind::Zones(_) => is(vec![FactValue::NOWHERE]),
        FactKind::Number { min, max, .. } => {
            let turns = turning_numbers(tests);
            let holds = |number: &Decimal| wanted(&FactValue::Number(*number));
            let runs = runs(beside(&turns, *min, *max), holds);
            runs.into_iter().map(|run| Becomes::Number(limits(run, &turns, *min, *max))).collect()
        }
        FactKind::Date { never } => {
            let never = is(never.iter().map(|_| FactValue::Never).collect::<Vec<_>>());
            never.into_iter().chain(days(tests, known, wanted)).collect()
        }
    }
}

/// Stretches of neighbouring samples that are wanted, as first and last.
fn runs<T: Copy + PartialEq>(samples: Vec<T>, wanted: impl Fn(&T) -> bool) -> Vec<(T, T)> {
    let mut runs: Vec<(T, T)> = Vec::new();
    let mut last = None;
    for sample in samples {
        if !wanted(&sample) {
            last = None;
            continue;
        }
        match (last, runs.last_mut()) {
            (Some(_), Some(run)) => run.1 = sample,
            _ => runs.push((sample, sample)),
        }
        last = Some(sample);
    }
    runs
}

/// The numbers at which a test turns.
fn turning_numbers(tests: &[&FactTest]) -> Vec<Decimal> {
    let limits = tests.iter().filter_map(|test| match test {
        FactTest::Compare { limits, .. } => Some([limits.at_least, limits.at_most, limits.above, limits.below]),
        FactTest::Is { .. } | FactTest::OneOf { .. } | FactTest::Within { .. } => None,
    });
    limits.flatten().flatten().collect()
}

/// Each turning number with its neighbours, and both ends.
fn beside(turns: &[Decimal], min: Decimal, max: Decimal) -> Vec<Decimal> {
    let mut samples: Vec<Decimal> = turns.iter().flat_map(|turn| [step(*turn, -1), *turn, step(*turn, 1)]).collect();
    samples.extend([min, max]);
    samples.retain(|number| (min..=max).contains(number));
    samples.sort_unstable();
    samples.dedup();
    samples
}

const fn step(number: Decimal, thousandths: i64) -> Decimal {
    Decimal::thousandths(number.in_thousandths().saturating_add(thousandths))
}

fn limits((first, last): (Decimal, Decimal), turns: &[Decimal], min: Decimal, max: Decimal) -> Comparison {
    let (opens, closes) = (turns.contains(&first), turns.contains(&last));
    Comparison {
        at_least: (first > min && opens).then_some(first),
        above: (first > min && !opens).then(|| step(first, -1)),
        at_most: (last < max && closes).then_some(last),
        below: (last < max && !closes).then(|| step(last, 1)),
    }
}

fn days(tests: &[&FactTest], known: &AsOf<'_>, wanted: &impl Fn(&FactValue) -> bool) -> Vec<Becomes> {
    let mut samples = vec![known.reckoned];
    for test in tests {
        if let FactTest::Within { period, .. } = test {
            let over = period.before(known.reckoned);
            samples.extend([over, over.saturating_add(1.day())]);
        }
    }
    samples.sort_unstable();
    samples.dedup();
    let (earliest, latest) = (samples.first().copied(), samples.last().copied());
    let told = |(from, to): (Date, Date)| Becomes::Day {
        from: (Some(from) != earliest).then_some(from),
        to: (Some(to) != latest).then_some(to),
    };
    runs(samples, |day| wanted(&FactValue::Date(*day))).into_iter().map(told).collect()
}
