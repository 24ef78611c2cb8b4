//! A form that was not taken: what was typed into it and why, so that the page can show both.

use crate::console::Desk;
use crate::console::protocols::evidence::cited;
use crate::failure::{Failure, refusal_in_words};
use crate::filled::Filled;
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::when;
use crate::wording::Wording;
use app::{FieldError, Refusal};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use journey::evidence::Source;
use journey::screening::{Finding, Until};
use maud::{Markup, html};

/// A form that was not taken. [`Again::none`] where the page is shown for the first time.
#[derive(Default)]
pub(in crate::console) struct Again {
    form: String,
    filled: Filled,
    refusal: Option<Refusal>,
}

impl Again {
    /// No form was sent.
    pub fn none() -> Self {
        Self::default()
    }

    /// A form that was refused for a reason its page can show; nothing where the failure has a page of its own.
    pub fn of(form: impl Into<String>, filled: Filled, failure: &Failure) -> Option<Self> {
        let refusal = failure.refusal().filter(|refusal| **refusal != Refusal::NotFound)?;
        Some(Self { form: form.into(), filled, refusal: Some(refusal.clone()) })
    }

    /// A form with a field that cannot be read.
    pub fn unread(form: impl Into<String>, filled: Filled, mistakes: Vec<FieldError>) -> Self {
        Self { form: form.into(), filled, refusal: Some(Refusal::Fields(mistakes)) }
    }

    /// What was typed into a field of a form.
    pub fn typed(&self, form: &str, name: &str) -> &str {
        if self.form == form { self.filled.get(name) } else { "" }
    }

    /// Whether this form was sent: it stays open.
    pub fn is_of(&self, form: &str) -> bool {
        self.refusal.is_some() && self.form == form
    }

    /// What to do about a field of a form.
    pub fn error(&self, words: Wording, form: &str, field: &str) -> Option<String> {
        let Some(Refusal::Fields(mistakes)) = self.refusal.as_ref().filter(|_| self.form == form) else { return None };
        mistakes.iter().find(|mistake| mistake.field == field).map(|mistake| words.t(mistake.code))
    }

    /// Why the form was not taken, at the head of the page or of the form.
    pub fn notice(&self, desk: &Desk, sources: &[Source]) -> Markup {
        let Some(refusal) = &self.refusal else { return Markup::default() };
        let title = refusal_in_words(desk.words(), &desk.web, refusal);
        let found = match refusal {
            Refusal::OutOfBounds(found) | Refusal::TooSoon(found) => found.as_slice(),
            _ => &[],
        };
        let body = html! {
            @if !found.is_empty() { ul.findings { @for one in found { li { (finding(desk.words(), sources, one)) } } } }
        };
        html! { div role="alert" { (Notice { tone: Tone::Refusal, title: &title, body }) } }
    }

    /// The page that shows the form again.
    pub fn answer(&self, page: Markup) -> Response {
        let status = match &self.refusal {
            None => StatusCode::OK,
            Some(Refusal::Fields(_)) => StatusCode::UNPROCESSABLE_ENTITY,
            Some(_) => StatusCode::CONFLICT,
        };
        (status, page).into_response()
    }
}

/// What a rule found: its reason, what would be allowed, from when, and on what it rests.
pub(in crate::console) fn finding(words: Wording, sources: &[Source], found: &Finding) -> Markup {
    let lang = words.lang();
    html! {
        p { (found.says.get(lang)) }
        @if let Some(instead) = &found.instead {
            p { (words.with("finding-instead", &[("instead", instead.get(lang))])) }
        }
        @match &found.until {
            Some(Until::Date(day)) => { p { (words.with("finding-free-from", &[("date", &when::date(lang, *day))])) } }
            Some(Until::Event(event)) => { p { (words.with("finding-until", &[("event", event.get(lang))])) } }
            None => {}
        }
        p.hint { (words.with("finding-rule", &[("rule", found.rule.as_str())])) }
        (cited(words, sources, &found.sources, found.confidence))
    }
}
