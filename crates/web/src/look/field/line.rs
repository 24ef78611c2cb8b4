//! Answers on one line.

use maud::{Markup, Render, html};

use super::{Field, Need};

/// What is typed; it decides the keyboard of a phone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LineKind {
    /// Words.
    Text,
    /// A telephone number.
    Telephone,
    /// A mail address.
    Mail,
    /// A near date, chosen from the browser's calendar. For a birth date see [`super::DateParts`].
    Date,
    /// A whole number.
    Whole,
    /// A number with a decimal point.
    Decimal,
    /// A password.
    Password,
    /// A code that was sent.
    Code,
    /// Words to look for.
    Search,
}

impl LineKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Whole | Self::Decimal | Self::Code => "text",
            Self::Telephone => "tel",
            Self::Mail => "email",
            Self::Date => "date",
            Self::Password => "password",
            Self::Search => "search",
        }
    }

    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Telephone => Some("tel"),
            Self::Mail => Some("email"),
            Self::Whole | Self::Code => Some("numeric"),
            Self::Decimal => Some("decimal"),
            Self::Text | Self::Date | Self::Password | Self::Search => None,
        }
    }
}

/// How long the answer is likely to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Width {
    /// A few figures.
    Short,
    /// A name or a number.
    Medium,
    /// As wide as the column.
    Full,
}

impl Width {
    const fn class(self) -> &'static str {
        match self {
            Self::Short => "width-short",
            Self::Medium => "width-medium",
            Self::Full => "width-full",
        }
    }
}

/// A field of one line.
#[derive(Clone, Copy, Debug)]
pub struct LineField<'a> {
    /// Question, hint, error.
    pub field: Field<'a>,
    /// What is typed.
    pub kind: LineKind,
    /// What stands in it already.
    pub value: &'a str,
    /// The tokens of the HTML attribute, such as `family-name` or `tel`.
    pub autocomplete: Option<&'a str>,
    /// How long the answer is likely to be.
    pub width: Width,
}

impl Render for LineField<'_> {
    fn render(&self) -> Markup {
        let field = &self.field;
        field.around(html! {
            input class=(self.width.class()) id=(field.name) name=(field.name) type=(self.kind.input_type())
                inputmode=[self.kind.input_mode()] value=(self.value) autocomplete=[self.autocomplete]
                required[matches!(field.need, Need::Required(_))]
                aria-describedby=[field.described_by()] aria-invalid=[field.invalid()];
        })
    }
}
