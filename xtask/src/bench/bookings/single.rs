//! The rows of one booking written by one connection, without reading, deciding or hashing anything.

use crate::bench::http::spans::{Spans, Stopwatch, rounded};
use crate::bench::independent::bare::{Bare, Cell};
use crate::bench::independent::chance::Chance;
use crate::bench::independent::plan::HALF_HOUR;
use anyhow::Result;
use serde_json::{Value, json};
use std::time::Duration;
use uuid::Uuid;

const VISIT: &str =
    "INSERT INTO booking_visit (clinic_id, id, state, state_at, held_until, extensions, origin, language,
    starts_at, ends_at, hold_hash, wish, link_failures, sequence, created_at, version)
    VALUES ($1, $2, 'held', $3, $4, 0, 'web', 'ja', $3, $4, $5, '', 0, 0, $3, 1)";
const ITEM: &str = "INSERT INTO booking_item (clinic_id, id, visit_id, place, service_id, block)
    VALUES ($1, $2, $3, 0, $3, 'free')";
const SEGMENT: &str = "INSERT INTO booking_segment (clinic_id, id, item_id, visit_id, place, kind, starts_at, ends_at)
    VALUES ($1, $2, $3, $4, 0, 'counselling', $5, $6)";
const CLAIM: &str = "INSERT INTO booking_claim (clinic_id, subject_id, lane, starts_at, ends_at, visit_id)
    VALUES ($1, $2, 0, $3, $4, $5)";
const EVENT: &str = "INSERT INTO audit_event (clinic_id, id, happened_at, actor, action, entity, entity_id, digest)
    VALUES ($1, $2, 0, 'visitor', 'bench', 'booking_visit', $3, '')";
const PATIENT: &str = "INSERT INTO identity_patient (clinic_id, id, standing, family, given, family_kana, given_kana,
    search_key, birth_date, created_at, updated_at, version)
    VALUES ($1, $2, 'provisional', '計測', '花', 'ケイソク', 'ハナ', $3, '1980-01-01', 0, 0, 1)";
const CONTACT: &str = "INSERT INTO identity_contact (clinic_id, id, name, phone, phone_key, mail, language, created_at,
    version) VALUES ($1, $2, '計測 花', $3, $3, $3, 'ja', 0, 1)";
const CARE: &str =
    "INSERT INTO identity_care (clinic_id, contact_id, patient_id, relation) VALUES ($1, $2, $3, 'self')";
const BOOKED: &str = "UPDATE booking_visit SET state = 'booked', held_until = NULL, patient_id = $1, contact_id = $2,
    link_hash = $3, version = version + 1 WHERE clinic_id = $4 AND id = $5";
const VERSION: &str = "INSERT INTO audit_version (clinic_id, entity, entity_id, version, written_at, content)
    VALUES ($1, $2, $3, 1, 0, $4)";
const MESSAGE: &str =
    "INSERT INTO outbox_message (clinic_id, id, message_key, channel, recipient, language, subject, body,
    state, attempts, due_at, queued_at)
    VALUES ($1, $2, $3, 'mail', 'a@example.jp', 'ja', 's', $4, 'sent', 0, 0, 0)";

/// The rows of holds, each in a transaction of its own: the rate of single commits.
pub(super) fn holds(bare: &mut Bare, limit: Duration) -> Result<Value> {
    repeat(bare, limit, 1, |rows, bare| rows.hold(bare))
}

/// The rows of bookings, two transactions each, as a hold and a confirmation are.
pub(super) fn bookings(bare: &mut Bare, limit: Duration) -> Result<Value> {
    repeat(bare, limit, 2, |rows, bare| {
        rows.hold(bare)?;
        rows.confirm(bare)
    })
}

