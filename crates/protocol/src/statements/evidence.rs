//! What supports a statement, and the sources themselves.

use super::aspect::Field;
use super::meaning::Meaning;
use super::part::{Adding, Part};
use super::statement::{Statement, same};
use super::{Teller, tokens};
use journey::evidence::{Address, Conflict, Evidence, Force, Seen, Source};
use journey::slug::SourceId;
use journey::text::Bilingual;
use journey::words::{Words, in_both};

impl Statement {
    /// With its support: who says so, how far that carries, what others say, and whether it acts.
    pub fn supported(self, evidence: &Evidence) -> Self {
        let Evidence { source, confidence, conflict, force } = evidence;
        let adding = self.part.adding();
        let acting = match (force, evidence.acts()) {
            (Force::Acts, true) => Bilingual::new("適用", "acts"),
            (Force::Acts, false) | (Force::KeptForRecord, _) => {
                Bilingual::new("記録のみ（判断には使いません）", "kept for the record, never used")
            }
        };
        let rank = if adding == Adding::Restricts {
            Meaning::Rank("force", i64::from(u8::from(evidence.acts())))
        } else {
            Meaning::Plain
        };
        let standing = self.gate(evidence);
        let supported = Self { force: if evidence.acts() { Force::Acts } else { Force::KeptForRecord }, ..self }
            .with(Field::Confidence, tokens::confidence(*confidence), Meaning::Evidence)
            .with_any(Field::Source, cited(source).map(|text| (text, Meaning::Evidence)))
            .with(Field::Force, acting, rank)
            .with_any(Field::Standing, standing.map(|text| (text, Meaning::Plain)));
        let others = (!conflict.is_empty()).then(|| (conflicts(conflict), Meaning::Evidence));
        supported.with_any(Field::Conflict, others)
    }

    /// Whose leave it waits for, where it is one of those that wait.
    fn gate(&self, evidence: &Evidence) -> Option<Bilingual> {
        let gated = matches!(self.part, Part::Screening | Part::Bound) && evidence.acts();
        let wants = match (evidence.confidence.needs_approval(), evidence.conflict.is_empty()) {
            _ if !gated => return None,
            (false, true) => return None,
            (true, true) => Bilingual::new("承認が必要です", "has to approve it by name"),
            (false, false) => {
                Bilingual::new("見解が分かれるため、判断が必要です", "has to decide it, for sources disagree")
            }
            (true, false) => Bilingual::new(
                "承認が必要です。見解が分かれるため、判断も必要です",
                "has to approve it by name, and to decide it, for sources disagree",
            ),
        };
        Some(wants)
    }
}

fn cited(source: &[SourceId]) -> Option<Bilingual> {
    let ids: Vec<&str> = source.iter().map(SourceId::as_str).collect();
    (!ids.is_empty()).then(|| same(ids.join(", ")))
}

fn conflicts(conflict: &[Conflict]) -> Bilingual {
    in_both(|lang| {
        let words = Words::plain(lang);
        let told = conflict.iter().map(|Conflict { claim, source }| {
            let by: Vec<&str> = source.iter().map(SourceId::as_str).collect();
            format!("{} [{}]", claim.get(lang), by.join(", "))
        });
        told.collect::<Vec<_>>().join(words.pick(" ／ ", " / "))
    })
}

/// The list of sources.
pub(super) fn sources(teller: &Teller<'_>) -> Vec<Statement> {
    teller.protocol.sources.iter().map(source).collect()
}

fn source(source: &Source) -> Statement {
    let Source { id, title, year, address: found, seen: read } = source;
    let told = |text: Bilingual| (text, Meaning::Evidence);
    Statement::new(Part::Source, id, same(title))
        .with_any(Field::Name, Some(told(same(title))))
        .with_any(Field::Year, year.map(|year| told(same(year))))
        .with_any(Field::Address, Some(told(same(address(found)))))
        .with_any(Field::Seen, Some(told(seen(*read))))
}

/// Where a source is found, with the kind of place.
fn address(address: &Address) -> String {
    match address {
        Address::Url(url) => url.clone(),
        Address::Doi(doi) => format!("doi:{doi}"),
        Address::Registry(number) | Address::Place(number) => number.clone(),
    }
}

/// How much of a source was read.
fn seen(seen: Seen) -> Bilingual {
    match seen {
        Seen::Whole => Bilingual::new("全文", "all of it"),
        Seen::Abstract => Bilingual::new("抄録", "its abstract"),
        Seen::Part => Bilingual::new("一部", "some pages"),
        Seen::Restated => Bilingual::new("ほかの資料での引用", "only as another page repeats it"),
        Seen::NotSeen => Bilingual::new("未読", "not seen"),
    }
}
