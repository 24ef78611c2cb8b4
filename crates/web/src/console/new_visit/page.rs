use super::Choosing;
use crate::console::Desk;
use crate::failure::refusal_in_words;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::Tone;
use crate::look::field::{
    Choice, Field, Layout, LineField, LineKind, Need, PassageField, Pick, RadioGroup, SelectField, Width,
};
use crate::look::notice::Notice;
use crate::when;
use app::{FieldError, Refusal};
use maud::{Markup, html};

/// The page: service and day first (that decides the times), then the time and who.
pub(super) fn page(
    desk: &Desk,
    choosing: &Choosing,
    filled: &Filled,
    errors: &[FieldError],
    refusal: Option<&Refusal>,
) -> Markup {
    let words = desk.words();
    let title = words.t("console-nav-new");
    let content = html! {
        h1 { (title) }
        @if let Some(refusal) = refusal { (told(desk, refusal)) }
        (what(desk, choosing))
        @if choosing.services.iter().any(|service| service.slug == choosing.asked.service) {
            (who_and_when(desk, choosing, filled, errors))
        } @else { p.hint { (words.t("new-choose-first")) } }
    };
    console(desk, &ConsolePage { name: "new-visit", title: &title }, content)
}

fn told(desk: &Desk, refusal: &Refusal) -> Markup {
    let zone = &desk.web.app.world().zone;
    let body = html! {
        @if let Refusal::TimeTaken { next } = refusal {
            ul { @for at in next { li { (when::moment(desk.lang, zone, *at)) } } }
        }
        @if let Refusal::TooSoon(found) = refusal {
            ul { @for finding in found { li { (finding.says.get(desk.lang)) } } }
        }
    };
    html! { (Notice { tone: Tone::Caution, title: &refusal_in_words(desk.words(), &desk.web, refusal), body }) }
}

fn what(desk: &Desk, choosing: &Choosing) -> Markup {
    let words = desk.words();
    let pick = |slug: &str| if slug == choosing.asked.service { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> = choosing
        .services
        .iter()
        .map(|one| Choice { value: &one.slug, label: one.name.get(desk.lang), hint: None, pick: pick(&one.slug) })
        .collect();
    let (service, day) = (words.t("new-service"), words.t("new-day"));
    let field = |name, label| Field { name, label, hint: None, error: None, need: Need::Unmarked };
    html! {
        form.inline-form method="get" action="/console/book" {
            input type="hidden" name="patient" value=(choosing.asked.patient);
            (SelectField { field: field("service", &service), blank: Some(&words.t("new-service-blank")), choices: &choices })
            (LineField { field: field("day", &day), kind: LineKind::Date, value: &choosing.day.to_string(), autocomplete: None, width: Width::Medium })
            (Button { label: &words.t("new-show-times"), weight: Weight::Quiet, sends: None })
        }
    }
}

fn who_and_when(desk: &Desk, choosing: &Choosing, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    html! {
        form method="post" action="/console/book" {
            input type="hidden" name="patient" value=(choosing.asked.patient);
            input type="hidden" name="service" value=(choosing.asked.service);
            input type="hidden" name="day" value=(choosing.day);
            input type="hidden" name="request" value=(filled.some("request").map_or_else(|| desk.web.app.token().reveal().to_owned(), str::to_owned));
            (times(desk, choosing, filled, errors))
            (crate::booking::closed_times(words, &desk.web.app.world().zone, &choosing.closed))
            (origin(desk, filled))
            @match &choosing.patient {
                Some(patient) => p.lead { (words.with("new-for", &[("patient", &patient.full_name())])) },
                None => (person(desk, filled, errors)),
            }
            (wish(desk, filled))
            (actions(&[&Button { label: &words.t("new-book"), weight: Weight::Primary, sends: None }]))
        }
    }
}

fn times(desk: &Desk, choosing: &Choosing, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let shown: Vec<(String, String)> = choosing
        .times
        .iter()
        .map(|time| (time.starts.as_microsecond().to_string(), when::time(zone, time.starts)))
        .collect();
    let pick = |value: &str| if filled.get("starts") == value { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        shown.iter().map(|(value, label)| Choice { value, label, hint: None, pick: pick(value) }).collect();
    let label = words.with("new-times", &[("day", &when::date(desk.lang, choosing.day))]);
    let error = crate::booking::error_of(words, errors, "starts");
    let field = Field { name: "starts", label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! {
        @if choices.is_empty() { p { (words.t("new-no-times")) } }
        @if let Some(patient) = &choosing.patient {
            p { a href=(format!("/console/waitlist?patient={}&service={}", patient.id, choosing.asked.service)) { (words.t("waitlist-put")) } }
        }
        @if !choices.is_empty() { (RadioGroup { field, choices: &choices, layout: Layout::Row }) }
    }
}

fn origin(desk: &Desk, filled: &Filled) -> Markup {
    let words = desk.words();
    let options = [("phone", words.t("origin-phone")), ("walk-in", words.t("origin-walk-in"))];
    let pick = |value: &str| {
        let chosen = filled.some("origin").unwrap_or("phone");
        if chosen == value { Pick::Taken } else { Pick::Open }
    };
    let choices: Vec<Choice<'_>> =
        options.iter().map(|(value, label)| Choice { value, label, hint: None, pick: pick(value) }).collect();
    let label = words.t("new-origin");
    let field = Field { name: "origin", label: &label, hint: None, error: None, need: Need::Unmarked };
    html! { (RadioGroup { field, choices: &choices, layout: Layout::Row }) }
}

/// A name and a number will do; the rest may follow.
fn person(desk: &Desk, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    let lines = [
        ("family", "details-family", LineKind::Text),
        ("phone", "details-phone", LineKind::Telephone),
        ("given", "details-given", LineKind::Text),
        ("family_kana", "details-family-kana", LineKind::Text),
        ("given_kana", "details-given-kana", LineKind::Text),
        ("mail", "details-mail", LineKind::Mail),
    ];
    html! {
        @for (name, key, kind) in lines {
            (line(desk, name, &words.t(key), kind, filled, errors))
        }
    }
}

fn line(desk: &Desk, name: &str, label: &str, kind: LineKind, filled: &Filled, errors: &[FieldError]) -> Markup {
    let error = crate::booking::error_of(desk.words(), errors, name);
    let field = Field { name, label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! { (LineField { field, kind, value: filled.get(name), autocomplete: Some("off"), width: Width::Medium }) }
}

fn wish(desk: &Desk, filled: &Filled) -> Markup {
    let label = desk.words().t("new-wish");
    let field = Field { name: "wish", label: &label, hint: None, error: None, need: Need::Unmarked };
    html! { (PassageField { field, rows: 2, value: filled.get("wish") }) }
}
