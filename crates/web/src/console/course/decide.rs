//! What the patient decided, and moving a session.

use super::Plan;
use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::filled::Filled;
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Field, LineField, LineKind, Need, PassageField, Width};
use app::course::{CourseSession, CourseState};
use journey::id::CourseSessionId;
use maud::{Markup, html};

/// What was decided, with the name of its form.
pub(super) fn read(filled: &Filled) -> Option<(&'static str, CourseState)> {
    [("accepted", CourseState::Accepted), ("refused", CourseState::Refused), ("stopped", CourseState::Stopped)]
        .into_iter()
        .find(|(word, _)| *word == filled.get("to"))
}

/// The name of the form that moves a session; its field has the same name.
pub(super) fn move_form(session: CourseSessionId) -> String {
    format!("move-{session}")
}

/// The decisions that are open for a course as it stands.
pub(super) fn forms(desk: &Desk, plan: &Plan, again: &Again) -> Markup {
    let words = desk.words();
    let action = format!("/console/courses/{}/decide", plan.course.id);
    html! {
        @match plan.course.state {
            CourseState::Proposed => {
                section.on-screen {
                    h2 { (words.t("course-decision")) }
                    form method="post" action=(action) {
                        input type="hidden" name="to" value="accepted";
                        (actions(&[&Button { label: &words.t("course-accept"), weight: Weight::Primary, sends: None }]))
                    }
                    (with_reason(desk, again, &action, "refused", &words.t("course-refuse")))
                }
            }
            CourseState::Accepted => {
                section.on-screen {
                    h2 { (words.t("course-decision")) }
                    (with_reason(desk, again, &action, "stopped", &words.t("course-stop")))
                }
            }
            CourseState::Refused | CourseState::Stopped => {}
        }
    }
}

fn with_reason(desk: &Desk, again: &Again, action: &str, to: &str, deed: &str) -> Markup {
    let words = desk.words();
    let name = format!("reason-{to}");
    let (label, error) = (words.t("course-reason"), again.error(words, to, "reason"));
    let field = Field { name: &name, label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! {
        details.clinical-form open[again.is_of(to)] {
            summary { (deed) }
            form method="post" action=(action) {
                input type="hidden" name="to" value=(to);
                (PassageField { field, rows: 2, value: again.typed(to, &name) })
                (actions(&[&Button { label: deed, weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}

/// The form that moves a planned session to another day.
pub(super) fn move_session(desk: &Desk, plan: &Plan, session: &CourseSession, again: &Again) -> Markup {
    let words = desk.words();
    let name = move_form(session.id);
    let ideal = session.ideal.to_string();
    let value = match again.typed(&name, &name) {
        "" => ideal.as_str(),
        typed => typed,
    };
    let (label, error) = (words.t("course-move-to"), again.error(words, &name, "to"));
    let field = Field { name: &name, label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    let action = format!("/console/courses/{}/sessions/{}/move", plan.course.id, session.id);
    html! {
        details.clinical-form.on-screen open[again.is_of(&name)] {
            summary { (words.t("course-move")) }
            form method="post" action=(action) {
                (LineField { field, kind: LineKind::Date, value, autocomplete: None, width: Width::Medium })
                (actions(&[&Button { label: &words.t("course-move-send"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}
