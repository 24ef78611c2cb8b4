//! Project chores.
//!
//! `cargo xtask check` is the fast gate before a commit, `cargo xtask test` is everything, `cargo xtask screens`
//! makes pictures of every page, and `cargo xtask bench` writes raw figures and prints the table.

mod bench;
mod browser;
mod feeds;
mod policy;
mod postgres;
mod provide;
mod server;
mod shell;
mod texture;

use anyhow::{Result, bail};
use shell::{Step, run};
use std::path::PathBuf;
use std::process::ExitCode;

const HELP: &str = "cargo xtask <command>

  check     format, lints, fast tests, dependency policy (under three minutes warm)
  test      everything: installs what is missing, both database engines, calendars in other libraries,
            browser journeys
  screens   pictures of every page of the demo and of an empty clinic, under target/screens
  bench     raw figures of pages and bookings to docs/measurements, and the table
  bench rules         the same of the rules, beside another rules engine
  bench bookings      durable bookings per second over HTTP on both engines, beside the bare commit and the disk
  bench race          a thousand times, thirty-two people each, and a server that is killed now and then
  bench availability  a month and a day of free times over calendars of a thousand to a million visits
  bench plan          the planner on the instances in bench/planning and on 200 drawn ones
  bench course        from the click to the picture of a plan, in the demo clinic over HTTP
  bench lint          the advertising linter, beside textlint and grep
  policy    licences, duplicates and unused dependencies
  texture   lines and sizes of files

Example: cargo xtask check";

fn main() -> ExitCode {
    let command = std::env::args().nth(1).unwrap_or_default();
    let outcome = match command.as_str() {
        "check" => check(),
        "test" => test(),
        "screens" => screens(),
        "bench" => bench::run(std::env::args().nth(2).as_deref()),
        "policy" => policy::check(),
        "texture" => texture::print(),
        "" | "help" | "--help" => {
            println!("{HELP}");
            Ok(())
        }
        other => {
            eprintln!("{other} is not a chore.\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The root of the repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn lints() -> Result<()> {
    run(Step::cargo("format", &["fmt", "--all", "--check"]))?;
    run(Step::cargo("lints", &["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]))?;
    policy::check()
}

fn check() -> Result<()> {
    lints()?;
    run(Step::cargo("fast tests", &["test", "--workspace", "--lib", "--bins", "--quiet"]))?;
    run(Step::cargo("structure", &["test", "--package", "xtask", "--quiet"]))?;
    run(Step::cargo("protocols", &["test", "--package", "protocol", "--test", "shipped", "--quiet"]))
}

fn test() -> Result<()> {
    provide::everything()?;
    lints()?;
    let database = postgres::Private::start()?;
    run(Step::cargo("tests", &["test", "--workspace"]).with_env("SUHADA_TEST_POSTGRES", &database.address()))?;
    drop(database);
    feeds::read()?;
    run(Step::cargo("binary", &["build", "--package", "suhada"]))?;
    browser::journeys()
}

fn screens() -> Result<()> {
    provide::everything()?;
    run(Step::cargo("binary", &["build", "--package", "suhada"]))?;
    browser::screens()
}

/// Where cargo builds.
fn target() -> PathBuf {
    std::env::var("CARGO_TARGET_DIR").map_or_else(|_| root().join("target"), PathBuf::from)
}

/// Where a binary of this workspace was built.
fn binary(profile: &str) -> Result<PathBuf> {
    let built = target().join(profile).join("suhada");
    if built.exists() { Ok(built) } else { bail!("{} has not been built", built.display()) }
}
