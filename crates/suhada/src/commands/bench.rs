//! Measurements of this program.

mod availability;
mod bookings;
mod lint;
mod memory;
mod output;
mod plan;
mod processor;
mod rules;
mod spans;

use super::Outcome;

/// `suhada bench …`
#[derive(clap::Subcommand)]
pub enum Bench {
    /// Measure how fast free times are found, in process.
    Availability(availability::Availability),
    /// Measure bookings per second.
    Bookings(bookings::Bookings),
    /// Measure the planner: courses and repairs, given and drawn.
    Plan(plan::Plan),
    /// Measure the rules: a night's recall, and screening.
    Rules(rules::Rules),
    /// Measure the advertising linter: megabytes a second, and keystrokes.
    Lint(lint::Lint),
}

impl Bench {
    /// Measures and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::Availability(command) => command.run(),
            Self::Bookings(command) => command.run(),
            Self::Plan(command) => command.run(),
            Self::Rules(command) => command.run(),
            Self::Lint(command) => command.run(),
        }
    }
}
