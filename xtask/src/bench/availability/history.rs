//! Years of visits written straight into the file, with every row that a calendar looks at. The file's own guards
//! against overlaps stay on.

use super::day::{Class, Day, Placed, TICK};
use crate::bench::http::spans::{Stopwatch, rounded};
use crate::bench::independent::chance::Chance;
use anyhow::{Context, Result};
use rusqlite::{Connection, params};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// So many visits come on an ordinary day: about two thirds of what fits.
const A_DAY: u32 = 110;
/// Online booking is open so far ahead.
const AHEAD: u32 = 90;
const DAY: i64 = 288 * TICK;
/// The clinic's clock is nine hours ahead of the world's, all year.
const EAST: i64 = 9 * 12 * TICK;

/// What was written.
pub(super) struct History {
    visits: u32,
    ahead: u32,
    patients: u32,
    past_days: u32,
    megabytes: f64,
    took: Duration,
}

struct Writer {
    connection: Connection,
    clinic: Vec<u8>,
    resources: Vec<Vec<u8>>,
    pools: Vec<Vec<usize>>,
    services: HashMap<String, Vec<u8>>,
    chance: Chance,
    patients: u32,
    written: u32,
    keys: u64,
    now: i64,
}

impl History {
    /// Writes so many visits: a quarter ahead, fewer the further, but never more than an ordinary house has; the rest
    /// in days gone by.
    pub fn write(file: &Path, visits: u32) -> Result<Self> {
        let watch = Stopwatch::start();
        let mut writer = Writer::open(file, visits)?;
        let ahead = writer.ahead(visits)?;
        let past_days = writer.past(visits)?;
        let patients = writer.patients;
        writer.close()?;
        // What is still on its way to the disk would slow down what is measured next.
        std::fs::File::open(file)?.sync_all()?;
        let megabytes = rounded(std::fs::metadata(file)?.len() as f64 / 1_048_576.0);
        Ok(Self { visits, ahead, patients, past_days, megabytes, took: watch.elapsed() })
    }

    /// As a figure.
    pub fn told(&self) -> Value {
        json!({
            "visits": self.visits, "ahead": self.ahead, "past_days": self.past_days, "patients": self.patients,
            "megabytes": self.megabytes, "written_in_seconds": rounded(self.took.as_secs_f64()),
        })
    }
}

