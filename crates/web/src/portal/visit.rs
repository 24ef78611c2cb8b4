use super::change::doings;
use super::earlier;
use super::own::Own;
use super::private::Private;
use super::recovery::due;
use crate::failure::Failure;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::badge::{Badge, Tone};
use crate::look::definition::Definitions;
use crate::look::notice::Notice;
use crate::when;
use app::booking::Visit;
use app::offering::Service;
use app::recovery::CheckIn;
use app::roster::{ResourceKind, resources};
use app::screening::questions_for_visit;
use app::waitlist::Entry;
use app::{AppError, Work};
use axum::extract::Query;
use journey::booking::{Block, VisitState};
use journey::id::ServiceId;
use journey::recovery::Tier;
use journey::text::Bilingual;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    told: Option<String>,
}

/// What a visit page needs beside what every page has.
struct Around {
    /// Questions that are still open.
    open: usize,
    /// Answers that somebody in the clinic still has to deal with.
    waiting: i64,
    /// With whom.
    people: Vec<Bilingual>,
    /// What the person waits for.
    waits: Vec<Entry>,
}

fn around(work: &mut Work<'_, '_>, visit: &Visit) -> Result<Around, AppError> {
    let asked = questions_for_visit(work, visit.id)?.questionnaire;
    let mut people = resources(work)?;
    people.retain(|one| one.kind == ResourceKind::Practitioner && visit.claimed.contains(&one.id));
    let waiting = match visit.patient {
        Some(patient) => app::recovery::open_for(work, patient)?,
        None => 0,
    };
    let people = people.into_iter().map(|one| one.name).collect();
    let waits = match visit.patient {
        Some(patient) => app::waitlist::of_patient(work, patient)?,
        None => Vec::new(),
    };
    Ok(Around { open: asked.items.len() + asked.later.len(), waiting, people, waits })
}

/// The visit: when, where, what, with whom, what it costs, and what can be done about it.
pub(super) async fn show(private: Private, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let around = private.read(around).await?;
    let words = private.words();
    let title = words.t("my-visit-title");
    let content = html! {
        h1 { (heading(&private)) }
        @if asked.told.as_deref() == Some("moved") {
            (Notice { tone: Tone::Cleared, title: &words.t("my-moved"), body: html! { p { (words.t("my-moved-mail")) } } })
        }
        (standing(&private))
        (next_step(&private, &around))
        (facts(&private, &around.people))
        (doings(&private))
        (earlier::offer(&private, &around.waits))
        (prices(&private))
    };
    Ok(private.page(&title, content))
}

/// Day and time of the visit, short enough for a phone.
fn heading(private: &Private) -> String {
    let starts = private.own.visit.starts;
    let day = when::short_date(private.guest.lang, private.world().date_of(starts));
    let when = format!("{day} {}", when::time(private.zone(), starts));
    private.words().with("my-visit-heading", &[("when", &when)])
}

/// What the state means, its word and its sentence. Somebody whose session has ended is no longer in the house.
fn state_of(own: &Own) -> (Tone, &'static str, &'static str) {
    match own.visit.state {
        VisitState::Arrived { .. } if own.ended(own.visit.id) => {
            (Tone::Plain, "my-state-fulfilled", "my-state-fulfilled-says")
        }
        VisitState::Held { .. } | VisitState::Expired { .. } => {
            (Tone::Plain, "my-state-expired", "my-state-expired-says")
        }
        VisitState::Booked { .. } => (Tone::Cleared, "my-state-booked", "my-state-booked-says"),
        VisitState::Arrived { .. } => (Tone::Information, "my-state-arrived", "my-state-arrived-says"),
        VisitState::Fulfilled { .. } => (Tone::Plain, "my-state-fulfilled", "my-state-fulfilled-says"),
        VisitState::Cancelled { .. } => (Tone::Refusal, "my-state-cancelled", "my-state-cancelled-says"),
        VisitState::NoShow { .. } => (Tone::Plain, "my-state-no-show", "my-state-no-show-says"),
    }
}

fn standing(private: &Private) -> Markup {
    let words = private.words();
    let visit = &private.own.visit;
    let (tone, word, says) = state_of(&private.own);
    let provisional = visit.items.iter().any(|item| matches!(item.block, Block::Provisional));
    let booked = matches!(visit.state, VisitState::Booked { .. });
    html! {
        p { (Badge { tone, label: &words.t(word) }) }
        p.lead {
            (words.t(says))
            @if booked && provisional { " " (words.t("my-provisional")) }
        }
    }
}

