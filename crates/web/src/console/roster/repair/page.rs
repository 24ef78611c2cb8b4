use super::form::{CALL, choice_of, is_of_the_change, shown_of, written, written_move};
use super::picture::picture;
use super::{News, words};
use crate::console::Desk;
use crate::console::roster::Subject;
use crate::console::roster::subject::address;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::Tone;
use crate::look::field::{Choice, Field, Need, Pick, SelectField};
use crate::look::notice::Notice;
use app::roster::repair::{Move, Placement, Proposal, Proposed};
use maud::{Markup, Render, html};

/// A proposal: the picture, what each visit becomes and why, and a choice for each.
pub(super) fn page(desk: &Desk, subject: &Subject, filled: &Filled, proposal: &Proposal, news: News) -> Markup {
    let words = desk.words();
    let title = words.with("repair-title", &[("name", &subject.name)]);
    let placed = proposal.visits.iter().filter(|one| matches!(one.placement, Placement::Moved(..))).count();
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let content = html! {
        h1 { (title) }
        (self::news(desk, proposal, news))
        @if proposal.visits.is_empty() { p.lead { (words.t("roster-effect-none")) } }
        @else {
            p.lead { (words.count("repair-placed", count(placed))) }
            @let left = proposal.visits.len() - placed;
            @if left > 0 { p { (words.count("repair-left", count(left))) } }
            p { (self::words::bound(desk, proposal.bound)) }
            @if let Some(one) = alike(proposal) { p { (missing(desk, one)) } }
            (picture(desk, proposal))
        }
        form method="post" action={ (address(subject)) "/repair" } {
            @for (name, value) in filled.pairs().filter(|(name, _)| is_of_the_change(name)) {
                input type="hidden" name=(name) value=(value);
            }
            input type="hidden" name="request" value=(desk.web.app.token().reveal());
            ol.moved { @for (number, one) in (1_u32..).zip(&proposal.visits) { (line(desk, number, one, alike(proposal).is_none().then(|| missing(desk, one)))) } }
            p.hint { (words.t("repair-hint")) }
            (actions(&[
                &Button { label: &words.t("repair-keep"), weight: Weight::Primary, sends: Some(("step", "keep")) },
                &Button { label: &words.t("repair-again"), weight: Weight::Quiet, sends: Some(("step", "again")) },
            ]))
        }
        p { a href=(address(subject)) { (words.t("roster-leave")) } }
    };
    console(desk, &ConsolePage { name: "roster", title: &title }, content)
}

fn news(desk: &Desk, proposal: &Proposal, news: News) -> Markup {
    let words = desk.words();
    match news {
        News::None => html! {},
        News::Edited => {
            let body = html! { p { (words.t("repair-edited-note")) } };
            Notice { tone: Tone::Information, title: &words.t("repair-edited"), body }.render()
        }
        News::Overtaken(visit) => {
            let whose = proposal.visits.iter().find(|one| one.affected.visit.id == visit);
            let name = whose.map(|one| one.affected.patient.full_name());
            let body = html! {
                @if let Some(name) = name { p { (words.with("repair-overtaken-whose", &[("name", &name)])) } }
                p { (words.t("repair-overtaken-note")) }
            };
            Notice { tone: Tone::Caution, title: &words.t("refusal-repair-overtaken"), body }.render()
        }
    }
}

/// Any of the visits, where the same is missing for all.
fn alike(proposal: &Proposal) -> Option<&Proposed> {
    let (first, rest) = proposal.visits.split_first()?;
    rest.iter().all(|one| one.affected.missing == first.affected.missing).then_some(first)
}

fn missing(desk: &Desk, one: &Proposed) -> String {
    let missing: Vec<&str> = one.affected.missing.iter().map(|name| name.get(desk.lang)).collect();
    desk.words().with("repair-missing", &[("who", &missing.join(&desk.words().t("list-comma")))])
}

fn line(desk: &Desk, number: u32, one: &Proposed, missing: Option<String>) -> Markup {
    let words = desk.words();
    let visit = &one.affected.visit;
    let comma = words.t("list-comma");
    html! {
        li {
            span.moved-number { (number) }
            div {
                p { a href=(format!("/console/visits/{}", visit.id)) { (one.affected.patient.full_name()) } }
                p.moved-times {
                    @let before = self::words::moment(desk, visit.starts);
                    @match &one.placement {
                        Placement::Moved(place, _) => {
                            @if place.starts != visit.starts {
                                span.unseen { (words.t("repair-was")) }
                                s { (before) }
                                span aria-hidden="true" { "→" }
                                span.unseen { (words.t("repair-becomes")) }
                            }
                            strong { (self::words::moment(desk, place.starts)) }
                            span { (place.people.iter().map(|name| name.get(desk.lang)).collect::<Vec<_>>().join(&comma)) }
                        }
                        Placement::ToCall(_) => { span { (before) } strong { (words.t("repair-to-call")) } }
                    }
                }
                p.reasons {
                    @match &one.placement {
                        Placement::Moved(_, reasons) => (self::words::reasons(desk, reasons)),
                        Placement::ToCall(why) => (self::words::hindrance(desk, *why)),
                    }
                }
                @if let Some(missing) = missing { p.reasons { (missing) } }
            }
            (choice(desk, one))
        }
    }
}

/// What the page shows for a visit, what else there is, and what the form carries of it.
fn choice(desk: &Desk, one: &Proposed) -> Markup {
    let (words, visit) = (desk.words(), &one.affected.visit);
    let mut choices: Vec<(String, String)> = Vec::new();
    let mut carried = None;
    if let Placement::Moved(place, _) = &one.placement {
        let label = words.with("repair-choice-keep", &[("when", &self::words::moment(desk, place.starts))]);
        choices.push((written(place.starts, place.who), label));
        let lanes = place.lanes.clone();
        carried = Some(Move { visit: visit.id, version: visit.version, starts: place.starts, lanes });
    }
    let shown = choices.first().map_or_else(|| CALL.to_owned(), |(value, _)| value.clone());
    for other in &one.alternatives {
        let label = format!("{} {}", self::words::moment(desk, other.starts), other.name.get(desk.lang));
        choices.push((written(other.starts, other.who), label));
    }
    choices.push((CALL.to_owned(), words.t("repair-choice-call")));
    let pick = |value: &str| if value == shown { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        choices.iter().map(|(value, label)| Choice { value, label, hint: None, pick: pick(value) }).collect();
    let label = words.with("repair-choice", &[("name", &one.affected.patient.full_name())]);
    let name = choice_of(visit.id);
    let field = Field { name: &name, label: &label, hint: None, error: None, need: Need::Unmarked };
    html! {
        (SelectField { field, blank: None, choices: &choices })
        input type="hidden" name="visit" value=(visit.id);
        input type="hidden" name=(shown_of(visit.id)) value=(shown);
        @if let Some(carried) = &carried { input type="hidden" name="move" value=(written_move(carried)); }
    }
}
