//! The rising dose of a weekly injection: four doses are handed out at a time.

use jiff::civil::Date;

/// The steps, in hundredths of a milligram.
const STEPS: [u32; 5] = [25, 50, 100, 170, 240];
/// For how many days a dispensing lasts.
const LASTS: i64 = 28;
const WEEK: i64 = 7;

/// How many doses were due before a day and not taken, since a dispensing.
pub(super) fn missed(last: Date, on: Date) -> i64 {
    let days = on.duration_since(last).as_hours() / 24;
    ((days - LASTS + WEEK - 1) / WEEK).max(0)
}

/// The step after another: one up, the same after two missed doses, the first again after three.
pub(super) fn next(step: usize, missed: i64) -> usize {
    match missed {
        0 | 1 => (step + 1).min(STEPS.len() - 1),
        2 => step,
        _ => 0,
    }
}

/// The dose of a step, in hundredths of a milligram.
pub(super) fn dose(step: usize) -> u32 {
    STEPS.get(step).copied().unwrap_or(STEPS[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_dose_counts_as_missed_from_the_day_after_it_was_due() {
        let last = date(2026, 9, 1);
        assert_eq!(missed(last, date(2026, 9, 29)), 0, "28 days");
        assert_eq!(missed(last, date(2026, 9, 30)), 1, "29 days");
        assert_eq!(missed(last, date(2026, 10, 6)), 1, "35 days");
        assert_eq!(missed(last, date(2026, 10, 7)), 2, "36 days");
        assert_eq!(missed(last, date(2026, 10, 14)), 3, "43 days");
        assert_eq!(missed(last, date(2026, 9, 8)), 0, "within the four weeks");
    }

    #[test]
    fn the_dose_rises_by_one_step_stays_after_two_missed_and_begins_anew_after_three() {
        assert_eq!([next(1, 0), next(1, 1), next(1, 2), next(1, 3)], [2, 2, 1, 0]);
        assert_eq!(next(4, 0), 4, "never above the last");
        assert_eq!(dose(0), 25);
    }
}
