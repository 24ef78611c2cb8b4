//! One file solved, with what it cost to solve it.

use crate::clock::Stopwatch;
use crate::commands::BadInput;
use crate::commands::bench::processor::worked;
use planner::course::{Answer, solve};
use planner::file::{Collision, CourseFile, CourseSolution, Moving, Planning, RepairFile, RepairSolution};
use planner::repair::repair;
use planner::{Progress, Watch};
use serde_json::{Value, json};
use std::cell::RefCell;
use std::time::Duration;

/// After so long the plan of a large course is looked at.
const GLANCE: Duration = Duration::from_millis(50);

/// The steps in which the system counts work are not longer.
const STEP: Duration = Duration::from_millis(12);

/// How often something short is done; the shortest time counts.
const TIMES: u32 = 7;

/// What was found, and how long it took.
pub(super) struct Measured {
    read_ms: f64,
    pub solve_ms: f64,
    explain_ms: Option<f64>,
    pub cost: Option<u64>,
    lower_bound: u64,
    pub impossible: bool,
    cost_after_50_ms: Option<u64>,
    bound_after_50_ms: u64,
    /// As the file format writes it.
    pub solution: Option<Value>,
}

impl Measured {
    /// How far the cost lies above the bound, in percent of the cost.
    pub fn gap(&self) -> f64 {
        match self.cost {
            Some(cost) if cost > 0 => (cost - self.lower_bound) as f64 * 100.0 / cost as f64,
            _ => 0.0,
        }
    }

    /// How far the cost after 50 ms lies above the last, in percent of that; all of it where there was none yet.
    pub fn above_after_50_ms(&self) -> f64 {
        match (self.cost, self.cost_after_50_ms) {
            (Some(cost), Some(soon)) if cost > 0 => (soon.saturating_sub(cost)) as f64 * 100.0 / cost as f64,
            (Some(cost), None) if cost > 0 && self.solve_ms > 50.0 => 100.0,
            _ => 0.0,
        }
    }

    /// All of it but the solution.
    pub fn figure(&self, peak_kb: Option<u64>) -> Value {
        json!({
            "read_ms": round(self.read_ms),
            "solve_ms": round(self.solve_ms),
            "explain_ms": self.explain_ms.map(round),
            "cost": self.cost,
            "lower_bound": self.lower_bound,
            "proven": self.cost == Some(self.lower_bound),
            "impossible": self.impossible,
            "cost_after_50_ms": self.cost_after_50_ms,
            "lower_bound_after_50_ms": self.bound_after_50_ms,
            "peak_kb": peak_kb,
        })
    }
}

fn round(milliseconds: f64) -> f64 {
    (milliseconds * 1000.0).round() / 1000.0
}

/// A limit, and what was known when. Time is the processor's work for this program, where the system says so; the
/// stopwatch fills in what that leaves out between its steps, and is all there is elsewhere.
struct Noted {
    since: Stopwatch,
    before: Option<Duration>,
    limit: Duration,
    glance: RefCell<Option<Progress>>,
}

impl Noted {
    fn within(limit: Duration) -> Self {
        Self { since: Stopwatch::start(), before: worked(), limit, glance: RefCell::new(None) }
    }

    /// Short spans are told by the stopwatch, long ones by the work.
    fn elapsed(&self) -> Duration {
        let passed = self.since.elapsed();
        let work = || Some(worked()?.saturating_sub(self.before?));
        if passed < STEP { passed } else { work().map_or(passed, |work| work.max(STEP).min(passed)) }
    }

    fn elapsed_ms(&self) -> f64 {
        self.elapsed().as_secs_f64() * 1000.0
    }
}

impl Watch for Noted {
    fn is_over(&self) -> bool {
        self.since.elapsed() >= self.limit && self.elapsed() >= self.limit
    }

    fn tell(&self, progress: Progress) {
        if self.elapsed() <= GLANCE {
            *self.glance.borrow_mut() = Some(progress);
        }
    }
}

/// Solves a course or a repair; which of the two it is, the file says. What is short is done several times.
pub(super) fn measure(text: &str, limit: Duration) -> anyhow::Result<Measured> {
    let once = || if text.contains("clinic-repair/1") { moved(text, limit) } else { planned(text, limit) };
    let mut best = once()?;
    for _ in 1..TIMES {
        if best.solve_ms > STEP.as_secs_f64() * 1000.0 {
            break;
        }
        let again = once()?;
        if again.solve_ms < best.solve_ms {
            best = again;
        }
    }
    Ok(best)
}

fn planned(text: &str, limit: Duration) -> anyhow::Result<Measured> {
    let reading = Noted::within(limit);
    let file = CourseFile::read(text).map_err(|bad| BadInput(bad.to_string()))?;
    let read_ms = reading.elapsed_ms();
    let solving = Noted::within(limit);
    let planning = Planning::of(&file);
    let answer = solve(&planning.course(), &solving);
    let solve_ms = solving.elapsed_ms();
    let mut measured = noted(read_ms, solve_ms, &solving);
    match answer {
        Answer::Planned { plan, lower_bound } => {
            measured.cost = Some(plan.cost);
            measured.lower_bound = lower_bound;
            measured.solution = Some(serde_json::to_value(CourseSolution::of(&planning, &plan, lower_bound))?);
        }
        Answer::Impossible => {
            let explaining = Noted::within(limit);
            measured.impossible = true;
            measured.explain_ms = Collision::of(&file, &explaining).map(|_| explaining.elapsed_ms());
        }
        Answer::Unknown { lower_bound } => measured.lower_bound = lower_bound,
    }
    Ok(measured)
}

fn moved(text: &str, limit: Duration) -> anyhow::Result<Measured> {
    let reading = Noted::within(limit);
    let file = RepairFile::read(text).map_err(|bad| BadInput(bad.to_string()))?;
    let read_ms = reading.elapsed_ms();
    let solving = Noted::within(limit);
    let moving = Moving::of(&file);
    let proposal = repair(&moving.repair, crate::commands::repair::SEED, &solving);
    let mut measured = noted(read_ms, solving.elapsed_ms(), &solving);
    (measured.cost, measured.lower_bound) = (Some(proposal.cost), proposal.lower_bound);
    measured.solution = Some(serde_json::to_value(RepairSolution::of(&moving, &proposal))?);
    Ok(measured)
}

fn noted(read_ms: f64, solve_ms: f64, watch: &Noted) -> Measured {
    let glance = *watch.glance.borrow();
    Measured {
        read_ms,
        solve_ms,
        explain_ms: None,
        cost: None,
        lower_bound: 0,
        impossible: false,
        cost_after_50_ms: glance.and_then(|progress| progress.cost),
        bound_after_50_ms: glance.map_or(0, |progress| progress.lower_bound),
        solution: None,
    }
}
