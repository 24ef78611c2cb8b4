//! The public pages and the gate before them: judged at the start and every minute, and told of in the log.

use std::collections::BTreeMap;
use std::time::Duration;
use web::Pages;
use web::gate::{Judged, Remark, Standing};

/// How often every page is judged anew: what another node or a new day changed is found within this.
const EVERY: Duration = Duration::from_secs(60);

/// Why each withheld page is withheld: by its address, a line for each remark.
type Withheld = BTreeMap<String, Vec<String>>;

/// Judges every public page, now and every minute, until it is dropped.
pub async fn watch(pages: Pages) {
    let (mut pause, mut before) = (tokio::time::interval(EVERY), None);
    loop {
        pause.tick().await;
        let judged = pages.judge().await;
        let withheld = withheld(&judged);
        if before.as_ref() != Some(&withheld) {
            tell(&judged, &withheld);
            before = Some(withheld);
        }
    }
}

fn tell(judged: &[Judged], withheld: &Withheld) {
    let open = judged.len().saturating_sub(withheld.len());
    tracing::info!(open, withheld = withheld.len(), "the public pages were judged by the advertising rules");
    for (path, why) in withheld {
        tracing::warn!(page = path, why = why.join(" | "), "a public page is withheld");
    }
}

/// Prints which pages are withheld, for whoever has just written their texts.
pub fn print(judged: &[Judged]) {
    let withheld = withheld(judged);
    println!("\n{} public pages, {} withheld until they are mended; not legal advice.", judged.len(), withheld.len());
    for (path, why) in withheld {
        println!("{path}");
        why.iter().for_each(|line| println!("  {line}"));
    }
}

/// The pages that are withheld, with why.
fn withheld(judged: &[Judged]) -> Withheld {
    let kept = judged.iter().filter(|one| one.verdict.standing() == Standing::Withheld);
    kept.map(|one| (one.path.clone(), one.verdict.withholding().map(line).collect())).collect()
}

/// A remark in one line, in English like the rest of the log.
fn line(remark: &Remark) -> String {
    let Remark { rule, severity, excerpt, reason, .. } = remark;
    let quoted = if excerpt.is_empty() { String::new() } else { format!(" 「{excerpt}」") };
    format!("{rule} ({severity}){quoted}: {}", reason.en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{database, demo, protocols, world};
    use app::actor::Actor;
    use app::clinic::{Credentials, set_up};
    use app::staff::{self, SecretPair};
    use app::{App, Ids, catalogue, content};
    use jiff::Timestamp;
    use jiff::civil::date;
    use std::path::Path;
    use store::{Durability, Store};

    /// The fictional clinic with its approved protocols and its articles, before anybody has come.
    fn fictional(folder: &Path) -> App {
        let address = format!("sqlite:{}", folder.join("suhada.db").display());
        let store = Store::open_with(&address, Durability::Process).unwrap();
        let now: Timestamp = "2026-11-24T01:00:00Z".parse().unwrap();
        store.migrate(now).unwrap();
        let (plan, library) = (demo::clinic(date(2026, 11, 24)).unwrap(), protocols::library(None).unwrap());
        let pair = || SecretPair { password_hash: "-".into(), totp_secret: "-".into() };
        let credentials = Credentials { by_login: plan.staff.iter().map(|one| (one.login.clone(), pair())).collect() };
        let known = library.clone();
        let making = store.write(move |tx| set_up(tx, Ids::new([7; 32], now), now, &plan, &known, &credentials));
        making.wait().unwrap();
        let clinic = database::clinic(&store).unwrap().unwrap();
        let app = world::app(store, &clinic, library, "http://127.0.0.1").unwrap();
        let physician = app.read(Actor::System, |work| staff::actor_for(work, "sakamoto")).wait().unwrap();
        let approving = app.write(physician, |work| {
            catalogue::store_versions(work)?;
            catalogue::approve_for_demo(work)
        });
        approving.wait().unwrap();
        let articles = demo::articles().unwrap();
        app.write(Actor::System, move |work| content::import(work, &articles)).wait().unwrap();
        app
    }

    #[test]
    fn every_page_of_the_fictional_clinic_is_open() {
        let folder = std::env::temp_dir().join(format!("suhada-pages-{}", std::process::id()));
        let settings = web::Settings { public_url: "http://127.0.0.1".into(), demo: true };
        let pages = Pages::new(fictional(&folder), settings).unwrap();
        let judged = tokio::runtime::Runtime::new().unwrap().block_on(pages.judge());
        assert_eq!(withheld(&judged), Withheld::new());
        let treatments = judged.iter().filter(|one| one.path.contains("/treatments/")).count();
        assert_eq!(treatments, 26, "thirteen in two languages");
        drop(std::fs::remove_dir_all(folder));
    }
}
