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
