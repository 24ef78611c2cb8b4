//! One round of offers: what ran out is noted, and freed time goes to whoever it fits best.

use super::entry::{Entry, EntryState, open, save, save_offer};
use crate::booking::{
    self, Draft, Ignoring, Item, Outlook, Visit, Wanted, claims_of, horizon, only, services_for, services_of,
};
use crate::error::AppError;
use crate::offering::{Service, service_by_slug};
use crate::outbox;
use crate::work::Work;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::booking::{Block, Interval, Origin, VisitState};
use journey::id::{ItemId, OfferId, PatientId, StaffId, VisitId, WaitlistId};
use journey::roster::hours::MinuteOfDay;
use journey::waitlist::{OfferState, Slot, Standing, rank};
use std::collections::{BTreeMap, BTreeSet};
use store::args;

/// Nobody is written to before eight in the morning or after nine in the evening.
const HOURS: std::ops::Range<i8> = 8..21;
/// An offer is worth making only if there is this much time to answer it.
const LEAST: SignedDuration = SignedDuration::from_mins(30);
/// How many offers one round makes; the next round goes on.
const ROUND: usize = 20;

/// Notes offers that ran out, ends entries whose days are over, and offers what is free to those it fits, the best
/// fit first. Gives how many offers were made.
pub fn offer_freed(work: &mut Work<'_, '_>) -> Result<usize, AppError> {
    lapse(work)?;
    let entries = still_wanted(work)?;
    let hour = work.now.to_zoned(work.world.zone.clone()).hour();
    if entries.is_empty() || !HOURS.contains(&hour) {
        return Ok(0);
    }
    booking::free_lapsed(work)?;
    let mut groups: BTreeMap<Vec<String>, (Vec<Service>, Vec<Entry>)> = BTreeMap::new();
    for entry in entries {
        let services = services(work, &entry)?;
        let key = services.iter().map(|service| service.slug.clone()).collect();
        groups.entry(key).or_insert_with(|| (services, Vec::new())).1.push(entry);
    }
    let mut made = 0;
    for (services, mut waiting) in groups.into_values() {
        while made < ROUND && offer_one(work, &services, &mut waiting)? {
            made += 1;
        }
    }
    Ok(made)
}

fn lapse(work: &mut Work<'_, '_>) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let rows = work.tx.query(
        "SELECT id, entry_id, until_at FROM waitlist_offer WHERE clinic_id = $1 AND state = 'open' AND until_at <= $2",
        args![clinic, now],
    )?;
    for row in &rows {
        let (offer, entry): (OfferId, WaitlistId) = (row.get(0)?, row.get(1)?);
        let state = OfferState::Open { until: row.get(2)? }.lapse(now)?;
        save_offer(work, offer, state)?;
        let mut entry = super::entry::by_id(work, entry)?.entry;
        entry.lapsed += 1;
        entry.state = EntryState::Waiting;
        save(work, &entry)?;
    }
    Ok(())
}

/// Those who wait for a time that can still come. Whose days are over, or whose visit is, waits no longer.
fn still_wanted(work: &mut Work<'_, '_>) -> Result<Vec<Entry>, AppError> {
    let (mut wanted, today) = (Vec::new(), work.today());
    for mut entry in open(work)?.into_iter().filter(|entry| entry.state == EntryState::Waiting) {
        let visit = entry.visit.map(|visit| booking::visit(work, visit)).transpose()?;
        let over = visit.is_some_and(|visit| !matches!(visit.state, VisitState::Booked { .. }));
        if over || entry.wish.until < today {
            entry.state = EntryState::Ended;
            save(work, &entry)?;
        } else {
            wanted.push(entry);
        }
    }
    Ok(wanted)
}

fn services(work: &mut Work<'_, '_>, entry: &Entry) -> Result<Vec<Service>, AppError> {
    if let Some(visit) = entry.visit {
        return services_of(work, visit);
    }
    let service = service_by_slug(work, &entry.service)?;
    let in_course = match &service.protocol {
        Some(protocol) => crate::course::is_running(work, entry.patient, protocol)?,
        None => false,
    };
    if in_course { Ok(vec![service]) } else { services_for(work, &entry.service) }
}

