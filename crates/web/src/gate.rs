//! The gate: no public page leaves before the advertising rules have been asked about it, as it is rendered.
//!
//! A page is judged by its bytes, together with its twin in the other language, on a day. What has been judged is
//! remembered by content hash, so a page that has not changed costs its hash. A page on which a rule of weight *error*
//! or *block* finds something is withheld: visitors get a calm page in its place, and lists leave it out.

mod guard;
mod judge;
mod known;
mod navigation;
mod pack;
mod survey;
mod verdict;
mod withheld;

pub(crate) use guard::guard;
pub use pack::pack;
pub(crate) use survey::survey;
pub use verdict::{Judged, Remark, Standing, Verdict};

use crate::web::Web;
use adlint::finding::Stamp;
use adlint::{Linter, Pack};
use axum::body::Bytes;
use jiff::civil::Date;
use known::{Digest, Known};
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::Mutex;

/// A page as a visitor would get it.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// Its address, without a query.
    pub path: String,
    /// Its document.
    pub html: Bytes,
}

/// What the gate remembers.
pub(crate) struct Gate {
    pack: &'static Pack,
    known: RwLock<Known>,
    standing: RwLock<BTreeMap<String, (Digest, Arc<Verdict>)>>,
    /// Held while every page is judged, so that this happens once at a time.
    surveying: Mutex<()>,
}

impl Gate {
    /// A gate that goes by the rules of a pack, and has judged nothing yet.
    pub fn new(pack: &'static Pack) -> Self {
        Self { pack, known: RwLock::default(), standing: RwLock::default(), surveying: Mutex::new(()) }
    }

    /// Whether lists and menus may lead to an address: not to a page that is withheld. What nobody has asked for yet
    /// may be named; it is judged before it is shown.
    pub fn is_open(&self, path: &str) -> bool {
        let standing = self.standing.read().unwrap_or_else(PoisonError::into_inner);
        standing.get(path).is_none_or(|(_, verdict)| verdict.standing() == Standing::Open)
    }

    /// How many pages were withheld when they were last judged.
    pub fn withheld(&self) -> usize {
        let standing = self.standing.read().unwrap_or_else(PoisonError::into_inner);
        standing.values().filter(|(_, verdict)| verdict.standing() == Standing::Withheld).count()
    }

    /// Which rules are asked on a day.
    pub fn stamp(&self, today: Date) -> Stamp {
        Linter::new(self.pack, today).stamp()
    }

    /// The verdict on a page, if these very bytes were judged on this day.
    fn recall(&self, today: Date, shown: &Shown) -> Option<Arc<Verdict>> {
        let digest = Digest::of(&shown.html);
        let verdict = self.known.read().unwrap_or_else(PoisonError::into_inner).get(today, digest)?;
        self.stand(&shown.path, digest, &verdict);
        Some(verdict)
    }

    /// Judges a page and its twin in the other language beside each other, and remembers both.
    async fn weigh(&self, today: Date, this: &Shown, twin: Option<&Shown>) -> Arc<Verdict> {
        let linter = Linter::new(self.pack, today);
        let (page, other) = (this.html.clone(), twin.map(|twin| twin.html.clone()));
        let judged = tokio::task::spawn_blocking(move || judge::pair(&linter, &page, other.as_deref())).await;
        let (verdict, of_twin) =
            judged.unwrap_or_else(|_| (Verdict::unread("the check did not come to its end"), None));
        let verdict = self.keep(today, this, verdict);
        if let (Some(twin), Some(of_twin)) = (twin, of_twin) {
            self.keep(today, twin, of_twin);
        }
        verdict
    }

    fn keep(&self, today: Date, shown: &Shown, verdict: Verdict) -> Arc<Verdict> {
        let (digest, verdict) = (Digest::of(&shown.html), Arc::new(verdict));
        self.known.write().unwrap_or_else(PoisonError::into_inner).put(today, digest, &verdict);
        self.stand(&shown.path, digest, &verdict);
        verdict
    }

    /// Notes how an address stands, and takes no lock for writing where that is known.
    fn stand(&self, path: &str, digest: Digest, verdict: &Arc<Verdict>) {
        let same = |(known, on): &(Digest, Arc<Verdict>)| *known == digest && Arc::ptr_eq(on, verdict);
        if self.standing.read().unwrap_or_else(PoisonError::into_inner).get(path).is_some_and(same) {
            return;
        }
        let mut standing = self.standing.write().unwrap_or_else(PoisonError::into_inner);
        standing.insert(path.to_owned(), (digest, Arc::clone(verdict)));
    }

    /// Forgets the addresses that are no pages any more.
    fn forget_but(&self, paths: &[&str]) {
        let mut standing = self.standing.write().unwrap_or_else(PoisonError::into_inner);
        standing.retain(|path, _| paths.contains(&path.as_str()));
    }
}

/// Today at the clinic, by which rules hold or do not.
pub(crate) fn today(web: &Web) -> Date {
    web.app.world().date_of(web.app.now())
}
