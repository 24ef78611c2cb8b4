//! A protocol as a physician reviews and signs it.

use super::evidence::{reference, support};
use super::list::approved;
use super::measure::{period, zones};
use super::ruling::{self, Standings};
use super::{Approved, rules, short, signs};
use crate::console::Desk;
use crate::frame::{self, ConsolePage};
use crate::look::action::{Button, Weight, actions};
use crate::look::definition::Definitions;
use app::actor::Physician;
use journey::course::Indication;
use journey::evidence::Source;
use journey::protocol::Protocol;
use maud::{Markup, html};

pub(super) fn page(desk: &Desk, protocol: &Protocol, approval: Option<&Approved>, standings: &Standings) -> Markup {
    let words = desk.words();
    let title = protocol.name.get(desk.lang);
    let library = &desk.web.app.world().library;
    let screening = rules::screening(desk, library, protocol, standings);
    let spacing = rules::spacing(desk, library, protocol);
    let bounds = rules::bounds(desk, library, protocol, standings);
    let content = html! {
        h1 { (title) }
        p.lead { (protocol.summary.get(desk.lang)) }
        (head(desk, protocol, approval))
        (disclosures(desk, protocol))
        (indications(desk, protocol))
        (rules::section(desk, &words.t("protocol-screening"), &screening))
        (rules::section(desk, &words.t("protocol-spacing"), &spacing))
        (mechanical(desk, protocol))
        (rules::section(desk, &words.t("protocol-bounds"), &bounds))
        (signs::expected(desk, protocol))
        (rules::section(desk, &words.t("protocol-flags"), &signs::flags(desk, protocol)))
        (signs::results(desk, protocol))
        (consent(desk, protocol))
        (sources(desk, &protocol.sources))
        (ruling::approve_all(desk, protocol, standings))
        (approve_form(desk, protocol, approval))
    };
    frame::console(desk, &ConsolePage { name: "protocol", title }, content)
}

fn head(desk: &Desk, protocol: &Protocol, approval: Option<&Approved>) -> Markup {
    let words = desk.words();
    let hash = protocol.hash.to_string();
    html! {
        (Definitions { items: &[
            (&words.t("clinical-version"), html! { code title=(hash) { (short(&hash)) } }),
            (&words.t("protocols-status"), html! { (words.t(&format!("protocol-status-{}", protocol.status.code()))) }),
            (&words.t("protocols-approval"), approved(desk, approval)),
        ] })
    }
}

fn disclosures(desk: &Desk, protocol: &Protocol) -> Markup {
    let words = desk.words();
    html! {
        @if let Some(said) = &protocol.disclosures {
            section {
                h2 { (words.t("protocol-disclosures")) }
                ul {
                    @for one in [&said.unapproved, &said.obtained, &said.equivalent, &said.overseas, &said.relief] {
                        li { (one.get(desk.lang)) }
                    }
                }
            }
        }
    }
}

fn indications(desk: &Desk, protocol: &Protocol) -> Markup {
    let words = desk.words();
    html! {
        section {
            h2 { (words.t("protocol-indications")) }
            ol.statements {
                @for aim in &protocol.indications {
                    li { (indication(desk, aim)) div.support { (indication_support(desk, protocol, aim)) } }
                }
            }
        }
    }
}

fn indication(desk: &Desk, aim: &Indication) -> Markup {
    let words = desk.words();
    let (count, interval) = (aim.sessions.value, aim.interval.value);
    let latest = interval.latest.map_or_else(|| words.t("course-no-latest"), |latest| period(words, latest));
    html! {
        div {
            p { strong { (aim.name.get(desk.lang)) } }
            p.hint { (words.with("rule-zones", &[
                ("zones", &zones(words, &desk.web.app.world().library, &aim.zones)),
            ])) }
            p.hint { (words.with("protocol-sessions", &[
                ("usual", &count.usual.to_string()), ("min", &count.min.to_string()), ("max", &count.max.to_string()),
            ])) }
            p.hint { (words.with("protocol-interval", &[
                ("floor", &period(words, interval.floor)), ("ideal", &period(words, interval.ideal)), ("latest", &latest),
            ])) }
        }
    }
}

fn indication_support(desk: &Desk, protocol: &Protocol, aim: &Indication) -> Markup {
    let words = desk.words();
    html! {
        p.hint { (words.t("protocol-support-sessions")) }
        (support(words, &protocol.sources, &aim.sessions.evidence))
        p.hint { (words.t("protocol-support-interval")) }
        (support(words, &protocol.sources, &aim.interval.evidence))
    }
}

/// What the devices can do at all; kept apart from what a label or the clinic allows.
fn mechanical(desk: &Desk, protocol: &Protocol) -> Markup {
    let words = desk.words();
    let limits = protocol.products.iter().flat_map(|product| product.limits.iter().map(move |limit| (product, limit)));
    let rows: Vec<Markup> = limits
        .map(|(product, limit)| {
            let range = super::measure::range(words, Some(limit.value.min), limit.value.max);
            html! {
                div { p { (product.name.get(desk.lang)) (desk.words().t("list-gap")) (range) } }
                div.support { (support(words, &protocol.sources, &limit.evidence)) }
            }
        })
        .collect();
    html! {
        @if !rows.is_empty() {
            section { h2 { (words.t("bounds-mechanical")) } ol.statements { @for row in &rows { li { (row) } } } }
        }
    }
}

fn consent(desk: &Desk, protocol: &Protocol) -> Markup {
    html! {
        @if !protocol.consent.is_empty() {
            section {
                h2 { (desk.words().t("protocol-consent")) }
                ul { @for point in &protocol.consent { li { (point.says.get(desk.lang)) } } }
            }
        }
    }
}

fn sources(desk: &Desk, sources: &[Source]) -> Markup {
    html! {
        section {
            h2 { (desk.words().t("protocol-sources")) }
            ol { @for source in sources { li { (reference(source)) } } }
        }
    }
}

fn approve_form(desk: &Desk, protocol: &Protocol, approval: Option<&Approved>) -> Markup {
    let words = desk.words();
    html! {
        @if approval.is_none() && desk.may(Physician::ROLES) {
            section.on-screen {
                h2 { (words.t("protocol-approve-title")) }
                p { (words.t("protocol-approve-note")) }
                form method="post" action={ "/console/protocols/" (protocol.id) "/approve" } {
                    input type="hidden" name="hash" value=(protocol.hash);
                    (actions(&[&Button { label: &words.t("protocol-approve"), weight: Weight::Primary, sends: None }]))
                }
            }
        }
    }
}
