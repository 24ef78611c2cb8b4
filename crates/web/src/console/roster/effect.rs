use super::subject::address;
use super::{Subject, written};
use crate::console::Desk;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::look::table::{Align, Column, Table};
use crate::when;
use app::Refusal;
use app::roster::{Affected, RosterMistake};
use maud::{Markup, html};

/// What a change does to visits that are agreed, before it is kept.
pub(super) fn page(desk: &Desk, subject: &Subject, filled: &Filled, affected: &[Affected]) -> Markup {
    let words = desk.words();
    let title = words.with("roster-effect", &[("name", &subject.name)]);
    let count = i64::try_from(affected.len()).unwrap_or(i64::MAX);
    let content = html! {
        h1 { (title) }
        @if affected.is_empty() { p.lead { (words.t("roster-effect-none")) } }
        @else {
            (Notice { tone: Tone::Caution, title: &words.count("roster-effect-some", count), body: html! { p { (words.t("roster-effect-stay")) } } })
            (visits(desk, affected))
        }
        @if !affected.is_empty() {
            form method="post" action={ (address(subject)) "/repair" } {
                (carried(filled))
                p.hint { (words.t("repair-open-note")) }
                (actions(&[&Button { label: &words.t("repair-open"), weight: Weight::Primary, sends: None }]))
            }
        }
        form method="post" action=(address(subject)) {
            (carried(filled))
            input type="hidden" name="seen" value="yes";
            @let weight = if affected.is_empty() { Weight::Primary } else { Weight::Quiet };
            (actions(&[&Button { label: &words.t("roster-keep"), weight, sends: None }]))
        }
        p { a href=(address(subject)) { (words.t("roster-leave")) } }
    };
    console(desk, &ConsolePage { name: "roster", title: &title }, content)
}

fn carried(filled: &Filled) -> Markup {
    html! { @for (name, value) in filled.pairs() { input type="hidden" name=(name) value=(value); } }
}

/// Visits with who or what is missing, each leading to the page where it is moved.
pub(super) fn visits(desk: &Desk, affected: &[Affected]) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let labels = [words.t("roster-visit-when"), words.t("roster-visit-who"), words.t("roster-visit-missing")];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = affected
        .iter()
        .map(|one| {
            let missing: Vec<&str> = one.missing.iter().map(|name| name.get(desk.lang)).collect();
            vec![
                html! { a href=(format!("/console/visits/{}/move", one.visit.id)) { (when::moment(desk.lang, zone, one.visit.starts)) } },
                html! { (one.patient.full_name()) },
                html! { (missing.join(&words.t("list-comma"))) },
            ]
        })
        .collect();
    html! { (Table { caption: &words.t("roster-visits"), columns: &columns, rows: &rows }) }
}

/// The lines of a roster that cannot both be meant.
pub(super) fn contradictions(desk: &Desk, refusal: &Refusal) -> Markup {
    let Refusal::Roster(mistakes) = refusal else { return html! {} };
    let words = desk.words();
    let body = html! { ul { @for mistake in mistakes { li { (told(desk, mistake)) } } } };
    html! { (Notice { tone: Tone::Caution, title: &words.t("refusal-roster-contradicts"), body }) }
}

fn told(desk: &Desk, mistake: &RosterMistake) -> String {
    let line = match (mistake.weekday, mistake.day) {
        (Some(weekday), _) => when::weekday(desk.lang, weekday).to_owned(),
        (None, Some(day)) => when::date(desk.lang, day),
        (None, None) => String::new(),
    };
    let (from, until) = mistake.skipped.map_or_else(Default::default, |(from, until)| {
        (from.time().strftime("%H:%M").to_string(), until.time().strftime("%H:%M").to_string())
    });
    let hours = written(&mistake.stretches);
    let key = format!("contradiction-{}", mistake.code);
    desk.words().with(&key, &[("line", &line), ("hours", &hours), ("from", &from), ("until", &until)])
}
