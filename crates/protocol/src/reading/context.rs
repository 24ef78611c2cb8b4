//! What a reader knows, and where it reports.

use crate::diagnostic::Diagnostic;
use journey::protocol::Library;
use journey::slug::{ProtocolId, SourceId};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

/// Where mistakes and citations are gathered.
#[derive(Default)]
pub(crate) struct Desk {
    mistakes: RefCell<Vec<Diagnostic>>,
    cited: RefCell<BTreeSet<SourceId>>,
}

impl Desk {
    pub fn report(&self, mistake: Diagnostic) {
        self.mistakes.borrow_mut().push(mistake);
    }

    pub fn cite(&self, source: SourceId) {
        self.cited.borrow_mut().insert(source);
    }

    pub fn is_cited(&self, source: &SourceId) -> bool {
        self.cited.borrow().contains(source)
    }

    /// Takes over everything that another desk gathered.
    pub fn absorb(&self, other: Self) {
        self.mistakes.borrow_mut().extend(other.mistakes.into_inner());
        self.cited.borrow_mut().extend(other.cited.into_inner());
    }

    pub fn is_clean(&self) -> bool {
        self.mistakes.borrow().is_empty()
    }

    pub fn into_mistakes(self) -> Vec<Diagnostic> {
        self.mistakes.into_inner()
    }
}

/// Names that are already used in one namespace.
#[derive(Default)]
pub(crate) struct Taken(RefCell<BTreeSet<String>>);

impl Taken {
    /// A namespace in which some names are taken from the start.
    pub fn with(names: impl IntoIterator<Item = impl ToString>) -> Self {
        Self(RefCell::new(names.into_iter().map(|name| name.to_string()).collect()))
    }

    /// Takes a name; says whether it was free.
    pub fn take(&self, name: &str) -> bool {
        self.0.borrow_mut().insert(name.to_owned())
    }
}

/// One file and everything its names may refer to.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub path: &'a str,
    pub text: &'a str,
    pub desk: &'a Desk,
    /// What was read so far of the shared files.
    pub library: &'a Library,
    /// Every source that may be cited here.
    pub sources: &'a [SourceId],
    /// Every protocol there is.
    pub protocols: &'a [ProtocolId],
}

impl Context<'_> {
    pub fn mistake(&self, span: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::at(self.path, self.text, span, message.into())
    }
}
