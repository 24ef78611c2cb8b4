//! How long an effect lasts for this patient: what is expected, what the patient saw, and the form to note it.

use super::again::Again;
use super::load::Progress;
use super::{address, page};
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Choice, Field, Layout, LineField, LineKind, Need, Pick, RadioGroup, Width};
use crate::when;
use app::FieldError;
use app::outcome::{self, Told, parse_lasting};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use journey::id::PatientId;
use journey::protocol::Protocol;
use journey::recall::{Observed, estimate};
use journey::slug::{IndicationId, ProtocolId};
use maud::{Markup, html};

/// The expectation and the form; nothing where no source says how long the effect lasts, or nothing was done yet.
pub(super) fn section(
    desk: &Desk,
    patient: PatientId,
    progress: &Progress,
    protocol: &Protocol,
    again: &Again,
) -> Markup {
    let mut acting = protocol.effects.iter().filter(|effect| effect.evidence.acts());
    let effect = acting.find(|effect| effect.indication == progress.indication);
    let (Some(effect), Some(last)) = (effect, progress.last_session) else { return Markup::default() };
    let words = desk.words();
    let found = estimate(effect, &progress.observed);
    let days = |days: u32| days.to_string();
    let said = words.with(
        "lasting-estimate",
        &[("usual", &days(found.usual_days)), ("from", &days(found.from_days)), ("to", &days(found.to_days))],
    );
    html! {
        p { (said) @if found.seen > 0 { " " (words.count("lasting-seen", i64::from(found.seen))) } }
        p.hint { (effect.says.get(desk.lang)) }
        (form(desk, patient, progress, &when::date(desk.lang, last), again))
    }
}

fn form_name(protocol: &str, indication: &str) -> String {
    format!("lasting-{protocol}-{indication}")
}

fn form(desk: &Desk, patient: PatientId, progress: &Progress, last: &str, again: &Again) -> Markup {
    let words = desk.words();
    let name = form_name(progress.protocol.as_str(), progress.indication.as_str());
    let (seen, state) = (format!("seen-{name}"), format!("state-{name}"));
    let (seen_label, state_label) = (words.t("lasting-seen-on"), words.with("lasting-state", &[("date", last)]));
    let error = again.error(words, &name, "seen");
    let pick = |value: &str| if again.typed(&name, &state) == value { Pick::Taken } else { Pick::Open };
    let (faded, still) = (words.t("lasting-faded"), words.t("lasting-still"));
    let choices = [
        Choice { value: "still-there", label: &still, hint: None, pick: pick("still-there") },
        Choice { value: "faded", label: &faded, hint: None, pick: pick("faded") },
    ];
    html! {
        details.clinical-form open[again.is_of(&name)] {
            summary { (words.t("lasting-note")) }
            form method="post" action={ (address(patient)) "/lasting" } {
                input type="hidden" name="protocol" value=(progress.protocol);
                input type="hidden" name="indication" value=(progress.indication);
                (RadioGroup {
                    field: Field { name: &state, label: &state_label, hint: None, error: None, need: Need::Unmarked },
                    choices: &choices,
                    layout: Layout::Row,
                })
                (LineField {
                    field: Field {
                        name: &seen, label: &seen_label, hint: None, error: error.as_deref(), need: Need::Unmarked,
                    },
                    kind: LineKind::Date,
                    value: again.typed(&name, &seen),
                    autocomplete: None,
                    width: Width::Medium,
                })
                (actions(&[&Button { label: &words.t("clinical-record"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}

/// Takes what the patient told about their last session of this treatment.
pub(super) async fn note(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Response, Failure> {
    let form = form_name(filled.get("protocol"), filled.get("indication"));
    let names = (ProtocolId::parse(filled.get("protocol")), IndicationId::parse(filled.get("indication")));
    let lasting = parse_lasting(filled.get(&format!("state-{form}")));
    let on = filled.date(&format!("seen-{form}"));
    let ((Ok(protocol), Ok(indication)), Some(lasting), Some(on)) = (names, lasting, on) else {
        let mistake = FieldError { field: "seen", code: "field-date" };
        return page(&desk, patient, &Again::unread(form, filled, vec![mistake])).await;
    };
    let done = desk.write(move |work| {
        let treated = outcome::last_session(work, patient, &protocol, &indication)?;
        let (protocol, indication) = (protocol.clone(), indication.clone());
        outcome::note_lasting(
            work,
            &Told { patient, protocol, indication, observed: Observed { treated, on, lasting } },
        )
    });
    match done.await {
        Ok(()) => Ok(Redirect::to(&format!("{}#progress", address(patient))).into_response()),
        Err(failure) => match Again::of(form, filled, &failure) {
            Some(again) => page(&desk, patient, &again).await,
            None => Err(failure),
        },
    }
}
