use crate::console::Desk;
use crate::console::visit::Whole;
use crate::look::action::{Button, LinkAction, Weight};
use journey::booking::VisitState;
use maud::{Markup, html};

/// What reception can do with the visit as it stands.
pub(super) fn actions(desk: &Desk, whole: &Whole) -> Markup {
    let words = desk.words();
    let base = format!("/console/visits/{}", whole.visit.id);
    html! {
        section.desk-actions aria-label=(words.t("visit-actions")) {
            @match whole.visit.state {
                VisitState::Booked { .. } => (booked(desk, &base)),
                VisitState::Arrived { .. } => (press(desk, &base, "fulfil", "visit-fulfil", Weight::Quiet)),
                VisitState::NoShow { .. } => (press(desk, &base, "arrive", "visit-arrive", Weight::Quiet)),
                _ => {}
            }
            (press(desk, &base, "link", "visit-link", Weight::Inline))
        }
    }
}

fn booked(desk: &Desk, base: &str) -> Markup {
    let words = desk.words();
    html! {
        (press(desk, base, "arrive", "visit-arrive", Weight::Primary))
        (LinkAction { label: &words.t("visit-move"), href: &format!("{base}/move"), weight: Weight::Quiet })
        form.inline-form method="post" action=(format!("{base}/late")) {
            label for="minutes" { (words.t("visit-late")) }
            input #minutes.width-short type="text" inputmode="numeric" name="minutes" value="10";
            (Button { label: &words.t("visit-late-note"), weight: Weight::Quiet, sends: None })
        }
        (press(desk, base, "no-show", "visit-no-show", Weight::Quiet))
        form.inline-form method="post" action=(format!("{base}/cancel")) {
            (Button { label: &words.t("visit-cancel-patient"), weight: Weight::Quiet, sends: Some(("by", "patient")) })
            (Button { label: &words.t("visit-cancel"), weight: Weight::Quiet, sends: Some(("by", "clinic")) })
        }
    }
}

fn press(desk: &Desk, base: &str, verb: &str, key: &str, weight: Weight) -> Markup {
    html! {
        form method="post" action=(format!("{base}/{verb}")) {
            (Button { label: &desk.words().t(key), weight, sends: None })
        }
    }
}
