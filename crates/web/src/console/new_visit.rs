use super::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::web::Web;
use app::booking::{self, ByStaff, Caller, Stretch, TimeOffer, Wanted};
use app::identity::{self, Details, Patient};
use app::offering::{Service, all_services};
use app::{FieldError, Refusal, Token};
use axum::Router;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::booking::{Origin, VisitState};
use journey::id::PatientId;
use journey::text::Lang;
use serde::Deserialize;

mod page;

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/console/book", get(show).post(send))
}

/// What was chosen so far.
#[derive(Deserialize, Clone, Default)]
struct Asked {
    #[serde(default)]
    patient: String,
    #[serde(default)]
    service: String,
    #[serde(default)]
    day: String,
}

/// Everything the page shows.
struct Choosing {
    asked: Asked,
    patient: Option<Patient>,
    services: Vec<Service>,
    day: Date,
    times: Vec<TimeOffer>,
    closed: Vec<Stretch>,
}

/// One screen for a booking by telephone or at the desk: name, number, service, time.
async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let choosing = load(&desk, asked).await?;
    Ok(page::page(&desk, &choosing, &Filled::default(), &[], None).into_response())
}

async fn load(desk: &Desk, asked: Asked) -> Result<Choosing, Failure> {
    let world = desk.web.app.world();
    let today = world.date_of(desk.web.app.now());
    desk.read(move |work| {
        work.actor.front_desk()?;
        let day = asked.day.parse().unwrap_or(today);
        let patient = match asked.patient.parse::<PatientId>() {
            Ok(id) => Some(identity::by_id(work, id)?),
            Err(_) => None,
        };
        let services = all_services(work)?;
        let known = services.iter().any(|service| service.slug == asked.service);
        let wanted = Wanted { service: asked.service.clone(), practitioner: None, moving: None };
        let times = if known { booking::day(work, &wanted, day)? } else { Vec::new() };
        let closed = if known { booking::why_closed(work, &wanted, day)? } else { Vec::new() };
        Ok(Choosing { asked: asked.clone(), patient, services, day, times, closed })
    })
    .await
}

async fn send(desk: Desk, filled: Filled) -> Result<Response, Failure> {
    let asked = Asked {
        patient: filled.get("patient").to_owned(),
        service: filled.get("service").to_owned(),
        day: filled.get("day").to_owned(),
    };
    let Some(starts) = filled.get("starts").parse().ok().and_then(|micros| Timestamp::from_microsecond(micros).ok())
    else {
        return again(&desk, asked, &filled, &[FieldError { field: "starts", code: "field-choice" }], None).await;
    };
    let origin = if filled.get("origin") == "walk-in" { Origin::WalkIn } else { Origin::Phone };
    let command = ByStaff {
        patient: caller(&filled),
        service: asked.service.clone(),
        starts,
        practitioner: None,
        origin,
        language: Lang::parse(filled.get("language")).unwrap_or(Lang::Ja),
        wish: filled.get("wish").chars().take(2000).collect(),
        request: Token::parse(filled.get("request")),
    };
    let booked = desk
        .write(move |work| {
            let booked = booking::book_by_staff(work, &command)?;
            if command.origin == Origin::WalkIn && matches!(booked.visit.state, VisitState::Booked { .. }) {
                booking::arrive(work, booked.visit.id)?;
            }
            Ok(booked)
        })
        .await;
    match booked {
        Ok(booked) => Ok(Redirect::to(&format!("/console/visits/{}", booked.visit.id)).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::Fields(errors)) => again(&desk, asked, &filled, errors, None).await,
            Some(refusal @ (Refusal::TimeTaken { .. } | Refusal::TooSoon(_) | Refusal::ClaimsOverlap)) => {
                again(&desk, asked, &filled, &[], Some(refusal)).await
            }
            _ => Err(failure),
        },
    }
}

fn caller(filled: &Filled) -> Caller {
    match filled.get("patient").parse() {
        Ok(id) => Caller::Known(id),
        Err(_) => Caller::New(Details {
            family: filled.get("family").to_owned(),
            given: filled.get("given").to_owned(),
            family_kana: filled.get("family_kana").to_owned(),
            given_kana: filled.get("given_kana").to_owned(),
            birth_date: filled.date_parts("birth"),
            phone: filled.get("phone").to_owned(),
            mail: filled.get("mail").to_owned(),
        }),
    }
}

async fn again(
    desk: &Desk,
    asked: Asked,
    filled: &Filled,
    errors: &[FieldError],
    refusal: Option<&Refusal>,
) -> Result<Response, Failure> {
    let choosing = load(desk, asked).await?;
    let status = if refusal.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page::page(desk, &choosing, filled, errors, refusal)).into_response())
}
