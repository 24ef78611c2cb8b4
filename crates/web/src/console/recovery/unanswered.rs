//! Check-ins that fell due and that nobody has answered: to be asked by telephone.

use crate::console::Desk;
use crate::console::chart::next::treatment;
use crate::frame::dial;
use crate::look::contact::Telephone;
use crate::look::empty::Empty;
use crate::look::table::{Align, Column, Table};
use crate::when;
use app::recovery::{CheckIn, Unanswered};
use jiff::Timestamp;
use maud::{Markup, html};

pub(super) fn section(desk: &Desk, due: &[Unanswered], now: Timestamp) -> Markup {
    let words = desk.words();
    let labels = [
        words.t("clinical-patient"),
        words.t("recovery-follows"),
        words.t("recovery-due"),
        words.t("chart-phone"),
        words.t("clinical-next"),
    ];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = due.iter().map(|one| row(desk, one, now)).collect();
    html! {
        section {
            h2 { (words.t("recovery-unanswered")) }
            @if rows.is_empty() {
                (Empty { title: &words.t("recovery-none-due-title"), text: &words.t("recovery-none-due"), action: None })
            } @else {
                (Table { caption: &words.t("recovery-unanswered-caption"), columns: &columns, rows: &rows })
            }
        }
    }
}

fn row(desk: &Desk, one: &Unanswered, now: Timestamp) -> Vec<Markup> {
    let words = desk.words();
    let dialled = dial(&one.phone);
    vec![
        html! { a href={ "/console/patients/" (one.patient.id) } { (one.patient.full_name()) } },
        html! { (treatment(desk, &one.protocol)) (desk.words().t("list-gap")) (words.count("chart-check-in", one.check_in.day)) },
        html! { (when::moment(desk.lang, &desk.web.app.world().zone, one.check_in.due_at)) " " (later(desk, &one.check_in, now)) },
        html! { @if !one.phone.is_empty() { (Telephone { dial: &dialled, shown: &one.phone }) } },
        html! { a href={ "/console/check-ins/" (one.check_in.id) } { (words.t("recovery-ask")) } },
    ]
}

fn later(desk: &Desk, check: &CheckIn, now: Timestamp) -> Markup {
    html! { @if check.due_at > now { span.hint { (desk.words().t("recovery-later-today")) } } }
}