/// The one thing to do next, if there is one: a call that was asked for, a check-in, questions.
fn next_step(private: &Private, around: &Around) -> Markup {
    let words = private.words();
    let booked = matches!(private.own.visit.state, VisitState::Booked { .. });
    if let Some(check_in) = alarming(&private.own).filter(|_| around.waiting > 0) {
        let label = words.t("my-alarm-see");
        return step(private, Tone::Alarm, "my-alarm-page", "my-alarm-waits", &label, &at(check_in));
    }
    if let Some(check_in) = due(&private.own, private.now()) {
        let label = words.t("my-check-in-answer");
        return step(private, Tone::Information, "my-check-in-due", "my-check-in-due-says", &label, &at(check_in));
    }
    if booked && around.open > 0 {
        let label = words.t("my-questions-answer");
        return step(private, Tone::Information, "my-questions-open", "my-questions-open-says", &label, "questions");
    }
    Markup::default()
}

fn at(check_in: &CheckIn) -> String {
    format!("recovery/{}", check_in.id)
}

/// The last answered check-in, if it asked for a call.
fn alarming(own: &Own) -> Option<&CheckIn> {
    let last = own.check_ins.iter().filter(|one| one.triage.is_some()).max_by_key(|one| one.answered_at);
    last.filter(|one| one.triage.as_ref().is_some_and(|triage| triage.tier >= Tier::Tier2))
}

fn step(private: &Private, tone: Tone, title: &str, says: &str, label: &str, rest: &str) -> Markup {
    let words = private.words();
    html! {
        (Notice { tone, title: &words.t(title), body: html! { p { (words.t(says)) } } })
        (actions(&[&LinkAction { label, href: &private.to(rest), weight: Weight::Primary }]))
    }
}

fn facts(private: &Private, people: &[Bilingual]) -> Markup {
    let (words, lang, zone) = (private.words(), private.guest.lang, private.zone());
    let visit = &private.own.visit;
    let about = &private.guest.web.clinic.particulars;
    let minutes = visit.ends.duration_since(visit.starts).as_mins().to_string();
    let separator = words.t("my-and");
    let names: Vec<&str> = people.iter().map(|name| name.get(lang)).collect();
    let mut items = vec![
        (words.t("visit-when"), html! { (when::moment(lang, zone, visit.starts)) }),
        (words.t("visit-length"), html! { (words.with("book-minutes", &[("minutes", &minutes)])) }),
        (
            words.t("visit-what"),
            html! { ul.lines { @for item in &visit.items { li { (service_name(private, item.service)) } } } },
        ),
        (
            words.t("visit-where"),
            html! {
                (about.name.get(lang)) br; (about.address.get(lang)) " " (about.floor.get(lang))
                br; a href=(private.guest.to("access")) { (words.t("my-way")) }
            },
        ),
    ];
    if !names.is_empty() {
        items.push((words.t("my-with"), html! { (names.join(&separator)) }));
    }
    let lent: Vec<(&str, Markup)> = items.iter().map(|(label, value)| (label.as_str(), value.clone())).collect();
    html! { (Definitions { items: &lent }) }
}

fn service(own: &Own, id: ServiceId) -> Option<&Service> {
    own.services.iter().find(|service| service.id == id)
}

fn service_name(private: &Private, id: ServiceId) -> String {
    let known = service(&private.own, id).map(|service| service.name.get(private.guest.lang).to_owned());
    known.unwrap_or_else(|| private.words().t("my-service-gone"))
}

fn prices(private: &Private) -> Markup {
    let (words, lang) = (private.words(), private.guest.lang);
    let booked = private.own.visit.items.iter().filter_map(|item| service(&private.own, item.service));
    let priced: Vec<&Service> = booked.filter(|service| !service.prices.is_empty()).collect();
    html! {
        @if !priced.is_empty() {
            section aria-labelledby="prices" {
                h2 #prices { (words.t("my-prices")) }
                @for service in priced {
                    h3 { (service.name.get(lang)) }
                    (Definitions { items: &service.prices.iter()
                        .map(|price| (price.label.get(lang), html! { (when::yen(lang, price.yen)) }))
                        .collect::<Vec<_>>() })
                }
                p.hint { (words.t("my-prices-says")) }
            }
        }
    }
}
