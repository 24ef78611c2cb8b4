//! `suhada protocol …`: check, compare, show, ask, count, schema.

mod check;
mod count;
mod diff;
mod mutants;
mod page;
mod place;
mod questionnaire;
mod schema;
mod wording;
mod wrap;

use super::consult::Language;
use super::{BadInput, Outcome};
use crate::protocols::library;
use journey::protocol::{Library, Protocol as Written};
use journey::slug::ProtocolId;
use journey::text::Lang;
use std::path::PathBuf;

/// `suhada protocol …`
#[derive(clap::Subcommand)]
pub enum Protocol {
    /// Check a folder of protocols, or those built in, and run their cases.
    #[command(after_help = "Example: suhada protocol check ./protocols")]
    Check {
        /// The folder; without it those built in.
        path: Option<PathBuf>,
    },
    /// Show what changed in meaning between two versions; exit code 1 where something did.
    #[command(after_help = "Example: suhada protocol diff built-in ./protocols/dermapen --lang ja")]
    Diff(diff::Diff),
    /// Print everything that a protocol says, to be read and signed.
    #[command(after_help = "Example: suhada protocol show dermapen --lang en")]
    Show {
        #[command(flatten)]
        which: Which,
    },
    /// Count rules, sources, cases, and the statements of each grade.
    Count(count::Count),
    /// Show what a patient is asked before booking.
    #[command(after_help = "Example: suhada protocol questionnaire botox --lang ja")]
    Questionnaire {
        #[command(flatten)]
        which: Which,
    },
    /// Change every number and rule in turn, and tell which change no case noticed.
    #[command(after_help = "Example: suhada protocol mutants dermapen")]
    Mutants(mutants::Mutants),
    /// Print the JSON Schema of a kind of file, for editors.
    #[command(after_help = "Example: suhada protocol schema facts > facts.schema.json")]
    Schema(schema::Schema),
}

/// Which protocol, and in which language.
#[derive(clap::Args)]
pub struct Which {
    /// The protocol.
    id: String,
    /// The language.
    #[arg(long, value_enum, default_value = "en")]
    lang: Language,
    /// Protocols from a folder instead of those built in.
    #[arg(long, value_name = "DIR")]
    protocols: Option<PathBuf>,
}

impl Protocol {
    /// Does it.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::Check { path } => check::check(path.as_deref()),
            Self::Diff(diff) => diff.run(),
            Self::Show { which } => which.with(page::print),
            Self::Count(command) => command.run(),
            Self::Questionnaire { which } => which.with(questionnaire::print),
            Self::Mutants(mutants) => mutants.run(),
            Self::Schema(schema) => schema.run(),
        }
    }
}

impl Which {
    fn with(&self, tell: fn(&Library, &Written, Lang)) -> anyhow::Result<Outcome> {
        let library = library(self.protocols.as_deref())?;
        tell(&library, named(&library, &self.id)?, self.lang.into());
        Ok(Outcome::Fine)
    }
}

/// The protocol of that name; refuses a name that the library does not have, and tells those it has.
fn named<'a>(library: &'a Library, id: &str) -> Result<&'a Written, BadInput> {
    let found = ProtocolId::parse(id).ok().and_then(|id| library.get(&id));
    found.ok_or_else(|| {
        let known: Vec<&str> = library.iter().map(|protocol| protocol.id.as_str()).collect();
        BadInput(format!("no protocol is called {id}; known: {}", known.join(", ")))
    })
}
