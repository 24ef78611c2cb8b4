//! `suhada`: the commands, the configuration and the wiring. Everything that decides lives below, in `app` and the
//! pure crates; what needs the real clock, chance, files or the network lives here.

mod clock;
mod commands;
mod config;
mod database;
mod demo;
mod entropy;
mod logins;
mod mail;
mod protocols;
mod public_pages;
mod seed;
mod workers;
mod world;

use clap::Parser;
use commands::{BadInput, Command};
use std::process::ExitCode;

/// Runs an aesthetic-dermatology clinic, from the first web visit to the last follow-up.
#[derive(Parser)]
#[command(name = "suhada", version, after_help = "Example: suhada serve --demo")]
struct Line {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    start_log();
    match Line::parse().command.run() {
        Ok(outcome) => outcome.into(),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(if error.is::<BadInput>() { 2 } else { 1 })
        }
    }
}

/// Whether whoever read our output has seen enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = |cause: &(dyn std::error::Error + 'static)| {
        let plain = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        plain.or_else(|| cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind))
    };
    error.chain().filter_map(kind).any(|kind| kind == std::io::ErrorKind::BrokenPipe)
}

/// The log goes to standard error, as JSON where `SUHADA_LOG_FORMAT=json`; `RUST_LOG` says how much.
fn start_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn,suhada=info,web=info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if std::env::var("SUHADA_LOG_FORMAT").is_ok_and(|format| format == "json") {
        log.json().init();
    } else {
        log.init();
    }
}
