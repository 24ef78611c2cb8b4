//! In which sense an aspect counts, and what a change of it means.

use super::covers::{facts_cover, signs_cover};
use journey::facts::FactTest;
use journey::kleene::Condition;
use journey::recovery::SignTest;
use serde::Serialize;
use std::collections::BTreeSet;

/// What a change means for patients; the one to look at first comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is allowed, or less is looked at.
    Looser,
    /// Something else is meant; nobody can tell from the file alone whether it is more or less.
    Changed,
    /// Less is allowed, or more is looked at.
    Stricter,
    /// Only how well it is supported.
    EvidenceOnly,
    /// Only how it is said.
    WordingOnly,
}

/// In which sense an aspect counts.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Meaning {
    /// Only how it is said.
    Wording,
    /// Only how well it is supported.
    Evidence,
    /// It counts, and more or less strict has no sense.
    Plain,
    /// More is stricter; values of different scales do not compare.
    Rank(&'static str, i64),
    /// A wider set is stricter.
    Wider(BTreeSet<String>),
    /// A wider set is stricter, and the empty one is everything.
    WiderOrAll(BTreeSet<String>),
    /// A condition that holds more often is stricter.
    Facts(Condition<FactTest>),
    /// A condition that holds more often is stricter.
    Signs(Condition<SignTest>),
    /// A longer span is stricter; open where an end is absent.
    Span(Option<u32>, Option<u32>),
}

impl Meaning {
    /// What it means that this became `now`; both are of one field, and something differs.
    pub fn becomes(&self, now: &Self) -> Direction {
        let wider = |new: bool, old: bool| match (new, old) {
            (true, false) => Direction::Stricter,
            (false, true) => Direction::Looser,
            (true, true) | (false, false) => Direction::Changed,
        };
        match (self, now) {
            (Self::Wording, Self::Wording) => Direction::WordingOnly,
            (Self::Evidence, Self::Evidence) => Direction::EvidenceOnly,
            (Self::Rank(old, before), Self::Rank(new, after)) if old == new => wider(after > before, before > after),
            (Self::Wider(old), Self::Wider(new)) => wider(new.is_superset(old), old.is_superset(new)),
            (Self::WiderOrAll(old), Self::WiderOrAll(new)) => wider(holds_all(new, old), holds_all(old, new)),
            (Self::Facts(old), Self::Facts(new)) => wider(facts_cover(new, old), facts_cover(old, new)),
            (Self::Signs(old), Self::Signs(new)) => wider(signs_cover(new, old), signs_cover(old, new)),
            (Self::Span(old_from, old_to), Self::Span(from, to)) => {
                wider(spans((*from, *to), (*old_from, *old_to)), spans((*old_from, *old_to), (*from, *to)))
            }
            _ => Direction::Changed,
        }
    }

    /// What it means that this stands now where nothing stood, or no longer stands.
    pub fn alone(&self) -> Direction {
        match self {
            Self::Wording => Direction::WordingOnly,
            Self::Evidence => Direction::EvidenceOnly,
            _ => Direction::Changed,
        }
    }
}

fn holds_all(wide: &BTreeSet<String>, narrow: &BTreeSet<String>) -> bool {
    wide.is_empty() || (!narrow.is_empty() && wide.is_superset(narrow))
}

type Ends = (Option<u32>, Option<u32>);

fn spans((from, to): Ends, (inner_from, inner_to): Ends) -> bool {
    let starts = from.is_none_or(|from| inner_from.is_some_and(|inner| from <= inner));
    starts && to.is_none_or(|to| inner_to.is_some_and(|inner| inner <= to))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn more_of_one_scale_is_stricter_and_another_scale_says_nothing() {
        let days = |n| Meaning::Rank("days", n);
        assert_eq!(days(28).becomes(&days(29)), Direction::Stricter);
        assert_eq!(days(28).becomes(&days(27)), Direction::Looser);
        assert_eq!(days(28).becomes(&Meaning::Rank("units", 29)), Direction::Changed);
    }

    #[test]
    fn no_zone_at_all_is_everything_where_the_file_says_so() {
        let (all, one) = (Meaning::WiderOrAll(set(&[])), Meaning::WiderOrAll(set(&["cheek"])));
        assert_eq!(all.becomes(&one), Direction::Looser);
        assert_eq!(one.becomes(&all), Direction::Stricter);
        assert_eq!(one.becomes(&Meaning::WiderOrAll(set(&["chin"]))), Direction::Changed);
        let (none, word) = (Meaning::Wider(set(&[])), Meaning::Wider(set(&["pus"])));
        assert_eq!(none.becomes(&word), Direction::Stricter);
    }

    #[test]
    fn a_window_that_opens_sooner_is_stricter_and_one_that_only_moves_is_changed() {
        let open = Meaning::Span(None, None);
        let late = Meaning::Span(Some(48), None);
        assert_eq!(late.becomes(&open), Direction::Stricter);
        assert_eq!(open.becomes(&late), Direction::Looser);
        assert_eq!(Meaning::Span(Some(0), Some(24)).becomes(&Meaning::Span(Some(1), Some(25))), Direction::Changed);
    }
}
