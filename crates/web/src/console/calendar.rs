//! The calendar of a member of staff, for the calendar program they use already; a manager sees everybody's.

use super::Desk;
use crate::calendar::{made, subscriptions};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight, actions};
use crate::web::Web;
use app::calendar_feed::{self, Detail, Subject, Subscription};
use app::staff::StaffMember;
use app::{AppError, Refusal, Work};
use axum::Router;
use axum::response::Redirect;
use axum::routing::{get, post};
use journey::id::{FeedId, StaffId};
use maud::{Markup, html};

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/console/calendar", get(show).post(make)).route("/console/calendar/revoke", post(revoke))
}

/// Somebody with the addresses of their calendar.
struct Person {
    member: StaffMember,
    known: Vec<Subscription>,
}

fn people(work: &mut Work<'_, '_>) -> Result<Vec<Person>, AppError> {
    let members = calendar_feed::practitioners(work)?;
    members
        .into_iter()
        .map(|member| {
            let known = calendar_feed::of_subject(work, Subject::Practitioner(member.id))?;
            Ok(Person { member, known })
        })
        .collect()
}

async fn show(desk: Desk) -> Result<Markup, Failure> {
    page(&desk, html! {}).await
}

/// Makes an address and shows it this once.
async fn make(desk: Desk, filled: Filled) -> Result<Markup, Failure> {
    let staff: Option<StaffId> = filled.get("staff").parse().ok();
    let (detail, lang) = (Detail::parse(filled.get("detail")), desk.lang);
    let (Some(staff), Some(detail)) = (staff, detail) else { return Err(desk.fail(Refusal::NotFound.into())) };
    let token = desk.write(move |work| calendar_feed::make(work, Subject::Practitioner(staff), detail, lang)).await?;
    page(&desk, made(desk.words(), &desk.web, &token)).await
}

/// Withdraws an address.
async fn revoke(desk: Desk, filled: Filled) -> Result<Redirect, Failure> {
    let id: FeedId = filled.get("feed").parse().map_err(|_| desk.fail(Refusal::NotFound.into()))?;
    desk.write(move |work| {
        work.actor.front_desk()?;
        calendar_feed::revoke(work, id)
    })
    .await?;
    Ok(Redirect::to("/console/calendar"))
}

async fn page(desk: &Desk, told: Markup) -> Result<Markup, Failure> {
    let people = desk.read(people).await?;
    let words = desk.words();
    let title = words.t("calendar-title");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("calendar-lead")) }
        (told)
        @if people.is_empty() { p { (words.t("calendar-none")) } }
        @for person in &people { (section(desk, person)) }
    };
    Ok(console(desk, &ConsolePage { name: "calendar", title: &title }, content))
}

fn section(desk: &Desk, person: &Person) -> Markup {
    let words = desk.words();
    let button = |key: &str, detail: Detail| {
        let label = words.t(key);
        html! { (Button { label: &label, weight: Weight::Quiet, sends: Some(("detail", detail.code())) }) }
    };
    let (busy, service) =
        (button("calendar-make-busy", Detail::Busy), button("calendar-make-service", Detail::Service));
    html! {
        section {
            h2 { (person.member.name.get(desk.lang)) }
            (subscriptions(words, &desk.web, &person.known, "/console/calendar/revoke"))
            form method="post" action="/console/calendar" {
                input type="hidden" name="staff" value=(person.member.id);
                (actions(&[&busy, &service]))
            }
        }
    }
}
