use super::private::Private;
use crate::look::action::{LinkAction, Weight, actions};
use crate::when;
use app::booking::{Visit, policy_among};
use jiff::Timestamp;
use journey::booking::VisitState;
use maud::{Markup, html};

/// Whether the patient can still change the visit online.
pub(super) enum Change {
    /// It can be moved and called off.
    Open {
        /// Until then.
        until: Timestamp,
    },
    /// The clinic has to be called.
    TooLate {
        /// Until then it was possible.
        until: Timestamp,
    },
    /// There is nothing left to change.
    Over,
}

/// Whether the patient can still change the visit online.
pub(super) fn change(private: &Private) -> Change {
    let visit = &private.own.visit;
    let until = policy_among(visit, &private.own.services).in_time_until(visit.starts);
    match visit.state {
        VisitState::Booked { .. } if private.now() <= until => Change::Open { until },
        VisitState::Booked { .. } => Change::TooLate { until },
        _ => Change::Over,
    }
}

/// What can be done about the visit: into the calendar, to another time, called off.
pub(super) fn doings(private: &Private) -> Markup {
    let (words, lang, zone) = (private.words(), private.guest.lang, private.zone());
    let calendar = private.to("calendar.ics");
    let follow = private.to("subscribe");
    let subscribe = LinkAction { label: &words.t("my-feed"), href: &follow, weight: Weight::Inline };
    let entry = LinkAction { label: &words.t("my-calendar"), href: &calendar, weight: Weight::Quiet };
    let heading = words.t("visit-change");
    match change(private) {
        Change::Open { until } => html! {
            h2 { (heading) }
            p { (words.with("my-change-until", &[("until", &when::moment(lang, zone, until))])) }
            (actions(&[
                &entry,
                &LinkAction { label: &words.t("my-move"), href: &private.to("move"), weight: Weight::Quiet },
                &LinkAction { label: &words.t("my-cancel"), href: &private.to("cancel"), weight: Weight::Inline },
                &subscribe,
            ]))
        },
        Change::TooLate { until } => html! {
            h2 { (heading) }
            p {
                (words.with("refusal-change-too-late", &[("until", &when::moment(lang, zone, until))])) " "
                (words.with("my-phone", &[("phone", private.phone())]))
            }
            (actions(&[&entry, &subscribe]))
        },
        Change::Over => html! {
            (over(private, &private.own.visit))
            (actions(&[&subscribe]))
        },
    }
}

/// After a visit was called off its entry can still be taken out of the patient's calendar.
fn over(private: &Private, visit: &Visit) -> Markup {
    let words = private.words();
    html! {
        @if matches!(visit.state, VisitState::Cancelled { .. }) {
            (actions(&[
                &LinkAction { label: &words.t("my-book-again"), href: &private.guest.to("book"), weight: Weight::Quiet },
                &LinkAction { label: &words.t("my-calendar-remove"), href: &private.to("calendar.ics"), weight: Weight::Inline },
            ]))
        }
    }
}
