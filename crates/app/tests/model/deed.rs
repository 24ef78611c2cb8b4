//! Operations on visits and patients: predicted, done, written down.

use crate::compare::{SERVICES, claim};
use crate::naive::{Claim, Question, minutes, needs};
use crate::rig::{Known, Rig, State, word};
use app::actor::Actor;
use app::booking::{self, By, ByStaff, Caller, Outcome};
use app::identity;
use jiff::{SignedDuration, Timestamp};
use journey::facts::Facts;
use journey::id::{PatientId, StaffId, VisitId};
use testkit::{caller, details, hold};

const NOTICE: i64 = 24 * 3600;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

impl Rig {
    pub fn deed(&mut self) {
        match self.chance.below(100) {
            0..20 => self.hold(),
            20..36 => self.confirm(),
            36..50 => self.by_staff(),
            50..62 => self.reschedule(),
            62..70 => self.cancel(),
            70..73 => self.no_show(),
            73..77 => self.extend(),
            77..80 => self.let_go(),
            80..87 => self.pass(),
            87..93 => self.roster(),
            93..96 => self.merge(),
            96..98 => self.unmerge(),
            _ => self.crash(),
        }
    }

    /// A quarter of an hour of the day within or near the hours.
    fn some_start(&mut self) -> i64 {
        let day = self.some_day();
        self.paper.day(day).start + 9 * 3600 + 900 * self.chance.below(42) as i64
    }

