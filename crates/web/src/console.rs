//! The console: what the clinic works with.

mod calendar;
mod chart;
mod course;
mod day;
mod desk;
mod duplicates;
mod new_visit;
mod outbox;
mod pages;
mod patients;
mod plan;
mod protocols;
mod recall;
mod recovery;
mod roster;
mod session;
mod sign_in;
mod staff;
mod visit;
mod waitlist;

pub(crate) use desk::Desk;

use crate::web::Web;
use axum::Router;

pub(crate) fn routes(web: &Web) -> Router<Web> {
    Router::new()
        .merge(sign_in::routes(web))
        .merge(day::routes())
        .merge(new_visit::routes())
        .merge(calendar::routes())
        .merge(visit::routes())
        .merge(patients::routes())
        .merge(duplicates::routes())
        .merge(outbox::routes())
        .merge(pages::routes())
        .merge(chart::routes())
        .merge(course::routes())
        .merge(plan::routes())
        .merge(session::routes())
        .merge(recovery::routes())
        .merge(recall::routes())
        .merge(protocols::routes())
        .merge(staff::routes())
        .merge(roster::routes())
        .merge(waitlist::routes())
}
