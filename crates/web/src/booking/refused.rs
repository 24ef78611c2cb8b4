use super::times::parts_of_day;
use crate::failure::Failure;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::badge::Tone;
use crate::look::head::Robots;
use crate::look::notice::Notice;
use crate::when;
use app::offering::service_by_slug;
use axum::http::StatusCode;
use jiff::Timestamp;
use maud::{Markup, html};

/// A lost race: says so, and offers the nearest free times with one press each.
pub(super) async fn time_taken(
    guest: &Guest,
    slug: &str,
    with: &str,
    next: &[Timestamp],
) -> Result<(StatusCode, Markup), Failure> {
    let wanted = slug.to_owned();
    let service = guest.read(move |work| service_by_slug(work, &wanted)).await?;
    let words = guest.words();
    let title = words.t("book-taken-title");
    let zone = &guest.web.app.world().zone;
    let hold = guest.to(&format!("book/{}/hold", service.slug));
    let content = html! {
        h1 { (title) }
        (Notice { tone: Tone::Information, title: &words.t("book-taken-next"), body: html! { p { (words.t("refusal-time-taken")) } } })
        form method="post" action=(hold) {
            input type="hidden" name="with" value=(with);
            input type="hidden" name="request" value=(guest.web.app.token().reveal());
            @for (date, times) in by_day(guest, next) {
                h2 { (date) }
                (parts_of_day(words, zone, &times))
            }
        }
        p { a href=(guest.to(&format!("book/{}", service.slug))) { (words.t("book-other-day")) } }
    };
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&title, None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    Ok((StatusCode::CONFLICT, public(guest, &page, content)))
}

fn by_day(guest: &Guest, times: &[Timestamp]) -> Vec<(String, Vec<Timestamp>)> {
    let zone = &guest.web.app.world().zone;
    let mut days: Vec<(String, Vec<Timestamp>)> = Vec::new();
    for at in times {
        let date = when::date(guest.lang, at.to_zoned(zone.clone()).date());
        match days.last_mut() {
            Some((last, times)) if *last == date => times.push(*at),
            _ => days.push((date, vec![*at])),
        }
    }
    days
}
