//! A stretch of days that one rule closes.

use super::reason::{Origin, Reason};
use crate::period::Period;
use jiff::ToSpan;
use jiff::civil::Date;

/// Which of two sessions a wait puts first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum First {
    Neighbour,
    Asked,
}

/// What a wait says about one common day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CommonDay {
    Forbidden,
    InOrder(First),
    Free,
}

/// Which days are closed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stretch {
    /// Those between another session and the end of the wait from it.
    After { on: Date, until: Date },
    /// Those too near before another session.
    Before { on: Date, wait: Period },
    /// Those from the first to just before the last.
    Days { from: Date, until: Date },
}

/// One rule's closed days, and why.
#[derive(Clone, Copy)]
pub(super) struct Hold<'a> {
    pub reason: Reason<'a>,
    pub origin: Origin<'a>,
    pub stretch: Stretch,
    pub common_day: CommonDay,
}

impl Hold<'_> {
    /// The first later day that this hold may admit; none where it admits the day itself.
    pub fn pushes(&self, day: Date) -> Option<Date> {
        match self.stretch {
            Stretch::After { on, until } | Stretch::Days { from: on, until } if day > on => {
                (day < until).then_some(until)
            }
            Stretch::Before { on, wait } if day < on => (wait.after(day) > on).then_some(on),
            Stretch::After { on, .. } | Stretch::Before { on, .. } | Stretch::Days { from: on, .. } if day == on => {
                self.forbids_its_first_day().then(|| self.after_its_first_day())
            }
            Stretch::After { .. } | Stretch::Before { .. } | Stretch::Days { .. } => None,
        }
    }

    /// Whether the day of the other session is closed too; the first of some closed days always is.
    fn forbids_its_first_day(&self) -> bool {
        match self.stretch {
            Stretch::Days { from, until } => from < until,
            Stretch::After { .. } | Stretch::Before { .. } => self.common_day == CommonDay::Forbidden,
        }
    }

    fn after_its_first_day(&self) -> Date {
        match self.stretch {
            Stretch::After { on, until } => until.max(on.saturating_add(1.day())),
            Stretch::Before { on, .. } => on.saturating_add(1.day()),
            Stretch::Days { until, .. } => until,
        }
    }

    /// Whether both may be done on the other session's day, the other one first.
    pub fn lets_the_other_go_first(&self, day: Date) -> bool {
        self.is_of_day(day) && matches!(self.common_day, CommonDay::Free | CommonDay::InOrder(First::Neighbour))
    }

    /// Whether the session that is asked about would have to go first on the other session's day.
    pub fn wants_to_go_first(&self, day: Date) -> bool {
        self.order_on(day) == Some(First::Asked)
    }

    fn is_of_day(&self, day: Date) -> bool {
        matches!(self.stretch, Stretch::After { on, .. } | Stretch::Before { on, .. } if on == day)
    }

    /// Whether a day may hold both sessions if they keep an order, and which goes first.
    pub fn order_on(&self, day: Date) -> Option<First> {
        match (self.stretch, self.common_day) {
            (Stretch::After { on, .. } | Stretch::Before { on, .. }, CommonDay::InOrder(first)) if on == day => {
                Some(first)
            }
            _ => None,
        }
    }
}

/// A day, and which hold moved the search to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Landing {
    pub day: Date,
    /// The place of the hold among all holds; none where the search began there.
    pub pushed_by: Option<usize>,
}

/// The first day from `from` on that every hold admits, jumping from each refusal to the day on which that refusal
/// is over. The calendar's last day is the answer only where the calendar itself ends.
pub(super) fn first_free(holds: &[Hold<'_>], from: Date) -> Landing {
    let mut landing = Landing { day: from, pushed_by: None };
    loop {
        let pushes = holds.iter().enumerate().filter_map(|(place, hold)| Some((hold.pushes(landing.day)?, place)));
        match pushes.max_by_key(|(day, _)| *day) {
            Some((day, place)) if day > landing.day => landing = Landing { day, pushed_by: Some(place) },
            _ => return landing,
        }
    }
}
