//! What every statement carries: both languages, waiting times, sources and confidence.

use super::{Node, Table};
use journey::catalogue::HoursSince;
use journey::evidence::{Confidence, Conflict, Evidence, Force, Sourced};
use journey::period::Period;
use journey::slug::SourceId;
use journey::text::Bilingual;

const PERIOD: &str = "`{ days = … }`, `{ months = … }` or `{ years = … }`";

impl<'a> Node<'a> {
    /// A wording in both languages.
    pub fn bilingual(&self) -> Option<Bilingual> {
        let table = self.table()?;
        let (ja, en) = (table.text("ja"), table.text("en"));
        table.close();
        Some(Bilingual::new(ja?, en?))
    }

    /// A waiting time.
    pub fn period(&self) -> Option<Period> {
        let table = self.table()?;
        let read = |key| table.get(key).map(|node| node.whole::<u16>());
        let written = (read("days"), read("months"), read("years"));
        let period = match written {
            (Some(days), None, None) => days.map(Period::Days),
            (None, Some(months), None) => months.map(Period::Months),
            (None, None, Some(years)) => years.map(|years| Period::Months(years.saturating_mul(12))),
            _ => {
                self.wrong("this is no waiting time", PERIOD);
                None
            }
        };
        table.close();
        period
    }

    /// A time since the end of the session.
    pub fn since(&self) -> Option<HoursSince> {
        let table = self.table()?;
        let read = |key| table.get(key).map(|node| node.whole::<u16>());
        let hours = match (read("hours"), read("days")) {
            (Some(hours), None) => hours.map(u32::from),
            (None, Some(days)) => days.map(|days| u32::from(days) * 24),
            _ => {
                self.wrong("this is no time since the session", "`{ hours = … }` or `{ days = … }`");
                None
            }
        };
        table.close();
        hours.map(HoursSince)
    }
}

impl Table<'_> {
    /// A wording that must be there.
    pub fn bilingual(&self, key: &'static str) -> Option<Bilingual> {
        self.need(key)?.bilingual()
    }

    /// A list of wordings; an absent key is an empty list.
    pub fn bilinguals(&self, key: &'static str) -> Vec<Bilingual> {
        let nodes = self.get(key).map(|node| node.list()).unwrap_or_default();
        nodes.iter().filter_map(Node::bilingual).collect()
    }

    /// The support of the statement that this table is.
    pub fn evidence(&self) -> Option<Evidence> {
        let source = self.sources();
        let confidence = self.word("confidence", &Confidence::ALL.map(|grade| (grade.code(), grade)));
        let conflict = self.each("conflict", conflict);
        let force = match self.get("active").and_then(|node| node.truth()) {
            Some(false) => Force::KeptForRecord,
            Some(true) | None => Force::Acts,
        };
        let confidence = confidence?;
        if self.names_nothing("source") && confidence != Confidence::House {
            self.wrong("this statement has no source", "`source = [\"…\"]`, or `confidence = \"house\"`");
        }
        if confidence == Confidence::Unverified && force == Force::Acts {
            self.wrong("an unverified statement may not act", "`active = false`, or a better confidence");
        }
        Some(Evidence { source, confidence, conflict, force })
    }

    /// A value whose table also carries its support.
    pub fn sourced<T>(&self, key: &'static str, read: impl Fn(&Table<'_>) -> Option<T>) -> Option<Sourced<T>> {
        let table = self.need(key)?.table()?;
        let (value, evidence) = (read(&table), table.evidence());
        table.close();
        Some(Sourced { value: value?, evidence: evidence? })
    }

    fn names_nothing(&self, key: &'static str) -> bool {
        self.get(key).is_none_or(|node| node.list().is_empty())
    }

    fn sources(&self) -> Vec<SourceId> {
        let source = self.references("source", "source", self.cx.sources.iter());
        source.iter().for_each(|id| self.cx.desk.cite(id.clone()));
        source
    }
}

fn conflict(table: Table<'_>) -> Option<Conflict> {
    let (claim, source) = (table.bilingual("claim"), table.sources());
    if table.names_nothing("source") {
        table.wrong("this claim has no source", "`source = [\"…\"]`");
    }
    table.close();
    Some(Conflict { claim: claim?, source })
}
