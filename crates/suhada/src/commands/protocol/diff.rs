//! `suhada protocol diff`

use super::place::{Version, version};
use super::wrap::wrapped;
use crate::commands::consult::Language;
use crate::commands::{BadInput, Outcome};
use journey::protocol::{ContentHash, Library, Protocol};
use journey::slug::ProtocolId;
use journey::text::{Bilingual, Lang};
use protocol::{AspectChange, Change, Direction, What, diff_in};
use serde::Serialize;
use std::collections::BTreeSet;

/// `suhada protocol diff`
#[derive(clap::Args)]
pub struct Diff {
    /// The old version: a folder of protocols, a folder of one, or `built-in`.
    old: String,
    /// The new version.
    new: String,
    /// One protocol only.
    id: Option<String>,
    /// The language.
    #[arg(long, value_enum, default_value = "en")]
    lang: Language,
    /// Print JSON, in both languages.
    #[arg(long)]
    json: bool,
}

/// What became of one protocol.
#[derive(Serialize)]
struct Compared {
    id: ProtocolId,
    from: Option<ContentHash>,
    to: Option<ContentHash>,
    changes: Vec<Change>,
}

impl Diff {
    /// Compares.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let (old, new) = (version(&self.old)?, version(&self.new)?);
        let ids = self.which(&old, &new)?;
        let compared: Vec<Compared> = ids.iter().map(|id| compare(&old.library, &new.library, id)).collect();
        if self.json {
            println!("{}", serde_json::to_string_pretty(&serde_json::json!({ "protocols": compared }))?);
        } else {
            compared.iter().for_each(|one| tell(one, self.lang.into()));
        }
        let same = compared.iter().all(Compared::is_same);
        if same && !self.json {
            println!("{}", pick(self.lang.into(), "内容の変更はありません。", "Nothing has changed in meaning."));
        }
        Ok(if same { Outcome::Fine } else { Outcome::Found })
    }

    /// The protocols that are compared: the one that is named, the one that a folder holds, or all of both.
    fn which(&self, old: &Version, new: &Version) -> anyhow::Result<BTreeSet<ProtocolId>> {
        let both = || old.library.iter().chain(new.library.iter()).map(|protocol| protocol.id.clone());
        let named = self.id.as_deref().map(|id| both().find(|known| known.as_str() == id).ok_or(id)).transpose();
        let named = named.map_err(|id| BadInput(format!("neither version has a protocol called {id}")))?;
        let meant: BTreeSet<ProtocolId> = named.into_iter().chain(old.only.clone()).chain(new.only.clone()).collect();
        match meant.len() {
            0 => Ok(both().collect()),
            1 => Ok(meant),
            _ => {
                let names: Vec<&str> = meant.iter().map(ProtocolId::as_str).collect();
                Err(BadInput(format!("these are different protocols: {}", names.join(", "))).into())
            }
        }
    }
}

fn compare(old: &Library, new: &Library, id: &ProtocolId) -> Compared {
    let (before, now) = (old.get(id), new.get(id));
    let changes = before.zip(now).map(|(before, now)| diff_in(before, now, new)).unwrap_or_default();
    let hash = |protocol: Option<&Protocol>| protocol.map(|protocol| protocol.hash);
    Compared { id: id.clone(), from: hash(before), to: hash(now), changes }
}

impl Compared {
    fn is_same(&self) -> bool {
        self.changes.is_empty() && self.from.is_some() == self.to.is_some()
    }
}

const fn pick(lang: Lang, ja: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

fn tell(compared: &Compared, lang: Lang) {
    let said = |ja, en| pick(lang, ja, en);
    match (compared.from, compared.to) {
        (Some(from), Some(to)) if from == to => {}
        (Some(from), Some(to)) if compared.changes.is_empty() => {
            let order = said("並び順のほかに変更はありません", "nothing but an order has changed");
            println!("{}  {} → {}: {order}", compared.id, from.short(), to.short());
        }
        (Some(from), Some(to)) => {
            println!("{}  {} → {}", compared.id, from.short(), to.short());
            stages(&compared.changes, lang);
        }
        (None, Some(to)) => println!("{}  {}: {}", compared.id, to.short(), said("追加", "added")),
        (Some(from), None) => println!("{}  {}: {}", compared.id, from.short(), said("削除", "removed")),
        (None, None) => {}
    }
}

fn stages(changes: &[Change], lang: Lang) {
    for of_stage in changes.chunk_by(|one, next| one.stage == next.stage) {
        if let Some(first) = of_stage.first() {
            println!("\n{}", first.stage.heading().get(lang));
        }
        of_stage.iter().for_each(|change| lines(change, lang).iter().for_each(|line| println!("{line}")));
    }
}

fn lines(change: &Change, lang: Lang) -> Vec<String> {
    let (what, mark) = (happened(change.what, lang), mark(change.direction, lang));
    let (part, title) = (change.part.heading(), change.title.get(lang));
    let head = format!("{mark}  {what}  {} [{}] {title}", part.get(lang), change.id);
    let mut lines = wrapped(&head, 2, 6);
    for detail in &change.details {
        lines.extend(wrapped(&told(detail, change.what, lang), 6, 10));
    }
    lines
}

fn told(detail: &AspectChange, what: What, lang: Lang) -> String {
    let label = detail.field.label();
    let text = |side: &Option<Bilingual>| side.as_ref().map_or("–", |text| text.get(lang)).to_owned();
    let values = match what {
        What::Added => text(&detail.after),
        What::Removed => text(&detail.before),
        What::Changed => {
            format!("{} → {} ({})", text(&detail.before), text(&detail.after), mark(detail.direction, lang))
        }
    };
    format!("{}: {values}", label.get(lang))
}

const fn happened(what: What, lang: Lang) -> &'static str {
    match (what, lang) {
        (What::Added, Lang::Ja) => "追加",
        (What::Removed, Lang::Ja) => "削除",
        (What::Changed, Lang::Ja) => "変更",
        (What::Added, Lang::En) => "added",
        (What::Removed, Lang::En) => "removed",
        (What::Changed, Lang::En) => "changed",
    }
}

const fn mark(direction: Direction, lang: Lang) -> &'static str {
    match (direction, lang) {
        (Direction::Looser, Lang::Ja) => "緩和",
        (Direction::Changed, Lang::Ja) => "内容の変更",
        (Direction::Stricter, Lang::Ja) => "厳格化",
        (Direction::EvidenceOnly, Lang::Ja) => "根拠のみ",
        (Direction::WordingOnly, Lang::Ja) => "文言のみ",
        (Direction::Looser, Lang::En) => "looser",
        (Direction::Changed, Lang::En) => "changed",
        (Direction::Stricter, Lang::En) => "stricter",
        (Direction::EvidenceOnly, Lang::En) => "evidence only",
        (Direction::WordingOnly, Lang::En) => "wording only",
    }
}
