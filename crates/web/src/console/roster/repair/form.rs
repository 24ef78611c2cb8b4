use crate::filled::Filled;
use app::Token;
use app::roster::repair::{Move, Wish, Wishes};
use jiff::Timestamp;
use journey::id::{ResourceId, VisitId};

/// The word for a visit that stays until somebody has called.
pub(super) const CALL: &str = "call";

/// What the person at the screen wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    /// A first proposal.
    First,
    /// The proposal again, with something decided otherwise.
    Again,
    /// What was looked at, kept.
    Keep,
}

/// What a form of the proposal says.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    pub step: Step,
    pub wishes: Wishes,
    pub moves: Vec<Move>,
    pub request: Option<Token>,
}

/// Reads the form. Kept is only what was looked at: where a choice differs from what the page showed, it is computed
/// and shown again first.
pub(super) fn decided(filled: &Filled) -> Decided {
    let visits: Vec<VisitId> = filled.all("visit").filter_map(|text| text.parse().ok()).collect();
    let is_changed = |visit: &VisitId| filled.get(&choice_of(*visit)) != filled.get(&shown_of(*visit));
    let step = match filled.get("step") {
        "keep" if !visits.iter().any(is_changed) => Step::Keep,
        "" => Step::First,
        _ => Step::Again,
    };
    let wish = |visit: &VisitId| Some((*visit, wish(filled.get(&choice_of(*visit)))?));
    Decided {
        step,
        wishes: visits.iter().filter_map(wish).collect(),
        moves: filled.all("move").filter_map(read_move).collect(),
        request: Token::parse(filled.get("request")),
    }
}

/// The field in which a visit's time is chosen.
pub(super) fn choice_of(visit: VisitId) -> String {
    format!("choice-{visit}")
}

/// The field that says which choice the page showed.
pub(super) fn shown_of(visit: VisitId) -> String {
    format!("shown-{visit}")
}

/// Whether a field belongs to the change of the roster, not to the proposal.
pub(super) fn is_of_the_change(name: &str) -> bool {
    !["visit", "move", "request", "step", "seen"].contains(&name)
        && !["choice-", "shown-"].iter().any(|start| name.starts_with(start))
}

/// A time with somebody, as a choice is sent.
pub(super) fn written(starts: Timestamp, who: ResourceId) -> String {
    format!("{}@{who}", starts.as_microsecond())
}

fn wish(text: &str) -> Option<Wish> {
    if text == CALL {
        return Some(Wish::Stay);
    }
    let (starts, who) = text.split_once('@')?;
    Some(Wish::At { starts: instant(starts)?, who: who.parse().ok()? })
}

/// A move as the page carries it.
pub(super) fn written_move(one: &Move) -> String {
    let lanes: Vec<String> = one.lanes.iter().map(|(id, lane)| format!("{id}.{lane}")).collect();
    format!("{} {} {} {}", one.visit, one.version, one.starts.as_microsecond(), lanes.join(","))
}

fn read_move(text: &str) -> Option<Move> {
    let mut parts = text.split(' ');
    let (visit, version) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let starts = instant(parts.next()?)?;
    let lane = |text: &str| {
        let (id, lane) = text.split_once('.')?;
        Some((id.parse().ok()?, lane.parse().ok()?))
    };
    let lanes = parts.next().unwrap_or_default().split(',').filter(|text| !text.is_empty());
    Some(Move { visit, version, starts, lanes: lanes.map(lane).collect::<Option<_>>()? })
}

fn instant(text: &str) -> Option<Timestamp> {
    Timestamp::from_microsecond(text.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const VISIT: &str = "0196a000-0000-7000-8000-000000000001";
    const WHO: &str = "0196a000-0000-7000-8000-000000000002";

    fn form(step: &str, choice: &str, shown: &str) -> Decided {
        let (chosen, was) = (format!("choice-{VISIT}"), format!("shown-{VISIT}"));
        decided(&Filled::of(&[("visit", VISIT), (&chosen, choice), (&was, shown), ("step", step)]))
    }

    #[test]
    fn a_move_is_read_as_it_was_written() {
        let lanes = vec![(WHO.parse().unwrap(), 0), (VISIT.parse().unwrap(), 2)];
        let one = Move { visit: VISIT.parse().unwrap(), version: 3, starts: Timestamp::UNIX_EPOCH, lanes };
        assert_eq!(read_move(&written_move(&one)), Some(one));
        assert_eq!(read_move("nonsense"), None);
    }

    #[test]
    fn only_what_the_page_showed_can_be_kept() {
        let (shown, other) = (format!("5@{WHO}"), format!("6@{WHO}"));
        assert_eq!(form("keep", &shown, &shown).step, Step::Keep);
        assert_eq!(form("keep", &other, &shown).step, Step::Again);
        assert_eq!(form("again", &shown, &shown).step, Step::Again);
        assert_eq!(form("", "", "").step, Step::First);
    }

    #[test]
    fn a_choice_is_a_time_with_somebody_or_to_call_or_nothing() {
        let of = |choice: &str| form("again", choice, "").wishes.into_values().next();
        let starts = Timestamp::from_microsecond(5).unwrap();
        assert_eq!(of(&format!("5@{WHO}")), Some(Wish::At { starts, who: WHO.parse().unwrap() }));
        assert_eq!(of("call"), Some(Wish::Stay));
        assert_eq!((of("5"), of("")), (None, None));
    }

    #[test]
    fn what_belongs_to_the_proposal_is_not_carried_as_part_of_the_change() {
        assert!(["change", "starts-day", "reason"].into_iter().all(is_of_the_change));
        assert!(!["visit", "move", "step", "seen", "request", "choice-x", "shown-x"].into_iter().any(is_of_the_change));
    }
}
