//! What happens beside the pages: messages leave, and lapsed holds are freed.

use app::actor::Actor;
use app::outbox::{self, Delivery};
use app::{App, AppError, availability, booking, course, waitlist};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// How often the worker looks.
const EVERY: Duration = Duration::from_secs(3);
/// How often the calendar is compared with what other nodes wrote.
const FOLLOW: Duration = Duration::from_millis(300);
/// How many messages leave at a time.
const AT_A_TIME: i64 = 20;

/// A worker that runs until it is dropped.
pub struct Worker {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts carrying messages and freeing lapsed holds.
    pub fn start(app: App, delivery: impl Delivery + 'static) -> std::io::Result<Self> {
        Self::every(EVERY, "worker", move || round(&app, &delivery))
    }

    /// Starts following what other nodes change in the calendar. The picture is built first, if nobody needed it yet.
    pub fn follow(app: App) -> std::io::Result<Self> {
        Self::every(FOLLOW, "calendar", move || {
            app.warm_up()?;
            app.follow()
        })
    }

    fn every(
        pause: Duration,
        name: &str,
        mut round: impl FnMut() -> Result<(), AppError> + Send + 'static,
    ) -> std::io::Result<Self> {
        let (stop, stopped) = channel();
        let thread = Builder::new().name(name.into()).spawn(move || {
            loop {
                if let Err(error) = round() {
                    tracing::error!(?error, "the worker will try again");
                }
                if stopped.recv_timeout(pause) != Err(RecvTimeoutError::Timeout) {
                    return;
                }
            }
        })?;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A worker that panicked has said so; there is nothing left to stop.
            drop(thread.join());
        }
    }
}

fn round(app: &App, delivery: &impl Delivery) -> Result<(), AppError> {
    app.write(Actor::System, booking::free_lapsed).wait()?;
    app.write(Actor::System, waitlist::offer_freed).wait()?;
    app.write(Actor::System, course::plan::turn_due).wait()?;
    app.write(Actor::System, availability::clear_log).wait()?;
    carry(app, delivery)
}

/// Carries what is due, and notes how it went.
pub fn carry(app: &App, delivery: &impl Delivery) -> Result<(), AppError> {
    for message in app.write(Actor::System, |work| outbox::take_due(work, AT_A_TIME)).wait()? {
        let (id, outcome) = (message.id, delivery.deliver(&message));
        app.write(Actor::System, move |work| match &outcome {
            Ok(()) => outbox::sent(work, id),
            Err(error) => outbox::failed(work, id, error),
        })
        .wait()?;
    }
    Ok(())
}
