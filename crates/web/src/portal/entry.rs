use super::private::Private;
use crate::calendar::stamp;
use app::booking::Visit;
use app::clinic::Particulars;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::Timestamp;
use journey::booking::VisitState;
use journey::text::Lang;

/// The visit as an entry for the patient's own calendar. It names the clinic and nothing else: calendars are
/// shared and shown on screens.
pub(super) async fn send(private: Private) -> Response {
    let about = &private.guest.web.clinic.particulars;
    let text = written(&private.own.visit, about, private.guest.lang, private.now());
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"visit.ics\""),
    ];
    (headers, text).into_response()
}

fn written(visit: &Visit, about: &Particulars, lang: Lang, now: Timestamp) -> String {
    let status = match visit.state {
        VisitState::Cancelled { .. } | VisitState::Expired { .. } => EventStatus::Cancelled,
        _ => EventStatus::Confirmed,
    };
    let mut event = Event::with_uid(&visit.id.to_string());
    event
        .summary(about.name.get(lang))
        .location(&format!("{} {}", about.address.get(lang), about.floor.get(lang)))
        .sequence(u32::try_from(visit.sequence).unwrap_or(0))
        .status(status)
        .add_property("DTSTAMP", stamp(now))
        .add_property("DTSTART", stamp(visit.starts))
        .add_property("DTEND", stamp(visit.ends));
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Suhada//Visits//EN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .push(event.done());
    calendar.to_string()
}