    fn fits(
        &self,
        parts: &[&'static str],
        person: Option<StaffId>,
        moving: Option<VisitId>,
        starts: i64,
        first: i64,
    ) -> bool {
        let mut through = self.lapsed();
        through.extend(moving);
        let day = self.clinic.app.world().date_of(at(starts));
        let ask = Question { parts, person, through: &through, first };
        !self.paper.possible(ask, day, std::iter::once(starts)).is_empty()
    }

    fn hold(&mut self) {
        let (slug, parts) = SERVICES[self.chance.below(SERVICES.len())];
        let (starts, person) = (self.some_start(), self.somebody());
        let mut command = hold(slug, at(starts));
        command.wanted.practitioner = person;
        let predicted = if self.fits(parts, person, None, starts, self.now() + 2 * 3600) { "ok" } else { "time-taken" };
        let told = self.write(Actor::Visitor, move |work| booking::hold(work, &command));
        self.expect(&format!("hold {slug} {} {person:?}", at(starts)), predicted, &word(&told));
        if let Ok((token, held)) = told {
            let state = State::Held { until: self.now() + 20 * 60 };
            self.visits.push(Known {
                id: held.visit,
                token: Some(token),
                state,
                extensions: 0,
                parts: parts.to_vec(),
                starts,
                patient: None,
                number: None,
            });
            self.read_back(held.visit, parts, person, starts);
        }
    }

    /// Who and what was chosen is able, was free, and is claimed for exactly what is needed.
    fn read_back(&mut self, visit: VisitId, parts: &[&'static str], person: Option<StaffId>, starts: i64) {
        let rows = self.node().read(Actor::System, move |work| {
            let sql = "SELECT subject_id, lane, starts_at, ends_at, visit_id FROM booking_claim WHERE visit_id = $1";
            Ok(work.tx.query(sql, store::args![visit])?)
        });
        let mut lapsed = self.lapsed();
        lapsed.push(visit);
        let mut claims: Vec<Claim> = rows.wait().unwrap().iter().map(claim).collect();
        let lanes = &self.paper.lanes;
        claims.retain(|one| lanes.iter().any(|lane| lane.subject == one.subject));
        let needs = needs(parts);
        self.check(claims.len() == needs.len(), &format!("{} claims for {} needs", claims.len(), needs.len()));
        let day = self.clinic.app.world().date_of(at(starts));
        let midnight = self.paper.day(day).start;
        for need in &needs {
            let (from, until) = (starts + 60 * need.from, starts + 60 * need.until);
            let serves = |one: &&Claim| {
                (one.from, one.until) == (from, until)
                    && self.paper.able(need, person).into_iter().any(|place| {
                        let lane = &self.paper.lanes[place];
                        let free = self.paper.free(lane, day, &lapsed);
                        (lane.subject, lane.number) == (one.subject, one.lane)
                            && ((from - midnight) / 60..(until - midnight) / 60).all(|minute| free[minute as usize])
                    })
            };
            self.check(claims.iter().any(|one| serves(&one)), &format!("nobody able and free for {}", need.class));
        }
        self.paper.claims.retain(|one| one.visit != visit);
        self.paper.claims.extend(claims);
    }

    fn some_visit(&mut self, wanted: fn(&Known) -> bool) -> Option<usize> {
        let recent = self.visits.len().saturating_sub(60);
        let all: Vec<usize> = (recent..self.visits.len()).filter(|place| wanted(&self.visits[*place])).collect();
        self.chance.pick(&all).copied()
    }

    fn confirm(&mut self) {
        let Some(place) = self.some_visit(|one| matches!(one.state, State::Held { .. })) else { return };
        let (number, now) = (self.chance.below(40) as u16, self.now());
        let visit = self.visits[place].clone();
        let open = |one: &&Known| one.state == State::Booked && one.number == Some(number) && one.starts > now;
        let predicted = match visit.state {
            State::Held { until } if until <= now => "hold-lapsed",
            _ if self.visits.iter().filter(open).count() >= 3 => "too-many-open",
            _ => "ok",
        };
        let form = testkit::booking(visit.token.as_ref().unwrap(), details(number), Facts::new());
        let told = self.write(Actor::Visitor, move |work| booking::confirm(work, &form));
        self.expect(&format!("confirm {number}"), predicted, &word(&told));
        let Ok(Outcome::Booked(done)) = told else { return };
        let patient = done.visit.patient.unwrap();
        self.patients.insert(patient, number);
        let known = &mut self.visits[place];
        (known.state, known.patient, known.number) = (State::Booked, Some(patient), Some(number));
        // A treatment without a protocol is for a doctor to decide: the examination stays.
        if known.parts.len() > 1 {
            known.parts.truncate(1);
            let ends = known.starts + 60 * minutes(&known.parts);
            self.paper.claims.retain(|one| one.visit != visit.id || one.from < ends);
        }
        self.claim_patient(place);
    }

    fn claim_patient(&mut self, place: usize) {
        let visit = &self.visits[place];
        let subject = self.root(visit.patient.unwrap()).uuid();
        let (from, until) = (visit.starts, visit.starts + 60 * minutes(&visit.parts));
        self.paper.claims.push(Claim { subject, lane: 0, from, until, visit: visit.id });
    }

    fn is_busy(&self, patient: PatientId, moving: Option<VisitId>, from: i64, parts: &[&'static str]) -> bool {
        let until = from + 60 * minutes(parts);
        let subject = self.root(patient).uuid();
        let clash =
            |one: &Claim| one.subject == subject && Some(one.visit) != moving && one.from < until && from < one.until;
        self.paper.claims.iter().any(clash)
    }

    fn by_staff(&mut self) {
        let (slug, parts) = SERVICES[self.chance.below(SERVICES.len())];
        let (starts, person) = (self.some_start(), self.somebody());
        let known: Vec<PatientId> = self.patients.keys().copied().collect();
        let known = if self.chance.below(2) == 0 { self.chance.pick(&known).copied() } else { None };
        let number = match known {
            Some(patient) => self.patients[&self.root(patient)],
            None => self.chance.below(40) as u16,
        };
        let who = known.map_or_else(|| Caller::New(details(number)), Caller::Known);
        let predicted = match known {
            _ if !self.fits(parts, person, None, starts, starts) => "time-taken",
            Some(patient) if self.is_busy(patient, None, starts, parts) => "claims-overlap",
            _ => "ok",
        };
        let command = ByStaff { practitioner: person, ..caller(who, slug, at(starts)) };
        let actor = self.clinic.actor("ueno");
        let told = self.write(actor, move |work| booking::book_by_staff(work, &command));
        self.expect(&format!("staff {slug} {} {person:?} {known:?}", at(starts)), predicted, &word(&told));
        let Ok(booked) = told else { return };
        let patient = booked.visit.patient.unwrap();
        self.patients.insert(patient, number);
        self.visits.push(Known {
            id: booked.visit.id,
            token: None,
            state: State::Booked,
            extensions: 0,
            parts: parts.to_vec(),
            starts,
            patient: Some(patient),
            number: Some(number),
        });
        self.read_back(booked.visit.id, parts, person, starts);
        self.claim_patient(self.visits.len() - 1);
    }

    fn reschedule(&mut self) {
        let Some(place) = self.some_visit(|one| one.patient.is_some()) else { return };
        let (visit, starts, person) = (self.visits[place].clone(), self.some_start(), self.somebody());
        let patient = visit.patient.unwrap();
        let by = if self.chance.below(3) == 0 { By::Patient } else { By::Staff };
        let (actor, first) = match by {
            By::Patient => (Actor::Visitor, self.now() + 2 * 3600),
            _ => (self.clinic.actor("ueno"), starts),
        };
        let predicted = match by {
            By::Patient if self.now() > visit.starts - NOTICE => "change-too-late",
            _ if visit.state != State::Booked => "visit-over",
            _ if !self.fits(&visit.parts, person, Some(visit.id), starts, first) => "time-taken",
            _ if self.is_busy(patient, Some(visit.id), starts, &visit.parts) => "claims-overlap",
            _ => "ok",
        };
        let stays = visit.starts == starts && person.is_none() && visit.state == State::Booked;
        let predicted = if stays && predicted != "change-too-late" { "ok" } else { predicted };
        let told = self.write(actor, move |work| booking::reschedule(work, visit.id, at(starts), person, by));
        self.expect(&format!("move {by:?} to {} {person:?}", at(starts)), predicted, &word(&told));
        if told.is_ok() && !stays {
            self.visits[place].starts = starts;
            self.read_back(visit.id, &visit.parts, person, starts);
            self.claim_patient(place);
        }
    }

    fn cancel(&mut self) {
        let Some(place) = self.some_visit(|one| one.patient.is_some()) else { return };
        let visit = self.visits[place].clone();
        let by = if self.chance.below(2) == 0 { By::Patient } else { By::Staff };
        let predicted = match by {
            By::Patient if self.now() > visit.starts - NOTICE => "change-too-late",
            _ if visit.state != State::Booked => "visit-over",
            _ => "ok",
        };
        let actor = if by == By::Patient { Actor::Visitor } else { self.clinic.actor("ueno") };
        let told = self.write(actor, move |work| booking::cancel(work, visit.id, by));
        self.expect(&format!("cancel {by:?}"), predicted, &word(&told));
        if told.is_ok() {
            self.end(place);
        }
    }

    fn end(&mut self, place: usize) {
        let id = self.visits[place].id;
        self.visits[place].state = State::Over;
        self.paper.claims.retain(|one| one.visit != id);
    }

    fn no_show(&mut self) {
        let Some(place) = self.some_visit(|one| one.patient.is_some()) else { return };
        let visit = self.visits[place].clone();
        let predicted = match visit.state {
            State::Booked if self.now() >= visit.starts + 15 * 60 => "ok",
            State::Booked => "visit-not-due",
            _ => "visit-over",
        };
        let actor = self.clinic.actor("ueno");
        let told = self.write(actor, move |work| booking::no_show(work, visit.id));
        self.expect("no-show", predicted, &word(&told));
        if told.is_ok() {
            self.end(place);
        }
    }

    fn extend(&mut self) {
        let Some(place) = self.some_visit(|one| matches!(one.state, State::Held { .. })) else { return };
        let (visit, now) = (self.visits[place].clone(), self.now());
        let predicted = match visit.state {
            _ if visit.extensions > 0 => "not-offered",
            State::Held { until } if until <= now => "hold-lapsed",
            _ => "ok",
        };
        let token = visit.token.unwrap();
        let told = self.write(Actor::Visitor, move |work| booking::extend(work, &token));
        self.expect("extend", predicted, &word(&told));
        if told.is_ok() {
            self.visits[place].extensions += 1;
            self.visits[place].state = State::Held { until: now + 20 * 60 };
        }
    }

    fn let_go(&mut self) {
        let Some(place) = self.some_visit(|one| matches!(one.state, State::Held { .. })) else { return };
        let token = self.visits[place].token.clone().unwrap();
        let told = self.write(Actor::Visitor, move |work| booking::let_go(work, &token));
        self.expect("let-go", "ok", &word(&told));
        self.end(place);
    }

    fn pass(&mut self) {
        let minutes = [1, 5, 19, 20, 61, 240][self.chance.below(6)];
        self.clinic.clock.pass(SignedDuration::from_mins(minutes));
        self.expect(&format!("pass {minutes}"), "ok", "ok");
    }

    fn merge(&mut self) {
        let pairs = self.write(self.clinic.actor("ueno"), identity::pairs).unwrap();
        let Some(pair) = self.chance.pick(&pairs) else { return };
        let (id, one, other) = (pair.id, self.root(pair.older.id), self.root(pair.newer.id));
        let clash = |a: &Claim, b: &Claim| a.from < b.until && b.from < a.until;
        let of = |who: PatientId| self.paper.claims.iter().filter(move |claim| claim.subject == who.uuid());
        let predicted = match () {
            () if one == other => "already-decided",
            () if of(one).any(|a| of(other).any(|b| clash(a, b))) => "claims-overlap",
            () => "ok",
        };
        let told = self.write(self.clinic.actor("ueno"), move |work| identity::merge(work, id));
        self.expect("merge", predicted, &word(&told));
        let Ok(merged) = told else { return };
        self.check(merged.kept == one || merged.kept == other, "the one who is kept is one of the two");
        let gone = if merged.kept == one { other } else { one };
        self.merges.push((merged.id, self.merged.clone()));
        self.merged.values_mut().filter(|kept| **kept == gone).for_each(|kept| *kept = merged.kept);
        self.merged.insert(gone, merged.kept);
        self.redirect();
    }

    /// Every claim of a patient is of the record that stands for them.
    fn redirect(&mut self) {
        let of: Vec<(VisitId, PatientId)> =
            self.visits.iter().filter_map(|one| Some((one.id, self.root(one.patient?)))).collect();
        let lanes = &self.paper.lanes;
        for claim in self.paper.claims.iter_mut().filter(|one| !lanes.iter().any(|lane| lane.subject == one.subject)) {
            if let Some((_, kept)) = of.iter().find(|(visit, _)| *visit == claim.visit) {
                claim.subject = kept.uuid();
            }
        }
    }

    /// Merges are taken back in the opposite order.
    fn unmerge(&mut self) {
        let Some((id, before)) = self.merges.pop() else { return };
        let told = self.write(self.clinic.actor("ueno"), move |work| identity::unmerge(work, id));
        self.expect("unmerge", "ok", &word(&told));
        self.merged = before;
        self.redirect();
    }
}
