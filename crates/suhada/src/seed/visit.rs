//! A visit from the door to the signed record.

use super::agenda::{Coming, Event};
use super::bookings::after;
use super::manner::Manner;
use super::people::Story;
use super::settings::{Planned, settings};
use super::stage::Stage;
use app::booking::{self, Item, Visit};
use app::course::{self, CourseState};
use app::session::{self, Entry, Record};
use app::{AppError, Refusal, screening, stock};
use jiff::Timestamp;
use journey::booking::Block;
use journey::id::PatientId;
use journey::screening::{Finding, OverrideBy};
use journey::slug::{IndicationId, ProtocolId};

/// Why a physician sets a finding aside.
const SET_ASIDE: &str = "診察のうえ、範囲を限って実施する。経過を1週間後に確認する。";
/// How long the physician needs to write a prescription down, in minutes.
const PRESCRIBING: i64 = 3;

impl Stage {
    /// Somebody comes; reception asks what is still open.
    pub(super) fn arrive(&mut self, at: Timestamp, coming: &Coming) -> Result<(), AppError> {
        let visit = self.visit(coming)?;
        if at > visit.starts {
            self.note_late(&visit, at)?;
        }
        let on = self.app.world().date_of(at);
        self.people[coming.who].first_visit.get_or_insert(on);
        let (id, person) = (visit.id, self.people[coming.who].clone());
        self.by("ueno", move |work| booking::arrive(work, id))?;
        let protocol = visit.treatment().and_then(|item| self.protocol(item.protocol.as_deref()?));
        if let (Some(protocol), Some(patient)) = (protocol, visit.patient)
            && person.story != Story::Unanswered
        {
            let answers = person.answers(protocol, protocol.facts.iter().map(|fact| &fact.id), on);
            self.by("okabe", move |work| screening::answer(work, patient, Some(id), &answers))?;
        }
        let begun = after(at.max(visit.starts), 8);
        self.plan(begun, Event::Examine(*coming));
        Ok(())
    }

    fn note_late(&self, visit: &Visit, at: Timestamp) -> Result<(), AppError> {
        let late = at.duration_since(visit.starts).as_mins();
        let (id, minutes) = (visit.id, u16::try_from(late).unwrap_or(1).max(1));
        self.clock.set(after(visit.starts, -20));
        self.by("ueno", move |work| booking::note_lateness(work, id, minutes))?;
        self.clock.set(at);
        Ok(())
    }

    /// The physician examines, decides, explains and releases; the patient agrees, to a course the first time.
    pub(super) fn examine(&mut self, at: Timestamp, coming: &Coming) -> Result<(), AppError> {
        let visit = self.visit(coming)?;
        let leaves = coming.ends.max(after(at, 20));
        self.plan(leaves, Event::Leave(*coming));
        let doctor = self.physician(&visit);
        self.release_basic(&doctor, &visit)?;
        let (Some(item), Some(patient)) = (visit.treatment().cloned(), visit.patient) else { return Ok(()) };
        if !self.is_cleared(&doctor, coming, &visit, &item)? {
            self.people[coming.who].turned_away += 1;
            return Ok(());
        }
        if self.people[coming.who].sessions == 0 && !self.agrees_to_course(&doctor, coming, patient)? {
            return Ok(());
        }
        self.after(at, 4);
        if self.release(&doctor, coming, &visit, &item)? {
            self.assess(&doctor, coming.who, &visit)?;
            let begins = item.segments.iter().rev().nth(2).map_or(at, |step| step.starts);
            self.plan(begins.max(after(at, 12)), Event::Treat(*coming));
        }
        Ok(())
    }

    /// A treatment without a protocol is the physician's decision alone.
    fn release_basic(&self, doctor: &str, visit: &Visit) -> Result<(), AppError> {
        for item in visit.items.iter().filter(|item| item.protocol.is_none() && item.block == Block::Provisional) {
            let (id, key) = (visit.id, item.id);
            self.by(doctor, move |work| booking::release(work, id, key, None))?;
        }
        Ok(())
    }

    fn is_cleared(&self, doctor: &str, coming: &Coming, visit: &Visit, item: &Item) -> Result<bool, AppError> {
        let (id, key) = (visit.id, item.id);
        let Some(verdict) = self.by(doctor, move |work| screening::review(work, id, key))? else { return Ok(false) };
        if !verdict.missing.is_empty() {
            return Ok(false);
        }
        let standing: Vec<Finding> =
            verdict.findings.iter().filter(|one| one.headline.code() != "caution").cloned().collect();
        let story = self.people[coming.who].story;
        let decides = matches!(story, Story::SetAside | Story::MissedDoses) || coming.who.is_multiple_of(2);
        if standing.iter().any(|finding| finding.override_by == OverrideBy::Never) || !(standing.is_empty() || decides)
        {
            return Ok(false);
        }
        for finding in standing {
            let rule = finding.rule.clone();
            self.by(doctor, move |work| screening::set_aside(work, id, key, &rule, SET_ASIDE))?;
        }
        Ok(true)
    }

