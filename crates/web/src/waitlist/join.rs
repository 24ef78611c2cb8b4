use super::answer::address;
use crate::booking::{details_fields, details_of, error_of, mistakes};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Checklist, Choice, Field, Layout, LineField, LineKind, Need, Pick, SelectField, Width};
use crate::look::head::Robots;
use crate::wording::Wording;
use app::booking::practitioners;
use app::offering::{Service, service_by_slug};
use app::waitlist::{Joining, Who, join};
use app::{FieldError, Refusal};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use journey::id::StaffId;
use journey::roster::hours::MinuteOfDay;
use journey::text::Bilingual;
use journey::waitlist::Wish;
use maud::{Markup, html};

/// The parts of a week that can be asked for: stable word, days, from and to which minute.
const PARTS: [(&str, &[Weekday], u16, u16); 5] = [
    ("weekday-morning", &WEEKDAYS, 0, 720),
    ("weekday-afternoon", &WEEKDAYS, 720, 1020),
    ("weekday-evening", &WEEKDAYS, 1020, 1440),
    ("saturday", &[Weekday::Saturday], 0, 1440),
    ("sunday", &[Weekday::Sunday], 0, 1440),
];
const WEEKDAYS: [Weekday; 5] =
    [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];

type Hours = Vec<(Weekday, MinuteOfDay, MinuteOfDay)>;

/// The hours that the ticked parts of the week stand for; none ticked is any time.
pub(crate) fn hours_of(filled: &Filled) -> Hours {
    let ticked: Vec<&str> = filled.all("parts").collect();
    let chosen = PARTS.iter().filter(|(word, ..)| ticked.contains(word));
    chosen
        .flat_map(|(_, days, from, to)| {
            let hours = MinuteOfDay::new(*from).ok().zip(MinuteOfDay::new(*to).ok());
            days.iter().filter_map(move |day| hours.map(|(from, to)| (*day, from, to)))
        })
        .collect()
}

/// The parts of a week to tick.
pub(crate) fn parts(words: Wording, filled: &Filled) -> Markup {
    let ticked: Vec<&str> = filled.all("parts").collect();
    let labels: Vec<(&str, String)> =
        PARTS.iter().map(|(word, ..)| (*word, words.t(&format!("wait-part-{word}")))).collect();
    let pick = |word: &str| if ticked.contains(&word) { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        labels.iter().map(|(word, label)| Choice { value: word, label, hint: None, pick: pick(word) }).collect();
    let (label, hint) = (words.t("wait-parts"), words.t("wait-parts-hint"));
    let field = Field { name: "parts", label: &label, hint: Some(&hint), error: None, need: Need::Unmarked };
    html! { (Checklist { field, choices: &choices, none: None, layout: Layout::Column }) }
}

struct Asking {
    service: Service,
    people: Vec<(StaffId, Bilingual)>,
}

async fn load(guest: &Guest, slug: &str) -> Result<Asking, Failure> {
    let slug = slug.to_owned();
    guest
        .read(move |work| Ok(Asking { service: service_by_slug(work, &slug)?, people: practitioners(work, &slug)? }))
        .await
}

/// The form: from when to when, which parts of the week, with whom, and who.
pub(super) async fn show(guest: Guest, Path((_, slug)): Path<(String, String)>) -> Result<Markup, Failure> {
    let asking = load(&guest, &slug).await?;
    Ok(page(&guest, &asking, &Filled::default(), &[]))
}

/// Joins the waitlist and leads to one's own page there. Mistakes come back in place.
pub(super) async fn send(
    guest: Guest,
    Path((_, slug)): Path<(String, String)>,
    filled: Filled,
) -> Result<Response, Failure> {
    let today = today(&guest);
    let wish = Wish {
        from: filled.date("from").unwrap_or(today).max(today),
        until: filled.date("until").unwrap_or_else(|| today.saturating_add(30.days())),
        days: hours_of(&filled),
        practitioner: filled.get("with").parse().ok(),
    };
    let who = Who::New(details_of(&filled));
    let joining = Joining { who, service: slug.clone(), wish, earlier_than: None, language: guest.lang };
    match guest.write(move |work| join(work, &joining)).await {
        Ok((_, link)) => Ok(Redirect::to(&address(&guest, &link)).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::Fields(errors)) => {
                let asking = load(&guest, &slug).await?;
                Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&guest, &asking, &filled, errors)).into_response())
            }
            _ => Err(failure),
        },
    }
}

fn today(guest: &Guest) -> Date {
    guest.web.app.world().date_of(guest.web.app.now())
}

fn page(guest: &Guest, asking: &Asking, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = guest.words();
    let title = words.t("wait-title");
    let base = guest.to(&format!("book/{}", asking.service.slug));
    let first = today(guest).to_string();
    let last = today(guest).saturating_add(30.days()).to_string();
    let content = html! {
        h1 { (title) }
        p.lead { (words.with("wait-lead", &[("service", asking.service.name.get(guest.lang))])) }
        p { (words.t("wait-how")) }
        (mistakes(guest, errors))
        form method="post" action=(format!("{base}/wait")) novalidate {
            (line(words, "from", "wait-from", filled.some("from").unwrap_or(&first), errors))
            (line(words, "until", "wait-until", filled.some("until").unwrap_or(&last), errors))
            (parts(words, filled))
            @if asking.people.len() > 1 { (with_whom(words, asking, filled)) }
            (details_fields(words, filled, errors))
            (actions(&[&Button { label: &words.t("wait-join"), weight: Weight::Primary, sends: None }]))
        }
        p { a href=(base) { (words.t("wait-back")) } }
    };
    let (start, start_label) = (guest.to("book"), words.t("menu-book"));
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&start_label, Some(&start)), (asking.service.name.get(guest.lang), Some(&base)), (&title, None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    public(guest, &page, content)
}

fn line(words: Wording, name: &str, key: &str, value: &str, errors: &[FieldError]) -> Markup {
    let (label, error) = (words.t(key), error_of(words, errors, name));
    let field = Field { name, label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! { (LineField { field, kind: LineKind::Date, value, autocomplete: None, width: Width::Medium }) }
}

fn with_whom(words: Wording, asking: &Asking, filled: &Filled) -> Markup {
    let people: Vec<(String, &str)> =
        asking.people.iter().map(|(id, name)| (id.to_string(), name.get(words.lang()))).collect();
    let pick = |id: &str| if filled.get("with") == id { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        people.iter().map(|(id, name)| Choice { value: id, label: name, hint: None, pick: pick(id) }).collect();
    let label = words.t("book-with");
    let field = Field { name: "with", label: &label, hint: None, error: None, need: Need::Unmarked };
    html! { (SelectField { field, blank: Some(&words.t("book-with-anybody")), choices: &choices }) }
}
