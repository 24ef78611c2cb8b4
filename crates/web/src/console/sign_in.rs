use super::desk::{LANGUAGE_COOKIE, SESSION_COOKIE, language};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::console_plain;
use crate::limits;
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::Tone;
use crate::look::field::{Field, LineField, LineKind, Need, Width};
use crate::look::notice::Notice;
use crate::web::Web;
use crate::when;
use crate::wording::Wording;
use app::actor::Actor;
use app::staff::{self, Attempt};
use app::{AppError, Token};
use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::middleware;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use journey::text::Lang;
use maud::{Markup, html};

pub(crate) fn routes(web: &Web) -> Router<Web> {
    Router::new()
        .route("/console/sign-in", get(form).post(enter))
        .layer(middleware::from_fn_with_state(web.clone(), limits::doors))
        .route("/console/sign-out", post(leave))
        .route("/console/language/{lang}", get(choose_language))
}

async fn form(State(web): State<Web>, jar: CookieJar) -> Markup {
    page(&web, language(&jar), &Filled::default(), None)
}

async fn enter(State(web): State<Web>, jar: CookieJar, filled: Filled) -> Result<Response, Failure> {
    let lang = language(&jar);
    let attempt = check(&web, &filled)
        .await
        .map_err(|error| Failure::new(web.clone(), lang, crate::failure::Area::Console, error))?;
    let words = Wording(lang);
    let refused = match attempt {
        Attempt::SignedIn(session) => {
            let jar = jar.add(session_cookie(&web, session.token.reveal()));
            let place = if session.meets_patients() { "/console" } else { "/console/welcome" };
            return Ok((jar, Redirect::to(place)).into_response());
        }
        Attempt::Wrong => words.t("sign-in-wrong"),
        Attempt::Locked { until } => {
            let until = when::time(&web.app.world().zone, until);
            words.with("sign-in-locked", &[("until", &until)])
        }
    };
    Ok((StatusCode::UNAUTHORIZED, page(&web, lang, &filled, Some(&refused))).into_response())
}

/// Checks the password away from the writer, then both factors together.
async fn check(web: &Web, filled: &Filled) -> Result<Attempt, AppError> {
    let (login, password) = (filled.get("login").to_owned(), filled.get("password").to_owned());
    let code: String = filled.get("code").chars().map(crate::filled::ascii_digit).collect();
    let challenge = web.app.read(Actor::Visitor, move |work| staff::challenge(work, &login)).await?;
    let checked = tokio::task::spawn_blocking(move || challenge.verify(&password))
        .await
        .map_err(|error| AppError::Store(store_fault(&error)))?;
    web.app.write(Actor::Visitor, move |work| staff::attempt(work, &checked, &code)).await
}

fn store_fault(error: &tokio::task::JoinError) -> app::StoreError {
    app::StoreError::Fault(error.to_string())
}

fn session_cookie(web: &Web, token: &str) -> Cookie<'static> {
    let mut cookie = Cookie::new(SESSION_COOKIE, token.to_owned());
    cookie.set_path("/console");
    cookie.set_http_only(true);
    cookie.set_same_site(SameSite::Strict);
    cookie.set_secure(web.settings.public_url.starts_with("https://"));
    cookie
}

async fn leave(State(web): State<Web>, jar: CookieJar) -> Response {
    if let Some(token) = jar.get(SESSION_COOKIE).and_then(|cookie| Token::parse(cookie.value())) {
        // Whether the session was still open makes no difference to somebody who leaves.
        let _ = web.app.write(Actor::System, move |work| staff::sign_out(work, &token)).await;
    }
    let mut gone = Cookie::new(SESSION_COOKIE, "");
    gone.set_path("/console");
    (jar.remove(gone), Redirect::to("/console/sign-in")).into_response()
}

async fn choose_language(Path(code): Path<String>, jar: CookieJar) -> Response {
    let lang = Lang::parse(&code).unwrap_or(Lang::Ja);
    let mut cookie = Cookie::new(LANGUAGE_COOKIE, lang.code());
    cookie.set_path("/console");
    cookie.set_same_site(SameSite::Lax);
    cookie.make_permanent();
    (jar.add(cookie), Redirect::to("/console")).into_response()
}

fn page(web: &Web, lang: Lang, filled: &Filled, refused: Option<&str>) -> Markup {
    let words = Wording(lang);
    let title = words.t("sign-in-title");
    let content = html! {
        h1 { (title) }
        @if let Some(text) = refused {
            (Notice { tone: Tone::Caution, title: &words.t("sign-in-refused"), body: html! { p { (text) } } })
        }
        form method="post" action="/console/sign-in" {
            (line("login", &words.t("sign-in-login"), LineKind::Text, filled.get("login"), "username"))
            (line("password", &words.t("sign-in-password"), LineKind::Password, "", "current-password"))
            (line("code", &words.t("sign-in-code"), LineKind::Code, "", "one-time-code"))
            (actions(&[&Button { label: &words.t("sign-in-enter"), weight: Weight::Primary, sends: None }]))
        }
    };
    console_plain(web, lang, &title, content)
}

fn line(name: &str, label: &str, kind: LineKind, value: &str, autocomplete: &str) -> Markup {
    let field = Field { name, label, hint: None, error: None, need: Need::Unmarked };
    html! { (LineField { field, kind, value, autocomplete: Some(autocomplete), width: Width::Medium }) }
}
