//! The clinic, its two nodes, the paper, and what has been done so far.

use crate::chance::Chance;
use crate::naive::{Lane, Paper, Week};
use app::actor::Actor;
use app::{App, AppError, Clock, Token, Work};
use jiff::civil::{Date, date};
use journey::id::{MergeId, PatientId, StaffId, VisitId};
use std::collections::BTreeMap;
use testkit::{Engine, TestClinic};
use uuid::Uuid;

const PLAN: &str = include_str!("clinic.toml");
const START: &str = "2026-11-23T18:00:00Z";
const FROM: Date = date(2026, 1, 1);
/// Kept for the message of a failure.
const TAIL: usize = 25;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    Held { until: i64 },
    Booked,
    Over,
}

#[derive(Clone, Debug)]
pub struct Known {
    pub id: VisitId,
    pub token: Option<Token>,
    pub state: State,
    pub extensions: u8,
    pub parts: Vec<&'static str>,
    pub starts: i64,
    pub patient: Option<PatientId>,
    pub number: Option<u16>,
}

pub struct Rig {
    pub clinic: TestClinic,
    nodes: [App; 2],
    turn: usize,
    opened: u64,
    engine: Engine,
    seed: u64,
    pub chance: Chance,
    pub paper: Paper,
    pub visits: Vec<Known>,
    /// Patients by the number of their details.
    pub patients: BTreeMap<PatientId, u16>,
    pub merged: BTreeMap<PatientId, PatientId>,
    pub merges: Vec<(MergeId, BTreeMap<PatientId, PatientId>)>,
    log: Vec<String>,
    agreed: BTreeMap<String, u32>,
}

impl Rig {
    pub fn new(engine: Engine, seed: u64) -> Self {
        let clinic = TestClinic::planned(engine, PLAN, START);
        clinic.by("sakamoto", |work| {
            work.tx.execute("UPDATE roster_resource SET lanes = 2 WHERE class = 'counselling'", &[])?;
            Ok(())
        });
        let nodes = [clinic.node(1), clinic.node(2)];
        let paper = paper(&clinic);
        Self {
            clinic,
            nodes,
            turn: 0,
            opened: 2,
            engine,
            seed,
            chance: Chance::of(seed),
            paper,
            visits: Vec::new(),
            patients: BTreeMap::new(),
            merged: BTreeMap::new(),
            merges: Vec::new(),
            log: Vec::new(),
            agreed: BTreeMap::new(),
        }
    }

    pub fn now(&self) -> i64 {
        self.clinic.clock.now().as_second()
    }

    pub fn node(&self) -> &App {
        &self.nodes[self.turn]
    }

    /// One operation on one of the nodes, and the comparison after it.
    pub fn step(&mut self) {
        self.turn = self.chance.below(2);
        self.deed();
        if self.chance.below(4) == 0 {
            self.compare();
        }
    }

    /// A node goes without a farewell and another opens over the same database.
    pub fn crash(&mut self) {
        self.opened += 1;
        self.nodes[self.turn] = self.clinic.node(self.opened);
        self.expect("crash", "ok", "ok");
    }

    pub fn write<T, F>(&self, actor: Actor, deed: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.node().write(actor, deed).wait()
    }

    /// What was told is what was predicted.
    pub fn expect(&mut self, what: &str, predicted: &str, told: &str) {
        self.log.push(format!("{} node {} {what}: {told}", self.clinic.clock.now(), self.turn));
        let word = what.split(' ').next().unwrap_or(what);
        *self.agreed.entry(format!("{word} {told}")).or_default() += 1;
        self.check(predicted == told, &format!("{what}: predicted {predicted}, told {told}"));
    }

    pub fn check(&self, holds: bool, what: &str) {
        let tail = self.log[self.log.len().saturating_sub(TAIL)..].join("\n");
        let (engine, seed, count) = (self.engine, self.seed, self.log.len());
        assert!(holds, "{engine:?}, seed {seed}, operation {count}: {what}\n{tail}");
    }

    /// The visits whose hold has lapsed: their claims count no more, whether or not anybody has cleared them away.
    pub fn lapsed(&self) -> Vec<VisitId> {
        let now = self.now();
        let is_lapsed = |one: &&Known| matches!(one.state, State::Held { until } if until <= now);
        self.visits.iter().filter(is_lapsed).map(|one| one.id).collect()
    }

    pub fn root(&self, patient: PatientId) -> PatientId {
        self.merged.get(&patient).copied().unwrap_or(patient)
    }

    /// A run in which everything was refused, or nothing, would show little.
    pub fn was_worth_it(&self) {
        for needed in ["hold ok", "hold time-taken", "staff ok", "move ok", "cancel ok", "confirm ok", "roster ok"] {
            self.check(self.agreed.contains_key(needed), &format!("no {needed} among {:?}", self.agreed));
        }
        println!("{:?}, seed {}: {:?}", self.engine, self.seed, self.agreed);
    }
}

/// The stable word of an answer.
pub fn word<T>(answer: &Result<T, AppError>) -> String {
    match answer {
        Ok(_) => "ok".into(),
        Err(AppError::Refused(refusal)) => refusal.code().into(),
        Err(other) => format!("{other:?}"),
    }
}

fn paper(clinic: &TestClinic) -> Paper {
    let rows = clinic.by("sakamoto", |work| {
        Ok(work.tx.query("SELECT id, kind, class, staff_id, lanes FROM roster_resource ORDER BY place", &[])?)
    });
    let house = clinic.app.world().clinic.uuid();
    let (mut lanes, mut weeks) = (Vec::new(), Vec::new());
    let mut usual = |subject, weekday| {
        weeks.push(Week { subject, weekday, opens: 600, closes: 1140, from: FROM, until: None });
    };
    [1, 2, 4, 5, 6, 7].into_iter().for_each(|weekday| usual(house, weekday));
    for row in &rows {
        let (subject, staff): (Uuid, Option<StaffId>) = (row.get(0).unwrap(), row.get(3).unwrap());
        let class = match staff {
            None => format!("room {}", row.get::<String>(2).unwrap()),
            Some(staff) => craft(clinic, staff).to_owned(),
        };
        for number in 0..row.get::<i64>(4).unwrap() {
            lanes.push(Lane { subject, number, class: class.clone(), staff });
        }
        if staff.is_some() {
            (1..=7).for_each(|weekday| usual(subject, weekday));
        }
    }
    let zone = clinic.app.world().zone.clone();
    Paper { zone, house, lanes, weeks, specials: Vec::new(), closures: Vec::new(), claims: Vec::new() }
}

fn craft(clinic: &TestClinic, staff: StaffId) -> &'static str {
    let examines = ["sakamoto", "okabe"].into_iter().any(|login| clinic.staff(login) == staff);
    if examines { "examination" } else { "counselling" }
}
