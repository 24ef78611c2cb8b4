//! Answers in a few sentences.

use maud::{Markup, Render, html};

use super::Field;

/// A field of several lines.
#[derive(Clone, Copy, Debug)]
pub struct PassageField<'a> {
    /// Question, hint, error.
    pub field: Field<'a>,
    /// How many lines are seen at once.
    pub rows: u8,
    /// What stands in it already.
    pub value: &'a str,
}

impl Render for PassageField<'_> {
    fn render(&self) -> Markup {
        let field = &self.field;
        field.around(html! {
            textarea.width-full id=(field.name) name=(field.name) rows=(self.rows)
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()] { (self.value) }
        })
    }
}
