//! Thirty-two clients want one time, again and again, and in some rounds the server is killed while they ask.
//!
//! After every round and at the end an independent query looks whether exactly one of them has it, whether anything
//! overlaps, and whether everybody who was told "booked" is booked. Killing a process proves that what was confirmed
//! had left it; it proves nothing about a power cut.

mod contender;
mod kills;
mod round;
mod story;

use super::http::Client;
use super::http::visitor::free_times;
use super::independent::asked::Asked;
use super::independent::chance::Chance;
use super::independent::findings::whole;
use super::independent::house::{Copy, House};
use super::independent::plan::{HALF_HOUR, Mix};
use super::independent::{Engine, Look};
use super::report::Report;
use anyhow::{Context, Result, bail};
use contender::Stage;
use kills::Kills;
use round::Referee;
use serde_json::json;
use std::path::Path;
use story::Story;

/// How many want the same time.
const CLIENTS: u8 = 32;
/// How many times are raced for, unless told otherwise.
const ROUNDS: u32 = 1_000;
/// In one of so many rounds the server is killed, unless told otherwise.
const ONE_KILL_IN: u32 = 50;
const SEED: u64 = 20_261_122;

/// Races on both engines and writes `docs/measurements/race.json`. Fails when anything was booked twice or lost.
pub fn run() -> Result<()> {
    let asked = Asked::command_line(&["--rounds", "--one-kill-in"])?;
    let (rounds, one_in) = (asked.number("--rounds", ROUNDS)?, asked.number("--one-kill-in", ONE_KILL_IN)?);
    let binary = super::released()?;
    let folder = std::env::temp_dir().join(format!("suhada-bench-race-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut report = Report::new();
    report.note("clients", json!(CLIENTS));
    report.note("seed", json!(SEED));
    let mut stories = Vec::new();
    for engine in Engine::ALL {
        let house = House::set_up(&binary, engine, Mix::ONE_COUNSELLOR, &folder)?;
        let story = race(&house.copy("race")?, rounds, one_in)?;
        report.note(engine.name(), story.told());
        stories.push((engine, story));
    }
    print(&stories);
    report.write(&crate::root().join("docs/measurements/race.json"))?;
    let sound = stories.iter().all(|(_, story)| story.is_sound());
    if sound { Ok(std::fs::remove_dir_all(&folder)?) } else { bail!("the race was not clean: {}", shown(&folder)) }
}

fn shown(folder: &Path) -> String {
    format!("the databases are kept in {}", folder.display())
}

/// All rounds on one engine.
fn race(copy: &Copy, rounds: u32, one_in: u32) -> Result<Story> {
    let server = copy.serve()?;
    let address = server.address.parse().context("the server has no address")?;
    let mut chance = Chance::of(SEED);
    let times = contested(free_times(&mut Client::new(address, 0), "counselling")?, rounds, &mut chance)?;
    let kills = Kills::spread(rounds, one_in, &mut chance);
    let stage = Stage::new(address, CLIENTS);
    let (told, heard) = std::sync::mpsc::channel();
    let look = Look::into(&copy.place)?;
    let mut referee = Referee { copy, server: Some(server), stage: &stage, heard: &heard, look, chance };
    let story = std::thread::scope(|scope| {
        for number in 0..CLIENTS {
            let (stage, told) = (&stage, told.clone());
            scope.spawn(move || contender::live(stage, number, &told));
        }
        let story = referee.referee(&times, &kills);
        stage.close();
        story
    })?;
    story.closed(whole(&mut referee.look)?, &mut referee.look)
}

/// The times that are raced for: half an hour each and none touching a day that may be over before its turn.
fn contested(times: Vec<i64>, rounds: u32, chance: &mut Chance) -> Result<Vec<i64>> {
    let first = times.iter().min().map_or(0, |first| first + 48 * HALF_HOUR);
    let mut whole: Vec<i64> = times.into_iter().filter(|at| at % HALF_HOUR == 0 && *at >= first).collect();
    let found = whole.len();
    chance.shuffle(&mut whole);
    whole.truncate(usize::try_from(rounds)?);
    if u32::try_from(whole.len())? < rounds {
        bail!("only {found} times are free; {rounds} are needed");
    }
    Ok(whole)
}

fn print(stories: &[(Engine, Story)]) {
    println!(
        "\n   {:<10} {:>7} {:>7} {:>8} {:>9} {:>9} {:>6} {:>7} {:>9} {:>9}",
        "", "rounds", "killed", "one each", "overlaps", "half", "lost", "silent", "p50 ms", "p99 ms"
    );
    for (engine, story) in stories {
        println!("   {:<10} {}", engine.name(), story.row());
    }
}
