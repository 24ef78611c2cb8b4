use super::closed::closed_times;
use crate::failure::Failure;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::head::Robots;
use crate::look::times::{PartOfDay, Press, Time, Times};
use crate::when;
use crate::wording::Wording;
use app::Refusal;
use app::booking::{Stretch, TimeOffer, Wanted, day, why_closed};
use app::offering::{Service, service_by_slug};
use axum::extract::{Path, Query};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    with: String,
}

/// The free times of a day.
pub(super) async fn show(
    guest: Guest,
    Path((_, slug, on)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Failure> {
    let on: Date = on.parse().map_err(|_| guest.fail(Refusal::NotFound.into()))?;
    let wanted = Wanted { service: slug.clone(), practitioner: asked.with.parse().ok(), moving: None };
    let shown = guest
        .read(move |work| {
            let (service, times) = (service_by_slug(work, &slug)?, day(work, &wanted, on)?);
            Ok(Shown { service, times, closed: why_closed(work, &wanted, on)? })
        })
        .await?;
    Ok(page(&guest, &shown, on, &asked.with))
}

struct Shown {
    service: Service,
    times: Vec<TimeOffer>,
    closed: Vec<Stretch>,
}

fn page(guest: &Guest, shown: &Shown, on: Date, with: &str) -> Markup {
    let (service, times) = (&shown.service, &shown.times);
    let words = guest.words();
    let title = when::date(guest.lang, on);
    let month = guest.to(&format!("book/{}?month={}-{:02}&with={with}", service.slug, on.year(), on.month()));
    let hold = guest.to(&format!("book/{}/hold", service.slug));
    let starts: Vec<Timestamp> = times.iter().map(|time| time.starts).collect();
    let content = html! {
        h1 { (title) }
        p.lead {
            (words.with("book-day-lead", &[
                ("service", service.name.get(guest.lang)),
                ("minutes", &service.minutes().to_string()),
            ]))
        }
        h2.visually-hidden { (words.t("book-day-times-heading")) }
        form method="post" action=(hold) {
            input type="hidden" name="with" value=(with);
            input type="hidden" name="request" value=(guest.web.app.token().reveal());
            (parts_of_day(words, &guest.web.app.world().zone, &starts))
        }
        (closed_times(words, &guest.web.app.world().zone, &shown.closed))
        p { a href=(month) { (words.t("book-other-day")) } }
        p { a href=(guest.to(&format!("book/{}/wait", service.slug))) { (words.t("wait-link")) } }
    };
    let (start, start_label) = (guest.to("book"), words.t("menu-book"));
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&start_label, Some(&start)), (service.name.get(guest.lang), Some(&month)), (&title, None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    public(guest, &page, content)
}

/// Times by part of the day, each a button that sends `starts` in microseconds.
pub(crate) fn parts_of_day(words: Wording, zone: &TimeZone, starts: &[Timestamp]) -> Markup {
    let shown: Vec<(i8, String, String)> = starts
        .iter()
        .map(|at| (at.to_zoned(zone.clone()).hour(), when::time(zone, *at), at.as_microsecond().to_string()))
        .collect();
    let part = |from: i8, to: i8| -> Vec<Time<'_>> {
        shown
            .iter()
            .filter(|(hour, _, _)| (from..to).contains(hour))
            .map(|(_, clock, value)| Time { shown: clock, note: None, press: Press::Sends("starts", value) })
            .collect()
    };
    let (morning, afternoon, evening) = (part(0, 12), part(12, 17), part(17, 24));
    let titles = [words.t("book-morning"), words.t("book-afternoon"), words.t("book-evening")];
    let none = words.t("book-part-none");
    let parts = [
        PartOfDay { title: &titles[0], times: &morning, none: &none },
        PartOfDay { title: &titles[1], times: &afternoon, none: &none },
        PartOfDay { title: &titles[2], times: &evening, none: &none },
    ];
    html! { (Times { parts: &parts }) }
}
