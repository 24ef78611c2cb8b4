//! Answers that are chosen.

use maud::{Markup, Render, html};

use super::{Field, Need};

/// Whether a choice is taken already.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pick {
    /// It is.
    Taken,
    /// It is not.
    Open,
}

/// One choice.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The value in the form.
    pub value: &'a str,
    /// The choice, in words.
    pub label: &'a str,
    /// What it means.
    pub hint: Option<&'a str>,
    /// Whether it is taken already.
    pub pick: Pick,
}

/// How the choices stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// One below the other.
    Column,
    /// Side by side, for two or three short ones.
    Row,
    /// A scale from the first to the last, all of one width.
    Scale,
}

impl Layout {
    const fn class(self) -> &'static str {
        match self {
            Self::Column => "choices",
            Self::Row => "choices choices-row",
            Self::Scale => "choices choices-scale",
        }
    }
}

/// One of several.
#[derive(Clone, Copy, Debug)]
pub struct RadioGroup<'a> {
    /// Question, hint, error.
    pub field: Field<'a>,
    /// The choices.
    pub choices: &'a [Choice<'a>],
    /// How they stand.
    pub layout: Layout,
}

impl Render for RadioGroup<'_> {
    fn render(&self) -> Markup {
        self.field.around_group(html! {
            div class=(self.layout.class()) {
                @for choice in self.choices { (option("radio", &self.field, choice)) }
            }
        })
    }
}

/// Any of several, or explicitly none.
#[derive(Clone, Copy, Debug)]
pub struct Checklist<'a> {
    /// Question, hint, error.
    pub field: Field<'a>,
    /// The choices.
    pub choices: &'a [Choice<'a>],
    /// "None of these", where that is an answer; a blank list is not.
    pub none: Option<Choice<'a>>,
    /// How the choices stand.
    pub layout: Layout,
}

impl Render for Checklist<'_> {
    fn render(&self) -> Markup {
        self.field.around_group(html! {
            div class=(self.layout.class()) {
                @for choice in self.choices { (option("checkbox", &self.field, choice)) }
                @if let Some(none) = &self.none { div.choice-none { (option("checkbox", &self.field, none)) } }
            }
        })
    }
}

fn option(kind: &str, field: &Field, choice: &Choice) -> Markup {
    let required = kind == "radio" && matches!(field.need, Need::Required(_));
    html! {
        label.choice {
            input type=(kind) name=(field.name) value=(choice.value)
                checked[choice.pick == Pick::Taken] required[required];
            span.choice-words {
                (choice.label)
                @if let Some(text) = choice.hint { span.hint { (text) } }
            }
        }
    }
}

/// One of many, folded away.
#[derive(Clone, Copy, Debug)]
pub struct SelectField<'a> {
    /// Question, hint, error.
    pub field: Field<'a>,
    /// The words for "not chosen yet", sent as an empty value.
    pub blank: Option<&'a str>,
    /// The choices.
    pub choices: &'a [Choice<'a>],
}

impl Render for SelectField<'_> {
    fn render(&self) -> Markup {
        let field = &self.field;
        field.around(html! {
            select id=(field.name) name=(field.name) aria-describedby=[field.described_by()]
                aria-invalid=[field.invalid()] required[matches!(field.need, Need::Required(_))] {
                @if let Some(words) = self.blank { option value="" { (words) } }
                @for choice in self.choices {
                    option value=(choice.value) selected[choice.pick == Pick::Taken] { (choice.label) }
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_of_these_is_a_choice_of_its_own() {
        let none = Choice { value: "none", label: "あてはまるものはない", hint: None, pick: Pick::Open };
        let field = Field { name: "illness", label: "病気", hint: None, error: None, need: Need::Unmarked };
        let text = Checklist { field, choices: &[], none: Some(none), layout: Layout::Column }.render().into_string();
        assert!(text.contains(r#"name="illness" value="none""#));
        assert!(!text.contains(" checked"));
    }
}
