use crate::filled::Filled;
use crate::look::field::date_parts::Part;
use crate::look::field::{DateParts, Field, LineField, LineKind, Need, Width};
use crate::wording::Wording;
use app::FieldError;
use app::identity::Details;
use journey::text::Lang;
use maud::{Markup, html};

/// What a form says about a person.
pub(crate) fn read(filled: &Filled) -> Details {
    Details {
        family: filled.get("family").to_owned(),
        given: filled.get("given").to_owned(),
        family_kana: filled.get("family_kana").to_owned(),
        given_kana: filled.get("given_kana").to_owned(),
        birth_date: filled.date_parts("birth"),
        phone: filled.get("phone").to_owned(),
        mail: filled.get("mail").to_owned(),
    }
}

/// The sentence about a field, when something is wrong with it.
pub(crate) fn error_of(words: Wording, errors: &[FieldError], field: &str) -> Option<String> {
    errors.iter().find(|error| error.field == field).map(|error| words.t(error.code))
}

struct Line {
    name: &'static str,
    key: &'static str,
    kind: LineKind,
    autocomplete: &'static str,
}

const NAMES: [Line; 2] = [
    Line { name: "family", key: "details-family", kind: LineKind::Text, autocomplete: "family-name" },
    Line { name: "given", key: "details-given", kind: LineKind::Text, autocomplete: "given-name" },
];
const KANA: [Line; 2] = [
    Line { name: "family_kana", key: "details-family-kana", kind: LineKind::Text, autocomplete: "off" },
    Line { name: "given_kana", key: "details-given-kana", kind: LineKind::Text, autocomplete: "off" },
];
const REACH: [Line; 2] = [
    Line { name: "phone", key: "details-phone", kind: LineKind::Telephone, autocomplete: "tel" },
    Line { name: "mail", key: "details-mail", kind: LineKind::Mail, autocomplete: "email" },
];

/// The fields about a person, with what was filled in before. Kana is asked of those who read Japanese.
pub(crate) fn fields(words: Wording, filled: &Filled, errors: &[FieldError]) -> Markup {
    let kana: &[Line] = if words.lang() == Lang::Ja { &KANA } else { &[] };
    html! {
        @for line in NAMES.iter().chain(kana) { (one(words, line, filled, errors)) }
        (birth_date(words, filled, errors))
        @for line in &REACH { (one(words, line, filled, errors)) }
    }
}

fn one(words: Wording, line: &Line, filled: &Filled, errors: &[FieldError]) -> Markup {
    let error = error_of(words, errors, line.name);
    let field = Field {
        name: line.name,
        label: &words.t(line.key),
        hint: None,
        error: error.as_deref(),
        need: Need::Required(&words.t("details-required")),
    };
    html! {
        (LineField {
            field,
            kind: line.kind,
            value: filled.get(line.name),
            autocomplete: Some(line.autocomplete),
            width: Width::Medium,
        })
    }
}

/// Year, month and day, in the order in which the language says them.
pub(crate) fn birth_date(words: Wording, filled: &Filled, errors: &[FieldError]) -> Markup {
    let error = error_of(words, errors, "birth_date");
    let (year, month, day) = (words.t("details-year"), words.t("details-month"), words.t("details-day"));
    let part = |name, label, token| Part { name, label, value: filled.get(name), autocomplete: Some(token) };
    let [year, month, day] = [
        part("birth-year", year.as_str(), "bday-year"),
        part("birth-month", month.as_str(), "bday-month"),
        part("birth-day", day.as_str(), "bday-day"),
    ];
    let parts = if words.lang() == Lang::Ja { [year, month, day] } else { [day, month, year] };
    let field = Field {
        name: "birth",
        label: &words.t("details-birth-date"),
        hint: Some(&words.t("details-birth-hint")),
        error: error.as_deref(),
        need: Need::Required(&words.t("details-required")),
    };
    html! { (DateParts { field, parts }) }
}
