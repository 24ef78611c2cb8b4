//! One statement that is not what it was.

use super::matched::Pair;
use crate::statements::{Adding, Aspect, Direction, Field, Meaning, Part, Stage, Statement};
use journey::evidence::Force;
use journey::text::Bilingual;
use serde::Serialize;

/// What happened to a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Removed,
    /// It says something else.
    Changed,
}

/// One thing that a statement says otherwise than before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct AspectChange {
    /// What it is called.
    pub field: Field,
    /// What the change means.
    pub direction: Direction,
    /// What stood there.
    pub before: Option<Bilingual>,
    /// What stands there.
    pub after: Option<Bilingual>,
}

/// A statement that is not what it was.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Change {
    /// Its stage.
    pub stage: Stage,
    /// Its kind.
    pub part: Part,
    /// Its name within its kind; its number there where the file gives no name.
    pub id: String,
    /// What it says now, or said last.
    pub title: Bilingual,
    /// What happened.
    pub what: What,
    /// What that means: the gravest of what changed in it.
    pub direction: Direction,
    /// What it says otherwise, the gravest first; everything it says where it was added or removed.
    pub details: Vec<AspectChange>,
    /// How serious the statement is among its kind.
    #[serde(skip)]
    pub(super) weight: u8,
}

pub(super) fn of(pair: &Pair) -> Option<Change> {
    match pair {
        Pair::Added(now) => Some(alone(now, What::Added)),
        Pair::Removed(before) => Some(alone(before, What::Removed)),
        Pair::Both(before, now) => both(before, now),
    }
}

fn alone(statement: &Statement, what: What) -> Change {
    let direction = match (statement.force, statement.part.adding(), what) {
        (Force::KeptForRecord, ..) | (_, Adding::Supports, _) => Direction::EvidenceOnly,
        (Force::Acts, Adding::Restricts, What::Added) => Direction::Stricter,
        (Force::Acts, Adding::Restricts, What::Removed) => Direction::Looser,
        (Force::Acts, Adding::Restricts, What::Changed) | (Force::Acts, Adding::Unclear, _) => Direction::Changed,
    };
    let details = statement.aspects.iter().map(|aspect| {
        let text = Some(aspect.text.clone());
        let (before, after) = if what == What::Removed { (text, None) } else { (None, text) };
        AspectChange { field: aspect.field, direction, before, after }
    });
    Change { details: details.collect(), ..made(statement, what, direction) }
}

fn made(statement: &Statement, what: What, direction: Direction) -> Change {
    Change {
        stage: statement.part.stage(),
        part: statement.part,
        id: statement.id.clone(),
        title: statement.title.clone(),
        what,
        direction,
        details: Vec::new(),
        weight: statement.weight,
    }
}

fn both(before: &Statement, now: &Statement) -> Option<Change> {
    let asleep = before.force == Force::KeptForRecord && now.force == Force::KeptForRecord;
    let kept = now.aspects.iter().filter_map(|aspect| step(before.aspect(aspect.field), Some(aspect)));
    let lost = before.aspects.iter().filter(|aspect| now.aspect(aspect.field).is_none());
    let mut details: Vec<AspectChange> = kept.chain(lost.filter_map(|aspect| step(Some(aspect), None))).collect();
    if asleep {
        details.iter_mut().for_each(|detail| detail.direction = detail.direction.max(Direction::EvidenceOnly));
    }
    details.sort_by_key(|detail| detail.direction);
    let direction = details.first()?.direction;
    let weight = before.weight.max(now.weight);
    Some(Change { details, weight, ..made(now, What::Changed, direction) })
}

fn step(before: Option<&Aspect>, now: Option<&Aspect>) -> Option<AspectChange> {
    let (field, direction) = match (before, now) {
        (Some(before), Some(now)) if before.text == now.text && before.meaning == now.meaning => return None,
        (Some(before), Some(now)) => (now.field, before.meaning.becomes(&now.meaning)),
        (Some(one), None) | (None, Some(one)) => (one.field, Meaning::alone(&one.meaning)),
        (None, None) => return None,
    };
    let text = |aspect: Option<&Aspect>| aspect.map(|aspect| aspect.text.clone());
    Some(AspectChange { field, direction, before: text(before), after: text(now) })
}
