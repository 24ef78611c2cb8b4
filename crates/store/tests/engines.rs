//! One behaviour suite, run on both engines. `SUHADA_TEST_POSTGRES` names an empty PostgreSQL server; the test
//! runner starts one, and without it the PostgreSQL half fails rather than passing unseen.

use journey::id::ClinicId;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Store, StoreError, Tx, args};
use uuid::Uuid;

static SERIAL: AtomicU32 = AtomicU32::new(0);

fn serial() -> u32 {
    SERIAL.fetch_add(1, Ordering::Relaxed)
}

fn sqlite() -> Store {
    let path = std::env::temp_dir().join(format!("suhada-store-{}-{}.db", std::process::id(), serial()));
    let store = Store::open(&format!("sqlite:{}", path.display())).expect("a fresh file opens");
    store.migrate("2026-11-22T00:00:00Z".parse().expect("an instant")).expect("the schema applies");
    store
}

fn postgres() -> Store {
    let server =
        std::env::var("SUHADA_TEST_POSTGRES").expect("SUHADA_TEST_POSTGRES names a server; see cargo xtask test");
    let name = format!("store_{}_{}", std::process::id(), serial());
    let mut admin =
        postgres::Client::connect(&format!("{server}/postgres"), postgres::NoTls).expect("the server answers");
    admin.batch_execute(&format!("CREATE DATABASE {name}")).expect("a database of our own");
    let store = Store::open(&format!("{server}/{name}")).expect("the database opens");
    store.migrate("2026-11-22T00:00:00Z".parse().expect("an instant")).expect("the schema applies");
    store
}

fn key(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn clinic() -> ClinicId {
    ClinicId::new(key(1))
}

fn claim(tx: &mut Tx<'_>, subject: u128, lane: i64, starts: i64, ends: i64, visit: u128) -> Result<u64, StoreError> {
    tx.execute(
        "INSERT INTO booking_claim (clinic_id, subject_id, lane, starts_at, ends_at, visit_id)
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![clinic(), key(subject), lane, starts, ends, key(visit)],
    )
}

fn put(store: &Store, subject: u128, starts: i64, ends: i64) -> Result<u64, StoreError> {
    store.write(move |tx| claim(tx, subject, 0, starts, ends, 9)).wait()
}

fn claims(store: &Store) -> i64 {
    store
        .read(|tx| tx.first("SELECT COUNT(*) FROM booking_claim", &[]))
        .wait()
        .and_then(|row: Option<store::Row>| row.expect("a count").get(0))
        .expect("the count is read")
}

/// Pairs of claims that overlap, asked for without trusting the constraint.
fn overlaps(store: &Store) -> i64 {
    let sql = "SELECT COUNT(*) FROM booking_claim a JOIN booking_claim b ON a.clinic_id = b.clinic_id
               AND a.subject_id = b.subject_id AND a.lane = b.lane AND a.starts_at < b.starts_at
               AND b.starts_at < a.ends_at";
    store
        .read(move |tx| tx.first(sql, &[]))
        .wait()
        .and_then(|row: Option<store::Row>| row.expect("a count").get(0))
        .expect("the count is read")
}

fn claims_that_touch_stand_and_claims_that_overlap_are_refused(store: &Store) {
    assert_eq!(put(store, 7, 100, 200), Ok(1));
    assert_eq!(put(store, 7, 200, 300), Ok(1));
    assert_eq!(put(store, 7, 0, 100), Ok(1));
    for (starts, ends) in [(150, 160), (50, 400), (199, 201), (99, 101), (100, 200)] {
        let refused = put(store, 7, starts, ends).expect_err("it overlaps");
        assert!(matches!(refused, StoreError::Overlap | StoreError::Duplicate(_)), "{refused:?}");
    }
    assert_eq!(put(store, 8, 150, 160), Ok(1), "another subject is free");
    assert_eq!(claims(store), 4);
}

fn moving_a_claim_onto_another_is_refused(store: &Store) {
    assert_eq!(put(store, 7, 100, 200), Ok(1));
    assert_eq!(put(store, 7, 200, 300), Ok(1));
    let moved = |starts: i64, ends: i64| {
        store
            .write(move |tx| {
                tx.execute(
                    "UPDATE booking_claim SET starts_at = $1, ends_at = $2 WHERE starts_at = 100",
                    args![starts, ends],
                )
            })
            .wait()
    };
    assert_eq!(moved(250, 350), Err(StoreError::Overlap));
    assert_eq!(moved(100, 201), Err(StoreError::Overlap));
    assert_eq!(moved(120, 200), Ok(1), "a claim does not stand in its own way");
}

fn a_failing_command_takes_nothing_with_it(store: &Store) {
    let both = store.write(|tx| {
        claim(tx, 7, 0, 100, 200, 9)?;
        claim(tx, 7, 0, 150, 250, 9)
    });
    let alone = store.write(|tx| claim(tx, 8, 0, 100, 200, 9));
    assert_eq!(both.wait(), Err(StoreError::Overlap));
    assert_eq!(alone.wait(), Ok(1));
    assert_eq!(claims(store), 1);
}

fn an_attempt_that_fails_leaves_the_rest_standing(store: &Store) {
    let done = store.write(|tx| {
        claim(tx, 7, 0, 100, 200, 9)?;
        let refused = tx.attempt(|tx| claim(tx, 7, 0, 150, 250, 9));
        assert_eq!(refused, Err(StoreError::Overlap));
        claim(tx, 7, 0, 200, 300, 9)
    });
    assert_eq!(done.wait(), Ok(1));
    assert_eq!(claims(store), 2);
}

fn of_sixty_four_racing_for_one_time_exactly_one_wins(store: &Store) {
    let barrier = Arc::new(std::sync::Barrier::new(64));
    let racers: Vec<_> = (0..64)
        .map(|n| {
            let (store, barrier) = (store.clone(), Arc::clone(&barrier));
            std::thread::spawn(move || {
                barrier.wait();
                store
                    .write(move |tx| {
                        claim(tx, 7, 0, 1_000, 2_000, n)?;
                        claim(tx, 100 + n, 0, 1_000, 2_000, n)
                    })
                    .wait()
            })
        })
        .collect();
    let answers: Vec<_> = racers.into_iter().map(|racer| racer.join().expect("no racer panics")).collect();
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    for answer in answers.into_iter().filter_map(Result::err) {
        assert!(matches!(answer, StoreError::Overlap | StoreError::Duplicate(_)), "{answer:?}");
    }
    assert_eq!((claims(store), overlaps(store)), (2, 0));
}

fn random_claims_never_overlap(store: &Store) {
    use proptest::strategy::{Strategy, ValueTree};
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let times = proptest::collection::vec((0_u128..4, 0_i64..60, 1_i64..12), 1..60);
    let mut generation = 0_u128;
    for _ in 0..24 {
        let drawn = times.new_tree(&mut runner).expect("a sample").current();
        generation += 1000;
        for (subject, starts, length) in drawn {
            let _ = put(store, generation + subject, starts, starts + length);
        }
    }
    assert_eq!(overlaps(store), 0);
    assert!(claims(store) > 24, "claims were made at all");
}

fn every_type_comes_back_as_it_went_in(store: &Store) {
    let at: jiff::Timestamp = "2026-11-22T03:04:05.123456Z".parse().expect("an instant");
    store
        .write(move |tx| {
            tx.execute(
                "INSERT INTO outcome_assessment (clinic_id, id, patient_id, visit_id, protocol_id, indication, scale,
                 score, assessed_on, assessed_by, assessed_at) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)",
                args![
                    clinic(),
                    key(2),
                    key(3),
                    None::<Uuid>,
                    "dermapen",
                    "瘢痕",
                    "gais",
                    2.5,
                    jiff::civil::date(2026, 11, 22),
                    key(4),
                    at
                ],
            )
        })
        .wait()
        .expect("the row is kept");
    let row = store
        .read(|tx| {
            tx.first(
                "SELECT visit_id, indication, score, assessed_on, assessed_by, assessed_at FROM outcome_assessment",
                &[],
            )
        })
        .wait()
        .map(|row: Option<store::Row>| row.expect("one row"))
        .expect("the row is read");
    assert_eq!(row.get::<Option<Uuid>>(0), Ok(None));
    assert_eq!(row.get::<String>(1), Ok("瘢痕".to_owned()));
    assert_eq!(row.get::<f64>(2), Ok(2.5));
    assert_eq!(row.get::<jiff::civil::Date>(3), Ok(jiff::civil::date(2026, 11, 22)));
    assert_eq!(row.get::<Uuid>(4), Ok(key(4)));
    assert_eq!(row.get::<jiff::Timestamp>(5), Ok(at));
}

