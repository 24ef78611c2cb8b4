use super::{Page, Shown};
use crate::booking::error_of;
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Field, LineField, LineKind, Need, Width};
use crate::when;
use maud::{Markup, html};

impl Page<'_> {
    /// What the person has ahead, and a form for one more.
    pub(super) fn ahead(&self, shown: &Shown) -> Markup {
        let words = self.words;
        html! {
            section.on-screen {
                h2 id="events" { (words.t("plan-ahead")) }
                p.hint { (words.t("plan-ahead-hint")) }
                @if !shown.ahead.is_empty() {
                    ul.plain {
                        @for one in &shown.ahead {
                            li {
                                (when::date(words.lang(), one.event.on)) " " strong { (one.event.name.get(words.lang())) }
                                form.inline method="post" action=(self.to("events/drop")) {
                                    input type="hidden" name="event" value=(one.id);
                                    (actions(&[&Button { label: &words.t("plan-ahead-drop"), weight: Weight::Inline, sends: None }]))
                                }
                            }
                        }
                    }
                }
                form method="post" action=(self.to("events")) {
                    (self.line("event-name", "plan-ahead-name", LineKind::Text, self.typed.0))
                    (self.line("event-day", "plan-ahead-day", LineKind::Date, self.typed.1))
                    (actions(&[&Button { label: &words.t("plan-ahead-add"), weight: Weight::Quiet, sends: None }]))
                }
            }
        }
    }

    fn line(&self, name: &str, label: &str, kind: LineKind, value: &str) -> Markup {
        let (label, error) = (self.words.t(label), error_of(self.words, self.errors, name));
        let field = Field { name, label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
        html! { (LineField { field, kind, value, autocomplete: Some("off"), width: Width::Medium }) }
    }
}
