//! A part of a problem: its series on some of their days alone.

use super::layers::lay;
use super::table::{Choice, Lane, Span, Table};
use crate::watch::Watch;
use std::ops::RangeInclusive;
use std::rc::Rc;

/// The days that are left to one session of a series.
#[derive(Clone, Debug)]
struct Cut {
    lane: usize,
    session: usize,
    days: RangeInclusive<u16>,
}

impl Lane {
    /// The same series on some of its days alone, one of its sessions on some of those; none where they do not lead
    /// to the last session, or time is up.
    fn only_on(&self, open: Option<&[bool]>, cut: Option<&Cut>, watch: &dyn Watch) -> Option<Self> {
        if watch.is_over() {
            return None;
        }
        if self.sessions == 0 {
            return Some(self.clone());
        }
        let mut left: Vec<bool> = self.days.iter().map(|choices| !choices.is_empty()).collect();
        if let Some(open) = open {
            left.iter_mut().zip(open).for_each(|(left, open)| *left &= open);
        }
        let open = left;
        let next = |session: usize, day: u16| {
            let before = &self.layers[session - 1];
            if (before.from..before.to).contains(&day) { before.span(day) } else { Span::NONE }
        };
        let outside = |cut: &Cut, session, day| cut.session == session && !cut.days.contains(&day);
        let allowed = |session: usize, day: u16| !cut.is_some_and(|cut| outside(cut, session, day));
        let layers = lay(self.sessions, self.first, &open, next, allowed, watch).ok()?;
        let layer = layers.first()?;
        let first = Span { from: self.first.from.max(layer.from), to: self.first.to.min(layer.to - 1), ..self.first };
        let none: Rc<[Choice]> = Rc::from([]);
        let only = |(choices, open): (&Rc<[Choice]>, &bool)| Rc::clone(if *open { choices } else { &none });
        Some(Self { first, layers, days: self.days.iter().zip(&open).map(only).collect(), ..*self })
    }

    /// A session in the first half of its days, and in the second; none where it has but one.
    fn cuts(&self, lane: usize, session: usize) -> Option<[Cut; 2]> {
        let layer = &self.layers[session];
        let middle = layer.from + (layer.to - layer.from) / 2;
        let halves = [layer.from..=middle.checked_sub(1)?, middle..=layer.to - 1];
        (middle > layer.from).then(|| halves.map(|days| Cut { lane, session, days }))
    }

    /// How many steps there are from session to session.
    pub fn breadth(&self) -> usize {
        let width = |span: &Span| usize::from((span.to + 1).saturating_sub(span.from));
        width(&self.first) + self.layers.iter().flat_map(|layer| &layer.next).map(width).sum::<usize>()
    }
}

impl Table {
    /// All series, each only on the days of a plan and on those of a stretch, first and last inclusive.
    pub fn near(&self, plan: &[Vec<usize>], (from, to): (u16, u16), watch: &dyn Watch) -> Option<Self> {
        let near = |(lane, starts): (&Lane, &Vec<usize>)| {
            let mut open = vec![false; usize::from(self.days)];
            open[usize::from(from)..=usize::from(to)].fill(true);
            for (day, _) in starts.iter().filter_map(|&start| lane.choice(start)) {
                open[usize::from(day)] = true;
            }
            lane.only_on(Some(&open), None, watch)
        };
        let lanes: Option<Vec<Lane>> = self.lanes.iter().zip(plan).map(near).collect();
        Some(Self { lanes: lanes?, after: self.after.clone(), ..*self })
    }

    /// Tables that hold all plans of this one between them, two at the most: one session in the first half of its days,
    /// and in the second, so that as few steps as can be are left. None where no session has two days left. Once time
    /// is up nothing may be made of them: some may be missing.
    pub fn halves(&self, watch: &dyn Watch) -> Option<Vec<Self>> {
        let best = |(lane, series): (usize, &Lane)| {
            let cuts = (0..series.sessions).filter_map(|session| series.cuts(lane, session));
            cuts.min_by_key(|cuts| {
                cuts.iter()
                    .filter_map(|cut| series.only_on(None, Some(cut), watch))
                    .map(|lane| lane.breadth())
                    .sum::<usize>()
            })
        };
        let cuts = self.lanes.iter().enumerate().filter_map(best);
        let halves = cuts.map(|cuts| cuts.iter().filter_map(|cut| self.narrowed(cut, watch)).collect::<Vec<Self>>());
        halves.min_by_key(|tables| tables.iter().map(|table| self.breadth(table)).sum::<usize>())
    }

    /// Tables that hold all plans of this one between them, each halved so many times.
    pub fn parts(&self, halvings: usize, watch: &dyn Watch) -> Vec<Self> {
        let halve = |tables: Vec<Self>, _| {
            let halves = |table: Self| table.halves(watch).unwrap_or_else(|| vec![table]);
            tables.into_iter().flat_map(halves).collect()
        };
        (0..halvings).fold(vec![self.clone()], halve)
    }

    /// How many of the steps of each series a narrower table has, in thousandths.
    fn breadth(&self, narrow: &Self) -> usize {
        let lanes = narrow.lanes.iter().zip(&self.lanes);
        lanes.map(|(narrow, wide)| narrow.breadth() * 1000 / wide.breadth().max(1)).sum()
    }

    /// One session on some of its days alone, and the other series on what days that leaves them; none where that
    /// leaves no plan, or time is up.
    fn narrowed(&self, cut: &Cut, watch: &dyn Watch) -> Option<Self> {
        let mut table = self.clone();
        table.lanes[cut.lane] = table.lanes[cut.lane].only_on(None, Some(cut), watch)?;
        let mut settled = 0;
        for lane in (0..table.lanes.len()).cycle() {
            if watch.is_over() {
                return None;
            }
            let open: Vec<bool> = (0..table.days).map(|day| table.is_left(lane, day)).collect();
            let closes = |(open, choices): (&bool, &Rc<[Choice]>)| !open && !choices.is_empty();
            if open.iter().zip(&table.lanes[lane].days).any(closes) {
                table.lanes[lane] = table.lanes[lane].only_on(Some(&open), None, watch)?;
                settled = 0;
            }
            settled += 1;
            if settled > table.lanes.len() {
                break;
            }
        }
        Some(table)
    }

    /// Whether a day may hold a session of a series, wherever in their windows the sessions of the others lie.
    fn is_left(&self, lane: usize, day: u16) -> bool {
        let others = self.lanes.iter().enumerate().filter(|(other, _)| *other != lane);
        let mut layers = others.flat_map(|(other, theirs)| theirs.layers.iter().map(move |layer| (other, layer)));
        layers.all(|(other, layer)| {
            let follows = day >= self.after[other][lane][usize::from(layer.from)];
            follows || layer.to > self.after[lane][other][usize::from(day)]
        })
    }
}
