use crate::filled::Filled;
use app::course::plan::{Chosen, Turn};
use jiff::Timestamp;
use journey::course::{Firmness, PartOfDay, Wishes};

/// What a form of the plan asks for.
#[derive(Debug)]
pub(crate) struct Sent {
    /// What suits.
    pub wishes: Wishes,
    /// What becomes of later sessions.
    pub turn: Turn,
    /// The sessions that are accepted; none where one cannot be read.
    pub chosen: Option<Vec<Chosen>>,
}

/// Reads a form of the plan. What is not known is as if it were not ticked.
pub(crate) fn sent(filled: &Filled) -> Sent {
    let weekdays = filled.all("weekday").filter_map(|day| day.parse().ok()).filter(|day| (1..=7).contains(day));
    let parts = PartOfDay::ALL.into_iter().filter(|part| filled.all("part").any(|word| word == part.code()));
    Sent {
        wishes: Wishes {
            weekdays: weekdays.collect(),
            parts: parts.collect(),
            practitioner: filled.get("person").parse().ok(),
            firmness: if filled.get("firmness") == Firmness::Only.code() { Firmness::Only } else { Firmness::Rather },
        },
        turn: if filled.get("turn") == Turn::Ask.code() { Turn::Ask } else { Turn::Book },
        chosen: filled.all("session").map(chosen).collect(),
    }
}

fn chosen(written: &str) -> Option<Chosen> {
    let (session, rest) = written.split_once('@')?;
    let (starts, person) = rest.split_once('@')?;
    let starts = Timestamp::from_microsecond(starts.parse().ok()?).ok()?;
    let practitioner = if person.is_empty() { None } else { Some(person.parse().ok()?) };
    Some(Chosen { session: session.parse().ok()?, starts, practitioner })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_as_if_it_were_not_ticked() {
        let filled =
            Filled::of(&[("weekday", "6"), ("weekday", "8"), ("weekday", "x"), ("part", "evening"), ("part", "night")]);
        let Sent { wishes, turn, .. } = sent(&filled);
        assert_eq!((wishes.weekdays, wishes.parts), (vec![6], vec![PartOfDay::Evening]));
        assert_eq!((wishes.firmness, turn), (Firmness::Rather, Turn::Book));
    }

    #[test]
    fn one_session_that_cannot_be_read_spoils_the_whole_plan() {
        let good = "01a21a85-18e0-7001-a9fa-7b9deaa8944b@1796346000000000@";
        assert_eq!(sent(&Filled::of(&[("session", good)])).chosen.map(|all| all.len()), Some(1));
        for bad in ["", "x@1@", "01a21a85-18e0-7001-a9fa-7b9deaa8944b@x@", "01a21a85-18e0-7001-a9fa-7b9deaa8944b@1"] {
            assert_eq!(sent(&Filled::of(&[("session", good), ("session", bad)])).chosen, None, "{bad}");
        }
    }
}
