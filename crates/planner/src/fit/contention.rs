//! The search among groups that compete for the same resources.

use crate::bits::DayBits;
use crate::pattern::Group;

/// Those of the ticks at which all groups are served at once. Looks at all ticks together: one step of the
/// search gives one more group to one candidate, and goes on with the ticks at which that is possible.
pub(super) fn starts_of_contenders(groups: &[&Group], free: &[DayBits], within: DayBits) -> DayBits {
    let mut search = Starts { groups, free, chosen: Vec::new(), found: DayBits::none() };
    search.extend(within);
    search.found
}

struct Starts<'a> {
    groups: &'a [&'a Group],
    free: &'a [DayBits],
    chosen: Vec<usize>,
    found: DayBits,
}

impl Starts<'_> {
    fn extend(&mut self, possible: DayBits) {
        let Some(group) = self.groups.get(self.chosen.len()) else {
            self.found |= possible;
            return;
        };
        for &candidate in &group.candidates {
            let open = possible & !self.found;
            if open.is_empty() {
                return;
            }
            let Some(&free) = self.free.get(candidate) else {
                continue;
            };
            if !is_taken(candidate, self.groups, &self.chosen) {
                self.chosen.push(candidate);
                self.extend(open & group.starts_within(free));
                self.chosen.pop();
            }
        }
    }
}

/// One option for each group, such that no option is needed twice at the same time: of all such choices the one
/// with the earliest option for the first group, then for the second, and so on.
pub(super) fn choose(groups: &[&Group], options: &[Vec<usize>]) -> Option<Vec<usize>> {
    let mut chosen = Vec::with_capacity(groups.len());
    extend(groups, options, &mut chosen).then_some(chosen)
}

/// Completes a choice; leaves it as it was where there is no way to.
fn extend(groups: &[&Group], options: &[Vec<usize>], chosen: &mut Vec<usize>) -> bool {
    let Some(next) = options.get(chosen.len()) else {
        return true;
    };
    next.iter().any(|&option| {
        if is_taken(option, groups, chosen) {
            return false;
        }
        chosen.push(option);
        let complete = extend(groups, options, chosen);
        if !complete {
            chosen.pop();
        }
        complete
    })
}

/// Whether a group before the next one to be served has the candidate at the same time.
fn is_taken(candidate: usize, groups: &[&Group], chosen: &[usize]) -> bool {
    let next = groups[chosen.len()];
    let mut before = chosen.iter().zip(groups);
    before.any(|(&taken, group)| taken == candidate && group.overlaps(next))
}
