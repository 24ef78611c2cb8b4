//! Booking on the pages, on the telephone and at the desk, and what becomes of bookings.

use super::agenda::{Coming, Event, Way, Who, Wish};
use super::people::Story;
use super::stage::Stage;
use app::booking::{self, Booking, By, ByStaff, Caller, Hold, Outcome, Visit, Wanted};
use app::{AppError, Refusal, screening};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::booking::Origin;
use journey::facts::Facts;

impl Stage {
    /// Somebody books, if a time suits.
    pub(super) fn ask(&mut self, at: Timestamp, wish: &Wish) -> Result<(), AppError> {
        let Some(starts) = self.free_time(at, wish)? else { return Ok(()) };
        let visit = match wish.way {
            Way::Web => self.book_on_the_web(at, wish, starts)?,
            Way::Phone => self.book_at_the_desk(wish.who, wish.service, starts, Origin::Phone)?,
            Way::WalkIn => self.book_at_the_desk(wish.who, wish.service, starts, Origin::WalkIn)?,
        };
        if let Some(visit) = visit {
            self.expect(wish.who, &visit);
        }
        Ok(())
    }

    /// A time that suits, on the first day from the wished one that has any.
    fn free_time(&mut self, at: Timestamp, wish: &Wish) -> Result<Option<Timestamp>, AppError> {
        let soon = match wish.way {
            Way::WalkIn => at,
            Way::Web | Way::Phone => at.checked_add(jiff::SignedDuration::from_hours(3)).unwrap_or(at),
        };
        let days: Vec<Date> = self.open_days.range(wish.from..).take(8).copied().collect();
        for day in days {
            let mut times = self.times(wish.service, day)?;
            times.retain(|time| *time > soon);
            let found = if wish.way == Way::WalkIn { times.first() } else { self.chance.one(&times) };
            if found.is_some() {
                return Ok(found.copied());
            }
        }
        Ok(None)
    }

    /// The free times for a service on a day.
    pub(super) fn times(&self, service: &str, day: Date) -> Result<Vec<Timestamp>, AppError> {
        let wanted = wanted(service);
        let found = self.by("ueno", move |work| booking::day(work, &wanted, day))?;
        Ok(found.into_iter().map(|time| time.starts).collect())
    }

    fn book_on_the_web(&mut self, at: Timestamp, wish: &Wish, starts: Timestamp) -> Result<Option<Visit>, AppError> {
        let person = self.people[wish.who].clone();
        let command = Hold { wanted: wanted(wish.service), starts, language: person.lang, request: None };
        let (token, _) = match self.by_visitor(move |work| booking::hold(work, &command)) {
            Err(AppError::Refused(Refusal::TimeTaken { .. })) => return Ok(None),
            held => held?,
        };
        let minutes = self.chance.between(2, 12);
        let then = self.after(at, minutes);
        let answers = self.answers_online(wish, then)?;
        let form = Booking { token, details: person.details, answers, wish: String::new(), language: person.lang };
        match self.by_visitor(move |work| booking::confirm(work, &form))? {
            Outcome::Booked(done) => Ok(Some(done.visit)),
            Outcome::NotBefore { .. } | Outcome::NotOnline { .. } => Ok(None),
        }
    }

    /// What somebody answers to the one screen of questions; one in six leaves something blank.
    fn answers_online(&mut self, wish: &Wish, at: Timestamp) -> Result<Facts, AppError> {
        let service = wish.service;
        let asked = self.by_visitor(move |work| screening::questions_for_service(work, service))?;
        let blank = self.chance.percent(16);
        let on = self.app.world().date_of(at);
        let Some(protocol) = self.protocol(service) else { return Ok(Facts::new()) };
        let items = asked.questionnaire.items.iter().skip(usize::from(blank));
        Ok(self.people[wish.who].answers(protocol, items.flat_map(|item| item.facts()), on))
    }

    /// Reception books. Too early, taken or a clash with another visit of the same person: then not.
    pub(super) fn book_at_the_desk(
        &mut self,
        who: Who,
        service: &str,
        starts: Timestamp,
        origin: Origin,
    ) -> Result<Option<Visit>, AppError> {
        let person = &self.people[who];
        let patient = match person.id {
            Some(id) => Caller::Known(id),
            None => Caller::New(person.details.clone()),
        };
        let command = ByStaff {
            patient,
            service: service.to_owned(),
            starts,
            practitioner: None,
            origin,
            language: person.lang,
            wish: String::new(),
            request: None,
        };
        match self.by("ueno", move |work| booking::book_by_staff(work, &command)) {
            Ok(booked) => Ok(Some(booked.visit)),
            Err(AppError::Refused(Refusal::TimeTaken { .. } | Refusal::TooSoon(_) | Refusal::ClaimsOverlap)) => {
                Ok(None)
            }
            Err(other) => Err(other),
        }
    }

    /// Plans what becomes of a booking: most come, some call off, some do not come.
    pub(super) fn expect(&mut self, who: Who, visit: &Visit) {
        let coming = self.coming(who, visit);
        let story = self.people[who].story;
        let ahead = coming.starts.duration_since(self.app.now()).as_hours();
        if story == Story::NoShow || (story == Story::Usual && self.chance.percent(3)) {
            let noted = after(coming.starts, 25);
            self.plan(noted, Event::Miss(coming));
        } else if story == Story::Usual && ahead > 72 && self.chance.percent(5) {
            let before = self.chance.between(26 * 60, 60 * 60);
            self.plan(after(coming.starts, -before), Event::CallOff(coming));
        } else {
            let late = self.chance.percent(6);
            let minutes = if late { self.chance.between(4, 14) } else { -self.chance.between(1, 12) };
            self.plan(after(coming.starts, minutes), Event::Arrive(coming));
        }
    }

    /// A patient calls a visit off in time; some come another day.
    pub(super) fn call_off(&mut self, coming: &Coming) -> Result<(), AppError> {
        let visit = coming.visit;
        self.by_visitor(move |work| booking::cancel(work, visit, By::Patient))?;
        if self.chance.percent(60) {
            let from = self.app.world().date_of(coming.starts).saturating_add(self.chance.between(2, 12).days());
            let (who, service) = (coming.who, self.people[coming.who].service);
            let later = after(self.app.now(), 20);
            self.plan(later, Event::Ask(Wish { who, way: Way::Phone, service, from }));
        }
        Ok(())
    }

    /// Reception notes that somebody did not come.
    pub(super) fn miss(&mut self, coming: &Coming) -> Result<(), AppError> {
        let visit = coming.visit;
        self.by("ueno", move |work| booking::no_show(work, visit)).map(drop)
    }
}

fn wanted(service: &str) -> Wanted {
    Wanted { service: service.to_owned(), practitioner: None, moving: None }
}

/// So many minutes after an instant, or before it.
pub(super) fn after(at: Timestamp, minutes: i64) -> Timestamp {
    at.checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap_or(at)
}
