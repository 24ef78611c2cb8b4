use crate::error::StoreError;
use crate::tx::Tx;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::sync::oneshot;

/// Whether what a command did shall stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Effect {
    Keep,
    Undo,
    Again,
}

/// A command on its way to a connection: it runs, perhaps again, and is answered once its effect is durable.
pub(crate) trait Job: Send {
    fn run(&mut self, tx: &mut Tx<'_>) -> Effect;
    fn answer(self: Box<Self>);
    fn fail(self: Box<Self>, error: StoreError);
}

/// The answer to a command: await it, or [`Pending::wait`] for it on a thread that may block.
pub struct Pending<T, E> {
    answer: oneshot::Receiver<Result<T, E>>,
}

pub(crate) struct Command<T, E, F> {
    work: F,
    outcome: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

pub(crate) fn command<T, E, F>(work: F) -> (Box<dyn Job>, Pending<T, E>)
where
    T: Send + 'static,
    E: From<StoreError> + MaybeRetry + Send + 'static,
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    (Box::new(Command { work, outcome: None, reply }), Pending { answer })
}

/// Says whether an error is the engine's wish to run the command again.
pub trait MaybeRetry {
    /// Whether the command should be run again from the start.
    fn wants_retry(&self) -> bool;
}

impl MaybeRetry for StoreError {
    fn wants_retry(&self) -> bool {
        *self == Self::Retry
    }
}

impl<T, E, F> Job for Command<T, E, F>
where
    T: Send,
    E: From<StoreError> + MaybeRetry + Send,
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> Effect {
        let outcome = catch_unwind(AssertUnwindSafe(|| (self.work)(tx)))
            .unwrap_or_else(|_| Err(StoreError::Fault("a command panicked".into()).into()));
        let effect = match &outcome {
            Ok(_) => Effect::Keep,
            Err(error) if error.wants_retry() => Effect::Again,
            Err(_) => Effect::Undo,
        };
        self.outcome = Some(outcome);
        effect
    }

    fn answer(self: Box<Self>) {
        let outcome = self.outcome.unwrap_or_else(|| Err(StoreError::Fault("never ran".into()).into()));
        // Whoever asked may have gone; the effect stands all the same.
        let _ = self.reply.send(outcome);
    }

    fn fail(self: Box<Self>, error: StoreError) {
        let _ = self.reply.send(Err(error.into()));
    }
}

impl<T, E: From<StoreError>> Pending<T, E> {
    /// Blocks the thread until the answer is there. Not for a task.
    pub fn wait(self) -> Result<T, E> {
        self.answer.blocking_recv().unwrap_or_else(|_| Err(gone().into()))
    }
}

impl<T, E: From<StoreError>> Future for Pending<T, E> {
    type Output = Result<T, E>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.answer).poll(cx).map(|got| got.unwrap_or_else(|_| Err(gone().into())))
    }
}

fn gone() -> StoreError {
    StoreError::Fault("the store has been closed".into())
}
