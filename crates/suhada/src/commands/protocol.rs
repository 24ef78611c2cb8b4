mod mutants;

use super::{BadInput, Outcome};
use crate::clock::SystemClock;
use crate::protocols::{library, shown, texts};
use app::Clock;
use clap::ValueEnum;
use jiff::tz::TimeZone;
use journey::facts::Facts;
use journey::protocol::{Library, Protocol as Written};
use journey::screening::{Item, questionnaire};
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
    /// Show what a protocol says.
    #[command(after_help = "Example: suhada protocol show dermapen --lang en")]
    Show {
        #[command(flatten)]
        which: Which,
    },
    /// Show what a patient is asked before booking.
    #[command(after_help = "Example: suhada protocol questionnaire botox --lang ja")]
    Questionnaire {
        #[command(flatten)]
        which: Which,
    },
    /// Change every number and rule in turn, and tell which change no case noticed.
    #[command(after_help = "Example: suhada protocol mutants dermapen")]
    Mutants(mutants::Mutants),
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

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    Ja,
    En,
}

impl Protocol {
    /// Does it.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::Check { path } => check(path),
            Self::Show { which } => which.with(show),
            Self::Questionnaire { which } => which.with(ask),
            Self::Mutants(mutants) => mutants.run(),
        }
    }
}

impl Which {
    fn with(&self, tell: fn(&Library, &Written, Lang)) -> anyhow::Result<Outcome> {
        let library = library(self.protocols.as_deref())?;
        let lang = match self.lang {
            Language::Ja => Lang::Ja,
            Language::En => Lang::En,
        };
        let known: Vec<&str> = library.iter().map(|protocol| protocol.id.as_str()).collect();
        let unknown = || BadInput(format!("no protocol is called {}; known: {}", self.id, known.join(", ")));
        let id = ProtocolId::parse(&self.id).map_err(|_| unknown())?;
        tell(&library, library.get(&id).ok_or_else(unknown)?, lang);
        Ok(Outcome::Fine)
    }
}

fn check(path: Option<PathBuf>) -> anyhow::Result<Outcome> {
    let texts = texts(path.as_deref())?;
    let library = match protocol::load(&texts) {
        Ok(library) => library,
        Err(mistakes) => {
            println!("{}\n\n{} mistakes", shown(&mistakes), mistakes.len());
            return Ok(Outcome::Found);
        }
    };
    let cases = match protocol::cases::read(&library, &texts) {
        Ok(cases) => cases,
        Err(mistakes) => {
            println!("{}\n\n{} mistakes", shown(&mistakes), mistakes.len());
            return Ok(Outcome::Found);
        }
    };
    let failures = protocol::cases::run(&library, &cases);
    failures.iter().for_each(|failure| println!("{failure}"));
    println!("{} protocols, {} cases, {} failed", library.protocols.len(), cases.len(), failures.len());
    Ok(if failures.is_empty() { Outcome::Fine } else { Outcome::Found })
}

fn show(_: &Library, protocol: &Written, lang: Lang) {
    println!("{} ({}, {})\n{}", protocol.name.get(lang), protocol.id, protocol.status.code(), protocol.hash);
    println!("\n{}", protocol.summary.get(lang));
    println!("\nIndications");
    for indication in &protocol.indications {
        let (count, interval) = (indication.sessions.value, indication.interval.value);
        let days = interval.ideal.rough_days();
        println!("  {}: {} sessions, about {days} days apart", indication.name.get(lang), count.usual);
    }
    println!("\nSteps");
    for segment in &protocol.segments {
        println!("  {:>3} min  {}", segment.minutes, segment.name.get(lang));
    }
    println!("\nScreening");
    for rule in &protocol.screening {
        println!("  {:<18} {}  [{}]", rule.headline.code(), rule.says.get(lang), rule.id);
    }
}

fn ask(library: &Library, protocol: &Written, lang: Lang) {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    let asked = questionnaire(protocol, library.facts(), &Facts::new(), today);
    println!("{}: {} items before booking", protocol.name.get(lang), asked.items.len());
    asked.items.iter().for_each(|item| tell(library, item, lang));
    println!("\nLater: {} items", asked.later.len());
    asked.later.iter().for_each(|item| tell(library, item, lang));
}

fn tell(library: &Library, item: &Item, lang: Lang) {
    match item {
        Item::One(fact) => println!("  - {}", library.facts().get(fact).map_or("", |fact| fact.ask.get(lang))),
        Item::Group { checklist, facts } => {
            println!("  - {}", library.facts().checklist(checklist).map_or("", |list| list.ask.get(lang)));
            for fact in facts.iter().filter_map(|fact| library.facts().get(fact)) {
                println!("      [ ] {}", fact.ask.get(lang));
            }
        }
    }
}
