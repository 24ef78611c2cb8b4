//! Statements that say the same though they are written otherwise.

use super::explained::{Unseen, kept_for_record};
use journey::course::{Indication, Interval, ProductScope, SameDay, Spacing, Turn, ZoneScope};
use journey::evidence::Sourced;
use journey::period::Period;
use journey::protocol::Protocol;
use journey::screening::OverrideBy;

/// Why nobody can see that one spacing rule became another, or is gone.
pub(super) fn spacing(rule: &Spacing, becomes: Option<&Spacing>, protocol: &Protocol) -> Option<Unseen> {
    let Some(becomes) = becomes else {
        return kept_for_record(&rule.evidence).or(closes_nothing(rule).then_some(Unseen::ClosesNothing));
    };
    let reduced = |rule: &Spacing| without_idle_parts(rule.clone());
    let anywhere = |rule: &Spacing| Spacing { zones: ZoneScope::Any, ..reduced(rule) };
    let is_whole_body = protocol.indications.iter().all(|indication| indication.zones.is_empty());
    kept_for_record(&rule.evidence)
        .or((reduced(rule) == reduced(becomes)).then_some(Unseen::ClosesNothing))
        .or((is_whole_body && anywhere(rule) == anywhere(becomes)).then_some(Unseen::WholeBody))
}

/// A wait of one day is over on the next, as one of none is.
fn is_short(wait: Period) -> bool {
    wait.rough_days() <= 1
}

/// Whether the rule only permits.
fn closes_nothing(rule: &Spacing) -> bool {
    is_short(rule.wait) && rule.same_day == SameDay::Either
}

/// The rule without what nothing hangs on.
fn without_idle_parts(mut rule: Spacing) -> Spacing {
    if !is_short(rule.wait) {
        return rule;
    }
    rule.wait = Period::Days(0);
    if rule.same_day == SameDay::Either {
        (rule.zones, rule.product, rule.depth) = (ZoneScope::Any, ProductScope::Any, None);
    }
    if rule.depth.is_none() {
        rule.turn = Turn::After;
    }
    if rule.same_day != SameDay::Never {
        rule.override_by = OverrideBy::Physician;
    }
    rule
}

/// Why nobody can see that one indication became another.
pub(super) fn indication(one: &Indication, becomes: Option<&Indication>, _: &Protocol) -> Option<Unseen> {
    let becomes = becomes?;
    let idle_pause = one.pause.as_ref().filter(|_| one.pause != becomes.pause);
    let recorded = idle_pause.and_then(|pause| kept_for_record(&pause.evidence));
    recorded.or((with_ideal(one) == with_ideal(becomes)).then_some(Unseen::NotBeforeFloor))
}

/// The indication with an ideal that is at least its floor.
fn with_ideal(one: &Indication) -> Indication {
    let is = one.interval.value;
    let ideal = if is_never_longer(is.ideal, is.floor) { is.floor } else { is.ideal };
    Indication { interval: Sourced { value: Interval { ideal, ..is }, ..one.interval.clone() }, ..one.clone() }
}

/// Whether one period is over when the other is, from whatever day.
fn is_never_longer(one: Period, other: Period) -> bool {
    let least = |period| match period {
        Period::Days(days) => u32::from(days),
        Period::Months(months) => u32::from(months) * 30,
    };
    match (one, other) {
        (Period::Months(one), Period::Months(other)) => one <= other,
        (Period::Days(days), other) => u32::from(days) <= least(other),
        // No month is longer than 31 days.
        (Period::Months(months), Period::Days(days)) => u32::from(months) * 31 <= u32::from(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_never_longer_only_where_no_calendar_makes_it_so() {
        assert!(is_never_longer(Period::Days(28), Period::Days(28)));
        assert!(!is_never_longer(Period::Days(29), Period::Days(28)));
        assert!(is_never_longer(Period::Days(180), Period::Months(6)));
        assert!(!is_never_longer(Period::Days(181), Period::Months(6)));
        assert!(is_never_longer(Period::Months(1), Period::Days(31)));
        assert!(!is_never_longer(Period::Months(1), Period::Days(30)));
    }
}