fn a_reader_cannot_write(store: &Store) {
    let refused = store.read(|tx| claim(tx, 7, 0, 1, 2, 9)).wait();
    assert!(matches!(refused, Err(StoreError::Fault(_))), "{refused:?}");
}

fn migrating_again_changes_nothing(store: &Store) {
    assert_eq!(store.migrate("2026-11-23T00:00:00Z".parse().expect("an instant")), Ok(0));
}

macro_rules! on_both_engines {
    ($($behaviour:ident)*) => {
        mod on_sqlite { $(#[test] fn $behaviour() { super::$behaviour(&super::sqlite()); })* }
        mod on_postgres { $(#[test] fn $behaviour() { super::$behaviour(&super::postgres()); })* }
    };
}

on_both_engines! {
    claims_that_touch_stand_and_claims_that_overlap_are_refused
    moving_a_claim_onto_another_is_refused
    a_failing_command_takes_nothing_with_it
    an_attempt_that_fails_leaves_the_rest_standing
    of_sixty_four_racing_for_one_time_exactly_one_wins
    random_claims_never_overlap
    every_type_comes_back_as_it_went_in
    a_reader_cannot_write
    migrating_again_changes_nothing
}

/// The clinic leads every key; without being told, SQLite would rather read every contact than look one up.
#[test]
fn a_new_file_looks_people_up_by_their_key_and_does_not_read_everybody() {
    let folder = std::env::temp_dir().join(format!("store-plans-{}", std::process::id()));
    let store = Store::open(&format!("sqlite:{}", folder.join("plans.db").display())).expect("a file");
    store.migrate("2026-11-22T00:00:00Z".parse().expect("an instant")).expect("the schema");
    let asked =
        "EXPLAIN QUERY PLAN SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2)";
    let rows =
        store.read::<_, StoreError, _>(move |tx| tx.query(asked, store::args![0_i64, 0_i64])).wait().expect("a plan");
    let plan: Vec<String> = rows.iter().map(|row| row.get(3).expect("a line")).collect();
    let looked_up = plan.iter().filter(|line| line.contains("id=?)") || line.contains("merged_into=?)")).count();
    assert_eq!(looked_up, 2, "{plan:?}");
    drop(std::fs::remove_dir_all(folder));
}
