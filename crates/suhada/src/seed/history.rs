use super::agenda::Event;
use super::clock::MovingClock;
use super::stage::Stage;
use crate::database::fault;
use crate::workers::carry;
use crate::{demo, world};
use anyhow::Context;
use app::actor::Actor;
use app::clinic::Clinic;
use app::outbox::{Delivery, Outgoing};
use app::{AppError, catalogue, content};
use indicatif::{ProgressBar, ProgressStyle};
use jiff::{Timestamp, ToSpan};
use journey::protocol::Library;
use std::sync::Arc;
use store::Store;

/// How many days before today the story begins.
const DAYS: i64 = 97;

/// Plays every day from the first to the present instant, one event after the other.
pub(super) fn play(store: Store, clinic: &Clinic, library: &Library, present: Timestamp) -> anyhow::Result<()> {
    let clock = Arc::new(MovingClock::new(present));
    let app = world::app_at(store, clinic, library.clone(), "http://127.0.0.1:8080", clock.clone())?;
    let first = app.world().date_of(present).saturating_sub(DAYS.days());
    let mut stage = Stage::new(app, clock, present, first)?;
    stage.clock.set(stage.wall(first, 6, 0));
    prepare(&stage).map_err(fault)?;
    super::cases::plan(&mut stage);
    stage.plan(stage.wall(first, 6, 30), Event::Day(first));
    let progress = bar();
    while let Some((at, event)) = stage.agenda.next(present) {
        if let Event::Day(_) = event {
            progress.inc(1);
        }
        stage.clock.set(at);
        let told = format!("{event:?}");
        stage.happen(at, event).map_err(fault).with_context(|| format!("at {at}: {told}"))?;
    }
    progress.finish_and_clear();
    Ok(())
}

fn prepare(stage: &Stage) -> Result<(), AppError> {
    stage.by("sakamoto", |work| {
        catalogue::store_versions(work)?;
        catalogue::approve_for_demo(work)
    })?;
    let articles = demo::articles().map_err(|error| store::StoreError::Fault(format!("{error:#}")))?;
    stage.app.write(Actor::System, move |work| content::import(work, &articles)).wait()
}

/// Shows how far the story is; hidden where nobody looks.
fn bar() -> ProgressBar {
    let style = ProgressStyle::with_template("making the demo clinic {wide_bar} {pos}/{len} days")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::new(DAYS.unsigned_abs() + 1).with_style(style)
}

/// The post of the story: everything arrives but what is addressed to nowhere.
struct StoryPost;

impl Delivery for StoryPost {
    fn deliver(&self, message: &Outgoing) -> Result<(), String> {
        if message.recipient.ends_with(".invalid") { Err("550 no such host".into()) } else { Ok(()) }
    }
}

impl Stage {
    /// Lets something happen.
    fn happen(&mut self, at: Timestamp, event: Event) -> Result<(), AppError> {
        match event {
            Event::Day(day) => self.day(day),
            Event::Post => carry(&self.app, &StoryPost),
            Event::Ask(wish) => self.ask(at, &wish),
            Event::CallOff(coming) => self.call_off(&coming),
            Event::Arrive(coming) => self.arrive(at, &coming),
            Event::Miss(coming) => self.miss(&coming),
            Event::Examine(coming) => self.examine(at, &coming),
            Event::Treat(coming) => self.treat(at, &coming),
            Event::Leave(coming) => self.leave(at, &coming),
            Event::Answer { who, check_in, day } => self.answer(at, who, check_in, day),
            Event::Close { id, login } => self.close(id, login),
            Event::Merge(who) => self.merge(who),
        }
    }
}
