//! Measurements of this program.

mod bookings;
mod lint;
mod output;
mod rules;
mod spans;

use super::Outcome;

/// `suhada bench …`
#[derive(clap::Subcommand)]
pub enum Bench {
    /// Measure bookings per second.
    Bookings(bookings::Bookings),
    /// Measure the rules: a night's recall, and screening.
    Rules(rules::Rules),
    /// Measure the advertising linter: megabytes a second, and keystrokes.
    Lint(lint::Lint),
}

impl Bench {
    /// Measures and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::Bookings(command) => command.run(),
            Self::Rules(command) => command.run(),
            Self::Lint(command) => command.run(),
        }
    }
}
