use jiff::civil::Date;

use super::entry::{Entry, Slot, Standing, Wish};
use crate::id::StaffId;

/// In what way a time is what somebody waits for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Fit {
    /// The latest day of the course that this time would still keep; none where there is no course, or where its
    /// latest day is past by then.
    pub course: Option<Date>,
    /// The practitioner who was asked for and could serve it; none where anybody may.
    pub practitioner: Option<StaffId>,
}

/// Why a time is not what somebody waits for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, thiserror::Error)]
pub enum Misfit {
    /// Before the first day, after the last, or on a day of the week that was not named.
    #[error("the day is not one of those wished for")]
    OutsideDays,
    /// On such a day, but not between the hours named for it.
    #[error("the hour is not one of those wished for")]
    OutsideHours,
    /// The practitioner who was asked for cannot serve it.
    #[error("the practitioner wished for is not free then")]
    OtherPractitioner,
    /// Not before the visit that is booked.
    #[error("it is not earlier than the visit that is booked")]
    NotEarlier,
}

impl Misfit {
    /// The stable word for the reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OutsideDays => "waitlist-outside-days",
            Self::OutsideHours => "waitlist-outside-hours",
            Self::OtherPractitioner => "waitlist-other-practitioner",
            Self::NotEarlier => "waitlist-not-earlier",
        }
    }
}

/// Whether a time is what somebody waits for. Refuses with the first reason, in the order of [`Misfit`].
pub fn fit(entry: &Entry, slot: &Slot) -> Result<Fit, Misfit> {
    within_wish(&entry.wish, slot)?;
    if entry.wish.practitioner.is_some_and(|wished| !slot.practitioners.contains(&wished)) {
        return Err(Misfit::OtherPractitioner);
    }
    if let Standing::EarlierThan(booked) = entry.standing
        && booked <= slot.starts
    {
        return Err(Misfit::NotEarlier);
    }
    Ok(Fit { course: kept_course(entry.standing, slot.day), practitioner: entry.wish.practitioner })
}

fn within_wish(wish: &Wish, slot: &Slot) -> Result<(), Misfit> {
    if slot.day < wish.from || wish.until < slot.day {
        return Err(Misfit::OutsideDays);
    }
    if wish.days.is_empty() {
        return Ok(());
    }
    let mut hours = wish.days.iter().filter(|(weekday, ..)| *weekday == slot.weekday).peekable();
    if hours.peek().is_none() {
        return Err(Misfit::OutsideDays);
    }
    let holds = hours.any(|&(_, from, until)| from <= slot.minute && slot.minute < until);
    if holds { Ok(()) } else { Err(Misfit::OutsideHours) }
}

fn kept_course(standing: Standing, day: Date) -> Option<Date> {
    match standing {
        Standing::CourseDue(latest) if day <= latest => Some(latest),
        Standing::CourseDue(_) | Standing::NewVisit | Standing::EarlierThan(_) => None,
    }
}
