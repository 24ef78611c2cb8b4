use super::{back, load, show, visit_id};
use crate::answers;
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use app::screening;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

/// Takes down what a patient answers at the desk or on the telephone.
pub(super) async fn send(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Response, Failure> {
    let id = visit_id(&desk, &text)?;
    let whole = desk.write(move |work| load(work, id)).await?;
    let world = desk.web.app.world();
    let today = world.date_of(desk.web.app.now());
    let (mut facts, mistakes) = answers::read(&filled, &whole.questions.questionnaire, world.library.facts(), today);
    facts.merge(&answers::read_clinic(&filled, &whole.clinic_facts(world.library.facts()), today));
    if !mistakes.is_empty() {
        let said = desk.words().t("field-answer");
        let page = show::page(&desk, &whole, &filled, Some(&said));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let patient = whole.patient.id;
    desk.write(move |work| screening::answer(work, patient, Some(id), &facts)).await?;
    Ok(back(id).into_response())
}
