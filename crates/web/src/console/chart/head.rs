//! Who it is, and how to reach them.

use super::again::Again;
use super::load::Chart;
use crate::console::Desk;
use crate::frame::dial;
use crate::look::action::{Button, Weight, actions};
use crate::look::contact::Telephone;
use crate::look::definition::Definitions;
use crate::look::field::date_parts::Part;
use crate::look::field::{DateParts, Field, Need};
use crate::when;
use journey::identity::Standing;
use journey::text::Lang;
use maud::{Markup, html};

/// The form for the birth date.
pub(super) const BIRTH_FORM: &str = "birth";

/// Name with its reading, standing, age, contact, and the form for the birth date.
pub(super) fn head(desk: &Desk, chart: &Chart, again: &Again) -> Markup {
    let words = desk.words();
    let contact = chart.contact.as_ref();
    let phone = contact.map(|contact| contact.phone.as_str()).unwrap_or_default();
    let mail = contact.map(|contact| contact.mail.as_str()).unwrap_or_default();
    let dialled = dial(phone);
    html! {
        header.chart-head {
            p.reading { (chart.patient.reading()) }
            h1 { (chart.patient.full_name()) }
        }
        (Definitions { items: &[
            (&words.t("chart-standing"), html! { (standing(desk, chart.patient.standing)) }),
            (&words.t("chart-born"), born(desk, chart)),
            (&words.t("chart-phone"), html! {
                @if phone.is_empty() { (words.t("chart-unknown")) }
                @else { (Telephone { dial: &dialled, shown: phone }) }
            }),
            (&words.t("chart-mail"), html! {
                @if mail.is_empty() { (words.t("chart-unknown")) }
                @else { a href={ "mailto:" (mail) } { (mail) } }
            }),
        ] })
        (birth_form(desk, chart, again))
    }
}

fn standing(desk: &Desk, standing: Standing) -> String {
    let words = desk.words();
    match standing {
        Standing::Provisional => words.t("chart-standing-provisional"),
        Standing::Confirmed => words.t("chart-standing-confirmed"),
        Standing::Merged => words.t("chart-standing-merged"),
    }
}

fn born(desk: &Desk, chart: &Chart) -> Markup {
    let words = desk.words();
    let age = chart.patient.age_on(chart.today).map(|age| words.count("chart-age", i64::from(age)));
    html! {
        @match chart.patient.birth_date {
            Some(day) => { (when::date(desk.lang, day)) @if let Some(age) = age { (desk.words().t("list-gap")) (age) } }
            None => (words.t("chart-unknown")),
        }
    }
}

fn birth_form(desk: &Desk, chart: &Chart, again: &Again) -> Markup {
    let words = desk.words();
    let known = chart.patient.birth_date;
    let summary = if known.is_some() { words.t("chart-birth-mend") } else { words.t("chart-birth-add") };
    let value = |part: &str, known: Option<i16>| match again.typed(BIRTH_FORM, part) {
        "" => known.map(|number| number.to_string()).unwrap_or_default(),
        typed => typed.to_owned(),
    };
    let (year, month, day) = (
        value("birth_date-year", known.map(|day| day.year())),
        value("birth_date-month", known.map(|day| i16::from(day.month()))),
        value("birth_date-day", known.map(|day| i16::from(day.day()))),
    );
    let (year_label, month_label, day_label) = (words.t("chart-year"), words.t("chart-month"), words.t("chart-day"));
    let year = Part { name: "birth_date-year", label: &year_label, value: &year, autocomplete: Some("off") };
    let month = Part { name: "birth_date-month", label: &month_label, value: &month, autocomplete: Some("off") };
    let day = Part { name: "birth_date-day", label: &day_label, value: &day, autocomplete: Some("off") };
    let parts = match desk.lang {
        Lang::Ja => [year, month, day],
        Lang::En => [day, month, year],
    };
    let (label, error) = (words.t("chart-born"), again.error(words, BIRTH_FORM, "birth_date"));
    let field = Field { name: "birth_date", label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! {
        details.clinical-form open[again.is_of(BIRTH_FORM)] {
            summary { (summary) }
            form method="post" action={ "/console/patients/" (chart.patient.id) "/birth-date" } {
                (DateParts { field, parts })
                (actions(&[&Button { label: &words.t("clinical-save"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}
