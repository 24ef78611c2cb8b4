//! What healing looks like, what must alarm us, and what result is expected.

use super::condition::{depth, of_signs};
use super::evidence::support;
use super::measure::period;
use super::rules::Statement;
use crate::console::Desk;
use crate::console::chart::story::tier;
use journey::protocol::Protocol;
use journey::recovery::{Curve, Flag, NextSession, SignClass, Window};
use maud::{Markup, html};

/// What raises a tier.
pub(super) fn flags<'a>(desk: &Desk, protocol: &'a Protocol) -> Vec<Statement<'a>> {
    protocol.recovery.flags.iter().map(|flag| one_flag(desk, protocol, flag)).collect()
}

fn one_flag<'a>(desk: &Desk, protocol: &Protocol, flag: &'a Flag) -> Statement<'a> {
    let words = desk.words();
    let when = of_signs(words, protocol, &flag.when);
    let mut lines = vec![words.with("rule-when", &[("condition", &when)])];
    lines.extend(window(desk, flag.window));
    lines.push(class(desk, flag.class));
    lines.push(words.with("flag-advice", &[("advice", flag.advice.get(desk.lang))]));
    if flag.next_session == NextSession::Frozen {
        lines.push(words.t("flag-freezes"));
    }
    Statement {
        id: flag.id.as_str(),
        badge: Some(tier(desk, flag.tier)),
        says: &flag.says,
        lines,
        support: support(words, &protocol.sources, &flag.evidence),
        standing: None,
    }
}

/// Whether a sign is a part of healing or something that went wrong.
pub(in crate::console) fn class(desk: &Desk, class: SignClass) -> String {
    match class {
        SignClass::Expected => desk.words().t("sign-expected"),
        SignClass::AdverseEvent => desk.words().t("sign-adverse-event"),
        SignClass::NonResponse => desk.words().t("sign-non-response"),
    }
}

fn window(desk: &Desk, window: Window) -> Option<String> {
    let words = desk.words();
    match (window.from_hour, window.to_hour) {
        (None, None) => None,
        (Some(from), None) => Some(words.with("window-from", &[("from", &from.to_string())])),
        (None, Some(to)) => Some(words.with("window-to", &[("to", &to.to_string())])),
        (Some(from), Some(to)) => {
            Some(words.with("window-between", &[("from", &from.to_string()), ("to", &to.to_string())]))
        }
    }
}

/// The expected course of each symptom; where nothing is known the page says so.
pub(super) fn expected(desk: &Desk, protocol: &Protocol) -> Markup {
    let words = desk.words();
    html! {
        section {
            h2 { (words.t("protocol-expected")) }
            @if protocol.recovery.expected.is_empty() { p { (words.t("protocol-expected-none")) } }
            ol.statements { @for curve in &protocol.recovery.expected { li { (one_curve(desk, protocol, curve)) } } }
        }
    }
}

fn one_curve(desk: &Desk, protocol: &Protocol, curve: &Curve) -> Markup {
    let words = desk.words();
    let asked = protocol.symptom(&curve.symptom).map_or(curve.symptom.as_str(), |one| one.ask.get(desk.lang));
    html! {
        div {
            p { (asked) }
            @if let Some(range) = &curve.depth { p.hint { (depth(words, range)) } }
            @for phase in &curve.phases {
                p.hint {
                    (words.with("protocol-phase", &[
                        ("first", &phase.first.to_string()),
                        ("last", &phase.last.to_string()),
                        ("usual", &words.t(&format!("severity-word-{}", phase.usual.code()))),
                        ("upper", &words.t(&format!("severity-word-{}", phase.upper.code()))),
                    ]))
                }
            }
        }
        div.support { (support(words, &protocol.sources, &curve.evidence)) }
    }
}

/// What result is expected after how many sessions, and when to come back.
pub(super) fn results(desk: &Desk, protocol: &Protocol) -> Markup {
    let words = desk.words();
    html! {
        section {
            h2 { (words.t("protocol-results")) }
            @if protocol.outcome.is_empty() { p { (words.t("response-no-evidence-says")) } }
            ol.statements {
                @for one in &protocol.outcome {
                    li {
                        div {
                            p { (aim(desk, protocol, one.indication.as_str())) (desk.words().t("list-gap")) (one.definition.get(desk.lang)) }
                            p.hint {
                                (words.with("protocol-response", &[
                                    ("sessions", &one.after_sessions.to_string()),
                                    ("points", &one.improvement.to_string()),
                                    ("scale", scale(desk, protocol, one.scale.as_str())),
                                ]))
                            }
                        }
                        div.support { (support(words, &protocol.sources, &one.evidence)) }
                    }
                }
                @if let Some(one) = &protocol.maintenance {
                    li {
                        div {
                            p { (one.says.get(desk.lang)) }
                            p.hint {
                                (words.with("protocol-maintenance", &[
                                    ("from", &period(words, one.from)), ("to", &period(words, one.to)),
                                ]))
                            }
                        }
                        div.support { (support(words, &protocol.sources, &one.evidence)) }
                    }
                }
            }
        }
    }
}

fn aim<'a>(desk: &Desk, protocol: &'a Protocol, id: &'a str) -> &'a str {
    protocol.indications.iter().find(|one| one.id.as_str() == id).map_or(id, |one| one.name.get(desk.lang))
}

fn scale<'a>(desk: &Desk, protocol: &'a Protocol, id: &'a str) -> &'a str {
    protocol.scales.iter().find(|one| one.id.as_str() == id).map_or(id, |one| one.name.get(desk.lang))
}