    /// The usual course is proposed and accepted, or not.
    fn agrees_to_course(&mut self, doctor: &str, coming: &Coming, patient: PatientId) -> Result<bool, AppError> {
        let person = self.people[coming.who].clone();
        let (Ok(protocol), Ok(indication)) =
            (ProtocolId::parse(person.service), IndicationId::parse(person.indication))
        else {
            return Ok(false);
        };
        let start = self.app.world().date_of(self.app.now());
        let proposed = self.by(doctor, move |work| course::propose(work, patient, &protocol, &indication, start))?;
        let refuses = person.story == Story::RefusesCourse || (person.story == Story::Usual && self.chance.percent(3));
        let (to, reason) = if refuses {
            (CourseState::Refused, "費用を家族と相談したい")
        } else {
            (CourseState::Accepted, "")
        };
        let id = proposed.id;
        self.by("morita", move |work| course::decide(work, id, to, reason))?;
        Ok(!refuses)
    }

    fn release(&self, doctor: &str, coming: &Coming, visit: &Visit, item: &Item) -> Result<bool, AppError> {
        let person = &self.people[coming.who];
        let (id, key, lang) = (visit.id, item.id, person.lang);
        let indication = IndicationId::parse(person.indication).ok();
        let released = self.by(doctor, move |work| {
            session::give_consent(work, id, lang)?;
            booking::release(work, id, key, indication.clone())
        });
        match released {
            Ok(_) => Ok(true),
            Err(AppError::Refused(Refusal::EscalationOpen | Refusal::NotCleared)) => Ok(false),
            Err(other) => Err(other),
        }
    }

    /// Whoever of the team is competent opens the record, sets zone after zone, and signs.
    pub(super) fn treat(&mut self, at: Timestamp, coming: &Coming) -> Result<(), AppError> {
        let visit = self.visit(coming)?;
        let Some(item) = visit.treatment().filter(|item| matches!(item.block, Block::Released { .. })) else {
            return Ok(());
        };
        let Some((login, record)) = self.open(coming, &visit, item)? else { return Ok(()) };
        self.record(coming, &login, &self.physician(&visit), &record)?;
        self.after(at, self.minutes(coming, item));
        let (id, Some(again)) = (record.id, self.checked(&login)) else { return Ok(()) };
        let signed = self.by(&login, move |work| session::sign(work, id, &again, ""))?;
        let on = self.app.world().date_of(at);
        self.people[coming.who].treated(on);
        self.expect_answers(coming.who, &signed)
    }

    /// How long the treatment takes, in minutes: its step is the third from the end, before the check and the payment.
    fn minutes(&self, coming: &Coming, item: &Item) -> i64 {
        let step = item.segments.iter().rev().nth(2);
        match self.people[coming.who].manner() {
            Manner::Dispensed => PRESCRIBING,
            _ => step.map_or(PRESCRIBING, |step| step.ends.duration_since(step.starts).as_mins().max(PRESCRIBING)),
        }
    }

    /// Nurses first, then physicians; nobody whose competence lapsed can. A physician prescribes.
    fn open(&self, coming: &Coming, visit: &Visit, item: &Item) -> Result<Option<(String, Record)>, AppError> {
        let mut team = self.team(visit);
        team.sort_by_key(|login| matches!(login.as_str(), "sakamoto" | "hayashi"));
        let person = &self.people[coming.who];
        if person.story == Story::BeyondBound || person.manner() == Manner::Dispensed {
            team = vec![self.physician(visit)];
        }
        for login in team {
            let (id, key) = (visit.id, item.id);
            match self.by(&login, move |work| session::open(work, id, key)) {
                Ok(record) => return Ok(Some((login, record))),
                Err(
                    AppError::Refused(Refusal::NotCompetent { .. } | Refusal::OperatorRefused(_)) | AppError::Forbidden,
                ) => {}
                Err(AppError::Refused(Refusal::NotCleared)) => return Ok(None),
                Err(other) => return Err(other),
            }
        }
        Ok(None)
    }

    /// Writes every setting down; what needs a physician's reason, the physician writes.
    fn record(&self, coming: &Coming, login: &str, doctor: &str, record: &Record) -> Result<(), AppError> {
        let on = self.app.world().date_of(self.app.now());
        let planned = settings(&self.people[coming.who], on);
        let lots = self.by("okabe", move |work| stock::usable_lots(work, on))?;
        for Planned { setting, reason } in planned {
            let lot = lots.iter().find(|lot| lot.product == setting.product.as_str()).map(|lot| lot.id);
            let entry = Entry { setting, lot, override_reason: reason.map(str::to_owned) };
            let (id, writer) = (record.id, if reason.is_some() { doctor } else { login });
            self.by(writer, move |work| session::write_setting(work, id, &entry))?;
        }
        Ok(())
    }

    /// A visit as it stands.
    pub(super) fn visit(&self, coming: &Coming) -> Result<Visit, AppError> {
        let id = coming.visit;
        self.by("ueno", move |work| booking::visit(work, id))
    }
}
