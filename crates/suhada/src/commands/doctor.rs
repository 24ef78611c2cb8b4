use super::Outcome;
use crate::config::Config;
use crate::database::{clinic, fault, open};
use crate::{protocols, world};
use app::actor::Actor;
use app::{App, catalogue, outbox};
use store::Durability;

/// `suhada doctor`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada doctor --data-dir /var/lib/suhada")]
pub struct Doctor {
    #[command(flatten)]
    config: Config,
}

/// One thing that was looked at.
type Look = (&'static str, anyhow::Result<String>);

impl Doctor {
    /// Looks at everything and prints a line for each; exit code 1 when anything is amiss.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut looks: Vec<Look> = Vec::new();
        let library = protocols::library(self.config.protocols.as_deref());
        looks.push((
            "protocols",
            library.as_ref().map(|library| format!("{} load", library.protocols.len())).map_err(copy),
        ));
        let store = open(&self.config, Durability::Full);
        looks.push(("database", store.as_ref().map(|_| self.config.shown_url()).map_err(copy)));
        if let (Ok(store), Ok(library)) = (store, library) {
            match clinic(&store)? {
                Some(clinic) => {
                    looks.push(("clinic", Ok(format!("{} ({:?})", clinic.particulars.name.en, clinic.kind))));
                    let app = world::app(store, &clinic, library, "")?;
                    looks.push(("approvals", approvals(&app)));
                    looks.push(("messages", messages(&app)));
                }
                None => looks.push(("clinic", Err(anyhow::anyhow!("none; see `suhada clinic --help`")))),
            }
        }
        Ok(report(&looks))
    }
}

fn copy(error: &anyhow::Error) -> anyhow::Error {
    anyhow::anyhow!("{error:#}")
}

fn report(looks: &[Look]) -> Outcome {
    for (what, found) in looks {
        match found {
            Ok(words) => println!("ok    {what:<10} {words}"),
            Err(error) => println!("amiss {what:<10} {error:#}"),
        }
    }
    if looks.iter().all(|(_, found)| found.is_ok()) { Outcome::Fine } else { Outcome::Found }
}

fn approvals(app: &App) -> anyhow::Result<String> {
    let waiting = app.read(Actor::System, |work| {
        let mut waiting = Vec::new();
        for protocol in work.world.library.iter() {
            if catalogue::approval_of(work, &protocol.hash.to_string())?.is_none() {
                waiting.push(protocol.id.to_string());
            }
        }
        Ok(waiting)
    });
    let waiting = waiting.wait().map_err(fault)?;
    if waiting.is_empty() {
        Ok("every protocol is approved by a physician".into())
    } else {
        anyhow::bail!("no physician has approved this version of {}", waiting.join(", "))
    }
}

fn messages(app: &App) -> anyhow::Result<String> {
    let waiting = app.read(Actor::System, outbox::waiting).wait().map_err(fault)?;
    let failed = waiting.iter().filter(|message| message.state == "failed").count();
    if failed == 0 { Ok("none failed".into()) } else { anyhow::bail!("{failed} could not be delivered") }
}
