use journey::protocol::Protocol;
use journey::quantity::{DepthRange, HundredthsMm};
use journey::recovery::{Curve, ExpectedDay, Severity, expected};
use std::collections::BTreeSet;

/// Depths that heal alike, with what is expected on each day.
pub(super) struct DepthClass {
    /// The depths; none where the protocol does not tell them apart.
    pub range: Option<DepthRange>,
    /// The days for which something is known, in order.
    pub days: Vec<ExpectedDay>,
}

/// Days in a row for which the same is expected.
pub(super) struct Stretch<'a> {
    /// The first of them.
    pub first: &'a ExpectedDay,
    /// The last of them.
    pub last: &'a ExpectedDay,
}

/// The classes of depth, the shallowest first; none where nothing is known.
pub(super) fn classes(protocol: &Protocol) -> Vec<DepthClass> {
    let curves: Vec<&Curve> = protocol.recovery.expected.iter().filter(|curve| curve.evidence.acts()).collect();
    let Some(last) = curves.iter().flat_map(|curve| &curve.phases).map(|phase| phase.last).max() else {
        return Vec::new();
    };
    let edges: BTreeSet<HundredthsMm> = curves
        .iter()
        .filter_map(|curve| curve.depth)
        .flat_map(|range| [range.at_least, range.below])
        .flatten()
        .collect();
    let class = |range: Option<DepthRange>| DepthClass {
        range,
        days: (0..=last).filter_map(|day| expected(protocol, range.and_then(sample), day)).collect(),
    };
    if edges.is_empty() {
        vec![class(None)]
    } else {
        ranges(&edges).into_iter().map(|range| class(Some(range))).collect()
    }
}

/// The ranges between the edges, open at both ends.
fn ranges(edges: &BTreeSet<HundredthsMm>) -> Vec<DepthRange> {
    let lows = std::iter::once(None).chain(edges.iter().copied().map(Some));
    let highs = edges.iter().copied().map(Some).chain(std::iter::once(None));
    lows.zip(highs).map(|(at_least, below)| DepthRange { at_least, below }).collect()
}

/// A depth that belongs to a range.
fn sample(range: DepthRange) -> Option<HundredthsMm> {
    range.at_least.or_else(|| range.below.map(|HundredthsMm(high)| HundredthsMm(high.saturating_sub(1))))
}

/// Joins days that expect the same.
pub(super) fn stretches(days: &[ExpectedDay]) -> Vec<Stretch<'_>> {
    days.chunk_by(|earlier, later| earlier.signs == later.signs)
        .filter_map(|chunk| Some(Stretch { first: chunk.first()?, last: chunk.last()? }))
        .collect()
}

/// How many days after a session a sign is usual, for the depths that heal slowest; none where nothing is known.
pub(in crate::site::treatment) fn longest(protocol: &Protocol) -> Option<u16> {
    let usual = |day: &&ExpectedDay| day.signs.iter().any(|sign| sign.usual > Severity::None);
    let classes = classes(protocol);
    classes.iter().filter_map(|class| class.days.iter().filter(usual).map(|day| day.day + 1).max()).max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::recovery::ExpectedSign;
    use journey::slug::SymptomId;

    fn day(day: u16, usual: Severity) -> ExpectedDay {
        let symptom = SymptomId::parse("redness").unwrap();
        ExpectedDay { day, signs: vec![ExpectedSign { symptom, usual, upper: Severity::Severe, source: Vec::new() }] }
    }

    #[test]
    fn one_edge_makes_two_ranges_that_touch() {
        let ranges = ranges(&BTreeSet::from([HundredthsMm(50)]));
        assert_eq!(ranges.len(), 2);
        assert!(ranges[0].contains(HundredthsMm(49)) && !ranges[0].contains(HundredthsMm(50)));
        assert!(ranges[1].contains(HundredthsMm(50)));
        assert!(ranges.iter().all(|range| range.contains(sample(*range).unwrap())));
    }

    #[test]
    fn days_that_expect_the_same_are_told_together() {
        let days = [day(0, Severity::Moderate), day(1, Severity::Moderate), day(2, Severity::Mild)];
        let told: Vec<(u16, u16)> = stretches(&days).iter().map(|one| (one.first.day, one.last.day)).collect();
        assert_eq!(told, [(0, 1), (2, 2)]);
        assert!(stretches(&[]).is_empty());
    }
}
