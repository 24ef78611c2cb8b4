//! The forms in which clinicians write a score down, one for each scale.

use super::again::Again;
use super::load::Progress;
use crate::console::Desk;
use crate::filled::{Filled, ascii_digit};
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Choice, Field, Layout, LineField, LineKind, Need, Pick, RadioGroup, Width};
use app::FieldError;
use app::outcome::Assessment;
use journey::id::PatientId;
use journey::outcome::Scale;
use journey::protocol::Protocol;
use journey::slug::{IndicationId, ProtocolId, ScaleId};
use maud::{Markup, html};

/// The name of the form that was sent.
pub(super) fn form_of(filled: &Filled) -> String {
    form_name(filled.get("protocol"), filled.get("indication"), filled.get("scale"))
}

fn form_name(protocol: &str, indication: &str, scale: &str) -> String {
    format!("score-{protocol}-{indication}-{scale}")
}

/// Reads a score; refuses what is no number or was left blank.
pub(super) fn read(filled: &Filled, patient: PatientId) -> Result<Assessment, Vec<FieldError>> {
    let wrong = |field| move |_| vec![FieldError { field, code: "field-choice" }];
    let typed: String = filled.get(&form_of(filled)).chars().map(ascii_digit).collect();
    Ok(Assessment {
        patient,
        visit: None,
        protocol: ProtocolId::parse(filled.get("protocol")).map_err(wrong("protocol"))?,
        indication: IndicationId::parse(filled.get("indication")).map_err(wrong("indication"))?,
        scale: ScaleId::parse(filled.get("scale")).map_err(wrong("scale"))?,
        score: typed.parse().map_err(|_| vec![FieldError { field: "score", code: "field-score" }])?,
    })
}

/// One folded form for each scale of the protocol.
pub(super) fn forms(
    desk: &Desk,
    patient: PatientId,
    progress: &Progress,
    protocol: &Protocol,
    again: &Again,
) -> Markup {
    html! {
        @for scale in &protocol.scales { (form(desk, patient, progress, scale, again)) }
    }
}

fn form(desk: &Desk, patient: PatientId, progress: &Progress, scale: &Scale, again: &Again) -> Markup {
    let words = desk.words();
    let name = form_name(progress.protocol.as_str(), progress.indication.as_str(), scale.id.as_str());
    let summary = words.with("outcome-write", &[("scale", scale.name.get(desk.lang))]);
    html! {
        details.clinical-form open[again.is_of(&name)] {
            summary { (summary) }
            form method="post" action={ "/console/patients/" (patient) "/scores" } {
                input type="hidden" name="protocol" value=(progress.protocol);
                input type="hidden" name="indication" value=(progress.indication);
                input type="hidden" name="scale" value=(scale.id);
                (score(desk, scale, &name, again))
                (actions(&[&Button { label: &words.t("clinical-record"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}

fn score(desk: &Desk, scale: &Scale, name: &str, again: &Again) -> Markup {
    let words = desk.words();
    let (error, typed) = (again.error(words, name, "score"), again.typed(name, name));
    let hint = words.with("outcome-range", &[("min", &scale.min.to_string()), ("max", &scale.max.to_string())]);
    let field = Field {
        name,
        label: scale.name.get(desk.lang),
        hint: scale.levels.is_empty().then_some(hint.as_str()),
        error: error.as_deref(),
        need: Need::Unmarked,
    };
    if scale.levels.is_empty() {
        let line = LineField { field, kind: LineKind::Decimal, value: typed, autocomplete: None, width: Width::Short };
        return html! { (line) };
    }
    let values: Vec<(String, String)> = scale
        .levels
        .iter()
        .map(|level| (level.value.to_string(), format!("{} {}", level.value, level.label.get(desk.lang))))
        .collect();
    let pick = |value: &str| if value == typed { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        values.iter().map(|(value, label)| Choice { value, label, hint: None, pick: pick(value) }).collect();
    html! { (RadioGroup { field, choices: &choices, layout: Layout::Column }) }
}
