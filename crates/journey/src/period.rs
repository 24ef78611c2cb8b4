//! Waiting times in days or calendar months.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A waiting time. Months are calendar months in the clinic's zone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// That many days.
    Days(u16),
    /// That many months: the later of the same calendar day (clamped to the month's end) and 30 days for each.
    Months(u16),
}

impl Period {
    /// The day on which the period is over; the last day that the calendar has, where it would run past it.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use journey::period::Period;
    /// assert_eq!(Period::Months(3).after(date(2026, 11, 30)), date(2027, 2, 28));
    /// assert_eq!(Period::Months(1).after(date(2026, 1, 31)), date(2026, 3, 2));
    /// ```
    pub fn after(self, from: Date) -> Date {
        match self {
            Self::Days(days) => from.saturating_add(i64::from(days).days()),
            Self::Months(months) => {
                let months = i64::from(months);
                let calendar = from.saturating_add(months.months());
                calendar.max(from.saturating_add((30 * months).days()))
            }
        }
    }

    /// The latest day from which the period is over by `by`.
    pub fn before(self, by: Date) -> Date {
        let mut day = match self {
            Self::Days(days) => return by.saturating_sub(i64::from(days).days()),
            Self::Months(months) => by.saturating_sub(i64::from(months).months()),
        };
        while self.after(day) > by {
            day = day.saturating_sub(1.day());
        }
        while self.after(day.saturating_add(1.day())) <= by {
            day = day.saturating_add(1.day());
        }
        day
    }

    /// A length in days for comparing two periods: a month counts 30 and five twelfths, rounded up.
    pub fn rough_days(self) -> u32 {
        match self {
            Self::Days(days) => u32::from(days),
            Self::Months(months) => (u32::from(months) * 365).div_ceil(12),
        }
    }
}

/// A length of time in whole hours.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hours(pub u16);

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn three_months_is_the_later_of_the_calendar_day_and_ninety_days() {
        assert_eq!(Period::Months(3).after(date(2026, 12, 1)), date(2027, 3, 1));
        assert_eq!(Period::Months(3).after(date(2027, 1, 1)), date(2027, 4, 1));
        assert_eq!(Period::Months(3).after(date(2026, 2, 1)), date(2026, 5, 2));
        assert_eq!(Period::Months(3).after(date(2026, 11, 30)), date(2027, 2, 28));
    }

    proptest! {
        #[test]
        fn before_is_the_latest_day_that_is_long_enough_ago(offset in 0i64..4000, months in 1u16..25) {
            let by = date(2024, 1, 1).saturating_add(offset.days());
            let period = Period::Months(months);
            let day = period.before(by);
            prop_assert!(period.after(day) <= by);
            prop_assert!(period.after(day.saturating_add(1.day())) > by);
        }
    }
}
