use super::service_name;
use crate::console::Desk;
use crate::console::visit::Whole;
use crate::filled::Filled;
use crate::look::action::{Button, LinkAction, Weight};
use crate::look::badge::{Badge, Tone};
use crate::look::field::{Choice, Field, Need, Pick, SelectField};
use crate::questions;
use crate::when;
use app::actor::{Clinician, Physician};
use app::booking::Item;
use journey::booking::{Block, VisitState};
use journey::protocol::Protocol;
use journey::screening::{Finding, Headline, OverrideBy, Until, Verdict};
use journey::slug::ProtocolId;
use maud::{Markup, html};

/// Everything about one treatment of the visit, in the order in which it happens: answers, verdict, explanation
/// and consent, release, session.
pub(super) fn section(desk: &Desk, whole: &Whole, item: &Item, filled: &Filled) -> Markup {
    let id = item.protocol.as_ref().and_then(|id| ProtocolId::parse(id).ok());
    let Some(protocol) = id.and_then(|id| desk.web.app.world().library.get(&id)) else { return Markup::default() };
    html! {
        section.treatment aria-labelledby="treatment" {
            h2 #treatment { (service_name(desk, whole, item)) }
            p.hint { (desk.words().with("visit-version", &[("hash", &protocol.hash.short())])) }
            (open_questions(desk, whole, filled))
            (verdict(desk, whole, item))
            (consent(desk, whole, protocol))
            (release(desk, whole, item, protocol))
            (session(desk, whole, item))
        }
    }
}

fn open_questions(desk: &Desk, whole: &Whole, filled: &Filled) -> Markup {
    let words = desk.words();
    let library = &desk.web.app.world().library;
    let (asked, clinic) = (&whole.questions.questionnaire, whole.clinic_facts(library.facts()));
    html! {
        @if !asked.items.is_empty() || !asked.later.is_empty() || !clinic.is_empty() {
            details.questions open[whole.visit.state.code() == "arrived"] {
                summary { (words.t("visit-questions")) }
                form method="post" action=(format!("/console/visits/{}/answers", whole.visit.id)) {
                    (questions::fields(words, library, &asked.items, filled))
                    (questions::fields(words, library, &asked.later, filled))
                    @if !clinic.is_empty() {
                        h3 { (words.t("visit-questions-clinic")) }
                        @for fact in &clinic { (questions::of_clinic(words, library, fact, filled)) }
                    }
                    (Button { label: &words.t("visit-questions-save"), weight: Weight::Primary, sends: None })
                }
            }
        }
    }
}

fn verdict(desk: &Desk, whole: &Whole, item: &Item) -> Markup {
    let words = desk.words();
    let base = format!("/console/visits/{}/items/{}", whole.visit.id, item.id);
    html! {
        h3 { (words.t("visit-verdict")) }
        @match &whole.verdict {
            Some(verdict) => (reached(desk, verdict, &base)),
            None => p.hint { (words.t("visit-verdict-none")) },
        }
        form method="post" action=(format!("{base}/review")) {
            div.actions {
                (Button { label: &words.t("visit-verdict-again"), weight: Weight::Quiet, sends: None })
                @if whole.verdict.is_some() {
                    (LinkAction {
                        label: &words.t("visit-verdict-reasons"),
                        href: &format!("{base}/reasons"),
                        weight: Weight::Quiet,
                    })
                }
            }
        }
    }
}

fn reached(desk: &Desk, verdict: &Verdict, base: &str) -> Markup {
    let words = desk.words();
    let vocabulary = desk.web.app.world().library.facts();
    let open: Vec<&str> =
        verdict.missing.iter().filter_map(|id| vocabulary.get(id)).map(|fact| fact.short.get(desk.lang)).collect();
    html! {
        p { (Badge { tone: tone(verdict.headline()), label: &words.t(&format!("headline-{}", verdict.headline().code())) }) }
        @if !open.is_empty() { p { (words.with("visit-verdict-missing", &[("facts", &open.join(&words.t("list-comma")))])) } }
        ul.findings { @for finding in &verdict.findings { (found(desk, finding, base)) } }
        @if !verdict.set_aside.is_empty() {
            p.hint { (words.t("visit-verdict-set-aside")) }
            ul { @for finding in &verdict.set_aside { li { (finding.says.get(desk.lang)) } } }
        }
    }
}

