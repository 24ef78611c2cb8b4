//! Many clients at once, each with a connection and times of its own.

use crate::bench::http::Client;
use crate::bench::http::person::Person;
use crate::bench::http::spans::{Spans, Stopwatch, rounded};
use crate::bench::http::visitor::{Confirmed, Held, confirm, hold};
use anyhow::{Result, anyhow};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What the clients do, again and again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deed {
    /// Hold a time.
    Hold,
    /// Hold a time and confirm it.
    Book,
}

/// What the clients came to.
pub struct Rush {
    clients: u8,
    took: Duration,
    done: Tally,
}

/// What one client, or all together, came to.
#[derive(Default)]
struct Tally {
    whole: Vec<Duration>,
    holds: Vec<Duration>,
    confirmations: Vec<Duration>,
    failed: BTreeMap<String, u64>,
}

/// What all clients share.
struct Ground<'a> {
    deed: Deed,
    places: &'a [i64],
    next: AtomicUsize,
    start: Barrier,
    limit: Duration,
}

/// Lets clients go at once, until the time is up or every place is taken. Each does one deed before, to connect.
pub fn rush(server: SocketAddr, clients: u8, deed: Deed, places: &[i64], limit: Duration) -> Result<Rush> {
    let start = Barrier::new(usize::from(clients) + 1);
    let ground = Ground { deed, places, next: AtomicUsize::new(0), start, limit };
    let ground = &ground;
    std::thread::scope(|scope| {
        let workers: Vec<_> =
            (0..clients).map(|number| scope.spawn(move || work(ground, Client::new(server, number)))).collect();
        ground.start.wait();
        let watch = Stopwatch::start();
        let mut done = Tally::default();
        for worker in workers {
            done.add(worker.join().map_err(|_| anyhow!("a client panicked"))?);
        }
        Ok(Rush { clients, took: watch.elapsed(), done })
    })
}

fn work(ground: &Ground<'_>, mut client: Client) -> Tally {
    let mut warming = Tally::default();
    turn(ground, &mut client, &mut warming);
    let mut tally = Tally { failed: warming.failed, ..Tally::default() };
    ground.start.wait();
    let watch = Stopwatch::start();
    while watch.elapsed() < ground.limit && turn(ground, &mut client, &mut tally) == Supply::Lasts {}
    tally
}

/// Whether there was a place left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Supply {
    Lasts,
    Spent,
}

fn turn(ground: &Ground<'_>, client: &mut Client, tally: &mut Tally) -> Supply {
    let number = ground.next.fetch_add(1, Ordering::Relaxed);
    let Some(starts) = ground.places.get(number) else { return Supply::Spent };
    let person = Person::of(u32::try_from(number).unwrap_or(u32::MAX));
    match deed(ground.deed, client, *starts, &person, tally) {
        Ok(span) => tally.whole.push(span),
        Err(why) => *tally.failed.entry(why).or_default() += 1,
    }
    Supply::Lasts
}

fn deed(deed: Deed, client: &mut Client, starts: i64, person: &Person, tally: &mut Tally) -> Result<Duration, String> {
    let watch = Stopwatch::start();
    let token = match hold(client, "counselling", starts, starts.unsigned_abs()) {
        Ok(Held::Kept(token)) => token,
        Ok(other) => return Err(format!("hold: {other:?}")),
        Err(silence) => return Err(format!("hold: {}", silence.kind())),
    };
    tally.holds.push(watch.elapsed());
    if deed == Deed::Book {
        let second = Stopwatch::start();
        match confirm(client, &token, person) {
            Ok(Confirmed::Booked) => tally.confirmations.push(second.elapsed()),
            Ok(other) => return Err(format!("confirm: {other:?}")),
            Err(silence) => return Err(format!("confirm: {}", silence.kind())),
        }
    }
    Ok(watch.elapsed())
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.whole.extend(other.whole);
        self.holds.extend(other.holds);
        self.confirmations.extend(other.confirmations);
        for (why, count) in other.failed {
            *self.failed.entry(why).or_default() += count;
        }
    }
}

impl Rush {
    /// Deeds in a second.
    pub fn per_second(&self) -> f64 {
        rounded(self.done.whole.len() as f64 / self.took.as_secs_f64())
    }

    /// Everything as a figure.
    pub fn told(self) -> Value {
        let (rate, spans) = (self.per_second(), Spans::of(self.done.whole));
        json!({
            "clients": self.clients, "per_second": rate, "p50_ms": spans.millis(50), "p99_ms": spans.millis(99),
            "samples": spans.count(), "seconds": rounded(self.took.as_secs_f64()),
            "hold": Spans::of(self.done.holds).told(), "confirm": Spans::of(self.done.confirmations).told(),
            "failed": self.done.failed.values().sum::<u64>(), "failures": self.done.failed,
        })
    }
}
