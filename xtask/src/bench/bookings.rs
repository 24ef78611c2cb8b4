//! Durable bookings in a second over HTTP, beside the bare transaction on the same engine and beside the disk.

mod disk;
pub mod rush;
mod single;

use super::http::Client;
use super::http::spans::rounded;
use super::http::visitor::free_times;
use super::independent::Engine;
use super::independent::asked::Asked;
use super::independent::bare::Bare;
use super::independent::chance::Chance;
use super::independent::house::House;
use super::independent::plan::{HALF_HOUR, Mix};
use super::report::Report;
use anyhow::{Context, Result};
use rush::{Deed, rush};
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// How many clients ask at once.
const CLIENTS: [u8; 4] = [1, 8, 32, 128];
/// How long each figure is measured, in seconds.
const SECONDS: u32 = 8;
/// How long the disk alone is measured.
const DISK: Duration = Duration::from_secs(2);
/// Visits of today could be too near to be booked before they are tried.
const A_DAY: i64 = 48 * HALF_HOUR;

/// Measures both engines and writes `docs/measurements/bookings.json`.
pub fn run() -> Result<()> {
    let asked = Asked::command_line(&["--seconds"])?;
    let limit = Duration::from_secs(asked.number("--seconds", SECONDS)?.into());
    let binary = super::released()?;
    let folder = std::env::temp_dir().join(format!("suhada-bench-bookings-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut report = Report::new();
    report.note("seconds_for_each_figure", json!(limit.as_secs()));
    report.note("booking", json!("hold and confirmation of one counselling visit, two durable commits"));
    report.note("disk_fdatasync_4k", disk::measure(&folder, DISK)?);
    for engine in Engine::ALL {
        measure(&binary, &folder, engine, limit, &mut report)?;
    }
    print(&report);
    report.write(&crate::root().join("docs/measurements/bookings.json"))?;
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

fn measure(binary: &Path, folder: &Path, engine: Engine, limit: Duration, report: &mut Report) -> Result<()> {
    let house = House::set_up(binary, engine, Mix::COUNSELLING, folder)?;
    let name = engine.name();
    println!("── {name}");
    let mut bare = Bare::to(&house.copy("bare")?.place)?;
    report.note(&format!("{name}_durability"), json!(bare.durability()?));
    report.note(&format!("{name}_bare_hold_commit"), single::holds(&mut bare, limit)?);
    report.note(&format!("{name}_bare_booking"), single::bookings(&mut bare, limit)?);
    drop(bare);
    let mut times = Vec::new();
    for clients in CLIENTS {
        for (deed, figure) in [(Deed::Book, "bookings"), (Deed::Hold, "holds")] {
            let copy = house.copy(&format!("{figure}_{clients}"))?;
            let server = copy.serve()?;
            let address = server.address.parse().context("the server has no address")?;
            if times.is_empty() {
                times = places(free_times(&mut Client::new(address, 0), "counselling")?);
            }
            let rush = rush(address, clients, deed, &times, limit)?;
            println!("   {figure} by {clients}: {:.0}/s", rush.per_second());
            report.note(&format!("{name}_{figure}_{clients}"), rush.told());
        }
    }
    Ok(())
}

/// Every place that can be booked, in an order that follows no calendar: half an hour each, from tomorrow on, as often
/// as visits fit at one time.
fn places(times: Vec<i64>) -> Vec<i64> {
    let first = times.iter().min().map_or(0, |first| first + A_DAY);
    let whole = times.into_iter().filter(|at| at % HALF_HOUR == 0 && *at >= first);
    let mut places: Vec<i64> =
        whole.flat_map(|at| std::iter::repeat_n(at, Mix::COUNSELLING.counselling_at_once())).collect();
    Chance::of(4).shuffle(&mut places);
    places
}

fn print(report: &Report) {
    let number = |figure: String, part: &str| report.number(&figure, part);
    let cell =
        |figure: String, part: &str| number(figure, part).map_or("—".to_owned(), |value| format!("{value:.1}"));
    println!(
        "\n   {:<10} {:>8} {:>12} {:>9} {:>9} {:>12} {:>9} {:>9} {:>7}",
        "", "clients", "bookings/s", "p50 ms", "p99 ms", "holds/s", "p50 ms", "p99 ms", "failed"
    );
    for engine in Engine::ALL.map(Engine::name) {
        for clients in CLIENTS {
            let [booked, b50, b99, failed] = ["per_second", "p50_ms", "p99_ms", "failed"]
                .map(|part| cell(format!("{engine}_bookings_{clients}"), part));
            let [held, h50, h99] =
                ["per_second", "p50_ms", "p99_ms"].map(|part| cell(format!("{engine}_holds_{clients}"), part));
            println!(
                "   {engine:<10} {clients:>8} {booked:>12} {b50:>9} {b99:>9} {held:>12} {h50:>9} {h99:>9} {failed:>7}"
            );
        }
    }
    for engine in Engine::ALL.map(Engine::name) {
        let rate = |figure: &str| number(format!("{engine}_{figure}"), "per_second").unwrap_or(f64::NAN);
        let (single, booked) = (rate("bare_hold_commit"), rate("bookings_32"));
        println!(
            "   {engine}: one bare commit {single:.0}/s, a bare booking (two) {:.0}/s; 32 clients book {} times the bare \
             single-commit rate, hold {} times",
            rate("bare_booking"),
            rounded(booked / single),
            rounded(rate("holds_32") / single)
        );
    }
    println!("   the disk: {} times 4 kB and fdatasync in a second", cell("disk_fdatasync_4k".into(), "per_second"));
}