/// Offers the first free time that fits somebody; whoever got it leaves the list of those who wait.
fn offer_one(work: &mut Work<'_, '_>, services: &[Service], waiting: &mut Vec<Entry>) -> Result<bool, AppError> {
    let (today, last) = (work.today(), horizon(work));
    let from = waiting.iter().map(|entry| entry.wish.from).min().unwrap_or(today).max(today);
    let until = waiting.iter().map(|entry| entry.wish.until).max().unwrap_or(today).min(last);
    if waiting.is_empty() || until < from {
        return Ok(false);
    }
    let times = Times::load(work, services, waiting, from, until)?;
    for day in from.series(1.day()).take_while(|day| *day <= until) {
        for slot in times.on(work, day) {
            let ranked = rank(&judged(work, waiting)?, &slot);
            for place in ranked {
                let Some(at) = waiting.iter().position(|entry| entry.id == place.entry) else { continue };
                if !suits(work, services, &waiting[at], &slot)? {
                    continue;
                }
                let because: Vec<&str> = place.because.iter().map(|reason| reason.code()).collect();
                if make(work, services, &waiting[at], slot.starts, &because.join(" "))? {
                    waiting.remove(at);
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}

/// The free times of some days, for anybody and for each practitioner somebody asked for.
struct Times {
    anybody: Outlook,
    people: BTreeMap<StaffId, Outlook>,
}

impl Times {
    fn load(
        work: &mut Work<'_, '_>,
        services: &[Service],
        waiting: &[Entry],
        from: Date,
        until: Date,
    ) -> Result<Self, AppError> {
        let wanted = |practitioner| Wanted { service: String::new(), practitioner, moving: None };
        let anybody = Outlook::over(work, services.to_vec(), &wanted(None), from, until)?;
        let asked: BTreeSet<StaffId> = waiting.iter().filter_map(|entry| entry.wish.practitioner).collect();
        let mut people = BTreeMap::new();
        for person in asked {
            people.insert(person, Outlook::over(work, services.to_vec(), &wanted(Some(person)), from, until)?);
        }
        Ok(Self { anybody, people })
    }

    fn on(&self, work: &Work<'_, '_>, day: Date) -> Vec<Slot> {
        let starts = |outlook: &Outlook| -> BTreeSet<Timestamp> {
            outlook.times(work, day).into_iter().map(|time| time.starts).collect()
        };
        let by_person: Vec<(StaffId, BTreeSet<Timestamp>)> =
            self.people.iter().map(|(person, outlook)| (*person, starts(outlook))).collect();
        let able = |at: &Timestamp| -> Vec<StaffId> {
            by_person.iter().filter(|(_, times)| times.contains(at)).map(|(person, _)| *person).collect()
        };
        starts(&self.anybody).into_iter().filter_map(|at| slot(work, day, at, able(&at))).collect()
    }
}

fn slot(work: &Work<'_, '_>, day: Date, starts: Timestamp, practitioners: Vec<StaffId>) -> Option<Slot> {
    let local = starts.to_zoned(work.world.zone.clone());
    let minute = u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs());
    let minute = MinuteOfDay::new(minute).ok()?;
    Some(Slot { starts, day, minute, weekday: day.weekday(), practitioners })
}

/// Those who wait as the order sees them.
fn judged(work: &mut Work<'_, '_>, waiting: &[Entry]) -> Result<Vec<journey::waitlist::Entry>, AppError> {
    waiting
        .iter()
        .map(|entry| {
            Ok(journey::waitlist::Entry {
                id: entry.id,
                wish: entry.wish.clone(),
                since: entry.since,
                declined: entry.declined,
                lapsed: entry.lapsed,
                standing: standing(work, entry)?,
            })
        })
        .collect()
}

fn standing(work: &mut Work<'_, '_>, entry: &Entry) -> Result<Standing, AppError> {
    if let Some(visit) = entry.visit {
        return Ok(Standing::EarlierThan(booking::visit(work, visit)?.starts));
    }
    let Some(protocol) = service_by_slug(work, &entry.service)?.protocol else { return Ok(Standing::NewVisit) };
    let latest = crate::course::next_latest(work, entry.patient, &protocol)?;
    Ok(latest.map_or(Standing::NewVisit, Standing::CourseDue))
}

/// Whether the person is free then and nothing is too near.
fn suits(work: &mut Work<'_, '_>, services: &[Service], entry: &Entry, slot: &Slot) -> Result<bool, AppError> {
    let minutes: i64 = services.iter().map(|service| i64::from(service.minutes())).sum();
    let ends = slot.starts.checked_add(SignedDuration::from_mins(minutes.max(5))).unwrap_or(slot.starts);
    let Ok(span) = Interval::new(slot.starts, ends) else { return Ok(false) };
    let ignoring = entry.visit.map_or(Ignoring::Nobody, Ignoring::Visit);
    let person = crate::identity::by_id(work, entry.patient)?.id;
    if !claims_of(work, only(person.uuid()), span, ignoring)?.is_empty() {
        return Ok(false);
    }
    let visit = match entry.visit {
        Some(visit) => booking::visit(work, visit)?,
        None => imagined(work, entry, person, services, span),
    };
    match crate::screening::check_spacing(work, &visit, slot.starts) {
        Ok(()) => Ok(true),
        Err(AppError::Refused(_)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// The visit as it would be, to be judged by the same rules as any other.
fn imagined(work: &mut Work<'_, '_>, entry: &Entry, patient: PatientId, services: &[Service], span: Interval) -> Visit {
    let items = services
        .iter()
        .map(|service| Item {
            id: work.ids.next(ItemId::new),
            service: service.id,
            protocol: service.protocol.clone(),
            protocol_hash: None,
            indication: None,
            block: Block::Provisional,
            segments: Vec::new(),
        })
        .collect();
    Visit {
        id: work.ids.next(VisitId::new),
        patient: Some(patient),
        contact: entry.contact,
        state: VisitState::Booked { at: work.now },
        language: entry.language,
        starts: span.starts(),
        ends: span.ends(),
        late_minutes: None,
        wish: String::new(),
        sequence: 0,
        extensions: 0,
        items,
        claimed: Vec::new(),
        version: 0,
    }
}

/// Keeps the time for somebody and tells them. Nothing happens where too little time is left to answer.
fn make(
    work: &mut Work<'_, '_>,
    services: &[Service],
    entry: &Entry,
    starts: Timestamp,
    because: &str,
) -> Result<bool, AppError> {
    let now = work.now;
    let latest = starts.checked_sub(work.world.policy.lead).unwrap_or(now);
    let until = now.checked_add(work.world.policy.offer).unwrap_or(now).min(latest);
    if until.duration_since(now) < LEAST {
        return Ok(false);
    }
    let wanted = Wanted { service: entry.service.clone(), practitioner: entry.wish.practitioner, moving: None };
    let draft = Draft {
        state: VisitState::Held { until },
        origin: Origin::Waitlist,
        language: entry.language,
        hold_hash: None,
        wanted: &wanted,
        services,
        starts,
    };
    let visit = draft.place(work)?;
    let (clinic, id, link) = (work.clinic(), work.ids.next(OfferId::new), work.ids.token());
    work.tx.execute(
        "INSERT INTO waitlist_offer (clinic_id, id, entry_id, visit_id, starts_at, state, state_at, until_at, because,
         link_hash, version) VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9, 1)",
        args![clinic, id, entry.id, visit, starts, now, until, because, link.hash()],
    )?;
    save(work, &Entry { state: EntryState::Offered, ..entry.clone() })?;
    let (patient, lang) = (entry.patient, entry.language);
    outbox::tell_offer(work, &outbox::Offer { patient, lang, visit, starts, until, link: &link })?;
    Ok(true)
}
