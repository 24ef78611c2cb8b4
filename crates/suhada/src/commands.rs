//! The commands, one a file.

mod bench;
mod clinic;
mod config;
mod consult;
mod demo;
mod doctor;
mod lint;
mod migrate;
mod plan;
mod planning;
mod protocol;
mod repair;
mod serve;
mod user;

use std::fmt;
use std::process::ExitCode;

/// What to do.
#[derive(clap::Subcommand)]
pub enum Command {
    /// Serve the site, the booking pages and the console.
    Serve(serve::Serve),
    /// Bring the database to the newest schema.
    Migrate(migrate::Migrate),
    /// Set up a clinic from a file.
    Clinic(clinic::Clinic),
    /// Add people who can sign in.
    #[command(subcommand)]
    User(user::User),
    /// Check and show treatment protocols.
    #[command(subcommand)]
    Protocol(protocol::Protocol),
    /// Ask who may have a treatment: facts in, verdict out.
    #[command(
        after_help = "Example: echo '{\"protocol\": \"dermapen\", \"on\": \"2026-11-24\", \"facts\": {\"pregnancy\": \"yes\"}}' | suhada screen --explain"
    )]
    Screen(consult::Consult),
    /// Ask when the next session of a course may be: history and bookings in, a window with its reasons out.
    #[command(
        after_help = "Example: echo '{\"protocol\": \"dermapen\", \"indication\": \"acne-scars\", \"today\": \"2026-11-24\", \"history\": [{\"treated\": \"dermapen\", \"on\": \"2026-11-02\", \"indication\": \"acne-scars\"}]}' | suhada forecast"
    )]
    Forecast(consult::Consult),
    /// Ask whether settings may be used: places, products and amounts in, findings out. Works out dilutions too.
    #[command(
        after_help = "Example: echo '{\"protocol\": \"dermapen\", \"indication\": \"acne-scars\", \"on\": \"2026-11-24\", \"settings\": [{\"zone\": \"cheek\", \"side\": \"left\", \"product\": \"dermapen-4\", \"depth_mm\": 3.5}]}' | suhada settings"
    )]
    Settings(consult::Consult),
    /// Ask how urgent a check-in is: symptoms and words in, a tier with deadline and reader out.
    #[command(
        after_help = "Example: echo '{\"protocol\": \"dermapen\", \"check_in\": {\"hours_since_end\": 30, \"answers\": {\"redness\": \"moderate\"}}}' | suhada triage"
    )]
    Triage(consult::Consult),
    /// Ask what scores say, how long an effect may last and when to come back.
    #[command(
        after_help = "Example: echo '{\"protocol\": \"dermapen\", \"indication\": \"acne-scars\", \"sessions_done\": 3, \"scores\": [{\"scale\": \"goodman-baron-qualitative\", \"on\": \"2026-08-01\", \"value\": 4}, {\"scale\": \"goodman-baron-qualitative\", \"on\": \"2026-11-20\", \"value\": 4}]}' | suhada outcome"
    )]
    Outcome(consult::Consult),
    /// Plan a whole course: series, calendar and wishes in, the best dates with a proof out.
    #[command(
        after_help = "Example: suhada plan course.json --time-limit 2s --explain\nThe format: docs/planning.md. Exit code 1 where there is no plan."
    )]
    Plan(plan::Plan),
    /// Move the visits of somebody who is absent: sessions and what is free in, the least disruption out.
    #[command(after_help = "Example: suhada repair absence.json --explain --lang ja\nThe format: docs/planning.md.")]
    Repair(repair::Repair),
    /// Check pages against Japanese medical advertising rules: what they say, and what they must say.
    #[command(
        after_help = "Example: suhada lint demo/articles --format github\n         echo '必ず治ります。' | suhada lint -"
    )]
    Lint(lint::Lint),
    /// Make the fictional clinic, or show how to sign in to it.
    Demo(demo::Demo),
    /// Look whether everything the clinic needs is there.
    Doctor(doctor::Doctor),
    /// Show the configuration in effect.
    Config(config::Show),
    /// Measure bookings per second, and what the rules cost.
    #[command(subcommand)]
    Bench(bench::Bench),
}

/// How a command ended that did not fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Fine: exit code 0.
    Fine,
    /// It found something, or refused: exit code 1.
    Found,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => Self::SUCCESS,
            Outcome::Found => Self::from(1),
        }
    }
}

/// Input that cannot be used: exit code 2.
#[derive(Debug)]
pub struct BadInput(pub String);

impl fmt::Display for BadInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadInput {}

impl Command {
    /// Does it.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::Serve(command) => command.run(),
            Self::Migrate(command) => command.run(),
            Self::Clinic(command) => command.run(),
            Self::User(command) => command.run(),
            Self::Protocol(command) => command.run(),
            Self::Screen(command) => command.run::<::consult::screening::Screen>(),
            Self::Forecast(command) => command.run::<::consult::course::Forecast>(),
            Self::Settings(command) => command.run::<::consult::session::Settings>(),
            Self::Triage(command) => command.run::<::consult::recovery::Triage>(),
            Self::Outcome(command) => command.run::<::consult::outcome::Outcome>(),
            Self::Plan(command) => command.run(),
            Self::Repair(command) => command.run(),
            Self::Lint(command) => command.run(),
            Self::Demo(command) => command.run(),
            Self::Doctor(command) => command.run(),
            Self::Config(command) => command.run(),
            Self::Bench(command) => command.run(),
        }
    }
}
