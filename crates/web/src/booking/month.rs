use crate::failure::Failure;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::calendar::{Day, DayState, Month, Today, Weekday};
use crate::look::field::{Choice, Field, Need, Pick, SelectField};
use crate::look::head::Robots;
use crate::look::navigation::Link;
use crate::when;
use crate::wording::Wording;
use app::booking::{DayOffer, Wanted, month, practitioners};
use app::offering::{Service, service_by_slug};
use axum::extract::{Path, Query};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday as Day7};
use journey::id::StaffId;
use journey::text::Bilingual;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize, Clone, Default)]
pub(super) struct Asked {
    month: Option<String>,
    #[serde(default)]
    with: String,
}

impl Asked {
    pub fn practitioner(&self) -> Option<StaffId> {
        self.with.parse().ok()
    }
}

/// The month of an address (`2026-12`); none when it is no month.
pub(crate) fn month_of(text: &str) -> Option<Date> {
    format!("{text}-01").parse().ok()
}

/// A month of free days for a service.
pub(super) async fn show(
    guest: Guest,
    Path((_, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Failure> {
    let wanted = Wanted { service: slug.clone(), practitioner: asked.practitioner(), moving: None };
    let today = guest.web.app.world().date_of(guest.web.app.now());
    let shown = asked.month.as_deref().and_then(month_of).unwrap_or(today).first_of_month();
    let (service, people, days) = guest
        .read(move |work| {
            let service = service_by_slug(work, &slug)?;
            let people = practitioners(work, &slug)?;
            Ok((service, people, month(work, &wanted, shown)?))
        })
        .await?;
    Ok(page(&guest, &service, &people, &asked, shown, today, &days))
}

fn page(
    guest: &Guest,
    service: &Service,
    people: &[(StaffId, Bilingual)],
    asked: &Asked,
    shown: Date,
    today: Date,
    days: &[DayOffer],
) -> Markup {
    let words = guest.words();
    let title = words.with("book-month-title", &[("service", service.name.get(guest.lang))]);
    let base = guest.to(&format!("book/{}", service.slug));
    let with = if asked.with.is_empty() { String::new() } else { format!("&with={}", asked.with) };
    let turn = |month: Date| format!("{base}?month={}-{:02}{with}", month.year(), month.month());
    let day = |day: Date| format!("{base}/day/{day}?with={}", asked.with);
    let none = days.iter().all(|day| day.times == 0);
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("book-month-lead")) }
        @if people.len() > 1 { (chooser(words, &base, people, asked)) }
        (calendar(words, shown, today, days, &turn, &day))
        @if none { p { (words.t("book-month-none")) } }
        p { a href=(format!("{base}/wait")) { (words.t("wait-link")) } }
        p.hint { (words.with("book-by-phone", &[("phone", &guest.web.clinic.particulars.phone)])) }
    };
    let (start, start_label) = (guest.to("book"), words.t("menu-book"));
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&start_label, Some(&start)), (service.name.get(guest.lang), None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    public(guest, &page, content)
}

fn chooser(words: Wording, base: &str, people: &[(StaffId, Bilingual)], asked: &Asked) -> Markup {
    let owned: Vec<(String, &str)> = people.iter().map(|(id, name)| (id.to_string(), name.get(words.lang()))).collect();
    let pick = |id: &str| if asked.with == id { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        owned.iter().map(|(id, name)| Choice { value: id, label: name, hint: None, pick: pick(id) }).collect();
    let field = Field { name: "with", label: &words.t("book-with"), hint: None, error: None, need: Need::Unmarked };
    html! {
        form.inline-form method="get" action=(base) {
            (SelectField { field, blank: Some(&words.t("book-with-anybody")), choices: &choices })
            button.action.action-quiet type="submit" { (words.t("book-with-show")) }
        }
    }
}

/// A month as a calendar: free days are plain numerals that lead on, taken days recede.
pub(crate) fn calendar(
    words: Wording,
    shown: Date,
    today: Date,
    days: &[DayOffer],
    turn: &dyn Fn(Date) -> String,
    href: &dyn Fn(Date) -> String,
) -> Markup {
    let lang = words.lang();
    let labels: Vec<(String, String)> = days
        .iter()
        .map(|offer| {
            let count = words.count("book-day-times", i64::from(offer.times));
            (format!("{} {count}", when::short_date(lang, offer.day)), href(offer.day))
        })
        .collect();
    let cells: Vec<Day<'_>> = days
        .iter()
        .zip(&labels)
        .map(|(offer, (label, href))| Day {
            number: offer.day.day().unsigned_abs(),
            label,
            state: match offer.times {
                0 if offer.day < today => DayState::Closed,
                0 => DayState::Taken,
                _ => DayState::Free(href),
            },
            today: if offer.day == today { Today::Yes } else { Today::No },
        })
        .collect();
    let (before, after) = (shown.saturating_sub(1.month()), shown.saturating_add(1.month()));
    let (before_href, after_href) = (turn(before), turn(after));
    let (before_label, after_label) = (when::month(lang, before), when::month(lang, after));
    let previous = (shown > today.first_of_month()).then_some(Link { label: &before_label, href: &before_href });
    let week =
        [Day7::Sunday, Day7::Monday, Day7::Tuesday, Day7::Wednesday, Day7::Thursday, Day7::Friday, Day7::Saturday];
    let month = Month {
        caption: &when::month(lang, shown),
        weekdays: week.map(|day| Weekday { short: when::weekday(lang, day), long: when::weekday(lang, day) }),
        lead: shown.weekday().to_sunday_zero_offset().unsigned_abs(),
        days: &cells,
        previous,
        next: Some(Link { label: &after_label, href: &after_href }),
        legend: (&words.t("book-legend-free"), &words.t("book-legend-taken")),
    };
    html! { (month) }
}
