//! The end of a visit: the account, the scores, and the next time.

use super::agenda::{Coming, Who};
use super::manner::Manner;
use super::people::{Paid, Person, Story};
use super::stage::Stage;
use app::booking::{self, Visit};
use app::offering::{Price, Service, ServiceKind};
use app::outcome::{self, Assessment};
use app::{AppError, course, money};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::booking::{Origin, VisitState};
use journey::facts::Decimal;
use journey::money::{Entry, Means};
use journey::slug::{IndicationId, ProtocolId, ScaleId};

/// So many days late somebody comes who misses doses.
const LATE_DAYS: i64 = 10;

/// What a treatment costs somebody who was treated just now.
fn price<'a>(person: &Person, service: &'a Service) -> Option<&'a Price> {
    match person.paid {
        Paid::Ahead | Paid::FirstApart if person.sessions <= 1 => service.usual_total(),
        Paid::Ahead => None,
        Paid::EachTime | Paid::FirstApart => service.single(),
        Paid::ByStep => service.prices.get(person.step),
    }
}

impl Stage {
    /// Somebody pays, books the next time and leaves.
    pub(super) fn leave(&mut self, _: Timestamp, coming: &Coming) -> Result<(), AppError> {
        let visit = self.visit(coming)?;
        if !matches!(visit.state, VisitState::Arrived { .. }) {
            return Ok(());
        }
        self.pay(coming.who, &visit)?;
        let id = visit.id;
        self.by("ueno", move |work| booking::fulfil(work, id))?;
        self.look_after(coming.who, &visit)?;
        self.next_time(coming.who, &visit)
    }

    /// After a first session some come for a look at the skin.
    fn look_after(&mut self, who: Who, visit: &Visit) -> Result<(), AppError> {
        let person = &self.people[who];
        let is_first = person.sessions == 1 && person.story != Story::PaleSpots;
        let shows = is_first && matches!(person.manner(), Manner::Skin | Manner::Toxin);
        if !shows || visit.treatment().is_none() || !self.chance.percent(65) {
            return Ok(());
        }
        let days = self.chance.between(7, 11).days();
        self.book_around(who, "examination", self.app.world().date_of(self.app.now()).saturating_add(days))
    }

    fn pay(&mut self, who: Who, visit: &Visit) -> Result<(), AppError> {
        let treated = self.is_treated(visit)?;
        for price in self.owed(who, visit, treated) {
            let (id, label) = (visit.id, price.label.get(visit.language).to_owned());
            let means = self.chance.weighted(&[(6, Means::Card), (3, Means::Cash), (1, Means::Transfer)], Means::Card);
            self.by("ueno", move |work| {
                money::note(work, id, Entry::Due, price.yen, &label)?;
                money::note(work, id, Entry::Paid(means), price.yen, "")
            })?;
        }
        Ok(())
    }

    fn is_treated(&self, visit: &Visit) -> Result<bool, AppError> {
        let Some(item) = visit.treatment().map(|item| item.id) else { return Ok(false) };
        Ok(self.by("okabe", move |work| app::session::record_of_item(work, item))?.is_some())
    }

    /// What is to be paid for each item of a visit that took place.
    fn owed(&self, who: Who, visit: &Visit, treated: bool) -> Vec<Price> {
        let person = &self.people[who];
        let mut owed = Vec::new();
        for item in &visit.items {
            let Some(service) = self.services.iter().find(|service| service.id == item.service) else { continue };
            let price = match service.kind {
                ServiceKind::Protocol if !treated => None,
                ServiceKind::Protocol => price(person, service),
                _ => service.prices.first(),
            };
            owed.extend(price.filter(|price| price.yen.0 > 0).cloned());
        }
        owed
    }

