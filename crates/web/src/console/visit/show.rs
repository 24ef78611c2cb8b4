use super::Whole;
use crate::console::Desk;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::badge::{Badge, Tone};
use crate::look::definition::Definitions;
use crate::look::notice::Notice;
use crate::when;
use app::booking::Item;
use journey::booking::VisitState;
use maud::{Markup, html};

mod desk_actions;
mod money;
mod treatment;

/// The page of a visit: who, when, what; what to do next; answers, verdict, release; money.
pub(super) fn page(desk: &Desk, whole: &Whole, filled: &Filled, said: Option<&str>) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let title = format!("{} {}", whole.patient.full_name(), when::moment(desk.lang, zone, whole.visit.starts));
    let content = html! {
        h1 {
            ruby { (whole.patient.full_name()) rp { "（" } rt { (whole.patient.reading()) } rp { "）" } }
        }
        @if let Some(text) = said { (Notice { tone: Tone::Caution, title: &words.t("refusal-fields"), body: html! { p { (text) } } }) }
        (facts(desk, whole))
        (desk_actions::actions(desk, whole))
        @for item in whole.visit.items.iter().filter(|item| item.protocol.is_some()) {
            (treatment::section(desk, whole, item, filled))
        }
        (money::section(desk, whole, filled))
    };
    console(desk, &ConsolePage { name: "visit", title: &title }, content)
}

fn facts(desk: &Desk, whole: &Whole) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let visit = &whole.visit;
    let born = whole.patient.birth_date.map_or_else(
        || words.t("patients-birth-unknown"),
        |day| format!("{} {}", when::date(desk.lang, day), age(desk, whole)),
    );
    let phone = whole.contact.as_ref().map(|contact| contact.phone.clone()).unwrap_or_default();
    let who: Vec<&str> =
        whole.people.iter().filter(|(id, _)| visit.claimed.contains(id)).map(|(_, name)| name.get(desk.lang)).collect();
    let items = [
        (
            words.t("visit-when"),
            html! { (when::moment(desk.lang, zone, visit.starts)) "–" (when::time(zone, visit.ends)) },
        ),
        (
            words.t("visit-what"),
            html! { ul.plain { @for item in &visit.items { li { (service_name(desk, whole, item)) } } } },
        ),
        (words.t("visit-with"), html! { (who.join(&words.t("list-comma"))) }),
        (words.t("day-state"), state(desk, whole)),
        (words.t("patients-birth"), html! { (born) }),
        (words.t("patients-phone"), html! { a href={ "tel:" (crate::frame::dial(&phone)) } { (phone) } }),
        (words.t("visit-wish"), html! { (visit.wish) }),
        (
            words.t("visit-chart"),
            html! { a href=(format!("/console/patients/{}", whole.patient.id)) { (words.t("visit-chart-open")) } },
        ),
    ];
    let lent: Vec<(&str, Markup)> = items
        .iter()
        .filter(|(_, value)| !value.0.is_empty())
        .map(|(label, value)| (label.as_str(), value.clone()))
        .collect();
    html! { (Definitions { items: &lent }) }
}

fn age(desk: &Desk, whole: &Whole) -> String {
    let today = desk.web.app.world().date_of(desk.web.app.now());
    whole.patient.age_on(today).map(|age| desk.words().count("patients-age", i64::from(age))).unwrap_or_default()
}

fn state(desk: &Desk, whole: &Whole) -> Markup {
    let words = desk.words();
    let tone = match whole.visit.state {
        VisitState::Arrived { .. } => Tone::Information,
        VisitState::Fulfilled { .. } => Tone::Cleared,
        VisitState::Cancelled { .. } | VisitState::NoShow { .. } => Tone::Refusal,
        _ => Tone::Plain,
    };
    let late = whole.visit.late_minutes.map(|minutes| words.count("visit-late-by", minutes));
    html! {
        (Badge { tone, label: &words.t(&format!("visit-state-{}", whole.visit.state.code())) })
        @if let Some(late) = late { " " (Badge { tone: Tone::Caution, label: &late }) }
    }
}

/// The name of an item's service.
pub(super) fn service_name(desk: &Desk, whole: &Whole, item: &Item) -> String {
    let found = whole.services.iter().find(|service| service.id == item.service);
    found.map(|service| service.name.get(desk.lang).to_owned()).unwrap_or_default()
}
