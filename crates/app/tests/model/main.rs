//! Bookings against a naive model: random operations on two nodes over one database, each answer predicted by minutes
//! and rows on paper, and the offered times, the claims and their overlaps compared after them.
//!
//! `SUHADA_MODEL_OPERATIONS` says how many operations are made on each engine (250 where it is not set; ten thousand
//! before a release), `SUHADA_MODEL_SEED` which ones. `SUHADA_TEST_POSTGRES` names the server of the second engine.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must fail")]

mod chance;
mod compare;
mod deed;
mod naive;
mod rig;
mod roster;
mod summer_time;

use rig::Rig;
use testkit::Engine;

const OPERATIONS: u64 = 250;
const SEED: u64 = 20_261_122;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |text| text.parse().unwrap())
}

fn told_and_predicted_are_the_same(engine: Engine) {
    let seed = number("SUHADA_MODEL_SEED", SEED);
    let mut rig = Rig::new(engine, seed);
    for _ in 0..number("SUHADA_MODEL_OPERATIONS", OPERATIONS) {
        rig.step();
    }
    rig.was_worth_it();
}

#[test]
fn every_answer_is_the_one_on_paper_on_sqlite() {
    told_and_predicted_are_the_same(Engine::Sqlite);
}

#[test]
fn every_answer_is_the_one_on_paper_on_postgres() {
    told_and_predicted_are_the_same(Engine::Postgres);
}