    /// The next session of the course, a look after an injection, or perhaps nothing.
    fn next_time(&mut self, who: Who, visit: &Visit) -> Result<(), AppError> {
        let Some(patient) = visit.patient else { return Ok(()) };
        let today = self.app.world().date_of(self.app.now());
        let courses = self.by("ueno", move |work| course::of_patient(work, patient))?;
        let planned = courses.first().and_then(|course| course.sessions.iter().find(|one| one.state == "planned"));
        if let Some((service, days)) = self.turned_away_today(who, visit)? {
            return self.book_around(who, service, today.saturating_add(days.days()));
        }
        let story = self.people[who].story;
        let keeps_coming = story != Story::Usual || self.chance.percent(88);
        let comes_back = keeps_coming && story != Story::Pigmentation;
        let service = self.people[who].service;
        let is_late = story == Story::MissedDoses && self.people[who].sessions == 2;
        let late = if is_late { LATE_DAYS } else { 0 };
        match planned.map(|session| session.ideal.saturating_add(late.days())) {
            Some(ideal) if comes_back && ideal <= today.saturating_add(80.days()) => {
                self.book_around(who, service, ideal)
            }
            Some(_) => Ok(()),
            None if visit.treatment().is_none() && visit.items.len() == 1 && !self.chance.percent(35) => Ok(()),
            None if self.people[who].manner() == Manner::Drip => self.another_drip(who, today),
            None => {
                let days = self.chance.between(13, 18).days();
                self.book_around(who, "examination", today.saturating_add(days))
            }
        }
    }

    /// What somebody comes back for who could not be treated, and after how many days.
    fn turned_away_today(&self, who: Who, visit: &Visit) -> Result<Option<(&'static str, i64)>, AppError> {
        if visit.treatment().is_none() || self.is_treated(visit)? {
            return Ok(None);
        }
        let person = &self.people[who];
        Ok(match person.story {
            Story::NotMeasured => Some((person.service, 14)),
            Story::NoTest => Some((person.service, 6)),
            Story::PaleSpots => Some(("examination", 14)),
            _ => None,
        })
    }

    /// Half of those who had a drip come for another in a month.
    fn another_drip(&mut self, who: Who, today: Date) -> Result<(), AppError> {
        if !self.chance.percent(50) {
            return Ok(());
        }
        let days = self.chance.between(28, 35).days();
        self.book_around(who, self.people[who].service, today.saturating_add(days))
    }

    /// Books on the first day from a wished one on which something is free and allowed.
    fn book_around(&mut self, who: Who, service: &str, wished: Date) -> Result<(), AppError> {
        let days: Vec<Date> = self.open_days.range(wished..).take(6).copied().collect();
        for day in days {
            let times = self.times(service, day)?;
            let Some(starts) = self.chance.one(&times).copied() else { continue };
            if let Some(visit) = self.book_at_the_desk(who, service, starts, Origin::WalkIn)? {
                self.expect(who, &visit);
                return Ok(());
            }
        }
        Ok(())
    }

    /// A physician writes the score down before each session.
    pub(super) fn assess(&self, doctor: &str, who: Who, visit: &Visit) -> Result<(), AppError> {
        let person = &self.people[who];
        let (scale, score) = match (person.indication, person.sessions) {
            ("acne-scars", done) => ("goodman-baron-qualitative", self.grade(who, done)),
            ("acne", done) => ("jda-acne", if done >= 3 { 1 } else { 2 }),
            ("melasma", done) => ("mmasi", 4 + person.score - i32::try_from(done.min(3)).unwrap_or(3)),
            ("skin-tone" | "obesity-disease", _) | (_, 0) => return Ok(()),
            (_, done) => ("gais", if done >= 3 { 2 } else { 3 }),
        };
        let parsed = (ProtocolId::parse(person.service), IndicationId::parse(person.indication), ScaleId::parse(scale));
        let (Ok(protocol), Ok(indication), Ok(scale), Some(patient)) = (parsed.0, parsed.1, parsed.2, visit.patient)
        else {
            return Ok(());
        };
        let score = Decimal::whole(score);
        let assessment = Assessment { patient, visit: Some(visit.id), protocol, indication, scale, score };
        self.by(doctor, move |work| outcome::assess(work, &assessment)).map(drop)
    }

    /// Scars usually improve by a grade after the third session.
    fn grade(&self, who: Who, done: u32) -> i32 {
        let person = &self.people[who];
        let better = i32::from(done >= 3) + i32::from(done >= 2 && who.is_multiple_of(3));
        if person.story == Story::NonResponder { person.score } else { (person.score - better).max(1) }
    }
}
