//! The days that the law names, with the years in which it names them.

use std::ops::RangeInclusive;

use jiff::civil::{Date, Weekday};

use super::equinox;
use When::{Autumnal, Monday, On, Vernal};

/// The last year for which the equinoxes are computed.
const LAST: i16 = 2099;

/// What a holiday is called.
#[derive(Clone, Copy)]
pub(super) struct Name {
    pub(super) ja: &'static str,
    pub(super) en: &'static str,
}

/// How the law finds a day in a year.
#[derive(Clone, Copy)]
enum When {
    /// A month and its day.
    On(i8, i8),
    /// A month and which of its Mondays.
    Monday(i8, i8),
    Vernal,
    Autumnal,
}

impl When {
    fn is(self, day: Date) -> bool {
        let in_month = match self {
            On(month, of_month) => (month, of_month),
            Vernal => (3, equinox::vernal(day.year())),
            Autumnal => (9, equinox::autumnal(day.year())),
            Monday(month, nth) => {
                return day.month() == month && day.weekday() == Weekday::Monday && (day.day() - 1) / 7 == nth - 1;
            }
        };
        (day.month(), day.day()) == in_month
    }
}

struct Rule {
    years: RangeInclusive<i16>,
    when: When,
    name: Name,
}

const fn rule(years: RangeInclusive<i16>, when: When, ja: &'static str, en: &'static str) -> Rule {
    Rule { years, when, name: Name { ja, en } }
}

/// Every day that the law names, in the order of the year; days named for one occasion come last.
const RULES: &[Rule] = &[
    rule(1955..=LAST, On(1, 1), "元日", "New Year's Day"),
    rule(1955..=1999, On(1, 15), "成人の日", "Coming of Age Day"),
    rule(2000..=LAST, Monday(1, 2), "成人の日", "Coming of Age Day"),
    rule(1967..=LAST, On(2, 11), "建国記念の日", "National Foundation Day"),
    rule(2020..=LAST, On(2, 23), "天皇誕生日", "Emperor's Birthday"),
    rule(1955..=LAST, Vernal, "春分の日", "Vernal Equinox Day"),
    rule(1955..=1988, On(4, 29), "天皇誕生日", "Emperor's Birthday"),
    rule(1989..=2006, On(4, 29), "みどりの日", "Greenery Day"),
    rule(2007..=LAST, On(4, 29), "昭和の日", "Showa Day"),
    rule(1955..=LAST, On(5, 3), "憲法記念日", "Constitution Memorial Day"),
    rule(2007..=LAST, On(5, 4), "みどりの日", "Greenery Day"),
    rule(1955..=LAST, On(5, 5), "こどもの日", "Children's Day"),
    rule(1996..=2002, On(7, 20), "海の日", "Marine Day"),
    rule(2003..=2019, Monday(7, 3), "海の日", "Marine Day"),
    rule(2020..=2020, On(7, 23), "海の日", "Marine Day"),
    rule(2021..=2021, On(7, 22), "海の日", "Marine Day"),
    rule(2022..=LAST, Monday(7, 3), "海の日", "Marine Day"),
    rule(2016..=2019, On(8, 11), "山の日", "Mountain Day"),
    rule(2020..=2020, On(8, 10), "山の日", "Mountain Day"),
    rule(2021..=2021, On(8, 8), "山の日", "Mountain Day"),
    rule(2022..=LAST, On(8, 11), "山の日", "Mountain Day"),
    rule(1966..=2002, On(9, 15), "敬老の日", "Respect for the Aged Day"),
    rule(2003..=LAST, Monday(9, 3), "敬老の日", "Respect for the Aged Day"),
    rule(1955..=LAST, Autumnal, "秋分の日", "Autumnal Equinox Day"),
    rule(1966..=1999, On(10, 10), "体育の日", "Health and Sports Day"),
    rule(2000..=2019, Monday(10, 2), "体育の日", "Health and Sports Day"),
    rule(2020..=2020, On(7, 24), "スポーツの日", "Sports Day"),
    rule(2021..=2021, On(7, 23), "スポーツの日", "Sports Day"),
    rule(2022..=LAST, Monday(10, 2), "スポーツの日", "Sports Day"),
    rule(1955..=LAST, On(11, 3), "文化の日", "Culture Day"),
    rule(1955..=LAST, On(11, 23), "勤労感謝の日", "Labour Thanksgiving Day"),
    rule(1989..=2018, On(12, 23), "天皇誕生日", "Emperor's Birthday"),
    rule(1959..=1959, On(4, 10), "皇太子明仁親王の結婚の儀", "Wedding of Crown Prince Akihito"),
    rule(1989..=1989, On(2, 24), "昭和天皇の大喪の礼", "Funeral of Emperor Showa"),
    rule(1990..=1990, On(11, 12), "即位礼正殿の儀", "Enthronement Ceremony"),
    rule(1993..=1993, On(6, 9), "皇太子徳仁親王の結婚の儀", "Wedding of Crown Prince Naruhito"),
    rule(2019..=2019, On(5, 1), "天皇の即位の日", "Accession Day"),
    rule(2019..=2019, On(10, 22), "即位礼正殿の儀", "Enthronement Ceremony"),
];

/// The name that the law gives a day; none for substitute and sandwiched days, which have none of their own.
pub(super) fn named(day: Date) -> Option<Name> {
    let mut rules = RULES.iter();
    let rule = rules.find(|rule| rule.years.contains(&day.year()) && rule.when.is(day))?;
    Some(rule.name)
}
