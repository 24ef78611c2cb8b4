use super::{Closure, HouseHours, WEEK};
use crate::guest::Guest;
use crate::look::table::{Align, Column, Table};
use crate::when;
use journey::roster::holidays;
use journey::roster::hours::{OpenState, Opening};
use maud::{Markup, html};

/// Whether somebody is there now, in a sentence.
pub(in crate::site) fn state_line(guest: &Guest, hours: &HouseHours) -> String {
    let words = guest.words();
    match hours.state() {
        OpenState::Open { until } => words.with("site-open-until", &[("time", &until.to_string())]),
        OpenState::Closed { next } => words.with("site-opens-at", &[("time", &next.to_string())]),
        OpenState::Over => words.t("site-over-today"),
        OpenState::ClosedToday => words.t("site-closed-today"),
    }
}

/// Today with its hours.
pub(in crate::site) fn today_line(guest: &Guest, hours: &HouseHours) -> String {
    let (today, openings) = hours.today();
    let mut shown = when::short_date(guest.lang, today);
    if let Some(holiday) = holidays::name(today) {
        shown = format!("{shown} {}", holiday.get(guest.lang));
    }
    guest.words().with("site-today", &[("date", &shown), ("hours", &stretches(guest, openings))])
}

/// The usual week.
pub(in crate::site) fn week(guest: &Guest, hours: &HouseHours) -> Markup {
    let words = guest.words();
    let (caption, day, open) = (words.t("site-week-caption"), words.t("site-week-day"), words.t("site-week-open"));
    let rows: Vec<Vec<Markup>> = WEEK
        .iter()
        .map(|weekday| {
            vec![html! { (when::weekday(guest.lang, *weekday)) }, html! { (stretches(guest, &hours.usual(*weekday))) }]
        })
        .collect();
    let columns = [Column { label: &day, align: Align::Start }, Column { label: &open, align: Align::Start }];
    let table = Table { caption: &caption, columns: &columns, rows: &rows };
    html! { div.week { (table) } }
}

/// The closures ahead, with the name of a holiday where it is one.
pub(in crate::site) fn closures(guest: &Guest, hours: &HouseHours) -> Markup {
    let closures = hours.closures();
    html! {
        @if closures.is_empty() {
            p { (guest.words().t("site-no-closures")) }
        } @else {
            ul.lines { @for closure in &closures { li { (line(guest, closure)) } } }
        }
    }
}

fn line(guest: &Guest, closure: &Closure) -> Markup {
    let (first, last) = (when::date(guest.lang, closure.first), when::date(guest.lang, closure.last));
    html! {
        @if closure.first == closure.last {
            time datetime=(closure.first) { (first) }
            @if let Some(name) = holidays::name(closure.first) { " " (name.get(guest.lang)) }
        } @else {
            (guest.words().with("site-from-to", &[("from", &first), ("to", &last)]))
        }
    }
}

fn stretches(guest: &Guest, openings: &[Opening]) -> String {
    if openings.is_empty() {
        return guest.words().t("site-closed");
    }
    let shown: Vec<String> =
        openings.iter().map(|opening| format!("{}–{}", opening.opens(), opening.closes())).collect();
    shown.join(" / ")
}
