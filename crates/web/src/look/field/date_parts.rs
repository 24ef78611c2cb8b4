//! A date that a person knows by heart: three numbers, in the order of the language.

use maud::{Markup, Render, html};

use super::Field;

/// One of the three numbers.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The name in the form.
    pub name: &'a str,
    /// What it is (年, Year).
    pub label: &'a str,
    /// What stands in it already.
    pub value: &'a str,
    /// The token of the HTML attribute, such as `bday-year`.
    pub autocomplete: Option<&'a str>,
}

/// A birth date, or any other that no calendar helps to find.
#[derive(Clone, Copy, Debug)]
pub struct DateParts<'a> {
    /// Question, hint, error.
    pub field: Field<'a>,
    /// The numbers in the order in which the language says them.
    pub parts: [Part<'a>; 3],
}

impl Render for DateParts<'_> {
    fn render(&self) -> Markup {
        self.field.around_group(html! {
            div.date-parts { @for part in self.parts { (number(&part)) } }
        })
    }
}

fn number(part: &Part) -> Markup {
    html! {
        label {
            input type="text" inputmode="numeric" name=(part.name) value=(part.value)
                autocomplete=[part.autocomplete] maxlength="4";
            span { (part.label) }
        }
    }
}
