//! What was added to a signed record: the old text stays, the new one stands beside it.

use super::load::Sheet;
use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::look::action::{Button, Weight, actions};
use crate::look::definition::Definitions;
use crate::look::field::{Field, LineField, LineKind, Need, PassageField, Width};
use crate::when;
use maud::{Markup, html};

/// The name of the form.
pub(super) const FORM: &str = "amend";

/// The amendments in order, and the form for another one.
pub(super) fn section(desk: &Desk, sheet: &Sheet, again: &Again) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    html! {
        section #amendments {
            h2 { (words.t("amend-title")) }
            @if sheet.record.amendments.is_empty() { p.hint { (words.t("amend-none")) } }
            @for one in &sheet.record.amendments {
                (Definitions { items: &[
                    (&words.t("amend-by"), html! {
                        (sheet.names.get(one.author, desk.lang)) (desk.words().t("list-gap")) (when::moment(desk.lang, zone, one.at))
                    }),
                    (&words.t("amend-reason"), html! { (one.reason) }),
                    (&words.t("amend-text"), html! { (one.text) }),
                ] })
            }
            (form(desk, sheet, again))
        }
    }
}

fn form(desk: &Desk, sheet: &Sheet, again: &Again) -> Markup {
    let words = desk.words();
    let (reason, text) = (words.t("amend-reason"), words.t("amend-text"));
    let (reason_error, text_error) = (again.error(words, FORM, "reason"), again.error(words, FORM, "text"));
    html! {
        details.clinical-form.on-screen open[again.is_of(FORM)] {
            summary { (words.t("amend-open")) }
            (if again.is_of(FORM) { again.notice(desk, &[]) } else { Markup::default() })
            form method="post" action={ "/console/records/" (sheet.record.id) "/amendments" } {
                (LineField {
                    field: Field {
                        name: "reason", label: &reason, hint: None, error: reason_error.as_deref(), need: Need::Unmarked,
                    },
                    kind: LineKind::Text,
                    value: again.typed(FORM, "reason"),
                    autocomplete: Some("off"),
                    width: Width::Full,
                })
                (PassageField {
                    field: Field {
                        name: "text", label: &text, hint: None, error: text_error.as_deref(), need: Need::Unmarked,
                    },
                    rows: 4,
                    value: again.typed(FORM, "text"),
                })
                (actions(&[&Button { label: &words.t("amend-send"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}
