use crate::tx::Tx;
use std::sync::{Arc, Mutex, PoisonError};

type Hook = Box<dyn FnMut(&mut Tx<'_>) + Send>;

/// What is looked at after each commit.
#[derive(Clone, Default)]
pub(crate) struct Hooks(Arc<Mutex<Vec<Hook>>>);

impl Hooks {
    pub fn add(&self, hook: Hook) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(hook);
    }

    pub fn run(&self, tx: &mut Tx<'_>) {
        for hook in self.0.lock().unwrap_or_else(PoisonError::into_inner).iter_mut() {
            hook(tx);
        }
    }
}
