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
use app::roster::{ResourceKind, resources};
use app::screening::questions_for_visit;
use axum::extract::Query;
use jiff::Timestamp;
use journey::booking::{Block, VisitState};
use journey::id::ServiceId;
use journey::text::Bilingual;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    told: Option<String>,
}

/// Whether the patient can still change the visit online.
pub(super) enum Change {
    /// It can be moved and called off.
    Open {
        /// Until then.
        until: Timestamp,
    },
    /// The clinic has to be called.
    TooLate {
        /// Until then it was possible.
        until: Timestamp,
    },
    /// There is nothing left to change.
    Over,
}

/// Whether the patient can still change the visit online.
pub(super) fn change(private: &Private) -> Change {
    let (visit, policy) = (&private.own.visit, &private.world().policy);
    let until = policy.changeable_until(visit.starts);
    match visit.state {
        VisitState::Booked { .. } if policy.allow_change(visit.starts, private.now()).is_ok() => Change::Open { until },
        VisitState::Booked { .. } => Change::TooLate { until },
        _ => Change::Over,
    }
}

/// The visit: when, where, what, with whom, what it costs, and what can be done about it.
pub(super) async fn show(private: Private, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let (open, people) = private
        .read(|work, visit| {
            let asked = questions_for_visit(work, visit.id)?.questionnaire;
            let mut people = resources(work)?;
            people.retain(|one| one.kind == ResourceKind::Practitioner && visit.claimed.contains(&one.id));
            let people: Vec<Bilingual> = people.into_iter().map(|one| one.name).collect();
            Ok((asked.items.len() + asked.later.len(), people))
        })
        .await?;
    let words = private.words();
    let title = words.t("my-visit-title");
    let content = html! {
        h1 { (heading(&private)) }
        @if asked.told.as_deref() == Some("moved") {
            (Notice { tone: Tone::Cleared, title: &words.t("my-moved"), body: html! { p { (words.t("my-moved-mail")) } } })
        }
        (standing(&private))
        (next_step(&private, open))
        (facts(&private, &people))
        (doings(&private))
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

/// What the state means, and its word. Somebody whose session has ended is no longer in the house.
fn tone_of(own: &Own) -> (Tone, &'static str) {
    match own.visit.state {
        VisitState::Arrived { .. } if own.ended(own.visit.id) => (Tone::Plain, "fulfilled"),
        VisitState::Held { .. } | VisitState::Expired { .. } => (Tone::Plain, "expired"),
        VisitState::Booked { .. } => (Tone::Cleared, "booked"),
        VisitState::Arrived { .. } => (Tone::Information, "arrived"),
        VisitState::Fulfilled { .. } => (Tone::Plain, "fulfilled"),
        VisitState::Cancelled { .. } => (Tone::Refusal, "cancelled"),
        VisitState::NoShow { .. } => (Tone::Plain, "no-show"),
    }
}

fn standing(private: &Private) -> Markup {
    let words = private.words();
    let visit = &private.own.visit;
    let (tone, code) = tone_of(&private.own);
    let provisional = visit.items.iter().any(|item| matches!(item.block, Block::Provisional));
    let booked = matches!(visit.state, VisitState::Booked { .. });
    html! {
        p { (Badge { tone, label: &words.t(&format!("my-state-{code}")) }) }
        p.lead {
            (words.t(&format!("my-state-{code}-says")))
            @if booked && provisional { " " (words.t("my-provisional")) }
        }
    }
}

/// The one thing to do next, if there is one: a check-in before questions.
fn next_step(private: &Private, open: usize) -> Markup {
    let words = private.words();
    let booked = matches!(private.own.visit.state, VisitState::Booked { .. });
    if let Some(check_in) = due(&private.own, private.now()) {
        let href = private.to(&format!("recovery/{}", check_in.id));
        return html! {
            (Notice { tone: Tone::Information, title: &words.t("my-check-in-due"), body: html! { p { (words.t("my-check-in-due-says")) } } })
            (actions(&[&LinkAction { label: &words.t("my-check-in-answer"), href: &href, weight: Weight::Primary }]))
        };
    }
    html! {
        @if booked && open > 0 {
            (Notice { tone: Tone::Information, title: &words.t("my-questions-open"), body: html! { p { (words.t("my-questions-open-says")) } } })
            (actions(&[&LinkAction { label: &words.t("my-questions-answer"), href: &private.to("questions"), weight: Weight::Primary }]))
        }
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

fn doings(private: &Private) -> Markup {
    let (words, lang, zone) = (private.words(), private.guest.lang, private.zone());
    let calendar = private.to("calendar.ics");
    let entry = LinkAction { label: &words.t("my-calendar"), href: &calendar, weight: Weight::Quiet };
    let heading = words.t("visit-change");
    match change(private) {
        Change::Open { until } => html! {
            h2 { (heading) }
            p { (words.with("my-change-until", &[("until", &when::moment(lang, zone, until))])) }
            (actions(&[
                &entry,
                &LinkAction { label: &words.t("my-move"), href: &private.to("move"), weight: Weight::Quiet },
                &LinkAction { label: &words.t("my-cancel"), href: &private.to("cancel"), weight: Weight::Inline },
            ]))
        },
        Change::TooLate { until } => html! {
            h2 { (heading) }
            p {
                (words.with("refusal-change-too-late", &[("until", &when::moment(lang, zone, until))])) " "
                (words.with("my-phone", &[("phone", private.phone())]))
            }
            (actions(&[&entry]))
        },
        Change::Over => over(private, &private.own.visit),
    }
}

/// After a visit was called off its entry can still be taken out of the patient's calendar.
fn over(private: &Private, visit: &Visit) -> Markup {
    let words = private.words();
    html! {
        @if matches!(visit.state, VisitState::Cancelled { .. }) {
            (actions(&[
                &LinkAction { label: &words.t("my-book-again"), href: &private.guest.to("book"), weight: Weight::Quiet },
                &LinkAction { label: &words.t("my-calendar-remove"), href: &private.to("calendar.ics"), weight: Weight::Inline },
            ]))
        }
    }
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
