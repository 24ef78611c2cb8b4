use super::{Page, Shown};
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::{Badge, Tone};
use crate::when;
use app::course::plan::{Alternative, Chosen, PlannedSession};
use jiff::Timestamp;
use journey::id::{CourseSessionId, StaffId};
use maud::{Markup, html};

impl Page<'_> {
    /// One way to plan: its picture, its sessions with the reasons, and the button that takes it.
    pub(super) fn alternative(&self, shown: &Shown, one: &Alternative, place: usize) -> Markup {
        let words = self.words;
        let title = words.t(&format!("plan-emphasis-{}", one.emphasis.code()));
        let weight = if place == 0 { Weight::Primary } else { Weight::Quiet };
        html! {
            section.plan-way {
                h2 { (title) }
                p.hint { (self.proof(one)) }
                (self.picture(shown, one, place))
                ol.plain { @for session in &one.sessions { li { (self.session(shown, session)) } } }
                form.on-screen method="post" action=(self.to("accept")) {
                    @for session in &one.sessions { (chosen(session.session, session.starts, session.practitioner)) }
                    @for Chosen { session, starts, practitioner } in shown.proposal.settled.iter().copied() {
                        (chosen(session, starts, practitioner))
                    }
                    @if let Some(moving) = &self.moving { input type="hidden" name="moving" value=(moving); }
                    (actions(&[&Button { label: &words.t("plan-accept"), weight, sends: None }]))
                }
            }
        }
    }

    /// What is known of how good it is, honestly.
    fn proof(&self, one: &Alternative) -> String {
        if one.is_proven() {
            return self.words.t("plan-proven");
        }
        let over = one.cost.saturating_sub(one.lower_bound);
        self.words.with("plan-unproven", &[("points", &over.to_string())])
    }

    fn session(&self, shown: &Shown, session: &PlannedSession) -> Markup {
        let words = self.words;
        let (lang, zone) = (words.lang(), &self.world.zone);
        let stays = session.now == Some(session.starts);
        let (tone, state) = match (stays, session.booked_at_once) {
            (true, _) => (Tone::Cleared, words.t("plan-stays")),
            (false, true) => (Tone::Information, words.t("plan-booked-at-once")),
            (false, false) => (Tone::Plain, words.t("plan-booked-later")),
        };
        html! {
            p {
                strong.whole { (when::moment(lang, zone, session.starts)) } " "
                (self.treatment(shown, &session.protocol)) " "
                (words.with("plan-number", &[("number", &session.number.to_string())])) " "
                @if let Some(name) = self.person(shown, session.practitioner) { span.hint { (name) } " " }
                (Badge { tone, label: &state })
                @if let Some(was) = session.now.filter(|_| !stays) {
                    " " span.hint { (words.with("plan-was", &[("when", &when::moment(lang, zone, was))])) }
                }
            }
            details.why {
                summary { (words.t("plan-why")) }
                ul.plain { @for reason in &session.because { li { (self.reason(reason)) } } }
            }
        }
    }
}

/// One session as it is sent: `session@microseconds@person`.
fn chosen(session: CourseSessionId, starts: Timestamp, person: Option<StaffId>) -> Markup {
    let person = person.map_or_else(String::new, |person| person.to_string());
    html! { input type="hidden" name="session" value={ (session) "@" (starts.as_microsecond()) "@" (person) }; }
}
