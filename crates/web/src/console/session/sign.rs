//! Signing: whoever signs shows again who they are.

use super::load::Sheet;
use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::failure::Failure;
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Field, LineField, LineKind, Need, PassageField, Width};
use app::staff::{self, Checked};
use app::{AppError, StoreError};
use maud::{Markup, html};

/// The name of the form.
pub(super) const FORM: &str = "sign";

/// Checks the password of whoever is signed in, away from the writer.
pub(super) async fn check(desk: &Desk, password: &str) -> Result<Checked, Failure> {
    let challenge = desk
        .read(|work| {
            let me = work.actor.staff_id().ok_or(AppError::Forbidden)?;
            let login = staff::by_id(work, me)?.login;
            staff::challenge(work, &login)
        })
        .await?;
    let password = password.to_owned();
    tokio::task::spawn_blocking(move || challenge.verify(&password))
        .await
        .map_err(|error| desk.fail(AppError::Store(StoreError::Fault(error.to_string()))))
}

/// The note and the password; nothing to sign while no setting is written down.
pub(super) fn form(desk: &Desk, sheet: &Sheet, again: &Again) -> Markup {
    let words = desk.words();
    if sheet.record.settings.is_empty() {
        return Markup::default();
    }
    let (note, password, hint) = (words.t("sign-note"), words.t("sign-password"), words.t("sign-password-hint"));
    let optional = words.t("clinical-optional");
    let field = |name, label, hint, need| Field { name, label, hint, error: None, need };
    html! {
        section.on-screen {
            h2 { (words.t("sign-title")) }
            p { (words.t("sign-says")) }
            (if again.is_of(FORM) { again.notice(desk, &[]) } else { Markup::default() })
            form.clinical-form method="post" action={ "/console/records/" (sheet.record.id) "/sign" } {
                (PassageField {
                    field: field("note", &note, None, Need::Optional(&optional)),
                    rows: 3,
                    value: again.typed(FORM, "note"),
                })
                (LineField {
                    field: field("password", &password, Some(&hint), Need::Unmarked),
                    kind: LineKind::Password,
                    value: "",
                    autocomplete: Some("current-password"),
                    width: Width::Medium,
                })
                (actions(&[&Button { label: &words.t("sign-send"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}
