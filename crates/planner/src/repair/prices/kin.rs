//! Visits that are linked: what all of them cost at least together, each on a day that keeps its distances.

use crate::repair::problem::{Link, Repair};

/// No more visits are looked at together; links beyond that bound nothing.
const MOST_KIN: usize = 12;

/// The cheapest of a visit's offers on a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Least {
    pub day: u16,
    pub cost: i64,
    /// The place among the visit's offers.
    pub offer: usize,
}

/// By visit, the cheapest offer of each day in the order of days; and what it costs to go without.
pub(super) struct Costs<'a> {
    pub least: &'a [Vec<Least>],
    pub unplaced: &'a [i64],
}

/// A visit under another to which it keeps a distance.
#[derive(Clone, Copy, Debug)]
struct Node {
    visit: usize,
    /// The place of the visit above; the first has none.
    above: Option<usize>,
    /// The least and the greatest number of days from the visit above to this one.
    apart: (i32, i32),
}

/// Linked visits, each under one that comes before it.
#[derive(Clone, Debug)]
struct Tree(Vec<Node>);

/// Linked visits, seen from each of them. Of links that close a circle one is left out, so that they still form a tree:
/// what they cost at least can only be less without it.
#[derive(Clone, Debug)]
pub(super) struct Kin(Vec<Tree>);

/// What a visit and all below it cost at least: by the place of its day, and without a time.
struct Below {
    placed: Vec<i64>,
    unplaced: i64,
}

impl Kin {
    /// All visits that are linked with others.
    pub fn all(repair: &Repair) -> Vec<Self> {
        let count = repair.visits.len();
        let mut group: Vec<usize> = (0..count).collect();
        let mut links: Vec<Link> = Vec::new();
        for link in repair.links.iter().filter(|link| link.a < count && link.b < count) {
            let (one, other) = (group[link.a], group[link.b]);
            let size = group.iter().filter(|place| **place == one || **place == other).count();
            if one != other && size <= MOST_KIN {
                group.iter_mut().filter(|place| **place == other).for_each(|place| *place = one);
                links.push(*link);
            }
        }
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); count];
        for (visit, name) in group.into_iter().enumerate() {
            members[name].push(visit);
        }
        members.retain(|members| members.len() > 1);
        let from_each = |members: &Vec<usize>| {
            let links: Vec<Link> = links.iter().filter(|link| members.contains(&link.a)).copied().collect();
            Self(members.iter().map(|root| Tree::from(*root, &links)).collect())
        };
        members.iter().map(from_each).collect()
    }

    /// The visits, in no order.
    pub fn visits(&self) -> impl Iterator<Item = usize> {
        self.0.iter().filter_map(|tree| tree.0.first()).map(|root| root.visit)
    }

    /// What all of them cost at least, and the place of the offer that each takes for it.
    pub fn choose(&self, costs: &Costs<'_>, chosen: &mut [Option<usize>]) -> i64 {
        self.0.first().map_or(0, |tree| tree.choose(costs, chosen))
    }

    /// For each of the visits, what all cost at least if it lies on each of its days.
    pub fn if_on(&self, costs: &Costs<'_>) -> impl Iterator<Item = (usize, Vec<i64>)> {
        self.0.iter().filter_map(|tree| {
            let root = tree.0.first()?.visit;
            Some((root, tree.reckon(costs).swap_remove(0).placed))
        })
    }
}

impl Tree {
    fn from(root: usize, links: &[Link]) -> Self {
        let mut nodes = vec![Node { visit: root, above: None, apart: (0, 0) }];
        let mut place = 0;
        while let Some(node) = nodes.get(place).copied() {
            let known = |visit: usize, nodes: &[Node]| nodes.iter().any(|node| node.visit == visit);
            for link in links {
                let (other, apart) = match node.visit {
                    visit if visit == link.a => (link.b, (link.min_days, link.max_days)),
                    visit if visit == link.b => {
                        (link.a, (link.max_days.saturating_neg(), link.min_days.saturating_neg()))
                    }
                    _ => continue,
                };
                if !known(other, &nodes) {
                    nodes.push(Node { visit: other, above: Some(place), apart });
                }
            }
            place += 1;
        }
        Self(nodes)
    }

    /// From the last to the first: what each costs with all below it.
    fn reckon(&self, costs: &Costs<'_>) -> Vec<Below> {
        let own = |node: &Node| Below {
            placed: costs.least[node.visit].iter().map(|least| least.cost).collect(),
            unplaced: costs.unplaced[node.visit],
        };
        let mut all: Vec<Below> = self.0.iter().map(own).collect();
        for place in (1..self.0.len()).rev() {
            let node = self.0[place];
            let Some(above) = node.above else { continue };
            let (head, tail) = all.split_at_mut(place);
            let (upper, own) = (&mut head[above], &tail[0]);
            let days = &costs.least[node.visit];
            for (on, cost) in costs.least[self.0[above].visit].iter().zip(&mut upper.placed) {
                *cost += own.best(days, node.within(on.day)).0;
            }
            upper.unplaced += own.best(days, (i32::MIN, i32::MAX)).0;
        }
        all
    }

    fn choose(&self, costs: &Costs<'_>, chosen: &mut [Option<usize>]) -> i64 {
        let all = self.reckon(costs);
        let mut days: Vec<Option<u16>> = vec![None; self.0.len()];
        let mut whole = 0;
        for (place, node) in self.0.iter().enumerate() {
            let least = &costs.least[node.visit];
            let above = node.above.and_then(|above| days[above]);
            let within = above.map_or((i32::MIN, i32::MAX), |day| node.within(day));
            let (cost, on) = all[place].best(least, within);
            if node.above.is_none() {
                whole = cost;
            }
            days[place] = on.map(|on| least[on].day);
            chosen[node.visit] = on.map(|on| least[on].offer);
        }
        whole
    }
}

impl Node {
    /// The days it may lie on if the one above lies on a day.
    fn within(&self, above: u16) -> (i32, i32) {
        let above = i32::from(above);
        (above.saturating_add(self.apart.0), above.saturating_add(self.apart.1))
    }
}

impl Below {
    /// The least within some days, and on which; going without is always possible.
    fn best(&self, days: &[Least], (from, to): (i32, i32)) -> (i64, Option<usize>) {
        let first = days.partition_point(|least| i32::from(least.day) < from);
        let mut best = (self.unplaced, None);
        for (place, least) in days.iter().enumerate().skip(first) {
            if i32::from(least.day) > to {
                break;
            }
            if self.placed[place] < best.0 {
                best = (self.placed[place], Some(place));
            }
        }
        best
    }
}