fn found(desk: &Desk, finding: &Finding, base: &str) -> Markup {
    let words = desk.words();
    let until = finding.until.as_ref().map(|until| match until {
        Until::Date(day) => words.with("visit-until", &[("when", &when::date(desk.lang, *day))]),
        Until::Event(event) => words.with("visit-until", &[("when", event.get(desk.lang))]),
    });
    let open = desk.may(Physician::ROLES)
        && finding.override_by == OverrideBy::Physician
        && finding.headline > Headline::Caution;
    html! {
        li {
            (Badge { tone: tone(finding.headline), label: &words.t(&format!("headline-{}", finding.headline.code())) })
            " " (finding.says.get(desk.lang)) @if let Some(until) = until { " " (until) }
            p.hint {
                (finding.rule) " · " (words.t(&format!("confidence-{}", finding.confidence.code())))
                @for source in &finding.sources { " · " (source) }
            }
            @if open { (set_aside(desk, finding, base)) }
        }
    }
}

fn set_aside(desk: &Desk, finding: &Finding, base: &str) -> Markup {
    let words = desk.words();
    let name = format!("reason-{}", finding.rule);
    html! {
        details {
            summary { (words.t("visit-set-aside")) }
            form method="post" action=(format!("{base}/set-aside")) {
                input type="hidden" name="rule" value=(finding.rule);
                div.field {
                    label for=(name) { (words.t("visit-set-aside-reason")) }
                    textarea.width-full id=(name) name="reason" rows="2" required {}
                }
                (Button { label: &words.t("visit-set-aside-do"), weight: Weight::Quiet, sends: None })
            }
        }
    }
}

fn consent(desk: &Desk, whole: &Whole, protocol: &Protocol) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    html! {
        h3 { (words.t("visit-consent")) }
        @if let Some(consent) = &whole.consent {
            p { (Badge { tone: Tone::Cleared, label: &words.with("visit-consent-given", &[("when", &when::moment(desk.lang, zone, consent.given_at))]) }) }
        } @else if desk.may(Physician::ROLES) && matches!(whole.visit.state, VisitState::Arrived { .. }) {
            details {
                summary { (words.t("visit-consent-text")) }
                ul { @for point in &protocol.consent { li { (point.says.get(whole.visit.language)) } } }
            }
            form method="post" action=(format!("/console/visits/{}/consent", whole.visit.id)) {
                input type="hidden" name="language" value=(whole.visit.language.code());
                (Button { label: &words.t("visit-consent-do"), weight: Weight::Quiet, sends: None })
            }
        } @else { p.hint { (words.t("visit-consent-none")) } }
    }
}

fn release(desk: &Desk, whole: &Whole, item: &Item, protocol: &Protocol) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let action = format!("/console/visits/{}/items/{}/release", whole.visit.id, item.id);
    let here = matches!(whole.visit.state, VisitState::Arrived { .. });
    let choices: Vec<Choice<'_>> = protocol
        .indications
        .iter()
        .map(|one| Choice { value: one.id.as_str(), label: one.name.get(desk.lang), hint: None, pick: Pick::Open })
        .collect();
    let label = words.t("visit-indication");
    let field = Field { name: "indication", label: &label, hint: None, error: None, need: Need::Unmarked };
    html! {
        h3 { (words.t("visit-release")) }
        @match item.block {
            Block::Released { at, .. } => p { (Badge { tone: Tone::Cleared, label: &words.with("visit-released", &[("when", &when::moment(desk.lang, zone, at))]) }) },
            Block::Provisional if desk.may(Physician::ROLES) && here => {
                form method="post" action=(action) {
                    (SelectField { field, blank: None, choices: &choices })
                    (Button { label: &words.t("visit-release-do"), weight: Weight::Primary, sends: None })
                }
            },
            Block::Provisional => p.hint { (words.t("visit-release-waits")) },
            Block::Free => {},
        }
    }
}

fn session(desk: &Desk, whole: &Whole, item: &Item) -> Markup {
    let words = desk.words();
    let action = format!("/console/visits/{}/items/{}/session", whole.visit.id, item.id);
    html! {
        @if let Some(record) = &whole.record {
            (LinkAction { label: &words.t("visit-record-open"), href: &format!("/console/records/{}", record.id), weight: Weight::Primary })
        } @else if desk.may(Clinician::ROLES) && item.block.is_open() && item.block != Block::Free {
            form method="post" action=(action) {
                (Button { label: &words.t("visit-session-open"), weight: Weight::Primary, sends: None })
            }
        }
    }
}

const fn tone(headline: Headline) -> Tone {
    match headline {
        Headline::Cleared => Tone::Cleared,
        Headline::Caution | Headline::NeedsDoctor => Tone::Caution,
        Headline::Deferred | Headline::Contraindicated => Tone::Refusal,
    }
}
