//! The questions of a check-in as fields, and the answers as they were given.

use crate::console::Desk;
use crate::filled::Filled;
use crate::look::field::{Choice, Field, Layout, Need, PassageField, Pick, RadioGroup};
use crate::wording::Wording;
use journey::protocol::Protocol;
use journey::recovery::{CheckInAnswers, Severity, Symptom, SymptomAnswer, SymptomKind};
use journey::slug::SymptomId;
use maud::{Markup, html};
use std::collections::BTreeMap;

fn field_name(id: &SymptomId) -> String {
    format!("symptom-{id}")
}

/// Reads the answers; a question left blank is left out.
pub(super) fn read(filled: &Filled, protocol: &Protocol) -> BTreeMap<SymptomId, SymptomAnswer> {
    let asked = protocol.recovery.symptoms.iter();
    let answers = asked.filter_map(|symptom| {
        let answer = SymptomAnswer::parse(symptom.kind, filled.get(&field_name(&symptom.id)))?;
        Some((symptom.id.clone(), answer))
    });
    answers.collect()
}

/// Every question, with what is known already; those that are asked a second time say so.
pub(super) fn fields(
    desk: &Desk,
    protocol: &Protocol,
    known: Option<&CheckInAnswers>,
    ask_again: &[SymptomId],
) -> Markup {
    html! {
        @for symptom in &protocol.recovery.symptoms {
            (question(desk, symptom, known, ask_again))
        }
        (free_text(desk, known))
    }
}

fn question(desk: &Desk, symptom: &Symptom, known: Option<&CheckInAnswers>, ask_again: &[SymptomId]) -> Markup {
    let words = desk.words();
    let given = known.and_then(|known| known.answers.get(&symptom.id)).copied();
    let options = options(words, symptom.kind);
    let choices: Vec<Choice<'_>> = options
        .iter()
        .map(|(code, label)| {
            let taken = given.is_some() && SymptomAnswer::parse(symptom.kind, code) == given;
            Choice { value: code, label, hint: None, pick: if taken { Pick::Taken } else { Pick::Open } }
        })
        .collect();
    let name = field_name(&symptom.id);
    let error = ask_again.contains(&symptom.id).then(|| words.t("call-ask-again"));
    let field = Field {
        name: &name,
        label: symptom.ask.get(desk.lang),
        hint: None,
        error: error.as_deref(),
        need: Need::Unmarked,
    };
    let layout = match symptom.kind {
        SymptomKind::Severity => Layout::Scale,
        SymptomKind::YesNo => Layout::Row,
    };
    html! { (RadioGroup { field, choices: &choices, layout }) }
}

fn options(words: Wording, kind: SymptomKind) -> Vec<(&'static str, String)> {
    match kind {
        SymptomKind::Severity => Severity::ALL
            .into_iter()
            .map(|severity| (severity.code(), words.t(&format!("severity-word-{}", severity.code()))))
            .collect(),
        SymptomKind::YesNo => vec![("no", words.t("answer-no")), ("yes", words.t("answer-yes"))],
    }
}

fn free_text(desk: &Desk, known: Option<&CheckInAnswers>) -> Markup {
    let words = desk.words();
    let (label, hint) = (words.t("call-free-text"), words.t("call-free-text-hint"));
    let field = Field { name: "free_text", label: &label, hint: Some(&hint), error: None, need: Need::Unmarked };
    let value = known.map_or("", |known| known.free_text.as_str());
    html! { (PassageField { field, rows: 3, value }) }
}
