use crate::frame;
use crate::guest::Guest;
use crate::web::Web;
use crate::when;
use crate::wording::Wording;
use app::{AppError, Refusal};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use journey::text::Lang;
use maud::{Markup, html};

/// Which part of the program a page belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Area {
    /// Public and private pages of patients.
    Public,
    /// The console.
    Console,
}

/// A page that says what went wrong, and what to do.
pub(crate) struct Failure {
    web: Box<Web>,
    lang: Lang,
    area: Area,
    cause: Box<Cause>,
}

enum Cause {
    Error(AppError),
    TooMany,
    SignInFirst,
}

impl Failure {
    pub fn new(web: Web, lang: Lang, area: Area, error: AppError) -> Self {
        Self { web: Box::new(web), lang, area, cause: Box::new(Cause::Error(error)) }
    }

    /// Whoever knocked too often.
    pub fn too_many(guest: &Guest) -> Self {
        Self { web: Box::new(guest.web.clone()), lang: guest.lang, area: Area::Public, cause: Box::new(Cause::TooMany) }
    }

    /// Whoever has to sign in first.
    pub fn sign_in_first(web: Web, lang: Lang) -> Self {
        Self { web: Box::new(web), lang, area: Area::Console, cause: Box::new(Cause::SignInFirst) }
    }

    /// The refusal, where a page wants to show it in place instead.
    pub fn refusal(&self) -> Option<&Refusal> {
        match &*self.cause {
            Cause::Error(AppError::Refused(refusal)) => Some(refusal),
            _ => None,
        }
    }

    fn status(&self) -> StatusCode {
        match &*self.cause {
            Cause::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Cause::SignInFirst => StatusCode::SEE_OTHER,
            Cause::Error(AppError::Forbidden) => StatusCode::FORBIDDEN,
            Cause::Error(AppError::Store(_)) => StatusCode::INTERNAL_SERVER_ERROR,
            Cause::Error(AppError::Refused(Refusal::NotFound)) => StatusCode::NOT_FOUND,
            Cause::Error(AppError::Refused(Refusal::Fields(_))) => StatusCode::UNPROCESSABLE_ENTITY,
            Cause::Error(AppError::Refused(_)) => StatusCode::CONFLICT,
        }
    }

    fn words(&self) -> (String, String) {
        let words = Wording(self.lang);
        match &*self.cause {
            Cause::TooMany => (words.t("failure-too-many-title"), words.t("failure-too-many")),
            Cause::SignInFirst => (String::new(), String::new()),
            Cause::Error(AppError::Forbidden) => (words.t("failure-forbidden-title"), words.t("failure-forbidden")),
            Cause::Error(AppError::Store(_)) => (words.t("failure-fault-title"), words.t("failure-fault")),
            Cause::Error(AppError::Refused(Refusal::NotFound)) => {
                (words.t("failure-not-found-title"), words.t("failure-not-found"))
            }
            Cause::Error(AppError::Refused(refusal)) => {
                (words.t("failure-refused-title"), refusal_in_words(words, &self.web, refusal))
            }
        }
    }

    fn note(&self) {
        if let Cause::Error(AppError::Store(fault)) = &*self.cause {
            tracing::error!(error = %fault, "a request ended in a fault");
        }
    }
}

/// A refusal as a sentence.
pub(crate) fn refusal_in_words(words: Wording, web: &Web, refusal: &Refusal) -> String {
    let zone = &web.app.world().zone;
    let key = format!("refusal-{}", refusal.code());
    match refusal {
        Refusal::Change(journey::booking::ChangeRefused::TooLate { until }) | Refusal::Locked { until } => {
            words.with(&key, &[("until", &when::moment(words.lang(), zone, *until))])
        }
        Refusal::OperatorRefused(finding) => words.with(&key, &[("says", finding.says.get(words.lang()))]),
        Refusal::NotCompetent { competence } => {
            let named = web.app.world().library.competences.iter().find(|one| one.id.as_str() == competence);
            let name = named.map_or(competence.as_str(), |one| one.name.get(words.lang()));
            words.with(&key, &[("competence", name)])
        }
        _ => words.t(&key),
    }
}

/// What stands behind a refusal: the findings of the rules, each with its reason.
fn findings(lang: Lang, refusal: &Refusal) -> Markup {
    let found = match refusal {
        Refusal::OutOfBounds(found) | Refusal::TooSoon(found) => found.as_slice(),
        Refusal::OperatorRefused(finding) => std::slice::from_ref(&**finding),
        _ => &[],
    };
    html! {
        @if !found.is_empty() {
            ul { @for finding in found {
                li { (finding.says.get(lang)) @if let Some(instead) = &finding.instead { " " (instead.get(lang)) } }
            } }
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        self.note();
        let status = self.status();
        if let Cause::SignInFirst = *self.cause {
            return (status, [(header::LOCATION, "/console/sign-in")]).into_response();
        }
        let (title, text) = self.words();
        let content = html! {
            h1 { (title) }
            p.lead { (text) }
            @if let Some(refusal) = self.refusal() { (findings(self.lang, refusal)) }
        };
        let page = match self.area {
            Area::Public => frame::plain(&self.web, self.lang, &title, content),
            Area::Console => frame::console_plain(&self.web, self.lang, &title, content),
        };
        (status, page).into_response()
    }
}
