//! One check-in: asked by telephone, or read as it was answered.

use super::asked;
use crate::console::Desk;
use crate::console::chart::next::treatment;
use crate::console::chart::story::tier;
use crate::console::protocols::condition::answered;
use crate::console::protocols::signs::class;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{self, ConsolePage, dial};
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::Tone;
use crate::look::contact::Telephone;
use crate::look::definition::Definitions;
use crate::look::notice::Notice;
use crate::look::tree::Reasons;
use crate::web::Web;
use crate::when;
use app::audit::{self, Object};
use app::identity::{self, Patient};
use app::recovery::{self, CheckIn};
use app::{AppError, Refusal, Work, session};
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Redirect;
use axum::routing::get;
use journey::id::CheckInId;
use journey::protocol::Protocol;
use journey::recovery::{Asked, CheckInAnswers, Explanation, Triage};
use journey::slug::ProtocolId;
use maud::{Markup, html};
use serde::Deserialize;

pub(super) fn routes() -> Router<Web> {
    Router::new().route("/console/check-ins/{check_in}", get(show).post(answer))
}

/// Whether the open questions are put a second time.
#[derive(Default, Deserialize)]
struct Round {
    #[serde(default)]
    asked: String,
}

struct Call {
    check_in: CheckIn,
    patient: Patient,
    phone: String,
    protocol: Protocol,
    reasons: Option<Explanation>,
}

fn load(work: &mut Work<'_, '_>, id: CheckInId) -> Result<Call, AppError> {
    work.actor.clinician()?;
    let check_in = recovery::check_in(work, id)?;
    let patient = identity::by_id(work, check_in.patient)?;
    let object = Object { entity: "recovery_check_in", id: id.uuid(), patient: Some(patient.id) };
    audit::note(work, "recovery.read", object)?;
    let protocol = session::record(work, check_in.record)?.protocol;
    let known = ProtocolId::parse(&protocol).map_err(|_| Refusal::NotFound)?;
    let protocol = work.world.library.get(&known).ok_or(Refusal::NotFound)?.clone();
    let phone = identity::contact_of(work, patient.id)?.map(|contact| contact.phone).unwrap_or_default();
    let reasons = recovery::reasons(work, id)?;
    Ok(Call { check_in, patient, phone, protocol, reasons })
}

async fn show(desk: Desk, Path(id): Path<CheckInId>, Query(round): Query<Round>) -> Result<Markup, Failure> {
    let call = desk.write(move |work| load(work, id)).await?;
    let again = round.asked == "again" && call.check_in.answers.as_ref().is_some_and(|one| one.asked == Asked::Once);
    Ok(match (&call.check_in.triage, again) {
        (Some(triage), false) => page(&desk, &call, judged(&desk, &call, triage)),
        (Some(triage), true) => page(&desk, &call, form(&desk, &call, Some(triage))),
        (None, _) => page(&desk, &call, form(&desk, &call, None)),
    })
}

async fn answer(desk: Desk, Path(id): Path<CheckInId>, filled: Filled) -> Result<Redirect, Failure> {
    let call = desk.write(move |work| load(work, id)).await?;
    let answers = asked::read(&filled, &call.protocol);
    let asked = if filled.get("asked") == "again" { Asked::Again } else { Asked::Once };
    let text = filled.get("free_text").to_owned();
    let judged = desk.write(move |work| recovery::answer(work, id, answers.clone(), &text, asked)).await?;
    let round = if judged.ask_again.is_empty() { "" } else { "?asked=again" };
    Ok(Redirect::to(&format!("/console/check-ins/{id}{round}")))
}

fn page(desk: &Desk, call: &Call, body: Markup) -> Markup {
    let words = desk.words();
    let title = words.with("call-title", &[("name", &call.patient.full_name())]);
    let (who, follows, due, phone) =
        (words.t("clinical-patient"), words.t("recovery-follows"), words.t("recovery-due"), words.t("chart-phone"));
    let dialled = dial(&call.phone);
    let content = html! {
        h1 { (title) }
        (Definitions { items: &[
            (&who, html! { a href={ "/console/patients/" (call.patient.id) } { (call.patient.full_name()) } }),
            (&follows, html! {
                (treatment(desk, call.protocol.id.as_str())) (desk.words().t("list-gap")) (words.count("chart-check-in", call.check_in.day))
            }),
            (&due, html! { (when::moment(desk.lang, &desk.web.app.world().zone, call.check_in.due_at)) }),
            (&phone, html! {
                @if call.phone.is_empty() { (words.t("chart-unknown")) }
                @else { (Telephone { dial: &dialled, shown: &call.phone }) }
            }),
        ] })
        (body)
    };
    frame::console(desk, &ConsolePage { name: "check-in", title: &title }, content)
}

fn form(desk: &Desk, call: &Call, triage: Option<&Triage>) -> Markup {
    let words = desk.words();
    let known = call.check_in.answers.as_ref();
    let open = triage.map_or(&[][..], |triage| &triage.ask_again);
    let asked = if triage.is_some() { "again" } else { "once" };
    html! {
        section {
            h2 { (words.t("call-questions")) }
            @if triage.is_some() {
                (Notice {
                    tone: Tone::Caution,
                    title: &words.t("call-again-title"),
                    body: html! { p { (words.t("call-again")) } },
                })
            } @else { p { (words.t("call-intro")) } }
            form.clinical-form method="post" action={ "/console/check-ins/" (call.check_in.id) } {
                input type="hidden" name="asked" value=(asked);
                (asked::fields(desk, &call.protocol, known, open))
                (actions(&[&Button { label: &words.t("call-send"), weight: Weight::Primary, sends: None }]))
            }
        }
    }
}

fn judged(desk: &Desk, call: &Call, triage: &Triage) -> Markup {
    let words = desk.words();
    html! {
        section {
            h2 { (words.t("call-result")) }
            p { (tier(desk, triage.tier)) }
            @if triage.findings.is_empty() { p { (words.t("call-nothing-found")) } }
            @for found in &triage.findings {
                p { (found.says.get(desk.lang)) }
                p.hint { (class(desk, found.class)) " " (words.with("flag-advice", &[("advice", found.advice.get(desk.lang))])) }
            }
            p { a href="/console/recovery" { (words.t("call-to-inbox")) } }
        }
        @if let Some(answers) = &call.check_in.answers { (given(desk, call, answers)) }
        @if let Some(reasons) = &call.reasons {
            section { h2 { (words.t("call-reasons")) } (Reasons(&reasons.tree(desk.lang))) }
        }
    }
}

fn given(desk: &Desk, call: &Call, answers: &CheckInAnswers) -> Markup {
    let words = desk.words();
    let items: Vec<(&str, Markup)> = call
        .protocol
        .recovery
        .symptoms
        .iter()
        .map(|symptom| {
            let said = answers.answers.get(&symptom.id).map(|answer| answered(words, *answer));
            let said = said.unwrap_or_else(|| words.t("call-unanswered"));
            (symptom.ask.get(desk.lang), html! { (said) })
        })
        .collect();
    html! {
        section {
            h2 { (words.t("call-answers")) }
            (Definitions { items: &items })
            @if !answers.free_text.is_empty() {
                h3 { (words.t("call-free-text")) }
                p { (answers.free_text) }
            }
        }
    }
}
