//! Symptoms as fields of a form, and the answers read from it. A normal day takes five taps: two or three scales,
//! one tick for "nothing else" and one for "none of these". A blank is never a no.

use crate::filled::Filled;
use crate::look::field::{Checklist, Choice, Field, Layout, Need, Pick, RadioGroup};
use crate::wording::Wording;
use journey::recovery::{Severity, Symptom, SymptomAnswer, SymptomKind};
use journey::slug::SymptomId;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Every answer of a check-in, by symptom.
pub(super) type Answers = BTreeMap<SymptomId, SymptomAnswer>;

/// The field that names each symptom the form asked about.
const ABOUT: &str = "about";
/// The list of what is there or not.
const SIGNS: &str = "signs";
/// The tick that answers "not there" for every scale left alone.
const REST: &str = "rest";

fn field_of(id: &SymptomId) -> String {
    format!("symptom-{id}")
}

/// The fields for some symptoms, with nothing chosen beforehand.
pub(super) fn fields(words: Wording, symptoms: &[&Symptom]) -> Markup {
    let of = |kind: SymptomKind| symptoms.iter().copied().filter(move |symptom| symptom.kind == kind);
    let scales: Vec<&Symptom> = of(SymptomKind::Severity).collect();
    let signs: Vec<&Symptom> = of(SymptomKind::YesNo).collect();
    html! {
        @for symptom in symptoms { input type="hidden" name=(ABOUT) value=(symptom.id); }
        @for symptom in &scales { (scale(words, symptom)) }
        @if scales.len() > 1 {
            label.choice {
                input type="checkbox" name=(REST) value="none";
                span.choice-words { (words.t("my-rest-none")) }
            }
        }
        @if !signs.is_empty() { (list(words, &signs)) }
    }
}

fn scale(words: Wording, symptom: &Symptom) -> Markup {
    let labels = Severity::ALL.map(|severity| severity_word(words, severity));
    let choices: Vec<Choice<'_>> = Severity::ALL
        .iter()
        .zip(&labels)
        .map(|(severity, label)| Choice { value: severity.code(), label, hint: None, pick: Pick::Open })
        .collect();
    let name = field_of(&symptom.id);
    let field =
        Field { name: &name, label: symptom.ask.get(words.lang()), hint: None, error: None, need: Need::Unmarked };
    html! { (RadioGroup { field, choices: &choices, layout: Layout::Scale }) }
}

fn list(words: Wording, signs: &[&Symptom]) -> Markup {
    let choices: Vec<Choice<'_>> = signs
        .iter()
        .map(|symptom| Choice {
            value: symptom.id.as_str(),
            label: symptom.ask.get(words.lang()),
            hint: None,
            pick: Pick::Open,
        })
        .collect();
    let none_label = words.t("my-signs-none");
    let none = Choice { value: "none", label: &none_label, hint: None, pick: Pick::Open };
    let (label, hint) = (words.t("my-signs"), words.t("my-signs-hint"));
    let field = Field { name: SIGNS, label: &label, hint: Some(&hint), error: None, need: Need::Unmarked };
    html! { (Checklist { field, choices: &choices, none: Some(none), layout: Layout::Column }) }
}

/// How strong, in the patient's words.
pub(super) fn severity_word(words: Wording, severity: Severity) -> String {
    match severity {
        Severity::None => words.t("my-severity-none"),
        Severity::Mild => words.t("my-severity-mild"),
        Severity::Moderate => words.t("my-severity-moderate"),
        Severity::Severe => words.t("my-severity-severe"),
    }
}

/// Answers that were given before, to travel along with the questions that are put again.
pub(super) fn kept(answers: &Answers) -> Markup {
    html! {
        @for (id, answer) in answers { input type="hidden" name=(field_of(id)) value=(code(*answer)); }
    }
}

const fn code(answer: SymptomAnswer) -> &'static str {
    match answer {
        SymptomAnswer::Severity(severity) => severity.code(),
        SymptomAnswer::Yes => "yes",
        SymptomAnswer::No => "no",
    }
}

