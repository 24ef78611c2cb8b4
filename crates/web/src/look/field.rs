//! Questions that a person answers.
//!
//! Every field has a label that stays, a hint where one helps, and an error that says what to do. The id of a
//! field is its name, so an error summary can lead there.

pub mod choice;
pub mod date_parts;
pub mod line;
pub mod passage;

pub use choice::{Checklist, Choice, Layout, Pick, RadioGroup, SelectField};
pub use date_parts::DateParts;
pub use line::{LineField, LineKind, Width};
pub use passage::PassageField;

use maud::{Markup, html};

/// Whether an answer is needed, with the word that says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Need<'a> {
    /// The form does not go on without it.
    Required(&'a str),
    /// It may stay blank.
    Optional(&'a str),
    /// The page has said it for all fields.
    Unmarked,
}

/// What every field has.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The name in the form, which is also the id.
    pub name: &'a str,
    /// The question.
    pub label: &'a str,
    /// What helps to answer, or why we ask.
    pub hint: Option<&'a str>,
    /// What to do about the last answer.
    pub error: Option<&'a str>,
    /// Whether an answer is needed.
    pub need: Need<'a>,
}

impl Field<'_> {
    /// The ids of hint and error, for `aria-describedby`.
    fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.name));
        let error = self.error.map(|_| format!("{}-error", self.name));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.map(|_| "true")
    }

    fn class(&self) -> &'static str {
        if self.error.is_some() { "field field-wrong" } else { "field" }
    }

    fn question(&self) -> Markup {
        html! {
            (self.label)
            @match self.need {
                Need::Required(word) => { " " span.need { (word) } }
                Need::Optional(word) => { " " span.need.optional { (word) } }
                Need::Unmarked => {}
            }
        }
    }

    fn remarks(&self) -> Markup {
        html! {
            @if let Some(text) = self.hint { p.hint id={ (self.name) "-hint" } { (text) } }
            @if let Some(text) = self.error { p.error id={ (self.name) "-error" } { (text) } }
        }
    }

    /// A field with one control under its label.
    fn around(&self, control: Markup) -> Markup {
        html! {
            div class=(self.class()) {
                label for=(self.name) { (self.question()) }
                (self.remarks())
                (control)
            }
        }
    }

    /// A field with several controls under one question.
    fn around_group(&self, controls: Markup) -> Markup {
        html! {
            fieldset class=(self.class()) id=(self.name) tabindex="-1" aria-describedby=[self.described_by()] {
                legend { (self.question()) }
                (self.remarks())
                (controls)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field<'a>(hint: Option<&'a str>, error: Option<&'a str>) -> Field<'a> {
        Field { name: "kana", label: "フリガナ", hint, error, need: Need::Unmarked }
    }

    #[test]
    fn a_field_without_remarks_is_described_by_nothing() {
        assert_eq!(field(None, None).described_by(), None);
    }

    #[test]
    fn a_field_is_described_by_the_remark_that_it_has() {
        assert_eq!(field(Some("a"), None).described_by().as_deref(), Some("kana-hint"));
        assert_eq!(field(None, Some("b")).described_by().as_deref(), Some("kana-error"));
    }

    #[test]
    fn hint_and_error_are_both_read_out() {
        assert_eq!(field(Some("a"), Some("b")).described_by().as_deref(), Some("kana-hint kana-error"));
    }
}
