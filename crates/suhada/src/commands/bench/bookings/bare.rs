use super::Figure;
use crate::clock::Stopwatch;
use journey::id::ClinicId;
use std::time::Duration;
use store::{Store, StoreError, Tx, args};
use uuid::Uuid;

/// Writes the rows of one booking, without reading, deciding or hashing anything: two transactions, as a hold and a
/// confirmation are, from one connection.
pub(super) fn measure(store: &Store, clinic: ClinicId, bookings: usize) -> anyhow::Result<Figure> {
    let (mut each, begun): (Vec<Duration>, _) = (Vec::new(), Stopwatch::start());
    for number in 0..bookings {
        let (one, visit) = (Stopwatch::start(), Uuid::from_u128(rand::random()));
        let starts = i64::try_from(number).unwrap_or(0) * 3_600_000_000;
        store.write(move |tx| hold(tx, clinic, visit, starts)).wait()?;
        store.write(move |tx| confirm(tx, clinic, visit, starts)).wait()?;
        each.push(one.elapsed());
    }
    Ok(Figure::of(1, begun.elapsed(), each))
}

fn hold(tx: &mut Tx<'_>, clinic: ClinicId, visit: Uuid, starts: i64) -> Result<(), StoreError> {
    let (item, ends) = (Uuid::from_u128(rand::random()), starts + 1_800_000_000);
    tx.execute(
        "INSERT INTO booking_visit (clinic_id, id, state, state_at, held_until, extensions, origin, language, starts_at,
         ends_at, hold_hash, wish, link_failures, sequence, created_at, version)
         VALUES ($1, $2, 'held', $3, $4, 0, 'web', 'ja', $3, $4, $5, '', 0, 0, $3, 1)",
        args![clinic, visit, starts, ends, visit.to_string()],
    )?;
    tx.execute(
        "INSERT INTO booking_item (clinic_id, id, visit_id, place, service_id, block) VALUES ($1, $2, $3, 0, $3, 'free')",
        args![clinic, item, visit],
    )?;
    tx.execute(
        "INSERT INTO booking_segment (clinic_id, id, item_id, visit_id, place, kind, starts_at, ends_at)
         VALUES ($1, $2, $3, $4, 0, 'counselling', $5, $6)",
        args![clinic, Uuid::from_u128(rand::random()), item, visit, starts, ends],
    )?;
    for subject in [1_u128, 2] {
        claim(tx, clinic, Uuid::from_u128(subject), visit, starts)?;
    }
    note(tx, clinic, visit)
}

fn confirm(tx: &mut Tx<'_>, clinic: ClinicId, visit: Uuid, starts: i64) -> Result<(), StoreError> {
    let (patient, contact) = (Uuid::from_u128(rand::random()), Uuid::from_u128(rand::random()));
    tx.execute(
        "INSERT INTO identity_patient (clinic_id, id, standing, family, given, family_kana, given_kana, search_key,
         birth_date, created_at, updated_at, version)
         VALUES ($1, $2, 'provisional', '計測', '花', 'ケイソク', 'ハナ', $3, '1980-01-01', 0, 0, 1)",
        args![clinic, patient, patient.to_string()],
    )?;
    tx.execute(
        "INSERT INTO identity_contact (clinic_id, id, name, phone, phone_key, mail, language, created_at, version)
         VALUES ($1, $2, '計測 花', $3, $3, $3, 'ja', 0, 1)",
        args![clinic, contact, contact.to_string()],
    )?;
    tx.execute(
        "INSERT INTO identity_care (clinic_id, contact_id, patient_id, relation) VALUES ($1, $2, $3, 'self')",
        args![clinic, contact, patient],
    )?;
    tx.execute(
        "UPDATE booking_visit SET state = 'booked', held_until = NULL, patient_id = $1, contact_id = $2, link_hash = $3,
         version = version + 1 WHERE clinic_id = $4 AND id = $5",
        args![patient, contact, patient.to_string(), clinic, visit],
    )?;
    claim(tx, clinic, patient, visit, starts)?;
    for entity in ["identity_patient", "booking_visit"] {
        tx.execute(
            "INSERT INTO audit_version (clinic_id, entity, entity_id, version, written_at, content)
             VALUES ($1, $2, $3, 1, 0, $4)",
            args![clinic, entity, visit, "x".repeat(400)],
        )?;
        note(tx, clinic, visit)?;
    }
    tx.execute(
        "INSERT INTO outbox_message (clinic_id, id, message_key, channel, recipient, language, subject, body, state,
         attempts, due_at, queued_at) VALUES ($1, $2, $3, 'mail', 'a@example.jp', 'ja', 's', $4, 'sent', 0, 0, 0)",
        args![clinic, Uuid::from_u128(rand::random()), visit.to_string(), "x".repeat(300)],
    )?;
    Ok(())
}

fn claim(tx: &mut Tx<'_>, clinic: ClinicId, subject: Uuid, visit: Uuid, starts: i64) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO booking_claim (clinic_id, subject_id, lane, starts_at, ends_at, visit_id)
         VALUES ($1, $2, 0, $3, $4, $5)",
        args![clinic, subject, starts, starts + 1_800_000_000, visit],
    )
    .map(drop)
}

fn note(tx: &mut Tx<'_>, clinic: ClinicId, visit: Uuid) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO audit_event (clinic_id, id, happened_at, actor, action, entity, entity_id, digest)
         VALUES ($1, $2, 0, 'visitor', 'bench', 'booking_visit', $3, '')",
        args![clinic, Uuid::from_u128(rand::random()), visit],
    )
    .map(drop)
}
