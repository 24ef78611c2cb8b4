//! The one who opens rounds, kills the server, and looks into the database after each.

use super::contender::{Saw, Stage};
use super::kills::Kills;
use super::story::{Kill, Round, Story};
use crate::bench::http::spans::Stopwatch;
use crate::bench::independent::Look;
use crate::bench::independent::chance::Chance;
use crate::bench::independent::findings::{booked_at, booked_for};
use crate::bench::independent::house::Copy;
use crate::server::Server;
use anyhow::{Context, Result, bail};
use std::process::Command;
use std::sync::mpsc::Receiver;
use std::time::Duration;

/// How long a round lasts until the first ones have told.
const FIRST_GUESS: Duration = Duration::from_millis(20);
/// A contender who tells nothing for so long has died.
const PATIENCE: Duration = Duration::from_secs(600);

/// Everything the referee needs.
pub(super) struct Referee<'a> {
    pub copy: &'a Copy,
    pub server: Option<Server>,
    pub stage: &'a Stage,
    pub heard: &'a Receiver<Saw>,
    pub look: Look,
    pub chance: Chance,
}

impl Referee<'_> {
    /// Every round, one time each.
    pub fn referee(&mut self, times: &[i64], kills: &Kills) -> Result<Story> {
        let mut story = Story::default();
        for (number, starts) in times.iter().enumerate() {
            let usual = story.usual_span().unwrap_or(FIRST_GUESS);
            let watch = Stopwatch::start();
            self.stage.open(u32::try_from(number)?, *starts);
            let kill = if kills.falls_in(number) { Some(self.kill(usual)?) } else { None };
            let saw = self.hear()?;
            let span = watch.elapsed();
            let round = self.judge(number, *starts, saw, kill, span)?;
            story.add(round);
            if (number + 1).is_multiple_of(100) {
                println!("   {} rounds", number + 1);
            }
        }
        Ok(story)
    }

    /// Kills the server at some moment of the round, as long as a round usually lasts, and starts it again.
    fn kill(&mut self, usual: Duration) -> Result<Kill> {
        let micros = u64::try_from(usual.as_micros())?;
        let after = Duration::from_micros(self.chance.below(micros));
        std::thread::sleep(after);
        let server = self.server.take().context("the server is gone already")?;
        let status = Command::new("kill").args(["-KILL", &server.pid().to_string()]).status()?;
        if !status.success() {
            bail!("the server could not be killed");
        }
        drop(server);
        let server = self.copy.serve()?;
        self.stage.moved(server.address.parse().context("the server has no address")?);
        let ready_again = server.ready_after;
        self.server = Some(server);
        Ok(Kill { after, ready_again })
    }

    fn hear(&self) -> Result<Vec<Saw>> {
        (0..super::CLIENTS).map(|_| self.heard.recv_timeout(PATIENCE).context("a contender is gone")).collect()
    }

    fn judge(
        &mut self,
        number: usize,
        starts: i64,
        saw: Vec<Saw>,
        kill: Option<Kill>,
        span: Duration,
    ) -> Result<Round> {
        let confirmed: Vec<String> = saw.iter().filter_map(|one| one.confirmed.clone()).collect();
        let mut found = 0;
        for mail in &confirmed {
            found += booked_for(&mut self.look, starts, mail)?;
        }
        let booked = booked_at(&mut self.look, starts)?;
        Ok(Round { number, starts, booked, found, confirmed, saw, kill, span })
    }
}
