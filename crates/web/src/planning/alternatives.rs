use super::{Page, Shown};
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::{Badge, Tone};
use crate::look::timeline::{Entry, Tense, Timeline};
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
                (self.sessions(shown, one, &title))
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

    fn sessions(&self, shown: &Shown, one: &Alternative, label: &str) -> Markup {
        let (words, zone) = (self.words, &self.world.zone);
        let lines: Vec<(String, String, String, Markup)> = one
            .sessions
            .iter()
            .map(|session| {
                let treatment = self.treatment(shown, &session.protocol);
                let number = session.number.to_string();
                let title = words.with("plan-session", &[("treatment", treatment), ("number", &number)]);
                let when = when::moment(words.lang(), zone, session.starts);
                (self.world.date_of(session.starts).to_string(), when, title, self.session(shown, session))
            })
            .collect();
        let entries: Vec<Entry<'_>> = lines
            .iter()
            .map(|(date, shown, title, body)| Entry {
                date,
                shown,
                title,
                body: Some(body.clone()),
                tense: Tense::Planned,
            })
            .collect();
        html! { (Timeline { label, entries: &entries }) }
    }

    /// With whom, what becomes of it, and why then.
    fn session(&self, shown: &Shown, session: &PlannedSession) -> Markup {
        let words = self.words;
        let stays = session.now == Some(session.starts);
        let (tone, state) = match (stays, session.booked_at_once) {
            (true, _) => (Tone::Cleared, words.t("plan-stays")),
            (false, true) => (Tone::Information, words.t("plan-booked-at-once")),
            (false, false) => (Tone::Plain, words.t("plan-booked-later")),
        };
        html! {
            p {
                (Badge { tone, label: &state })
                @if let Some(name) = self.person(shown, session.practitioner) { " " span.hint { (name) } }
            }
            @if let Some(was) = session.now.filter(|_| !stays) {
                p.hint { (words.with("plan-was", &[("when", &when::moment(words.lang(), &self.world.zone, was))])) }
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
