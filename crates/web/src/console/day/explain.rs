use crate::console::Desk;
use crate::failure::Failure;
use app::booking::{Obstacle, explain, visit};
use app::roster::ResourceKind;
use axum::extract::Query;
use jiff::{SignedDuration, Timestamp};
use journey::id::VisitId;
use serde::Deserialize;

/// A question of the day grid: may this visit go there?
#[derive(Deserialize)]
pub(super) struct Asked {
    visit: String,
    practitioner: String,
    at: i64,
}

/// Answers in one line why not; an empty answer means that it may.
pub(super) async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<String, Failure> {
    let Ok(id) = asked.visit.parse::<VisitId>() else { return Ok(String::new()) };
    let obstacles = desk
        .read(move |work| {
            work.actor.front_desk()?;
            let day = work.world.date_of(visit(work, id)?.starts);
            let starts = starts_at(work.world.midnight(day), asked.at);
            explain(work, id, starts, asked.practitioner.parse().ok())
        })
        .await?;
    Ok(obstacles.first().map(|obstacle| in_words(&desk, obstacle)).unwrap_or_default())
}

/// The instant of a step of five minutes after midnight.
pub(crate) fn starts_at(midnight: Timestamp, step: i64) -> Timestamp {
    midnight.checked_add(SignedDuration::from_mins(step.clamp(0, 288) * 5)).unwrap_or(midnight)
}

fn in_words(desk: &Desk, obstacle: &Obstacle) -> String {
    let words = desk.words();
    match obstacle {
        Obstacle::CannotMove => words.t("obstacle-cannot-move"),
        Obstacle::BetweenSteps => words.t("obstacle-between-steps"),
        Obstacle::PatientElsewhere => words.t("obstacle-patient"),
        Obstacle::NobodyFree { only: Some(name), .. } => words.with("obstacle-only", &[("name", name.get(desk.lang))]),
        Obstacle::NobodyFree { kind, only: None } => words.t(match kind {
            ResourceKind::Practitioner => "obstacle-practitioner",
            ResourceKind::Room => "obstacle-room",
            ResourceKind::Device => "obstacle-device",
        }),
    }
}
