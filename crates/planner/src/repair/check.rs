//! Whether a proposal keeps every rule, asked anew from the problem alone.

use super::problem::{Placed, Repair, Repaired, around};

/// What a proposal breaks, as sentences; nothing where it is sound.
pub fn check(repair: &Repair, proposal: &Repaired) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut taken: Vec<(usize, u32, u32, usize)> = Vec::new();
    let mut cost = 0;
    if proposal.placed.len() != repair.visits.len() {
        wrong.push(format!("{} places for {} visits", proposal.placed.len(), repair.visits.len()));
    }
    for (visit, (asked, placed)) in repair.visits.iter().zip(&proposal.placed).enumerate() {
        let Some(Placed { offer, resources }) = placed else {
            cost += u64::from(asked.unplaced);
            continue;
        };
        let Some(offer) = asked.offers.get(*offer) else {
            wrong.push(format!("visit {visit} has no offer {offer}"));
            continue;
        };
        cost += u64::from(offer.cost);
        if resources.len() != asked.needs.len() {
            wrong.push(format!("visit {visit} has {} resources for {} needs", resources.len(), asked.needs.len()));
        }
        let needs = asked.needs.iter().zip(resources);
        for (need, resource) in needs.clone().filter(|(need, resource)| !need.candidates.contains(resource)) {
            wrong.push(format!("visit {visit} cannot use {resource}, only {:?}", need.candidates));
        }
        let others = needs.map(|(need, &resource)| (resource, (need.from, need.to)));
        for (resource, ticks) in others.chain([(offer.practitioner, asked.treated)]) {
            match around(offer.start, ticks) {
                Some((from, to)) if repair.is_free(resource, from, to) => taken.push((resource, from, to, visit)),
                _ => wrong.push(format!("resource {resource} is not free for visit {visit} at {}", offer.start)),
            }
        }
    }
    wrong.extend(overlaps(taken));
    wrong.extend(broken_links(repair, proposal));
    if cost != proposal.cost {
        wrong.push(format!("it costs {cost}, not {}", proposal.cost));
    }
    if proposal.lower_bound > proposal.cost {
        wrong.push(format!("the bound {} lies above the cost {cost}", proposal.lower_bound));
    }
    wrong
}

fn overlaps(mut taken: Vec<(usize, u32, u32, usize)>) -> Vec<String> {
    taken.sort_unstable();
    let overlap = |pair: &&[(usize, u32, u32, usize)]| pair[0].0 == pair[1].0 && pair[1].1 < pair[0].2;
    let says = |pair: &[(usize, u32, u32, usize)]| {
        format!("visits {} and {} both take resource {} at {}", pair[0].3, pair[1].3, pair[0].0, pair[1].1)
    };
    taken.windows(2).filter(overlap).map(says).collect()
}

fn broken_links(repair: &Repair, proposal: &Repaired) -> Vec<String> {
    let day = |visit: usize| {
        let placed = proposal.placed.get(visit)?.as_ref()?;
        Some(repair.visits.get(visit)?.offers.get(placed.offer)?.day)
    };
    let broken = |link: &&super::problem::Link| match (day(link.a), day(link.b)) {
        (Some(a), Some(b)) => !link.holds(a, b),
        _ => false,
    };
    let says = |link: &super::problem::Link| format!("visits {} and {} do not keep their distance", link.a, link.b);
    repair.links.iter().filter(broken).map(says).collect()
}
