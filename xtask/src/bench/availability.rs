//! How long a month and a day take over HTTP while the number of visits grows a thousandfold.

mod day;
mod history;
mod pages;

use super::http::Client;
use super::http::spans::rounded;
use super::independent::asked::Asked;
use super::independent::chance::Chance;
use super::independent::house::{Copy, House};
use super::independent::plan::{HALF_HOUR, Mix};
use super::independent::{Engine, Place};
use super::report::Report;
use super::{bookings, http};
use anyhow::{Context, Result, bail};
use bookings::rush::{Deed, rush};
use history::History;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// How many visits stand in the database.
const VISITS: [u32; 4] = [1_000, 10_000, 100_000, 1_000_000];
/// How often each page is asked for.
const SAMPLES: u32 = 2_000;
/// How long bookings are made in each size, to see whether they slow down too.
const BOOKINGS: Duration = Duration::from_secs(5);

/// Measures every size and writes `docs/measurements/availability.json`.
pub fn run() -> Result<()> {
    let asked = Asked::command_line(&["--visits", "--samples"])?;
    let (sizes, samples) = (asked.numbers("--visits", &VISITS)?, asked.number("--samples", SAMPLES)?);
    let binary = super::released()?;
    let folder = std::env::temp_dir().join(format!("suhada-bench-availability-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut report = Report::new();
    report.note("resources", json!({ "practitioners": 20, "rooms": 10, "devices": 10 }));
    report.note(
        "services",
        json!({ "laser": "examination, photographs, treatment: two people, two rooms, two devices",
        "counselling": "one person, one room" }),
    );
    let house = House::set_up(&binary, Engine::Sqlite, Mix::ORDINARY, &folder)?;
    for visits in &sizes {
        println!("── {visits} visits");
        let copy = house.copy(&format!("visits_{visits}"))?;
        let Place::File(file) = &copy.place else { bail!("a history is written into a file only") };
        let history = History::write(file, *visits)?;
        report.note(&format!("database_{visits}"), history.told());
        served(&copy, *visits, samples, &folder, &mut report)?;
        report.note(&format!("in_process_{visits}"), in_process(&binary, &copy.data)?);
        std::fs::remove_dir_all(&copy.data)?;
    }
    print(&sizes, &report);
    report.write(&crate::root().join("docs/measurements/availability.json"))?;
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

/// Everything that is asked of a running server: pages first, then bookings, which change what the pages show.
fn served(copy: &Copy, visits: u32, samples: u32, folder: &Path, report: &mut Report) -> Result<()> {
    let server = copy.serve()?;
    report.note(&format!("start_{visits}"), json!({ "seconds": server.ready_after.as_secs_f64() }));
    let address = server.address.parse().context("the server has no address")?;
    let mut client = Client::new(address, 0);
    for (name, figure) in pages::measure(&mut client, samples, folder)? {
        report.note(&format!("{name}_{visits}"), figure);
    }
    report.note(&format!("resident_{visits}"), json!({ "kb": server.resident_kb()? }));
    let mut places = http::visitor::free_times(&mut client, "counselling")?;
    // Half hours that do not touch each other: what is booked first takes nothing from what is booked later.
    places.retain(|starts| starts % HALF_HOUR == 0);
    Chance::of(u64::from(visits)).shuffle(&mut places);
    let rush = rush(address, 1, Deed::Book, &places, BOOKINGS)?;
    report.note(&format!("bookings_{visits}"), rush.told());
    Ok(())
}

/// The same without HTTP, where this binary can measure it.
fn in_process(binary: &Path, data: &Path) -> Result<Value> {
    let help = Command::new(binary).args(["bench", "--help"]).output()?;
    if !String::from_utf8_lossy(&help.stdout).contains("availability") {
        return Ok(json!("absent"));
    }
    let bench = Command::new(binary).args(["bench", "availability", "--json", "--data-dir"]).arg(data).output()?;
    serde_json::from_slice(&bench.stdout)
        .with_context(|| format!("no figures in process: {}", String::from_utf8_lossy(&bench.stderr)))
}

fn print(sizes: &[u32], report: &Report) {
    let both = |page: &str, visits: u32| {
        let [p50, p99] = ["p50_ms", "p99_ms"].map(|part| report.number(&format!("{page}_{visits}"), part));
        format!("{:>8.2} {:>8.2}", p50.unwrap_or(f64::NAN), p99.unwrap_or(f64::NAN))
    };
    println!("\n   p50 and p99 in milliseconds, one client");
    println!(
        "   {:>9} {:>17} {:>17} {:>17} {:>17} {:>17} {:>17} {:>11}",
        "visits",
        "month, laser",
        "day, laser",
        "month, talking",
        "day, talking",
        "nginx, a file",
        "/healthz",
        "bookings/s"
    );
    for visits in sizes {
        let columns = pages::NAMES.map(|page| both(page, *visits)).join(" ");
        let booked = report.number(&format!("bookings_{visits}"), "per_second").unwrap_or(f64::NAN);
        println!("   {visits:>9} {columns} {booked:>11.1}");
    }
    for page in ["month_laser", "month_counselling"] {
        let of = |visits: u32, part: &str| report.number(&format!("{page}_{visits}"), part);
        let growth = |part: &str| Some(rounded(of(100_000, part)? / of(1_000, part)?));
        if let (Some(p50), Some(p99)) = (growth("p50_ms"), growth("p99_ms")) {
            println!("   {page}: from 1,000 to 100,000 visits {p50} times as long at p50, {p99} times at p99");
        }
    }
}
