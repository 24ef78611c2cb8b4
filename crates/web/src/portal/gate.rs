use super::private::{PASS_COOKIE, link_of};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{PortalPage, dial, portal};
use crate::guest::Guest;
use crate::look::action::{Button, Weight, actions};
use crate::look::contact::Telephone;
use crate::look::field::date_parts::Part;
use crate::look::field::{DateParts, Field, Need};
use app::booking::{Gate, Opened, open_with_birth_date, visit_of_link};
use app::{Refusal, Token};
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, SameSite};
use journey::text::Lang;
use maud::{Markup, html};

/// What somebody without a pass sees: the question for the birth date, or a calm page that tells nothing.
pub(super) async fn turn_away(guest: &Guest, link: Option<&Token>) -> Response {
    match asks(guest, link).await {
        Ok(true) => question(guest, &Filled::default(), None).into_response(),
        Ok(false) => nothing_here(guest),
        Err(failure) => failure.into_response(),
    }
}

/// Whether the birth date is asked behind a link. A link that is wrong, old or shut asks for nothing.
async fn asks(guest: &Guest, link: Option<&Token>) -> Result<bool, Failure> {
    let Some(link) = link.cloned() else { return Ok(false) };
    match guest.read(move |work| visit_of_link(work, &link)).await {
        Ok(gate) => Ok(matches!(gate, Gate::AsksBirthDate(_))),
        Err(failure) if matches!(failure.refusal(), Some(Refusal::NotFound)) => Ok(false),
        Err(failure) => Err(failure),
    }
}

/// Opens the page with a birth date and leads to where the visitor was going.
pub(super) async fn open(guest: Guest, filled: Filled) -> Result<Response, Failure> {
    let link = link_of(&guest.path);
    let (Some(link), true) = (&link, asks(&guest, link.as_ref()).await?) else { return Ok(nothing_here(&guest)) };
    let Some(born) = filled.date_parts("birth") else {
        return Ok(refused(&guest, &filled, "field-birth-date"));
    };
    let asked = link.clone();
    match guest.write(move |work| open_with_birth_date(work, &asked, born)).await? {
        Some(opened) => Ok(welcome(&guest, link, &opened, filled.get("to"))),
        None if asks(&guest, Some(link)).await? => Ok(refused(&guest, &filled, "my-gate-wrong")),
        None => Ok(nothing_here(&guest)),
    }
}

fn welcome(guest: &Guest, link: &Token, opened: &Opened, wish: &str) -> Response {
    let cookies = Lang::ALL.map(|lang| {
        let mut cookie = Cookie::new(PASS_COOKIE, opened.pass.reveal().to_owned());
        cookie.set_path(format!("/{}/my/{}", lang.code(), link.reveal()));
        cookie.set_http_only(true);
        cookie.set_same_site(SameSite::Lax);
        cookie.set_secure(guest.web.settings.public_url.starts_with("https://"));
        (header::SET_COOKIE, cookie.to_string())
    });
    let base = guest.to(&format!("my/{}", link.reveal()));
    let onward = if is_plain(wish) { format!("{base}/{wish}") } else { base };
    (AppendHeaders(cookies), Redirect::to(&onward)).into_response()
}

/// Whether a wish is a place of a private page and nothing else.
fn is_plain(wish: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '/';
    !wish.is_empty() && !wish.starts_with('/') && wish.chars().all(plain)
}

/// Where the visitor was going, below the first page.
fn wish_of(path: &str) -> &str {
    path.splitn(5, '/').nth(4).filter(|rest| is_plain(rest)).unwrap_or_default()
}

fn refused(guest: &Guest, filled: &Filled, code: &str) -> Response {
    let error = guest.words().t(code);
    (StatusCode::UNPROCESSABLE_ENTITY, question(guest, filled, Some(&error))).into_response()
}

fn question(guest: &Guest, filled: &Filled, error: Option<&str>) -> Markup {
    let words = guest.words();
    let title = words.t("my-gate-title");
    let action: String = guest.path.split('/').take(4).collect::<Vec<_>>().join("/");
    let wish = filled.some("to").unwrap_or_else(|| wish_of(&guest.path));
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("my-gate-lead")) }
        form method="post" action=(action) novalidate {
            @if is_plain(wish) { input type="hidden" name="to" value=(wish); }
            (birth_date(guest, filled, error))
            (actions(&[&Button { label: &words.t("my-gate-open"), weight: Weight::Primary, sends: None }]))
        }
        p.hint { (words.with("my-gate-phone", &[("phone", &guest.web.clinic.particulars.phone)])) }
    };
    portal(guest, &PortalPage { name: "portal", title: &title, navigation: &[] }, content)
}

fn birth_date(guest: &Guest, filled: &Filled, error: Option<&str>) -> Markup {
    let words = guest.words();
    let (year, month, day) = (words.t("details-year"), words.t("details-month"), words.t("details-day"));
    let part = |name, label, token| Part { name, label, value: filled.get(name), autocomplete: Some(token) };
    let [year, month, day] = [
        part("birth-year", year.as_str(), "bday-year"),
        part("birth-month", month.as_str(), "bday-month"),
        part("birth-day", day.as_str(), "bday-day"),
    ];
    let parts = if guest.lang == Lang::Ja { [year, month, day] } else { [day, month, year] };
    let (label, hint) = (words.t("details-birth-date"), words.t("my-gate-hint"));
    let field = Field { name: "birth", label: &label, hint: Some(&hint), error, need: Need::Unmarked };
    html! { (DateParts { field, parts }) }
}

/// The one page for every link that opens nothing: whom to call, and what to do in an emergency.
fn nothing_here(guest: &Guest) -> Response {
    let words = guest.words();
    let about = &guest.web.clinic.particulars;
    let title = words.t("my-closed-title");
    let emergency = words.with(
        "frame-emergency",
        &[("hospital", about.hospital.name.get(guest.lang)), ("phone", &about.hospital.phone)],
    );
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("my-closed-lead")) }
        p { (words.t("my-closed-call")) " " (Telephone { dial: &dial(&about.phone), shown: &about.phone }) }
        p { (emergency) }
    };
    let page = portal(guest, &PortalPage { name: "portal", title: &title, navigation: &[] }, content);
    (StatusCode::NOT_FOUND, page).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_on_is_the_rest_of_the_address_below_the_secret() {
        assert_eq!(wish_of("/ja/my/secret"), "");
        assert_eq!(wish_of("/ja/my/secret/recovery"), "recovery");
        assert_eq!(wish_of("/ja/my/secret/recovery/0199-ab"), "recovery/0199-ab");
    }

    #[test]
    fn the_way_on_never_leads_to_another_place() {
        for wish in ["", "/evil", "//evil.example", "https://evil.example", "../console", "a?b", "a\r\nb"] {
            assert!(!is_plain(wish), "{wish:?}");
        }
    }
}
