use super::super::{BadInput, Outcome};
use crate::protocols::{shown, texts};
use indicatif::{ProgressBar, ProgressStyle};
use journey::protocol::Library;
use journey::slug::ProtocolId;
use protocol::cases::Case;
use protocol::mutate::{Tally, tally};
use serde_json::{Value, json};
use std::io::IsTerminal;
use std::path::PathBuf;

/// `suhada protocol mutants`
#[derive(clap::Args)]
pub struct Mutants {
    /// The protocol; without it every one that has cases.
    id: Option<String>,
    /// Print JSON.
    #[arg(long)]
    json: bool,
    /// Protocols from a folder instead of those built in.
    #[arg(long, value_name = "DIR")]
    protocols: Option<PathBuf>,
}

impl Mutants {
    /// Changes every number and rule in turn, and tells which change no case noticed.
    pub fn run(&self) -> anyhow::Result<Outcome> {
        let texts = texts(self.protocols.as_deref())?;
        let unsound = |mistakes: Vec<protocol::Diagnostic>| BadInput(shown(&mistakes));
        let library = protocol::load(&texts).map_err(unsound)?;
        let cases = protocol::cases::read(&library, &texts).map_err(unsound)?;
        let failures = protocol::cases::run(&library, &cases);
        if !failures.is_empty() {
            failures.iter().for_each(|failure| eprintln!("{failure}"));
            return Ok(Outcome::Found);
        }
        let tallies: Vec<(ProtocolId, Tally)> =
            self.which(&library, &cases)?.into_iter().map(|id| (id.clone(), counted(&library, &id, &cases))).collect();
        if self.json {
            let shown: Vec<Value> = tallies.iter().map(|(id, tally)| in_json(id, tally)).collect();
            println!("{}", serde_json::to_string_pretty(&shown)?);
        } else {
            tallies.iter().for_each(|(id, tally)| print(id, tally));
        }
        let whole = tallies.iter().all(|(_, tally)| tally.survivors.is_empty());
        Ok(if whole { Outcome::Fine } else { Outcome::Found })
    }

    fn which(&self, library: &Library, cases: &[Case]) -> anyhow::Result<Vec<ProtocolId>> {
        let known: Vec<&str> = library.iter().map(|protocol| protocol.id.as_str()).collect();
        match &self.id {
            None => {
                let has_cases = |id: &&ProtocolId| cases.iter().any(|case| &case.protocol == *id);
                Ok(library.protocols.keys().filter(has_cases).cloned().collect())
            }
            Some(id) => {
                let found = library.protocols.keys().find(|known| known.as_str() == id);
                let unknown = || BadInput(format!("no protocol is called {id}; known: {}", known.join(", ")));
                Ok(vec![found.cloned().ok_or_else(unknown)?])
            }
        }
    }
}

fn counted(library: &Library, id: &ProtocolId, cases: &[Case]) -> Tally {
    let bar = if std::io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.set_message(id.to_string());
    let told = tally(library, id, cases, |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
    });
    bar.finish_and_clear();
    told
}

fn print(id: &ProtocolId, tally: &Tally) {
    tally.survivors.iter().for_each(|(what, change)| println!("{id}: survived: {what}: {change}"));
    let Tally { total, caught, explained, survivors } = tally;
    println!("{id}: {total} mutants, {caught} caught, {explained} explained, {} survived", survivors.len());
}

fn in_json(id: &ProtocolId, tally: &Tally) -> Value {
    let survivor = |(what, change): &(String, String)| json!({ "what": what, "change": change });
    json!({
        "protocol": id.as_str(),
        "total": tally.total,
        "caught": tally.caught,
        "explained": tally.explained,
        "survivors": tally.survivors.iter().map(survivor).collect::<Vec<_>>(),
    })
}
