use super::private::Private;
use crate::failure::Failure;
use app::recovery::{self, CheckIn};
use app::roster::{Hours, house};
use jiff::Timestamp;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journey::roster::hours::{MinuteOfDay, OpenState, state};

/// How far ahead a day on which the house opens is looked for.
const AHEAD: i64 = 30;

/// Whether somebody at the clinic picks up the telephone at this minute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum House {
    /// The house is open.
    Open,
    /// Nobody reads or picks up now.
    Closed,
}

/// Whether the clinic has dealt with what was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pending {
    /// Somebody still has to answer.
    Waits,
    /// Everything was answered.
    Settled,
}

/// Who is there for an answer, and by when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Cover {
    /// Whether the house is open now.
    pub house: House,
    /// The next day the house opens after the answer: by its close somebody gets back.
    pub reply_by: Option<Date>,
    /// Whether anything of this person still waits.
    pub pending: Pending,
}

impl Cover {
    /// Looks at the hours around an answer, and at what is open for the person.
    pub async fn load(private: &Private, check_in: &CheckIn) -> Result<Self, Failure> {
        let now = private.now();
        let answered = private.world().date_of(check_in.answered_at.unwrap_or(now));
        let patient = check_in.patient;
        let (roster, open) =
            private.read(move |work, _| Ok((house(work)?, recovery::open_for(work, patient)?))).await?;
        let hours = &roster.hours;
        Ok(Self {
            house: house_at(hours, private.zone(), now),
            reply_by: next_open(answered, |day| !hours.house(day).is_empty()),
            pending: if open > 0 { Pending::Waits } else { Pending::Settled },
        })
    }
}

fn house_at(hours: &Hours, zone: &TimeZone, now: Timestamp) -> House {
    let local = now.to_zoned(zone.clone());
    let minute = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
    match MinuteOfDay::new(minute).map(|minute| state(&hours.house(local.date()), minute)) {
        Ok(OpenState::Open { .. }) => House::Open,
        _ => House::Closed,
    }
}

/// The first day after a day on which the house opens.
fn next_open(after: Date, opens: impl Fn(Date) -> bool) -> Option<Date> {
    (1..=AHEAD).map(|days| after.saturating_add(days.days())).find(|day| opens(*day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date};

    #[test]
    fn an_answer_on_a_day_off_waits_for_the_next_open_day_and_never_for_the_same() {
        let weekdays = |day: Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        assert_eq!(next_open(date(2026, 11, 20), weekdays), Some(date(2026, 11, 23)));
        assert_eq!(next_open(date(2026, 11, 22), weekdays), Some(date(2026, 11, 23)));
        assert_eq!(next_open(date(2026, 11, 23), weekdays), Some(date(2026, 11, 24)));
        assert_eq!(next_open(date(2026, 11, 23), |_| false), None);
    }
}
