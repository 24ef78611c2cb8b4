//! Whether there is any plan, whatever it costs.

use super::price::Market;
use super::problem::Course;
use super::rough::Rough;
use super::sweep::{Goal, Keep, sweep};
use super::table::{NEVER, Table, Unfit};
use crate::watch::Watch;

/// How many labels a day are kept, one try after the other; at last all are.
const KEEP: [Keep; 3] = [Keep::labels(3), Keep::labels(40), Keep::ALL];

/// Whether there is any plan; none where time or memory runs out before that is known.
pub fn possible(course: &Course<'_>, watch: &dyn Watch) -> Option<bool> {
    match Table::of(course, watch) {
        Ok(table) if table.is_crowded() => Some(false),
        Ok(table) if Rough::of(&table, watch).quick_plan().is_some() => Some(true),
        Ok(table) if table.is_vast() && Rough::of(&table, watch).plan().is_some() => Some(true),
        Ok(table) if table.lanes.len() > 2 && collides_in_pairs(&table, watch) => Some(false),
        Ok(table) => together(&table.bare(), &KEEP[1..], watch),
        Err(Unfit::Alone) => Some(false),
        Err(Unfit::TooLarge | Unfit::Late) => None,
    }
}

/// Whether some two of the series have no plan even by themselves.
pub(super) fn collides_in_pairs(table: &Table, watch: &dyn Watch) -> bool {
    let bare = table.bare();
    let lanes = 0..table.lanes.len();
    let mut pairs = lanes.clone().flat_map(|one| (one + 1..lanes.end).map(move |other| [one, other]));
    pairs.any(|pair| !watch.is_over() && together(&bare.part(&pair, &[]), &KEEP, watch) == Some(false))
}

/// Any plan, by series the places of its starts; none where none is found with few labels.
pub(super) fn any(table: &Table, watch: &dyn Watch) -> Option<Vec<Vec<usize>>> {
    let bare = table.bare();
    let market = Market::free(&bare, watch)?;
    let found = |keep: &Keep| sweep(&bare, &market, Goal::Any, *keep, watch).plan;
    KEEP[..2].iter().find_map(found).map(|(_, starts)| starts)
}

fn together(bare: &Table, keeps: &[Keep], watch: &dyn Watch) -> Option<bool> {
    if bare.is_vast() {
        return None;
    }
    let market = Market::free(bare, watch)?;
    for &keep in keeps {
        let found = sweep(bare, &market, Goal::Any, keep, watch);
        if found.plan.is_some() {
            return Some(true);
        }
        if found.left == NEVER {
            return Some(false);
        }
    }
    None
}