impl Writer {
    fn open(file: &Path, visits: u32) -> Result<Self> {
        let connection = Connection::open(file)?;
        connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000")?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.execute_batch("BEGIN")?;
        let clinic = connection.query_row("SELECT id FROM clinic", (), |row| row.get(0))?;
        let services = connection
            .prepare("SELECT slug, id FROM offering_service")?
            .query_map((), |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let (resources, pools) = resources(&connection)?;
        let (chance, now) = (Chance::of(visits.into()), now()?);
        let patients = (visits / 5).max(400);
        let writer =
            Self { connection, clinic, resources, pools, services, chance, patients, written: 0, keys: 0, now };
        (0..patients).try_for_each(|number| writer.patient(number))?;
        Ok(writer)
    }

    fn ahead(&mut self, visits: u32) -> Result<u32> {
        let usual = |day: u32| f64::from(A_DAY) * f64::from(100 - day) / 100.0;
        let whole: f64 = (1..=AHEAD).map(usual).sum();
        let share = (f64::from(visits) / 4.0 / whole).min(1.0);
        let mut owed = 0.0;
        for day in 1..=AHEAD {
            owed += usual(day) * share;
            let before = self.written;
            self.day(i64::from(day), owed as u32, "booked")?;
            owed -= f64::from(self.written - before);
        }
        Ok(self.written)
    }

    fn past(&mut self, visits: u32) -> Result<u32> {
        let mut days = 0;
        while self.written < visits {
            days += 1;
            self.day(-i64::from(days), A_DAY.min(visits - self.written), "fulfilled")?;
        }
        Ok(days)
    }

    /// One day, counted from today, with at most so many visits.
    fn day(&mut self, from_today: i64, most: u32, state: &str) -> Result<()> {
        let midnight = (self.now + EAST) / DAY * DAY - EAST + from_today * DAY;
        let mut day = Day::new(self.resources.len());
        for _ in 0..most {
            let Some(placed) = day.place(&self.pools, &mut self.chance) else { return Ok(()) };
            self.visit(&placed, midnight, state)?;
        }
        Ok(())
    }

    fn visit(&mut self, placed: &Placed, midnight: i64, state: &str) -> Result<()> {
        let starts = midnight + placed.start as i64 * TICK;
        let at = |tick: usize| starts + tick as i64 * TICK;
        let (visit, patient) = (self.key(), self.written % self.patients);
        self.written += 1;
        self.connection
            .prepare_cached(
                "INSERT INTO booking_visit (clinic_id, id, patient_id, contact_id, state, state_at, extensions, origin,
                 language, starts_at, ends_at, wish, link_failures, sequence, created_at, version)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0, 'web', 'ja', ?6, ?7, '', 0, 0, ?8, 1)",
            )?
            .execute(params![
                self.clinic,
                visit,
                person(patient),
                contact(patient),
                state,
                starts,
                at(placed.kind.ticks),
                self.now
            ])?;
        self.items(placed, &visit, &at)?;
        for (resource, need) in placed.taken.iter().zip(placed.kind.needs) {
            let subject = self.resources.get(*resource).context("a resource that is not there")?;
            self.claim(subject, &visit, at(need.from), at(need.to))?;
        }
        self.claim(&person(patient), &visit, starts, at(placed.kind.ticks))
    }

    fn items(&mut self, placed: &Placed, visit: &[u8], at: &dyn Fn(usize) -> i64) -> Result<()> {
        let mut step_place = 0;
        for (place, (service, steps)) in placed.kind.items.iter().enumerate() {
            let item = self.key();
            let id = self.services.get(*service).with_context(|| format!("{service} is not offered"))?;
            let block = if *service == "laser" { "provisional" } else { "free" };
            self.connection
                .prepare_cached(
                    "INSERT INTO booking_item (clinic_id, id, visit_id, place, service_id, block)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![self.clinic, item, visit, place as i64, id, block])?;
            for step in *steps {
                let key = self.key();
                self.connection
                    .prepare_cached(
                        "INSERT INTO booking_segment (clinic_id, id, item_id, visit_id, place, kind, starts_at, ends_at)
                         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                    )?
                    .execute(params![self.clinic, key, item, visit, step_place, step.what, at(step.from), at(step.to)])?;
                step_place += 1;
            }
        }
        Ok(())
    }

    fn claim(&self, subject: &[u8], visit: &[u8], starts: i64, ends: i64) -> Result<()> {
        self.connection
            .prepare_cached(
                "INSERT INTO booking_claim (clinic_id, subject_id, lane, starts_at, ends_at, visit_id)
                 VALUES (?1, ?2, 0, ?3, ?4, ?5)",
            )?
            .execute(params![self.clinic, subject, starts, ends, visit])?;
        Ok(())
    }

    fn patient(&self, number: u32) -> Result<()> {
        let (name, kana) = (format!("来院{number}"), format!("ライイン{}", kana(number)));
        let born = format!("{}-{:02}-{:02}", 1940 + number % 60, 1 + number / 60 % 12, 1 + number / 720 % 28);
        self.connection
            .prepare_cached(
                "INSERT INTO identity_patient (clinic_id, id, standing, family, given, family_kana, given_kana,
                 search_key, birth_date, created_at, updated_at, version)
                 VALUES (?1, ?2, 'provisional', ?3, '花', ?4, 'ハナ', ?4 || 'ハナ ' || ?3 || '花', ?5, ?6, ?6, 1)",
            )?
            .execute(params![self.clinic, person(number), name, kana, born, self.now])?;
        self.connection
            .prepare_cached(
                "INSERT INTO identity_contact (clinic_id, id, name, phone, phone_key, mail, language, created_at,
                 version) VALUES (?1, ?2, ?3, ?4, ?4, ?5, 'ja', ?6, 1)",
            )?
            .execute(params![
                self.clinic,
                contact(number),
                name,
                format!("070{number:08}"),
                format!("came{number}@example.jp"),
                self.now
            ])?;
        self.connection
            .prepare_cached(
                "INSERT INTO identity_care (clinic_id, contact_id, patient_id, relation) VALUES (?1, ?2, ?3, 'self')",
            )?
            .execute(params![self.clinic, contact(number), person(number)])?;
        Ok(())
    }

    fn key(&mut self) -> Vec<u8> {
        self.keys += 1;
        identifier(3, self.keys)
    }

    fn close(self) -> Result<()> {
        self.connection.execute_batch("COMMIT; PRAGMA journal_mode = WAL; PRAGMA wal_checkpoint(TRUNCATE)")?;
        Ok(())
    }
}

/// The keys of every resource, and for each class the places of those that belong to it.
type Resources = (Vec<Vec<u8>>, Vec<Vec<usize>>);

fn resources(connection: &Connection) -> Result<Resources> {
    let (mut all, mut pools) = (Vec::new(), Vec::new());
    for class in Class::ALL {
        let (kind, name) = match class {
            Class::Physicians => ("practitioner", "examination"),
            Class::Nurses => ("practitioner", "nursing"),
            Class::Counsellors => ("practitioner", "counselling"),
            Class::ExaminationRooms => ("room", "examination"),
            Class::TreatmentRooms => ("room", "treatment"),
            Class::CounsellingRooms => ("room", "counselling"),
            Class::Lasers => ("device", "laser"),
            Class::Cameras => ("device", "camera"),
        };
        let mut statement = connection.prepare(
            "SELECT r.id FROM roster_resource r LEFT JOIN staff_competence c ON c.staff_id = r.staff_id
             WHERE r.kind = ?1 AND COALESCE(c.competence, r.class) = ?2 ORDER BY r.place",
        )?;
        let found: Vec<Vec<u8>> =
            statement.query_map(params![kind, name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        pools.push((all.len()..all.len() + found.len()).collect());
        all.extend(found);
    }
    Ok((all, pools))
}

fn person(number: u32) -> Vec<u8> {
    identifier(1, number.into())
}

fn contact(number: u32) -> Vec<u8> {
    identifier(2, number.into())
}

/// A key of sixteen bytes that grows with its number, as the program's own keys grow with time.
fn identifier(family: u8, number: u64) -> Vec<u8> {
    let mut bytes = vec![1, 0x90, 0, 0, 0, family, 0x70, 0];
    bytes.extend(number.to_be_bytes());
    bytes
}

fn kana(number: u32) -> String {
    const LETTERS: [char; 10] = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];
    number.to_string().bytes().filter_map(|digit| LETTERS.get(usize::from(digit - b'0'))).collect()
}

#[expect(clippy::disallowed_methods, reason = "a history ends today")]
fn now() -> Result<i64> {
    Ok(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_micros())?)
}
