use crate::failure::{Area, Failure};
use crate::web::Web;
use crate::wording::Wording;
use app::actor::Actor;
use app::{AppError, Token, Work, staff};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use journey::staff::Role;
use journey::text::Lang;

/// The cookie of a session. It is sent to this site only and never to a script.
pub(crate) const SESSION_COOKIE: &str = "suhada-session";
/// The cookie that remembers the language of the console.
pub(crate) const LANGUAGE_COOKIE: &str = "suhada-language";

/// Somebody who has signed in, at work.
#[derive(Clone)]
pub(crate) struct Desk {
    pub web: Web,
    pub lang: Lang,
    pub path: String,
    pub actor: Actor,
    pub name: String,
    roles: Vec<Role>,
}

impl Desk {
    /// The wording of the console.
    pub const fn words(&self) -> Wording {
        Wording(self.lang)
    }

    /// The roles held.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Whether one of these roles is held: what a page may offer. The use case asks again.
    pub fn may(&self, allowed: &[Role]) -> bool {
        self.roles.iter().any(|role| allowed.contains(role))
    }

    /// Runs a use case that only looks and notes nothing.
    pub async fn read<T, F>(&self, look: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.web.app.read(self.actor.clone(), look).await.map_err(|error| self.fail(error))
    }

    /// Runs a use case that changes something, or that notes who looked.
    pub async fn write<T, F>(&self, deed: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.web.app.write(self.actor.clone(), deed).await.map_err(|error| self.fail(error))
    }

    /// The page that says what went wrong.
    pub fn fail(&self, error: AppError) -> Failure {
        Failure::new(self.web.clone(), self.lang, Area::Console, error)
    }
}

/// The language of the console, as its cookie remembers it.
pub(crate) fn language(jar: &CookieJar) -> Lang {
    jar.get(LANGUAGE_COOKIE).and_then(|cookie| Lang::parse(cookie.value())).unwrap_or(Lang::Ja)
}

impl FromRequestParts<Web> for Desk {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Self::Rejection> {
        let jar = CookieJar::from_headers(&parts.headers);
        let lang = language(&jar);
        let sign_in = || Failure::sign_in_first(web.clone(), lang);
        let token = jar.get(SESSION_COOKIE).and_then(|cookie| Token::parse(cookie.value())).ok_or_else(sign_in)?;
        let found = web.app.write(Actor::System, move |work| identify(work, &token)).await;
        let (actor, name) = found.ok().flatten().ok_or_else(sign_in)?;
        let roles = match &actor {
            Actor::Staff(member) => member.roles().to_vec(),
            _ => Vec::new(),
        };
        let name = name.get(lang).to_owned();
        Ok(Self { web: web.clone(), lang, path: parts.uri.path().to_owned(), actor, name, roles })
    }
}

fn identify(work: &mut Work<'_, '_>, token: &Token) -> Result<Option<(Actor, journey::text::Bilingual)>, AppError> {
    let Some(actor) = staff::identify(work, token)? else { return Ok(None) };
    staff::touch(work, token)?;
    let Some(id) = actor.staff_id() else { return Ok(None) };
    Ok(Some((actor, staff::by_id(work, id)?.name)))
}
