use super::gate;
use super::own::Own;
use crate::failure::Failure;
use crate::frame::{PortalPage, portal};
use crate::guest::Guest;
use crate::look::navigation::{NavLink, Place};
use crate::web::Web;
use crate::wording::Wording;
use app::actor::Actor;
use app::booking::{self, Visit};
use app::{AppError, Refusal, Token, Work, World};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journey::id::PatientId;
use maud::Markup;

/// The cookie of a private page that was opened. It is sent to that page only and never to a script.
pub(super) const PASS_COOKIE: &str = "suhada-pass";

/// A patient on a private page that was opened with the birth date. A handler that takes one is never reached
/// without; whoever knocks without a pass sees the gate instead.
pub(super) struct Private {
    pub guest: Guest,
    pub own: Own,
    link: Token,
    pass: Token,
}

impl Private {
    /// The wording of the page.
    pub const fn words(&self) -> Wording {
        self.guest.words()
    }

    /// The clinic's rules.
    pub fn world(&self) -> &World {
        self.guest.web.app.world()
    }

    /// The clinic's time zone.
    pub fn zone(&self) -> &TimeZone {
        &self.world().zone
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.guest.web.app.now()
    }

    /// Today, in the clinic's zone.
    pub fn today(&self) -> Date {
        self.world().date_of(self.now())
    }

    /// The number that patients call.
    pub fn phone(&self) -> &str {
        &self.guest.web.clinic.particulars.phone
    }

    /// An address of this private page: `to("recovery")`; its first page is `to("")`.
    pub fn to(&self, rest: &str) -> String {
        let base = self.guest.to(&format!("my/{}", self.link.reveal()));
        if rest.is_empty() { base } else { format!("{base}/{rest}") }
    }

    /// Runs a use case that only looks, as the patient.
    pub async fn read<T, F>(&self, mut look: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>, &Visit) -> Result<T, AppError> + Send + 'static,
    {
        let (link, pass) = (self.link.clone(), self.pass.clone());
        self.guest.read(move |work| enter(work, &link, &pass).and_then(|(visit, _)| look(work, &visit))).await
    }

    /// Runs a use case that may change something, as the patient.
    pub async fn write<T, F>(&self, mut deed: F) -> Result<T, Failure>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>, &Visit, PatientId) -> Result<T, AppError> + Send + 'static,
    {
        let (link, pass) = (self.link.clone(), self.pass.clone());
        self.guest.write(move |work| enter(work, &link, &pass).and_then(|(visit, who)| deed(work, &visit, who))).await
    }

    /// A page of the private part around its content. The title names no treatment.
    pub fn page(&self, title: &str, content: Markup) -> Markup {
        let words = self.words();
        let mut places = vec![("", words.t("my-place-visit"))];
        places.extend(self.own.heals().then(|| ("recovery", words.t("my-place-recovery"))));
        places.extend(self.own.treated().then(|| ("aftercare", words.t("my-place-aftercare"))));
        places.extend(self.own.in_course().then(|| ("course", words.t("my-place-course"))));
        places.extend(self.own.has_plan.then(|| ("plan", words.t("my-place-plan"))));
        let places: Vec<(String, String)> = places.into_iter().map(|(rest, label)| (self.to(rest), label)).collect();
        let navigation: Vec<NavLink<'_>> = places
            .iter()
            .map(|(href, label)| NavLink { label, href, place: self.place(href), waiting: None })
            .collect();
        let navigation = if navigation.len() > 1 { navigation.as_slice() } else { &[] };
        portal(&self.guest, &PortalPage { name: "portal", title, navigation }, content)
    }

    fn place(&self, href: &str) -> Place {
        let (home, path) = (self.to(""), self.guest.path.trim_end_matches('/'));
        let here = if href == home { path == home } else { path.starts_with(href) };
        if here { Place::Here } else { Place::Elsewhere }
    }
}

/// Opens the visit behind a link with its pass; from here on the patient acts.
fn enter(work: &mut Work<'_, '_>, link: &Token, pass: &Token) -> Result<(Visit, PatientId), AppError> {
    let visit = booking::opened(work, link, pass)?;
    let patient = visit.patient.ok_or(Refusal::NotFound)?;
    work.actor = Actor::Patient(patient);
    Ok((visit, patient))
}

/// The secret of the address, as it stands after `/{lang}/my/`; none where it cannot be one.
pub(super) fn link_of(path: &str) -> Option<Token> {
    path.split('/').nth(3).and_then(Token::parse)
}

impl FromRequestParts<Web> for Private {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Self::Rejection> {
        let guest = Guest::of_path(web, parts.uri.path());
        let link = link_of(parts.uri.path());
        let jar = CookieJar::from_headers(&parts.headers);
        let pass = jar.get(PASS_COOKIE).and_then(|cookie| Token::parse(cookie.value()));
        let (Some(link), Some(pass)) = (&link, pass) else {
            return Err(gate::turn_away(&guest, link.as_ref()).await);
        };
        let (asked, shown) = (link.clone(), pass.clone());
        let found = guest
            .read(move |work| {
                let (visit, patient) = enter(work, &asked, &shown)?;
                Own::load(work, visit, patient)
            })
            .await;
        match found {
            Ok(own) => Ok(Self { guest, own, link: link.clone(), pass }),
            Err(failure) => match failure.refusal() {
                Some(Refusal::NotFound) => Err(gate::turn_away(&guest, Some(link)).await),
                _ => Err(failure.into_response()),
            },
        }
    }
}
