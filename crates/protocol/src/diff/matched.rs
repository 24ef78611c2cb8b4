//! Which statement of one version is which of the other.

use crate::statements::{Direction, KnownBy, Statement};

/// A statement in the old version, in the new one, or in both.
pub(super) enum Pair {
    Removed(Statement),
    Added(Statement),
    Both(Statement, Statement),
}

/// Every statement once: those of the new version in reading order, then those that are gone.
pub(super) fn pairs(old: Vec<Statement>, new: Vec<Statement>) -> Vec<Pair> {
    let mut gone: Vec<Option<Statement>> = old.into_iter().map(Some).collect();
    let mut found: Vec<(Statement, Option<Statement>)> = new
        .into_iter()
        .map(|now| {
            let before = take(&mut gone, |before| is_same(before, &now));
            (now, before)
        })
        .collect();
    for (now, before) in found.iter_mut().filter(|(now, before)| before.is_none() && now.known_by == KnownBy::Words) {
        *before = take(&mut gone, |before| differs_in_words_only(before, now));
    }
    let kept = found.into_iter().map(|(now, before)| match before {
        Some(before) => Pair::Both(before, now),
        None => Pair::Added(now),
    });
    kept.chain(gone.into_iter().flatten().map(Pair::Removed)).collect()
}

fn take(from: &mut [Option<Statement>], fits: impl Fn(&Statement) -> bool) -> Option<Statement> {
    from.iter_mut().find(|slot| slot.as_ref().is_some_and(&fits)).and_then(Option::take)
}

fn is_same(before: &Statement, now: &Statement) -> bool {
    let named = match now.known_by {
        KnownBy::Name => before.id == now.id,
        KnownBy::Words => before.title.ja == now.title.ja || before.title.en == now.title.en,
    };
    before.part == now.part && named
}

fn differs_in_words_only(before: &Statement, now: &Statement) -> bool {
    let counts = |statement: &Statement| -> Vec<_> {
        let counting = statement.aspects.iter().filter(|aspect| aspect.meaning.alone() != Direction::WordingOnly);
        counting.map(|aspect| (aspect.field, aspect.text.clone())).collect()
    };
    before.part == now.part && counts(before) == counts(now)
}
