use super::private::Private;
use crate::failure::Failure;
use crate::look::action::{Button, Weight, actions};
use app::waitlist::{Entry, Joining, Who, join};
use axum::response::Redirect;
use journey::booking::VisitState;
use journey::waitlist::Wish;
use maud::{Markup, html};

/// Waits for a time earlier than that of the visit.
pub(super) async fn save(private: Private) -> Result<Redirect, Failure> {
    let (today, language) = (private.today(), private.guest.lang);
    let service = service_of(&private).to_owned();
    let until = private.world().date_of(private.own.visit.starts);
    private
        .write(move |work, visit, patient| {
            let wish = Wish { from: today, until, days: Vec::new(), practitioner: None };
            let who = Who::Known(patient);
            join(work, &Joining { who, service: service.clone(), wish, earlier_than: Some(visit.id), language })
        })
        .await?;
    Ok(Redirect::to(&private.to("")))
}

/// The service that the visit is about, by its name in addresses.
fn service_of(private: &Private) -> &str {
    let about = private.own.visit.treatment().or(private.own.visit.items.last());
    let service = about.and_then(|item| private.own.services.iter().find(|one| one.id == item.service));
    service.map_or("", |service| service.slug.as_str())
}

/// Whether the patient waits for an earlier time, or the button to do so.
pub(super) fn offer(private: &Private, waits: &[Entry]) -> Markup {
    let words = private.words();
    if !matches!(private.own.visit.state, VisitState::Booked { .. }) {
        return Markup::default();
    }
    let waiting = waits.iter().any(|entry| entry.visit == Some(private.own.visit.id));
    html! {
        @if waiting { p.hint { (words.t("my-earlier-waits")) } }
        @else {
            form method="post" action=(private.to("earlier")) {
                p { (words.t("my-earlier")) }
                (actions(&[&Button { label: &words.t("my-earlier-do"), weight: Weight::Inline, sends: None }]))
            }
        }
    }
}
