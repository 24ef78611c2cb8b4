//! One of those who want the time.

use crate::bench::http::Client;
use crate::bench::http::person::Person;
use crate::bench::http::visitor::{Confirmed, Held, confirm, hold};
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Barrier, Mutex, PoisonError};
use std::time::Duration;

/// While nobody answers, one asks again after so long.
const SILENCE: Duration = Duration::from_millis(20);
/// While the time is kept for nobody knows whom, one asks again after so long.
const KEPT: Duration = Duration::from_millis(200);
/// Nobody asks more often than this in one round.
const PATIENCE: u32 = 1_000;

/// What all contenders see.
pub(super) struct Stage {
    start: Barrier,
    starts: AtomicI64,
    round: AtomicU32,
    server: Mutex<SocketAddr>,
    settled: AtomicBool,
    closed: AtomicBool,
}

impl Stage {
    /// For so many contenders and a referee.
    pub fn new(server: SocketAddr, contenders: u8) -> Self {
        Self {
            start: Barrier::new(usize::from(contenders) + 1),
            starts: AtomicI64::new(0),
            round: AtomicU32::new(0),
            server: Mutex::new(server),
            settled: AtomicBool::new(false),
            closed: AtomicBool::new(false),
        }
    }

    /// Lets everybody go for a time at once.
    pub fn open(&self, round: u32, starts: i64) {
        self.starts.store(starts, Ordering::SeqCst);
        self.round.store(round, Ordering::SeqCst);
        self.settled.store(false, Ordering::SeqCst);
        self.start.wait();
    }

    /// Sends everybody home.
    pub fn close(&self) {
        self.closed.store(true, Ordering::SeqCst);
        self.start.wait();
    }

    /// Says where the server answers from now on.
    pub fn moved(&self, server: SocketAddr) {
        *self.server.lock().unwrap_or_else(PoisonError::into_inner) = server;
    }

    fn server(&self) -> SocketAddr {
        *self.server.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_settled(&self) -> bool {
        self.settled.load(Ordering::SeqCst)
    }
}

/// What one contender saw in one round.
#[derive(Clone, Debug, Default)]
pub(super) struct Saw {
    /// The mail address, when the visit was confirmed to this contender.
    pub confirmed: Option<String>,
    /// How often the time was kept for this contender.
    pub kept: u32,
    /// How often it was taken.
    pub taken: u32,
    /// How often other times were offered in its place.
    pub offered: u32,
    /// How often asking for the time went unanswered.
    pub silent_holds: u32,
    /// How often confirming it went unanswered.
    pub silent_confirmations: u32,
    /// How often it was kept no longer when it was confirmed.
    pub lapsed: u32,
    /// What else was answered.
    pub unexpected: Vec<u16>,
}

/// What a contender does after an answer.
enum Next {
    AskAgain(Duration),
    Leave,
}

/// Takes part in every round until the stage is closed.
pub(super) fn live(stage: &Stage, number: u8, told: &Sender<Saw>) {
    let mut client = Client::new(stage.server(), number);
    loop {
        stage.start.wait();
        if stage.closed.load(Ordering::SeqCst) {
            return;
        }
        let form = stage.round.load(Ordering::SeqCst) * 256 + u32::from(number);
        let saw = compete(stage, &mut client, (&Person::of(form), u64::from(form)));
        if told.send(saw).is_err() {
            return;
        }
    }
}

fn compete(stage: &Stage, client: &mut Client, who: (&Person, u64)) -> Saw {
    let mut saw = Saw::default();
    for _ in 0..PATIENCE {
        match attempt(stage, client, who, &mut saw) {
            Next::Leave => break,
            Next::AskAgain(after) => std::thread::sleep(after),
        }
    }
    saw
}

/// Asks once. Whoever was answered that the time is taken leaves; whoever was once left without an answer cannot
/// know whether the time is kept for them, and sends the same form until somebody has it.
fn attempt(stage: &Stage, client: &mut Client, (person, form): (&Person, u64), saw: &mut Saw) -> Next {
    client.turn_to(stage.server());
    match hold(client, "counselling", stage.starts.load(Ordering::SeqCst), form) {
        Err(_) => {
            saw.silent_holds += 1;
            Next::AskAgain(SILENCE)
        }
        Ok(Held::Taken(others)) => {
            saw.taken += 1;
            saw.offered += u32::from(others > 0);
            let certain = saw.silent_holds == 0 && saw.lapsed == 0;
            if certain || stage.is_settled() { Next::Leave } else { Next::AskAgain(KEPT) }
        }
        Ok(Held::Other(status)) => {
            saw.unexpected.push(status);
            Next::Leave
        }
        Ok(Held::Kept(token)) => {
            saw.kept += 1;
            confirm_until_answered(stage, client, person, &token, saw)
        }
    }
}

fn confirm_until_answered(stage: &Stage, client: &mut Client, person: &Person, token: &str, saw: &mut Saw) -> Next {
    for _ in 0..PATIENCE {
        client.turn_to(stage.server());
        match confirm(client, token, person) {
            Err(_) => {
                saw.silent_confirmations += 1;
                std::thread::sleep(SILENCE);
            }
            Ok(Confirmed::Booked) => {
                saw.confirmed = Some(person.mail.clone());
                stage.settled.store(true, Ordering::SeqCst);
                return Next::Leave;
            }
            Ok(Confirmed::Lapsed) => {
                saw.lapsed += 1;
                return Next::AskAgain(SILENCE);
            }
            Ok(Confirmed::Other(status)) => {
                saw.unexpected.push(status);
                return Next::Leave;
            }
        }
    }
    Next::Leave
}
