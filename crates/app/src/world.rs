use crate::outbox::Letters;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journey::booking::Policy;
use journey::id::ClinicId;
use journey::protocol::Library;
use journey::screening::Activation;

/// What a clinic's rules are made of, as it stood when the program started. Nothing in it changes in a day.
pub struct World {
    /// The clinic.
    pub clinic: ClinicId,
    /// The zone that its civil dates and months belong to.
    pub zone: TimeZone,
    /// How patients may book and change their minds.
    pub policy: Policy,
    /// Every protocol, with the vocabulary of facts, products and concerns.
    pub library: Library,
    /// Which weakly supported rules stand from the start: all in the fictional clinic, none in a real one, where
    /// its physicians rule on them one by one.
    pub activation: Activation,
    /// Puts messages into words.
    pub letters: Box<dyn Letters>,
    /// Where patients reach the site, without a slash at the end.
    pub public_url: String,
    /// Whether this is the fictional clinic, whose approvals are its own.
    pub demo: bool,
}

impl World {
    /// The civil date at an instant, in the clinic's zone.
    pub fn date_of(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The first instant of a civil date. Where midnight does not exist, the first instant that does.
    pub fn midnight(&self, day: Date) -> Timestamp {
        day.to_zoned(self.zone.clone())
            .and_then(|zoned| zoned.start_of_day())
            .map_or(Timestamp::MIN, |zoned| zoned.timestamp())
    }

    /// The instant of a minute of the day on the wall clock; 1440 is the next midnight. A minute that the clock
    /// skips is the first instant after the gap.
    pub fn wall(&self, day: Date, minute: u16) -> Timestamp {
        if minute >= 1440 {
            return self.bounds(day).1;
        }
        let (hour, minute) = (i8::try_from(minute / 60).unwrap_or(0), i8::try_from(minute % 60).unwrap_or(0));
        day.at(hour, minute, 0, 0).to_zoned(self.zone.clone()).map_or(Timestamp::MIN, |zoned| zoned.timestamp())
    }

    /// The first instants of a date and of the next.
    pub fn bounds(&self, day: Date) -> (Timestamp, Timestamp) {
        let next = day.tomorrow().unwrap_or(day);
        (self.midnight(day), self.midnight(next))
    }
}
