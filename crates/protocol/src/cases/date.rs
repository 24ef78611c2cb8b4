//! `[[date]]`: a history in, the next days out.

use super::About;
use super::answers::facts;
use super::day::{Free, Ordered, Refused, free, ordered, refused};
use super::history::{booked, history, indication, planned};
use super::window::{Window, window};
use crate::reading::Table;
use jiff::civil::Date;
use journey::course::{BookedSession, CourseQuestion, Indication, LifeEvent, PastSession, Planned, Screened, forecast};
use journey::course::{TouchUp, check_date};
use journey::facts::{AsOf, Facts};
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, Overrides};
use journey::slug::{IndicationId, RuleId};
use journey::text::Bilingual;

/// A patient's sessions, and what must follow from them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct DateCase {
    indication: IndicationId,
    today: Date,
    history: Vec<PastSession>,
    booked: Vec<BookedSession>,
    planned: Planned,
    events: Vec<LifeEvent>,
    /// What the patient answered; none where dates alone are asked about.
    facts: Option<Facts>,
    expect: Window,
    refused: Vec<Refused>,
    silent: Vec<Refused>,
    ordered: Vec<Ordered>,
    free: Vec<Free>,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<DateCase> {
    let indication = indication(table, about);
    let today = table.need("today").and_then(|node| node.date());
    let (history, booked) = (history(table, about, indication.as_ref()), booked(table, about, indication.as_ref()));
    let (planned, events) = (planned(table), table.each("events", event));
    let facts = table.has("facts").then(|| facts(table, about, today));
    let known = rules(table.cx.library, about.protocol);
    let expect = table.get("expect").and_then(|node| window(node, &known)).unwrap_or_default();
    Some(DateCase {
        refused: table.each("refused", |table| refused(table, &known)),
        silent: table.each("silent", |table| refused(table, &known)),
        ordered: table.each("ordered", |table| ordered(table, &known)),
        free: free(table),
        indication: indication?,
        today: today?,
        history: history.sessions,
        booked,
        planned,
        events,
        facts,
        expect,
    })
}

/// Something ahead; what it is matters only to people.
fn event(table: Table<'_>) -> Option<LifeEvent> {
    let on = table.need("on").and_then(|node| node.date());
    let name = table.get("name").and_then(|node| node.bilingual());
    table.close();
    Some(LifeEvent { on: on?, name: name.unwrap_or_else(|| Bilingual::new("ご予定", "Something ahead")) })
}

/// The rules that can refuse a day: those of this protocol, and those of the others about it.
fn rules(library: &Library, protocol: &Protocol) -> Vec<RuleId> {
    let intervals = protocol.indications.iter().map(Indication::interval_rule);
    let pauses = protocol.indications.iter().map(Indication::pause_rule);
    let spacing = library.iter().flat_map(|one| &one.spacing).map(|rule| &rule.id);
    let downtime = protocol.downtime.iter().map(|rule| &rule.id);
    let screening = protocol.screening.iter().map(|rule| &rule.id);
    let written = spacing.chain(downtime).chain(screening).cloned();
    intervals.chain(pauses).chain(written).chain([TouchUp::rule()]).collect()
}

impl DateCase {
    pub fn differs(&self, library: &Library, protocol: &Protocol) -> Vec<String> {
        let Some(indication) = protocol.indication(&self.indication) else {
            return vec![format!("there is no indication {}", self.indication)];
        };
        let (activation, overrides) = (Activation::all_by("cases"), Overrides::none());
        let screened = self.facts.as_ref().map(|facts| Screened {
            known: AsOf::new(library.facts(), facts, self.today),
            activation: &activation,
            overrides: &overrides,
        });
        self.answered(&CourseQuestion {
            library,
            protocol,
            indication,
            history: &self.history,
            booked: &self.booked,
            planned: &self.planned,
            events: &self.events,
            screened,
            today: self.today,
        })
    }

    fn answered(&self, question: &CourseQuestion<'_>) -> Vec<String> {
        let refused = self.refused.iter().filter_map(|one| one.differs(&check_date(question, one.on)));
        let silent = self.silent.iter().filter_map(|one| one.speaks(&check_date(question, one.on)));
        let ordered = self.ordered.iter().filter_map(|one| one.differs(question));
        let free = self.free.iter().filter_map(|day| day.differs(&check_date(question, day.0)));
        let window = self.expect.differs(&forecast(question));
        window.into_iter().chain(refused).chain(silent).chain(ordered).chain(free).collect()
    }
}
