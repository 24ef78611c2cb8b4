//! Why a course cannot be planned: a smallest set of rules that collide, and what easing each of them would allow.

mod relaxed;
mod rules;
mod smallest;
mod words;

use super::course::CourseFile;
use crate::watch::Watch;
use journey::text::Lang;
use journey::tree::Tree;
pub(super) use relaxed::{Relaxed, Terms};
pub use rules::Rule;
use rules::rules_of;
use smallest::smallest;

/// What easing a rule would allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Then the whole course can be planned.
    Whole,
    /// Then these rules agree, but others still collide.
    Part,
    /// Then these rules agree; whether others collide was not found out in time.
    Unknown,
}

/// A way out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Relief {
    /// The rule to be eased.
    pub rule: Rule,
    /// By how many days at the least; none where it has to be dropped.
    pub by: Option<u32>,
    /// What that would allow.
    pub outcome: Outcome,
}

/// Rules that cannot be kept together; without any one of them they could.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Collision {
    /// The series that they are about, by their places.
    pub series: Vec<usize>,
    /// Each with what easing it would allow.
    pub reliefs: Vec<Relief>,
    /// Whether that is the least number of rules of these series that collide.
    pub fewest: Fewest,
}

/// What is known of how few rules collide.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fewest {
    /// No fewer rules about the same series collide.
    Proven,
    /// None of them can be left out; whether fewer others collide was not found out in time.
    Irreducible,
}

impl Collision {
    /// Finds out why a file that has no plan has none; nothing where time runs out first.
    ///
    /// The series are as few as can be; of the rules about them the fewest that collide are told, unless time runs
    /// out before that is known.
    pub fn of(file: &CourseFile, watch: &dyn Watch) -> Option<Self> {
        let terms = Terms::of(file);
        let series = fewest_series(&terms, watch)?;
        let rules = rules_of(file, &series);
        let (kept, fewest) = smallest(&terms, &series, &rules, watch);
        let reliefs = kept.iter().map(|&rule| relief(&terms, &series, &kept, rule, watch)).collect();
        Some(Self { series, reliefs, fewest })
    }

    /// The collision in words.
    pub fn tell(&self, file: &CourseFile, lang: Lang) -> Tree {
        words::tell(file, self, lang)
    }
}

/// The fewest series that have no plan together.
fn fewest_series(terms: &Terms<'_>, watch: &dyn Watch) -> Option<Vec<usize>> {
    let count = terms.file.series.len();
    let fails = |series: &[usize]| terms.possible(series, &Relaxed::default(), watch) == Some(false);
    if let Some(one) = (0..count).find(|&one| fails(&[one])) {
        return Some(vec![one]);
    }
    let pairs = || (0..count).flat_map(|one| (one + 1..count).map(move |other| vec![one, other]));
    if let Some(pair) = pairs().find(|pair| fails(pair)) {
        return Some(pair);
    }
    let mut series: Vec<usize> = (0..count).collect();
    if !fails(&series) {
        return None;
    }
    for one in 0..count {
        let fewer: Vec<usize> = series.iter().copied().filter(|other| *other != one).collect();
        if fails(&fewer) {
            series = fewer;
        }
    }
    Some(series)
}

/// By how much a rule has to be eased for the set to agree, and what that makes of the whole course.
fn relief(terms: &Terms<'_>, series: &[usize], kept: &[Rule], rule: Rule, watch: &dyn Watch) -> Relief {
    let others = rules_of(terms.file, series).into_iter().filter(|one| !kept.contains(one));
    let mut relaxed = Relaxed { lifted: others.collect(), eased: None };
    let by = rule.most_days(terms.file).and_then(|most| {
        let mut agrees = |by: u32| {
            relaxed.eased = Some((rule, by));
            terms.possible(series, &relaxed, watch) == Some(true)
        };
        let (mut low, mut high) = (1, 1);
        while high < most && !agrees(high) {
            (low, high) = (high + 1, (high * 3).min(most));
        }
        if high > most || (high == most && !agrees(high)) {
            return None;
        }
        while low < high {
            let middle = low + (high - low) / 2;
            if agrees(middle) { high = middle } else { low = middle + 1 }
        }
        Some(high)
    });
    let mut alone = Relaxed::default();
    match by {
        Some(by) => alone.eased = Some((rule, by)),
        None => drop(alone.lifted.insert(rule)),
    }
    let all: Vec<usize> = (0..terms.file.series.len()).collect();
    let outcome = match terms.possible(&all, &alone, watch) {
        Some(true) => Outcome::Whole,
        Some(false) => Outcome::Part,
        None => Outcome::Unknown,
    };
    Relief { rule, by, outcome }
}
