use super::cover::Cover;
use super::own::protocol_of;
use super::private::Private;
use super::{result, symptoms};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::look::action::{Button, LinkAction, Weight, actions};
use crate::look::badge::Tone;
use crate::look::field::{Field, Need, PassageField};
use crate::look::notice::Notice;
use app::Refusal;
use app::recovery::{self, CheckIn};
use app::session::Record;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use journey::protocol::Protocol;
use journey::recovery::{Asked, Symptom, Tier, symptoms as asked_about};
use maud::{Markup, html};

/// The most that is kept of what somebody writes.
const LONGEST: usize = 2000;

/// A check-in with the session and the protocol behind it.
pub(super) struct Following<'a> {
    pub check_in: &'a CheckIn,
    pub record: &'a Record,
    pub protocol: &'a Protocol,
}

/// One of the person's own check-ins; whatever belongs to somebody else is not there.
fn find<'a>(private: &'a Private, id: &str) -> Option<Following<'a>> {
    let check_in = private.own.check_in(id)?;
    let record = private.own.session(check_in.record)?;
    Some(Following { check_in, record, protocol: protocol_of(&private.world().library, &record.protocol)? })
}

fn missing(private: &Private) -> Failure {
    private.guest.fail(Refusal::NotFound.into())
}

/// One check-in: its form once it is due, its result once it was answered.
pub(super) async fn show(
    private: Private,
    Path((_, _, id)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let following = find(&private, &id).ok_or_else(|| missing(&private))?;
    let check_in = following.check_in;
    if check_in.triage.is_none() {
        let due = check_in.due_at <= private.now();
        return Ok(if due {
            form(&private, &following).into_response()
        } else {
            Redirect::to(&private.to("recovery")).into_response()
        });
    }
    if let Some(open) = again(&following)
        && tier(check_in) <= Tier::Tier1
    {
        return Ok(ask_again(&private, &following, &open).into_response());
    }
    let cover = Cover::load(&private, check_in).await?;
    Ok(result::page(&private, &following, &cover).into_response())
}

fn tier(check_in: &CheckIn) -> Tier {
    check_in.triage.as_ref().map_or(Tier::Tier0, |triage| triage.tier)
}

/// What is put a second time: decisive questions that stayed blank the first time.
pub(super) fn again<'a>(following: &Following<'a>) -> Option<Vec<&'a Symptom>> {
    let (answers, triage) = (following.check_in.answers.as_ref()?, following.check_in.triage.as_ref()?);
    let open: Vec<&Symptom> = triage.ask_again.iter().filter_map(|id| following.protocol.symptom(id)).collect();
    (answers.asked == Asked::Once && !open.is_empty()).then_some(open)
}

fn form(private: &Private, following: &Following<'_>) -> Markup {
    let words = private.words();
    let title = words.with("my-check-in-title", &[("day", &following.check_in.day.to_string())]);
    let all: Vec<&Symptom> = asked_about(following.protocol).iter().collect();
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("my-check-in-lead")) }
        p.hint { (words.with("my-check-in-call", &[("phone", private.phone())])) }
        form method="post" action=(private.to(&format!("recovery/{}", following.check_in.id))) {
            (symptoms::fields(words, &all))
            (free_text(private))
            (actions(&[&Button { label: &words.t("my-check-in-send"), weight: Weight::Primary, sends: None }]))
        }
    };
    private.page(&title, content)
}

fn free_text(private: &Private) -> Markup {
    let words = private.words();
    let (label, hint, optional) = (words.t("my-free-text"), words.t("my-free-text-hint"), words.t("details-optional"));
    let field =
        Field { name: "free-text", label: &label, hint: Some(&hint), error: None, need: Need::Optional(&optional) };
    html! { (PassageField { field, rows: 3, value: "" }) }
}

fn ask_again(private: &Private, following: &Following<'_>, open: &[&Symptom]) -> Markup {
    let words = private.words();
    let title = words.t("my-again-title");
    let content = html! {
        h1 { (title) }
        (Notice { tone: Tone::Information, title: &words.t("my-again-notice"), body: html! { p { (words.t("my-again-says")) } } })
        (again_form(private, following, open))
        p { a href=(private.to("recovery")) { (words.t("my-back-recovery")) } }
    };
    private.page(&title, content)
}

/// The open questions once more, with the earlier answers kept.
pub(super) fn again_form(private: &Private, following: &Following<'_>, open: &[&Symptom]) -> Markup {
    let words = private.words();
    let check_in = following.check_in;
    html! {
        form method="post" action=(private.to(&format!("recovery/{}", check_in.id))) {
            input type="hidden" name="asked" value="again";
            @if let Some(earlier) = &check_in.answers {
                (symptoms::kept(&earlier.answers))
                input type="hidden" name="free-text" value=(earlier.free_text);
            }
            (symptoms::fields(words, open))
            (actions(&[&Button { label: &words.t("my-check-in-send"), weight: Weight::Primary, sends: None }]))
        }
    }
}

/// Takes the answers; the rules judge them at once, and the result is the next page.
pub(super) async fn save(
    private: Private,
    Path((_, _, id)): Path<(String, String, String)>,
    filled: Filled,
) -> Result<Response, Failure> {
    let following = find(&private, &id).ok_or_else(|| missing(&private))?;
    let back = private.to(&format!("recovery/{}", following.check_in.id));
    let asked = if filled.get("asked") == "again" { Asked::Again } else { Asked::Once };
    let repeated = following.check_in.triage.is_some() && (asked == Asked::Once || again(&following).is_none());
    if repeated || following.check_in.due_at > private.now() {
        return Ok(Redirect::to(&back).into_response());
    }
    let check_in = following.check_in.id;
    let answers = symptoms::read(asked_about(following.protocol), &filled);
    let free_text: String = filled.get("free-text").chars().take(LONGEST).collect();
    private.write(move |work, _, _| recovery::answer(work, check_in, answers.clone(), &free_text, asked)).await?;
    Ok(Redirect::to(&back).into_response())
}

/// The way back from a result.
pub(super) fn ways_on(private: &Private) -> Markup {
    let words = private.words();
    html! {
        (actions(&[
            &LinkAction { label: &words.t("my-place-aftercare"), href: &private.to("aftercare"), weight: Weight::Quiet },
            &LinkAction { label: &words.t("my-back-recovery"), href: &private.to("recovery"), weight: Weight::Inline },
        ]))
    }
}
