use super::read::WEEK;
use super::subject::address;
use super::{DAYS, Subject, hours_on, written};
use crate::booking::error_of;
use crate::console::Desk;
use crate::filled::Filled;
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Choice, Field, LineField, LineKind, Need, Pick, SelectField, Width};
use crate::when;
use app::FieldError;
use app::roster::House;
use journey::roster::closure::ClosureKind;
use maud::{Markup, html};

/// The week, a line for each day, from a day on.
pub(super) fn week(desk: &Desk, house: &House, subject: &Subject, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let asked = filled.get("change") == "week";
    let tomorrow = today.tomorrow().unwrap_or(today).to_string();
    let from = if asked { filled.get("from") } else { &tomorrow };
    html! {
        form method="post" action=(address(subject)) {
            input type="hidden" name="change" value="week";
            p.hint { (words.t("roster-week-hint")) }
            @for (weekday, name) in DAYS.into_iter().zip(WEEK) {
                @let now = written(&hours_on(house.hours.week(subject.id), weekday, today));
                @let value = if asked { filled.get(name).to_owned() } else { now };
                (line(desk, name, when::weekday(desk.lang, weekday), LineKind::Text, &value, errors))
            }
            (line(desk, "from", &words.t("roster-from"), LineKind::Date, from, errors))
            (next(desk))
        }
    }
}

/// One day with other hours, or none.
pub(super) fn day(desk: &Desk, subject: &Subject, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    let value = |name| if filled.get("change") == "day" { filled.get(name) } else { "" };
    html! {
        form method="post" action=(address(subject)) {
            input type="hidden" name="change" value="day";
            (line(desk, "day", &words.t("roster-day"), LineKind::Date, value("day"), errors))
            (line(desk, "day-hours", &words.t("roster-day-hours"), LineKind::Text, value("day-hours"), errors))
            (line(desk, "reason", &words.t("roster-reason"), LineKind::Text, value("reason"), errors))
            (line(desk, "reason-en", &words.t("roster-reason-en"), LineKind::Text, value("reason-en"), errors))
            (next(desk))
        }
    }
}

/// Leave, a room out of order, a device under maintenance, a meeting.
pub(super) fn close(desk: &Desk, house: &House, subject: &Subject, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    let asked = filled.get("change") == "close";
    let value = |name| if asked { filled.get(name) } else { "" };
    let kind = house.resources.iter().find(|one| one.id == subject.id).map(|one| one.kind);
    let kinds = [ClosureKind::Leave, ClosureKind::OutOfOrder, ClosureKind::Maintenance, ClosureKind::Block];
    let fitting: Vec<(&str, String)> = kinds
        .into_iter()
        .filter(|one| kind.is_some_and(|kind| one.suits(kind)))
        .map(|one| (one.code(), words.t(&format!("closure-{}", one.code()))))
        .collect();
    let pick = |code: &str| if value("kind") == code { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        fitting.iter().map(|(code, label)| Choice { value: code, label, hint: None, pick: pick(code) }).collect();
    let label = words.t("roster-why");
    let error = error_of(words, errors, "kind");
    let field = Field { name: "kind", label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! {
        form method="post" action=(address(subject)) {
            input type="hidden" name="change" value="close";
            (SelectField { field, blank: None, choices: &choices })
            (line(desk, "starts-day", &words.t("roster-starts-day"), LineKind::Date, value("starts-day"), errors))
            (line(desk, "starts-time", &words.t("roster-starts-time"), LineKind::Text, value("starts-time"), errors))
            (line(desk, "ends-day", &words.t("roster-ends-day"), LineKind::Date, value("ends-day"), errors))
            (line(desk, "ends-time", &words.t("roster-ends-time"), LineKind::Text, value("ends-time"), errors))
            (line(desk, "reason", &words.t("roster-note"), LineKind::Text, value("reason"), errors))
            (next(desk))
        }
    }
}

fn next(desk: &Desk) -> Markup {
    let label = desk.words().t("roster-show-effect");
    html! { (actions(&[&Button { label: &label, weight: Weight::Quiet, sends: None }])) }
}

fn line(desk: &Desk, name: &str, label: &str, kind: LineKind, value: &str, errors: &[FieldError]) -> Markup {
    let error = error_of(desk.words(), errors, name);
    let field = Field { name, label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! { (LineField { field, kind, value, autocomplete: Some("off"), width: Width::Medium }) }
}
