//! A patient of the small library, asked about on 1 April 2026.

use jiff::civil::{Date, date};
use journey::course::{
    BookedSession, CourseQuestion, LifeEvent, PastSession, Planned, Purpose, Release, Screened, Treated,
};
use journey::facts::{AsOf, Facts};
use journey::protocol::Library;
use journey::quantity::HundredthsMm;
use journey::screening::{Activation, Overrides};
use journey::slug::{IndicationId, ProtocolId};
use journey::text::Bilingual;

use super::fixture::of;

/// The day on which everything is asked.
pub const TODAY: Date = date(2026, 4, 1);

pub fn past(id: &str, on: Date) -> PastSession {
    PastSession {
        treated: Treated::Protocol(ProtocolId::parse(id).unwrap()),
        on,
        indication: IndicationId::parse(if id == "needling" { "acne-scars" } else { "frown-lines" }).ok(),
        zones: Vec::new(),
        product: None,
        depth: Some(HundredthsMm(50)),
        doses: Vec::new(),
        release: Release::None,
        purpose: Purpose::Course,
    }
}

pub fn booked(id: &str, on: Date) -> BookedSession {
    let PastSession { treated, indication, purpose, .. } = past(id, on);
    BookedSession { treated, on, indication, zones: Vec::new(), product: None, purpose }
}

pub fn event(on: Date) -> LifeEvent {
    LifeEvent { on, name: Bilingual::new("結婚式", "A wedding") }
}

/// Somebody with a history, plans and answers.
pub struct Patient {
    pub library: Library,
    pub history: Vec<PastSession>,
    pub booked: Vec<BookedSession>,
    pub planned: Planned,
    pub events: Vec<LifeEvent>,
    pub facts: Facts,
}

impl Patient {
    pub fn of(library: Library) -> Self {
        Self {
            library,
            history: Vec::new(),
            booked: Vec::new(),
            planned: Planned::default(),
            events: Vec::new(),
            facts: Facts::new(),
        }
    }

    pub fn had(mut self, sessions: impl IntoIterator<Item = PastSession>) -> Self {
        self.history.extend(sessions);
        self
    }

    pub fn has_booked(mut self, sessions: impl IntoIterator<Item = BookedSession>) -> Self {
        self.booked.extend(sessions);
        self
    }

    /// Asks on a day, with every rule approved.
    pub fn asks_on<T>(&self, id: &str, today: Date, answer: impl Fn(&CourseQuestion<'_>) -> T) -> T {
        let protocol = of(&self.library, id);
        let (activation, overrides) = (Activation::all_by("Dr Sakamoto"), Overrides::none());
        let known = AsOf::new(self.library.facts(), &self.facts, today);
        answer(&CourseQuestion {
            library: &self.library,
            protocol,
            indication: &protocol.indications[0],
            history: &self.history,
            booked: &self.booked,
            planned: &self.planned,
            events: &self.events,
            screened: Some(Screened { known, activation: &activation, overrides: &overrides }),
            today,
        })
    }

    pub fn asks<T>(&self, id: &str, answer: impl Fn(&CourseQuestion<'_>) -> T) -> T {
        self.asks_on(id, TODAY, answer)
    }
}
