use super::change::{self, Change};
use super::index::{Claim, Lane};
use crate::error::AppError;
use crate::roster::House;
use jiff::Timestamp;
use journey::id::{ClinicId, VisitId};
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Tx;

/// What a transaction has changed that the picture does not show yet: its own work, that of commands before it in
/// the same commit, and that of another node in the last moments.
#[derive(Default)]
pub(crate) struct Overlay {
    changes: Vec<(i64, Change)>,
    house: Option<Arc<House>>,
}

/// The overlay read against a picture that may have moved on meanwhile.
pub(super) struct Folded {
    pub claims: BTreeMap<(Lane, Timestamp), Option<Claim>>,
    pub holds: BTreeMap<VisitId, Option<Timestamp>>,
}

impl Overlay {
    pub(super) fn load(tx: &mut Tx<'_>, clinic: ClinicId, seen: i64) -> Result<Self, AppError> {
        let changes = change::since(tx, clinic, seen)?;
        let moved = changes.iter().any(|(_, change)| *change == Change::House);
        let house = if moved { Some(Arc::new(House::load(tx, clinic)?)) } else { None };
        Ok(Self { changes, house })
    }

    /// The house as the transaction sees it, where it changed.
    pub(super) fn house(&self) -> Option<Arc<House>> {
        self.house.clone()
    }

    /// What is new after a number, the last word on each claim and hold.
    pub(super) fn after(&self, seen: i64) -> Folded {
        let (mut claims, mut holds) = (BTreeMap::new(), BTreeMap::new());
        for (_, change) in self.changes.iter().filter(|(seq, _)| *seq > seen) {
            match change {
                Change::Claimed(lane, claim) => drop(claims.insert((*lane, claim.starts), Some(*claim))),
                Change::Freed(lane, claim) => drop(claims.insert((*lane, claim.starts), None)),
                Change::Held(visit, until) => drop(holds.insert(*visit, *until)),
                Change::House => {}
            }
        }
        Folded { claims, holds }
    }

    /// Whether nothing is new.
    pub(super) fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The stretches of time in which something was claimed or given back.
    pub(super) fn touched(&self, seen: i64) -> impl Iterator<Item = Claim> + '_ {
        self.changes.iter().filter(move |(seq, _)| *seq > seen).filter_map(|(_, change)| match change {
            Change::Claimed(_, claim) | Change::Freed(_, claim) => Some(*claim),
            Change::Held(..) | Change::House => None,
        })
    }
}
