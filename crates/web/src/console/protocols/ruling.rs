//! What the clinic's physicians ruled about single rules: shown to everybody who may read, offered to those who may rule.

use super::known;
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::look::action::{Button, Weight};
use crate::look::badge::{Badge, Tone};
use crate::when;
use app::actor::Physician;
use app::catalogue::{self, Ruled, Ruling};
use app::{AppError, Refusal, Work};
use axum::extract::Path;
use axum::response::Redirect;
use journey::evidence::Evidence;
use journey::protocol::Protocol;
use journey::screening::{Activation, Standing};
use journey::slug::RuleId;
use maud::{Markup, html};

/// How the rules of a version stand, and what was ruled to bring it about.
pub(super) struct Standings {
    activation: Activation,
    ruled: Vec<Ruled>,
}

/// Loads how the rules of a version stand.
pub(super) fn standings(work: &mut Work<'_, '_>, protocol: &Protocol) -> Result<Standings, AppError> {
    let ruled = catalogue::latest(work, protocol)?;
    Ok(Standings { activation: catalogue::activation(work, protocol)?, ruled })
}

/// How one rule stands, who ruled so, and the form to rule.
pub(super) fn standing(
    desk: &Desk,
    protocol: &Protocol,
    standings: &Standings,
    rule: &RuleId,
    evidence: &Evidence,
) -> Markup {
    let words = desk.words();
    let standing = standings.activation.standing(rule, evidence);
    let ruled = standings.ruled.iter().find(|one| &one.rule == rule);
    let offers = offers(standing, ruled);
    html! {
        @if standing != Standing::Stands {
            p { (Badge { tone: Tone::Caution, label: &words.t(&format!("standing-{}", standing.code())) }) }
        }
        @if let Some(ruled) = ruled { (who(desk, ruled)) }
        @if evidence.acts() && !offers.is_empty() && desk.may(Physician::ROLES) {
            details.on-screen {
                summary { (words.t("ruling-rule")) }
                form method="post" action={ "/console/protocols/" (protocol.id) "/rules" } {
                    input type="hidden" name="hash" value=(protocol.hash);
                    input type="hidden" name="rule" value=(rule);
                    p.field {
                        label for={ "reason-" (rule) } { (words.t("ruling-reason")) }
                        input id={ "reason-" (rule) } name="reason" type="text" autocomplete="off";
                    }
                    div.actions {
                        @for one in offers {
                            (Button {
                                label: &words.t(&format!("ruling-{}-do", one.code())),
                                weight: Weight::Quiet,
                                sends: Some(("ruling", one.code())),
                            })
                        }
                    }
                }
            }
        }
    }
}

fn offers(standing: Standing, ruled: Option<&Ruled>) -> Vec<Ruling> {
    let open = match standing {
        Standing::AwaitsApproval => Some(Ruling::Approved),
        Standing::SourcesConflict => Some(Ruling::Decided),
        Standing::Stands => None,
    };
    open.into_iter().chain(ruled.map(|_| Ruling::Withdrawn)).collect()
}

fn who(desk: &Desk, ruled: &Ruled) -> Markup {
    let words = desk.words();
    let at = when::moment(desk.lang, &desk.web.app.world().zone, ruled.at);
    html! {
        p.hint {
            (words.with(&format!("ruling-{}-by", ruled.ruling.code()), &[("name", &ruled.name), ("at", &at)]))
            @if !ruled.reason.is_empty() { (words.t("list-gap")) (ruled.reason) }
        }
    }
}

/// The one step for a physician who has read everything: every rule that awaits approval, each on record by name.
pub(super) fn approve_all(desk: &Desk, protocol: &Protocol, standings: &Standings) -> Markup {
    let words = desk.words();
    let awaits = |(rule, evidence): &(&RuleId, &Evidence)| {
        standings.activation.standing(rule, evidence) == Standing::AwaitsApproval
    };
    let open = protocol.all_gated().filter(awaits).count();
    html! {
        @if open > 0 && desk.may(Physician::ROLES) {
            section.on-screen {
                h2 { (words.t("ruling-all-title")) }
                p { (words.count("ruling-all-note", i64::try_from(open).unwrap_or(i64::MAX))) }
                form method="post" action={ "/console/protocols/" (protocol.id) "/rules" } {
                    input type="hidden" name="hash" value=(protocol.hash);
                    (Button { label: &words.t("ruling-all-do"), weight: Weight::Quiet, sends: None })
                }
            }
        }
    }
}

/// Takes a ruling about one rule, or the approval of all that await it. Another version that came since is not meant.
pub(super) async fn rule(desk: Desk, Path(id): Path<String>, filled: Filled) -> Result<Redirect, Failure> {
    let protocol = known(&desk, &id).map_err(|error| desk.fail(error))?.clone();
    desk.write(move |work| {
        work.actor.physician()?;
        if filled.get("hash") != protocol.hash.to_string() {
            return Err(Refusal::NotFound.into());
        }
        let Some(rule) = filled.some("rule") else { return catalogue::approve_rules(work, &protocol).map(drop) };
        let rule = RuleId::parse(rule).map_err(|_| Refusal::NotFound)?;
        let ruling = Ruling::parse(filled.get("ruling")).ok_or(Refusal::NotFound)?;
        catalogue::rule_on(work, &protocol, &rule, ruling, filled.get("reason"))
    })
    .await?;
    Ok(Redirect::to(&format!("/console/protocols/{id}")))
}
