//! The rules of a course file that may collide.

use crate::file::calendar::Kind;
use crate::file::course::CourseFile;

/// A rule of a course file; series, spacings and events are told by their places. The order is the one in which
/// they are told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rule {
    /// When the first session of a series may be.
    First(usize),
    /// How far two sessions of a series must lie apart.
    LeastGap(usize),
    /// How far they may.
    GreatestGap(usize),
    /// How far sessions of two series must lie apart.
    Spacing(usize),
    /// Days of an event.
    Event(usize),
    /// What a session of a series needs.
    Need(usize, Kind),
    /// When the patient can come.
    Wish,
}

impl Rule {
    /// By how many days it can be eased at most; none where it can only be dropped.
    pub(super) fn most_days(self, file: &CourseFile) -> Option<u32> {
        match self {
            Self::First(_) | Self::GreatestGap(_) => Some(u32::from(file.calendar.days)),
            Self::LeastGap(series) => Some(file.series[series].gap.min.saturating_sub(1)),
            Self::Spacing(place) => {
                let rule = file.spacing[place];
                Some(rule.a_then_b.max(rule.b_then_a).saturating_sub(1))
            }
            Self::Event(_) | Self::Need(..) | Self::Wish => None,
        }
    }
}

/// The rules about some series; those that are tried to be dropped first come first.
pub(super) fn rules_of(file: &CourseFile, series: &[usize]) -> Vec<Rule> {
    let needs = series.iter().flat_map(|&one| {
        let service = &file.calendar.services[file.series[one].service];
        service.needs.iter().rev().map(move |need| Rule::Need(one, need.kind))
    });
    let mut rules: Vec<Rule> = needs.collect();
    rules.push(Rule::Wish);
    rules.extend((0..file.blackouts.len()).map(Rule::Event));
    rules.extend(series.iter().map(|&one| Rule::First(one)));
    let about = |place: &usize| {
        let rule = file.spacing[*place];
        series.contains(&rule.a) && series.contains(&rule.b)
    };
    rules.extend((0..file.spacing.len()).filter(about).map(Rule::Spacing));
    rules.extend(series.iter().flat_map(|&one| [Rule::GreatestGap(one), Rule::LeastGap(one)]));
    rules
}