fn repeat(
    bare: &mut Bare,
    limit: Duration,
    commits: u32,
    write: impl Fn(&mut Rows<'_>, &mut Bare) -> Result<()>,
) -> Result<Value> {
    let clinic = bare.clinic()?;
    let mut chance = Chance::of(u64::from(commits));
    let (mut each, begun) = (Vec::new(), Stopwatch::start());
    while begun.elapsed() < limit {
        let one = Stopwatch::start();
        // Nobody is booked twice: single commits stand in even half hours, the others in odd ones.
        let place = i64::try_from(each.len()).unwrap_or(0) * 2 + i64::from(commits % 2);
        write(&mut Rows::of(clinic, place * HALF_HOUR, &mut chance), bare)?;
        each.push(one.elapsed());
    }
    let (took, spans) = (begun.elapsed(), Spans::of(each));
    Ok(json!({
        "per_second": rounded(spans.count() as f64 / took.as_secs_f64()), "commits_each": commits,
        "p50_ms": spans.millis(50), "p99_ms": spans.millis(99), "samples": spans.count(),
    }))
}

/// The keys and times of one booking.
struct Rows<'a> {
    clinic: Uuid,
    visit: Uuid,
    starts: i64,
    chance: &'a mut Chance,
}

impl<'a> Rows<'a> {
    fn of(clinic: Uuid, starts: i64, chance: &'a mut Chance) -> Self {
        let visit = key(chance);
        Self { clinic, visit, starts, chance }
    }

    fn hold(&mut self, bare: &mut Bare) -> Result<()> {
        let (clinic, visit, item) = (Cell::Id(self.clinic), Cell::Id(self.visit), Cell::Id(key(self.chance)));
        let (starts, ends) = (Cell::Int(self.starts), Cell::Int(self.starts + HALF_HOUR));
        let hash = Cell::Text(self.visit.to_string());
        bare.order("BEGIN")?;
        bare.run(VISIT, &[clinic.clone(), visit.clone(), starts.clone(), ends.clone(), hash])?;
        bare.run(ITEM, &[clinic.clone(), item.clone(), visit.clone()])?;
        bare.run(SEGMENT, &[clinic.clone(), Cell::Id(key(self.chance)), item, visit, starts, ends])?;
        for subject in [1, 2] {
            self.claim(bare, Uuid::from_u128(subject))?;
        }
        self.note(bare)?;
        bare.order("COMMIT")
    }

    fn confirm(&mut self, bare: &mut Bare) -> Result<()> {
        let (patient, contact) = (key(self.chance), key(self.chance));
        let clinic = Cell::Id(self.clinic);
        let words = |id: Uuid| Cell::Text(id.to_string());
        bare.order("BEGIN")?;
        bare.run(PATIENT, &[clinic.clone(), Cell::Id(patient), words(patient)])?;
        bare.run(CONTACT, &[clinic.clone(), Cell::Id(contact), words(contact)])?;
        bare.run(CARE, &[clinic.clone(), Cell::Id(contact), Cell::Id(patient)])?;
        let booked = [Cell::Id(patient), Cell::Id(contact), words(patient), clinic.clone(), Cell::Id(self.visit)];
        bare.run(BOOKED, &booked)?;
        self.claim(bare, patient)?;
        for entity in ["identity_patient", "booking_visit"] {
            let content = Cell::Text("x".repeat(400));
            bare.run(VERSION, &[clinic.clone(), Cell::Text(entity.to_owned()), Cell::Id(self.visit), content])?;
            self.note(bare)?;
        }
        let message = [clinic, Cell::Id(key(self.chance)), words(self.visit), Cell::Text("x".repeat(300))];
        bare.run(MESSAGE, &message)?;
        bare.order("COMMIT")
    }

    fn claim(&self, bare: &mut Bare, subject: Uuid) -> Result<()> {
        let (starts, ends) = (Cell::Int(self.starts), Cell::Int(self.starts + HALF_HOUR));
        bare.run(CLAIM, &[Cell::Id(self.clinic), Cell::Id(subject), starts, ends, Cell::Id(self.visit)])
    }

    fn note(&mut self, bare: &mut Bare) -> Result<()> {
        bare.run(EVENT, &[Cell::Id(self.clinic), Cell::Id(key(self.chance)), Cell::Id(self.visit)])
    }
}

fn key(chance: &mut Chance) -> Uuid {
    Uuid::from_u64_pair(chance.next(), chance.next())
}