/// The answers of a form; what was left blank is absent.
pub(super) fn read(symptoms: &[Symptom], filled: &Filled) -> Answers {
    let answer = |symptom: &Symptom| Some((symptom.id.clone(), one(symptom, filled)?));
    symptoms.iter().filter_map(answer).collect()
}

fn one(symptom: &Symptom, filled: &Filled) -> Option<SymptomAnswer> {
    let given = SymptomAnswer::parse(symptom.kind, filled.get(&field_of(&symptom.id)));
    if given.is_some() {
        return given;
    }
    if !filled.all(ABOUT).any(|id| id == symptom.id.as_str()) {
        return None;
    }
    match symptom.kind {
        SymptomKind::Severity => (filled.get(REST) == "none").then_some(SymptomAnswer::Severity(Severity::None)),
        SymptomKind::YesNo => ticked(symptom, filled),
    }
}

/// A list with a tick was read to its end. "None of these" together with something else contradicts itself: what is
/// ticked counts, the rest stays open.
fn ticked(symptom: &Symptom, filled: &Filled) -> Option<SymptomAnswer> {
    if filled.all(SIGNS).any(|id| id == symptom.id.as_str()) {
        return Some(SymptomAnswer::Yes);
    }
    let none = filled.all(SIGNS).any(|id| id == "none");
    let some = filled.all(SIGNS).any(|id| id != "none");
    (none != some).then_some(SymptomAnswer::No)
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::text::Bilingual;

    fn symptom(id: &str, kind: SymptomKind) -> Symptom {
        Symptom { id: SymptomId::parse(id).unwrap(), ask: Bilingual::new("", ""), short: None, kind }
    }

    fn read_from(pairs: &[(&str, &str)]) -> Vec<(String, &'static str)> {
        let asked = [
            symptom("redness", SymptomKind::Severity),
            symptom("swelling", SymptomKind::Severity),
            symptom("fever", SymptomKind::YesNo),
            symptom("blisters", SymptomKind::YesNo),
        ];
        let about = asked.iter().map(|one| (ABOUT, one.id.as_str()));
        let all: Vec<(&str, &str)> = about.chain(pairs.iter().copied()).collect();
        read(&asked, &Filled::of(&all)).iter().map(|(id, answer)| (id.to_string(), code(*answer))).collect()
    }

    fn owned(pairs: &[(&str, &'static str)]) -> Vec<(String, &'static str)> {
        pairs.iter().map(|(id, code)| ((*id).to_owned(), *code)).collect()
    }

    #[test]
    fn a_form_that_was_left_alone_answers_nothing() {
        assert!(read_from(&[]).is_empty());
    }

    #[test]
    fn nothing_else_answers_only_the_scales_that_were_left_alone() {
        let answered = read_from(&[("symptom-redness", "moderate"), ("rest", "none")]);
        assert_eq!(answered, owned(&[("redness", "moderate"), ("swelling", "none")]));
    }

    #[test]
    fn none_of_these_is_no_to_each() {
        assert_eq!(read_from(&[("signs", "none")]), owned(&[("blisters", "no"), ("fever", "no")]));
    }

    #[test]
    fn a_list_with_one_tick_was_read_to_its_end() {
        assert_eq!(read_from(&[("signs", "fever")]), owned(&[("blisters", "no"), ("fever", "yes")]));
    }

    #[test]
    fn none_of_these_together_with_a_tick_leaves_the_others_open() {
        assert_eq!(read_from(&[("signs", "none"), ("signs", "fever")]), owned(&[("fever", "yes")]));
    }

    #[test]
    fn what_the_form_did_not_ask_stays_open() {
        let fever = symptom("fever", SymptomKind::YesNo);
        assert!(read(&[fever], &Filled::of(&[("signs", "none"), ("rest", "none")])).is_empty());
    }

    #[test]
    fn an_answer_that_was_kept_needs_no_question() {
        let fever = symptom("fever", SymptomKind::YesNo);
        assert_eq!(read(&[fever], &Filled::of(&[("symptom-fever", "yes")])).len(), 1);
    }

    #[test]
    fn a_word_that_is_no_answer_is_a_blank() {
        assert!(read_from(&[("symptom-redness", "terrible")]).is_empty());
    }
}
