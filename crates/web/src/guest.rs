use crate::failure::{Area, Failure};
use crate::web::Web;
use crate::wording::Wording;
use app::actor::Actor;
use app::{AppError, Work};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use journey::text::Lang;
use std::convert::Infallible;

/// Somebody on the public site or a private page, in the language of the address.
#[derive(Clone)]
pub(crate) struct Guest {
    pub web: Web,
    pub lang: Lang,
    pub path: String,
}

impl Guest {
    /// The guest of an address: its first part is the language, and Japanese where it is none.
    pub fn of_path(web: &Web, path: &str) -> Self {
        let first = path.trim_start_matches('/').split('/').next().unwrap_or_default();
        Self { web: web.clone(), lang: Lang::parse(first).unwrap_or(Lang::Ja), path: path.to_owned() }
    }

    /// The wording of the guest's language.
    pub const fn words(&self) -> Wording {
        Wording(self.lang)
    }

    /// The same address in another language.
    pub fn path_in(&self, lang: Lang) -> String {
        let rest = self.path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest);
        format!("/{}/{rest}", lang.code())
    }

    /// An address of the site in the guest's language: `to("book")` is `/ja/book`.
    pub fn to(&self, rest: &str) -> String {
        format!("/{}/{rest}", self.lang.code())
    }

    /// Whether a page of the site in the guest's language may be named here: not while it is withheld.
    pub fn shows(&self, rest: &str) -> bool {
        self.web.gate.is_open(&self.to(rest))
    }

    /// Runs a use case that only looks.
    pub async fn read<T, F>(&self, look: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.web.app.read(Actor::Visitor, look).await.map_err(|error| self.fail(error))
    }

    /// Runs a use case that may change something.
    pub async fn write<T, F>(&self, deed: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.web.app.write(Actor::Visitor, deed).await.map_err(|error| self.fail(error))
    }

    /// The page that tells this guest what went wrong.
    pub fn fail(&self, error: AppError) -> Failure {
        Failure::new(self.web.clone(), self.lang, Area::Public, error)
    }
}

impl FromRequestParts<Web> for Guest {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Self::Rejection> {
        Ok(Self::of_path(web, parts.uri.path()))
    }
}
