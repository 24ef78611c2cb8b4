//! What happened, round by round.

use super::contender::Saw;
use crate::bench::http::spans::Spans;
use crate::bench::independent::Look;
use crate::bench::independent::findings::{Whole, booked_for};
use anyhow::Result;
use serde_json::{Value, json};
use std::time::Duration;

/// How many rounds that went wrong are told one by one.
const SHOWN: usize = 20;

/// When the server was killed, and how soon another answered.
pub(super) struct Kill {
    pub after: Duration,
    pub ready_again: Duration,
}

/// One round.
pub(super) struct Round {
    pub number: usize,
    pub starts: i64,
    /// Visits that stand at the time, by the independent query.
    pub booked: i64,
    /// How many of those who were told "booked" were found by it.
    pub found: i64,
    /// The mail addresses of those who were told "booked".
    pub confirmed: Vec<String>,
    pub saw: Vec<Saw>,
    pub kill: Option<Kill>,
    pub span: Duration,
}

impl Round {
    /// One visit, one confirmation, and they belong together.
    fn is_sound(&self) -> bool {
        self.booked == 1 && self.confirmed.len() == 1 && self.found == 1 && self.sum(unexpected) == 0
    }

    fn sum(&self, what: impl Fn(&Saw) -> u32) -> u32 {
        self.saw.iter().map(what).sum()
    }

    fn silences(&self) -> u32 {
        self.sum(|saw| saw.silent_holds + saw.silent_confirmations)
    }

    fn told(&self) -> Value {
        json!({
            "round": self.number, "starts": self.starts, "booked": self.booked, "confirmed": self.confirmed.len(),
            "found": self.found, "kept": self.sum(|saw| saw.kept), "lapsed": self.sum(|saw| saw.lapsed),
            "silent_holds": self.sum(|saw| saw.silent_holds),
            "silent_confirmations": self.sum(|saw| saw.silent_confirmations),
            "left_without_answer": self.saw.iter().filter(|saw| saw.silent_holds + saw.silent_confirmations > 0).count(),
            "killed_after_ms": self.kill.as_ref().map(|kill| millis(kill.after)),
            "ready_again_ms": self.kill.as_ref().map(|kill| millis(kill.ready_again)),
            "round_ms": millis(self.span),
        })
    }
}

fn unexpected(saw: &Saw) -> u32 {
    u32::try_from(saw.unexpected.len()).unwrap_or(u32::MAX)
}

fn millis(span: Duration) -> f64 {
    (span.as_secs_f64() * 100_000.0).round() / 100.0
}

/// All rounds on one engine, and what the database holds at the end.
#[derive(Default)]
pub(super) struct Story {
    rounds: Vec<Round>,
    whole: Option<Whole>,
    lost: i64,
}

impl Story {
    /// Adds a round.
    pub fn add(&mut self, round: Round) {
        self.rounds.push(round);
    }

    /// How long a round without a kill lasts, half of the time.
    pub fn usual_span(&self) -> Option<Duration> {
        let mut spans = self.spans();
        spans.sort_unstable();
        spans.get(spans.len() / 2).copied()
    }

    /// The end: what stands in the database, and how many of those who were told "booked" are not there any more.
    pub fn closed(mut self, whole: Whole, look: &mut Look) -> Result<Self> {
        for round in &self.rounds {
            for mail in &round.confirmed {
                self.lost += i64::from(booked_for(look, round.starts, mail)? != 1);
            }
        }
        self.whole = Some(whole);
        Ok(self)
    }

    /// Whether every time has exactly one visit, nothing overlaps, nothing is half booked and nothing was lost.
    pub fn is_sound(&self) -> bool {
        let booked = i64::try_from(self.rounds.len()).unwrap_or(i64::MAX);
        self.rounds.iter().all(Round::is_sound) && self.lost == 0 && self.whole.is_some_and(|it| it.is_sound(booked))
    }

    /// The row of the table.
    pub fn row(&self) -> String {
        let spans = Spans::of(self.spans());
        let (overlaps, half) =
            self.whole.map_or((-1, -1), |it| (it.overlapping_claims + it.overlapping_visits, it.half_booked));
        format!(
            "{:>7} {:>7} {:>8} {overlaps:>9} {half:>9} {:>6} {:>7} {:>9.1} {:>9.1}",
            self.rounds.len(),
            self.rounds.iter().filter(|round| round.kill.is_some()).count(),
            self.rounds.iter().filter(|round| round.is_sound()).count(),
            self.lost,
            self.rounds.iter().map(Round::silences).sum::<u32>(),
            spans.millis(50),
            spans.millis(99)
        )
    }

    /// Everything as figures.
    pub fn told(&self) -> Value {
        let sum = |what: fn(&Saw) -> u32| self.rounds.iter().map(|round| round.sum(what)).sum::<u32>();
        let wrong: Vec<Value> =
            self.rounds.iter().filter(|round| !round.is_sound()).take(SHOWN).map(Round::told).collect();
        let met = self.rounds.iter().filter(|round| round.kill.is_some() && round.silences() > 0).count();
        let kills: Vec<Value> = self.rounds.iter().filter(|round| round.kill.is_some()).map(Round::told).collect();
        json!({
            "rounds": self.rounds.len(), "killed_rounds": kills.len(), "kills_that_left_somebody_without_answer": met,
            "sound": self.is_sound(),
            "rounds_with_exactly_one": self.rounds.iter().filter(|round| round.is_sound()).count(),
            "confirmations": self.rounds.iter().map(|round| round.confirmed.len()).sum::<usize>(),
            "confirmations_lost": self.lost, "database_at_the_end": self.whole,
            "answers": {
                "kept": sum(|saw| saw.kept), "taken": sum(|saw| saw.taken), "taken_with_other_times": sum(|saw| saw.offered),
                "lapsed": sum(|saw| saw.lapsed), "silent_holds": sum(|saw| saw.silent_holds),
                "silent_confirmations": sum(|saw| saw.silent_confirmations), "unexpected": sum(unexpected),
            },
            "round": Spans::of(self.spans()).told(), "wrong": wrong, "kills": kills,
        })
    }

    fn spans(&self) -> Vec<Duration> {
        self.rounds.iter().filter(|round| round.kill.is_none()).map(|round| round.span).collect()
    }
}
