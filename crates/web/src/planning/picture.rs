use super::{Page, Shown};
use crate::look::plot::{
    DataTable, EventMark, Key, Legend, PlanPicture, PlanRow, Range, Session, SessionState, Spoken, Tick,
};
use crate::when;
use app::course::plan::{Alternative, PlannedSession};
use jiff::ToSpan;
use jiff::civil::Date;
use journey::protocol::Protocol;
use journey::recovery::Severity;
use journey::slug::ProtocolId;
use maud::{Markup, html};

/// Months that find room below the picture.
const MOST_TICKS: f64 = 5.0;
/// The fewest days that a picture shows.
const SHORTEST: f64 = 42.0;

impl Page<'_> {
    /// A line for each treatment, healing shaded, events across.
    pub(super) fn picture(&self, shown: &Shown, one: &Alternative, place: usize) -> Markup {
        let words = self.words;
        let on = |session: &PlannedSession| self.world.date_of(session.starts);
        let (Some(first), Some(last)) = (one.sessions.first().map(on), one.sessions.last().map(on)) else {
            return Markup::default();
        };
        let near = |day: Date| first <= day.saturating_add(60.days()) && day <= last.saturating_add(60.days());
        let events: Vec<_> = shown.ahead.iter().map(|one| &one.event).filter(|event| near(event.on)).collect();
        let first = events.iter().map(|event| event.on).fold(first, Date::min);
        let end = events.iter().map(|event| event.on).fold(last, Date::max);
        let length = (days(first, end) + 14.0).max(SHORTEST);
        let Some(range) = Range::new(-4.0, length) else { return Markup::default() };
        let labels: Vec<String> = one.sessions.iter().map(|session| session.number.to_string()).collect();
        let treatments = treatments(one);
        let marks = |protocol: &ProtocolId| -> Vec<Session<'_>> {
            let own = one.sessions.iter().zip(&labels).filter(|(session, _)| session.protocol == *protocol);
            own.map(|(session, label)| self.mark(session, label, first)).collect()
        };
        let rows: Vec<(&str, Vec<Session<'_>>)> =
            treatments.iter().map(|protocol| (self.treatment(shown, protocol), marks(protocol))).collect();
        let rows: Vec<PlanRow<'_>> = rows.iter().map(|(label, sessions)| PlanRow { label, sessions }).collect();
        let ahead: Vec<EventMark<'_>> = events
            .iter()
            .map(|event| EventMark { day: days(first, event.on), label: event.name.get(words.lang()) })
            .collect();
        let months = self.months(first, length);
        let ticks: Vec<Tick<'_>> = months.iter().map(|(at, label)| Tick { at: *at, label }).collect();
        let keys = [
            (Key::Session, words.t("plan-key-booked")),
            (Key::Later, words.t("plan-key-later")),
            (Key::Healing, words.t("plan-key-healing")),
            (Key::Event, words.t("plan-key-event")),
        ];
        let legend: Vec<(Key, &str)> = keys
            .iter()
            .filter(|(key, _)| *key != Key::Event || !ahead.is_empty())
            .map(|(key, word)| (*key, word.as_str()))
            .collect();
        let table: Vec<Vec<String>> = one.sessions.iter().map(|session| self.line_of(shown, session)).collect();
        let description = words.with(
            "plan-picture-description",
            &[
                ("count", &one.sessions.len().to_string()),
                ("from", &when::date(words.lang(), first)),
                ("to", &when::date(words.lang(), last)),
            ],
        );
        html! {
            (PlanPicture {
                spoken: Spoken { id: &format!("plan-{place}"), title: &words.t("plan-picture"), description: &description },
                days: range,
                ticks: &ticks,
                rows: &rows,
                events: &ahead,
                legend: Legend(&legend),
                data: DataTable {
                    summary: &words.t("plan-figures"),
                    columns: &[&words.t("plan-column-when"), &words.t("plan-column-treatment"), &words.t("plan-column-healing")],
                    rows: &table,
                },
            })
        }
    }

    fn mark<'s>(&self, session: &PlannedSession, label: &'s str, first: Date) -> Session<'s> {
        Session {
            day: days(first, self.world.date_of(session.starts)),
            label,
            healing_days: f64::from(self.healing(&session.protocol)),
            state: if session.booked_at_once { SessionState::Booked } else { SessionState::Planned },
        }
    }

    fn healing(&self, protocol: &ProtocolId) -> u16 {
        self.world.library.get(protocol).map_or(0, healing_days)
    }

    fn line_of(&self, shown: &Shown, session: &PlannedSession) -> Vec<String> {
        let days = self.healing(&session.protocol);
        vec![
            when::moment(self.words.lang(), &self.world.zone, session.starts),
            self.treatment(shown, &session.protocol).to_owned(),
            self.words.count("plan-healing-days", i64::from(days)),
        ]
    }

    /// The first of a month, so many times that the words beside each other stay apart on a telephone.
    fn months(&self, first: Date, length: f64) -> Vec<(f64, String)> {
        let step = (1_i32..).find(|step| f64::from(*step) * MOST_TICKS * 30.0 >= length).unwrap_or(1);
        let mut day = first.first_of_month().saturating_add(1.month());
        let mut ticks = Vec::new();
        while days(first, day) <= length {
            ticks.push((days(first, day), when::month(self.words.lang(), day)));
            day = day.saturating_add(step.months());
        }
        ticks
    }
}

fn treatments(one: &Alternative) -> Vec<ProtocolId> {
    let mut found: Vec<ProtocolId> = Vec::new();
    for session in &one.sessions {
        if !found.contains(&session.protocol) {
            found.push(session.protocol.clone());
        }
    }
    found
}

fn days(from: Date, to: Date) -> f64 {
    f64::from(to.since(from).map_or(0, |span| span.get_days()))
}

/// The last day on which something may still be seen or felt, as far as the protocol has evidence.
pub(crate) fn healing_days(protocol: &Protocol) -> u16 {
    let curves = protocol.recovery.expected.iter().filter(|curve| curve.evidence.acts());
    let phases = curves.flat_map(|curve| &curve.phases).filter(|phase| phase.upper > Severity::None);
    phases.map(|phase| phase.last).max().unwrap_or(0)
}
