//! The fewest rules that collide.
//!
//! Any rules that agree leave some out, and every set that collides holds one of those left out. The smallest set that
//! holds one of each such list is tried: if it collides nothing smaller does; if not, it is filled up with whatever
//! still agrees, and what is then left out is one more list.

use super::Fewest;
use super::relaxed::{Relaxed, Terms};
use super::rules::Rule;
use crate::watch::Watch;

/// Rules by their places, as bits.
type Set = u64;

/// The fewest rules that collide; where time runs out, some of which none can be left out.
pub(super) fn smallest(terms: &Terms<'_>, series: &[usize], rules: &[Rule], watch: &dyn Watch) -> (Vec<Rule>, Fewest) {
    let agree = |held: Set| {
        let lifted = rules.iter().enumerate().filter(|(place, _)| held >> place & 1 == 0).map(|(_, rule)| *rule);
        terms.possible(series, &Relaxed { lifted: lifted.collect(), eased: None }, watch)
    };
    let mut kept = filtered(terms, series, rules, watch);
    let known = (0..rules.len().min(Set::BITS as usize)).filter(|&place| kept.contains(&rules[place]));
    let known: Set = known.map(|place| 1 << place).sum();
    let found = if rules.len() < Set::BITS as usize { fewest(rules.len(), known, &agree, watch) } else { None };
    let fewest = if found.is_some() { Fewest::Proven } else { Fewest::Irreducible };
    if let Some(held) = found {
        kept = of(rules, held);
    }
    kept.sort_unstable();
    (kept, fewest)
}

fn of(rules: &[Rule], held: Set) -> Vec<Rule> {
    rules.iter().enumerate().filter(|(place, _)| held >> place & 1 == 1).map(|(_, rule)| *rule).collect()
}

/// Some that collide are known already; mostly each of them is needed, and nothing smaller is left to look for.
fn fewest(count: usize, known: Set, agree: &dyn Fn(Set) -> Option<bool>, watch: &dyn Watch) -> Option<Set> {
    let all: Set = (1 << count) - 1;
    let each = (0..count).map(|place| known & 1 << place).filter(|one| *one != 0);
    let mut left_out: Vec<Set> = each.filter(|one| agree(all & !one) == Some(true)).collect();
    while !watch.is_over() {
        let mut held = hitting(&left_out, count as u32);
        if held.count_ones() == known.count_ones() {
            return Some(known);
        }
        if !agree(held)? {
            return Some(held);
        }
        for place in (0..count).rev() {
            let more = held | 1 << place;
            if more != held && agree(more)? {
                held = more;
            }
        }
        left_out.push(all & !held);
    }
    None
}

/// The smallest set that holds one of each list.
fn hitting(lists: &[Set], count: u32) -> Set {
    let mut best = (count + 1, 0);
    hit(lists, 0, &mut best);
    best.1
}

fn hit(lists: &[Set], held: Set, best: &mut (u32, Set)) {
    let missed = lists.iter().filter(|list| **list & held == 0);
    let Some(&list) = missed.clone().min_by_key(|list| list.count_ones()) else {
        if held.count_ones() < best.0 {
            *best = (held.count_ones(), held);
        }
        return;
    };
    // Lists that have nothing in common need one each.
    let (mut seen, mut least) = (0, held.count_ones());
    for list in missed {
        if list & seen == 0 {
            seen |= list;
            least += 1;
        }
    }
    if least >= best.0 {
        return;
    }
    let mut open = list;
    while open != 0 {
        hit(lists, held | (open & open.wrapping_neg()), best);
        open &= open - 1;
    }
}

/// Drops each rule in turn without which the others still collide.
fn filtered(terms: &Terms<'_>, series: &[usize], order: &[Rule], watch: &dyn Watch) -> Vec<Rule> {
    let mut relaxed = Relaxed::default();
    for &rule in order {
        relaxed.lifted.insert(rule);
        if terms.possible(series, &relaxed, watch) != Some(false) {
            relaxed.lifted.remove(&rule);
        }
    }
    order.iter().copied().filter(|rule| !relaxed.lifted.contains(rule)).collect()
}
