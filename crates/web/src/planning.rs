//! A person's plan as a page: wishes, what is ahead, ways to plan side by side, and why. The private page and the desk
//! show the same.

mod ahead;
mod alternatives;
mod collision;
mod picture;
mod reasons;
mod sent;
mod wishes;

pub(crate) use picture::healing_days;
pub(crate) use sent::sent;

use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::web::Web;
use crate::wording::Wording;
use app::course::plan::{self, Brief, Pin, Planning, Proposal};
use app::course::{self, Ahead};
use app::offering::{Service, all_services};
use app::roster::{ResourceKind, resources};
use app::{AppError, FieldError, Refusal, Work, World};
use jiff::SignedDuration;
use jiff::civil::Date;
use journey::id::{PatientId, StaffId};
use journey::slug::ProtocolId;
use journey::text::Bilingual;
use maud::{Markup, html};

/// How long each way of planning may be thought over, one after the other.
const LIMIT: SignedDuration = SignedDuration::from_millis(45);

/// Everything the page shows.
pub(crate) struct Shown {
    pub proposal: Proposal,
    pub planning: Planning,
    pub ahead: Vec<Ahead>,
    pub people: Vec<(StaffId, Bilingual)>,
    pub services: Vec<Service>,
    pub nothing_open: bool,
    pub left_out: Vec<String>,
}

/// What one look takes along.
pub(crate) struct Looked {
    brief: Brief,
    planning: Planning,
    ahead: Vec<Ahead>,
    people: Vec<(StaffId, Bilingual)>,
    services: Vec<Service>,
}

/// Looks at everything that the page needs.
pub(crate) fn look(work: &mut Work<'_, '_>, patient: PatientId, pin: Option<Pin>) -> Result<Looked, AppError> {
    let mut house = resources(work)?;
    house.retain(|one| one.kind == ResourceKind::Practitioner);
    Ok(Looked {
        brief: plan::brief(work, patient, pin)?,
        planning: plan::planning(work, patient)?,
        ahead: course::ahead(work, patient)?,
        people: house.into_iter().filter_map(|one| Some((one.staff?, one.name))).collect(),
        services: all_services(work)?,
    })
}

/// Plans, away from the threads that answer requests.
pub(crate) async fn think(web: &Web, looked: Looked) -> Shown {
    let app = web.app.clone();
    let Looked { brief, planning, ahead, people, services } = looked;
    let (nothing_open, left_out) = (brief.is_empty(), brief.left_out().to_vec());
    let thought = tokio::task::spawn_blocking(move || plan::propose_within(&app, &brief, LIMIT)).await;
    let nothing = || Proposal { alternatives: Vec::new(), settled: Vec::new(), collision: None, until: Date::MIN };
    Shown { proposal: thought.unwrap_or_else(|_| nothing()), planning, ahead, people, services, nothing_open, left_out }
}

/// Where the forms of the page lead, and what was typed into them and not taken.
pub(crate) struct Page<'a> {
    pub words: Wording,
    pub world: &'a World,
    pub base: String,
    pub errors: &'a [FieldError],
    pub typed: (&'a str, &'a str),
    pub refusal: Option<&'a Refusal>,
    pub moving: Option<String>,
}

impl Page<'_> {
    fn to(&self, rest: &str) -> String {
        format!("{}/{rest}", self.base)
    }

    fn treatment<'s>(&self, shown: &'s Shown, protocol: &'s ProtocolId) -> &'s str {
        let service = shown.services.iter().find(|one| one.protocol.as_deref() == Some(protocol.as_str()));
        service.map_or(protocol.as_str(), |service| service.name.get(self.words.lang()))
    }

    fn person<'s>(&self, shown: &'s Shown, id: Option<StaffId>) -> Option<&'s str> {
        let known = shown.people.iter().find(|(person, _)| Some(*person) == id)?;
        Some(known.1.get(self.words.lang()))
    }

    /// The page below its heading.
    pub fn content(&self, shown: &Shown) -> Markup {
        let words = self.words;
        html! {
            @if let Some(refusal) = self.refusal { (self.refused(refusal)) }
            @for protocol in &shown.left_out { (self.left_out(protocol)) }
            @if shown.nothing_open {
                p { (words.t("plan-nothing-open")) }
            } @else {
                (self.ways(shown))
            }
            (self.ahead(shown))
            (self.wishes(shown))
        }
    }

    fn left_out(&self, protocol: &str) -> Markup {
        let (words, rules) = (self.words, ProtocolId::parse(protocol).ok());
        let rules = rules.and_then(|id| self.world.library.get(&id));
        let treatment = rules.map_or(protocol, |rules| rules.name.get(words.lang()));
        html! { p.hint { (words.with("plan-left-out", &[("treatment", treatment)])) } }
    }

    fn ways(&self, shown: &Shown) -> Markup {
        let words = self.words;
        html! {
            @if let Some(collision) = &shown.proposal.collision { (self.collides(shown, collision)) }
            @else if shown.proposal.alternatives.is_empty() { p { (words.t("plan-none")) } }
            @else {
                p { (words.t("plan-ways-lead")) }
                @for (place, one) in shown.proposal.alternatives.iter().enumerate() { (self.alternative(shown, one, place)) }
            }
        }
    }

    fn refused(&self, refusal: &Refusal) -> Markup {
        let words = self.words;
        let says = match refusal {
            Refusal::TimeTaken { .. } => words.t("plan-taken"),
            Refusal::TooSoon(_) => words.t("plan-too-soon"),
            other => words.t(&format!("refusal-{}", other.code())),
        };
        html! { (Notice { tone: Tone::Caution, title: &words.t("plan-not-accepted"), body: html! { p { (says) } } }) }
    }
}
