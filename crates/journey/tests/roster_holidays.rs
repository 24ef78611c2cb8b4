//! The public holidays of Japan, against a list and at each change of the law.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use journey::roster::holidays::{is_holiday, name};

const LISTED: &str = include_str!("fixtures/holidays.tsv");

fn ja(day: Date) -> Option<String> {
    name(day).map(|name| name.ja)
}

/// Fails unless the day has the name and the days on both sides are working days.
fn stands_alone(day: Date, expected: &str) {
    assert_eq!(ja(day).as_deref(), Some(expected), "{day}");
    assert_eq!(ja(day - 1.day()), None, "before {day}");
    assert_eq!(ja(day + 1.day()), None, "after {day}");
}

fn row(year: i16) -> String {
    let days = date(year, 1, 1).series(1.day()).take_while(|day| day.year() == year);
    let holidays = days.filter(|day| is_holiday(*day));
    let written: Vec<_> = holidays.map(|day| day.strftime("%m-%d").to_string()).collect();
    format!("{year}\t{}", written.join(" "))
}

#[test]
fn every_year_has_exactly_the_holidays_that_are_listed() {
    let listed: Vec<_> = LISTED.lines().filter(|line| !line.starts_with('#')).collect();
    let computed: Vec<_> = (1955..=2099).map(row).collect();
    assert_eq!(listed, computed);
}

#[test]
fn before_1955_and_after_2099_nothing_is_claimed() {
    assert_eq!(ja(date(1954, 11, 23)), None);
    assert_eq!(ja(date(1955, 1, 1)).as_deref(), Some("元日"));
    assert_eq!(ja(date(2099, 11, 23)).as_deref(), Some("勤労感謝の日"));
    assert_eq!(ja(date(2100, 1, 1)), None);
}

#[test]
fn a_name_is_given_in_both_languages() {
    let culture = name(date(2026, 11, 3)).unwrap();
    assert_eq!((culture.ja.as_str(), culture.en.as_str()), ("文化の日", "Culture Day"));
}

#[test]
fn four_holidays_moved_to_mondays() {
    stands_alone(date(1999, 1, 15), "成人の日");
    stands_alone(date(2000, 1, 10), "成人の日");
    stands_alone(date(2002, 7, 20), "海の日");
    stands_alone(date(2003, 7, 21), "海の日");
    assert_eq!(ja(date(2003, 9, 15)).as_deref(), Some("敬老の日"));
    assert_eq!(ja(date(2004, 9, 15)), None);
    stands_alone(date(2000, 10, 9), "体育の日");
}

#[test]
fn a_holiday_on_a_sunday_was_not_made_up_for_before_april_1973() {
    assert_eq!(ja(date(1973, 2, 12)), None);
    assert_eq!(ja(date(1973, 4, 30)).as_deref(), Some("振替休日"));
}

#[test]
fn until_2006_only_the_monday_makes_up_for_a_sunday() {
    assert_eq!(ja(date(1998, 5, 4)).as_deref(), Some("振替休日"));
    assert_eq!(ja(date(1998, 5, 6)), None);
}

#[test]
fn since_2007_the_first_day_without_a_name_makes_up_for_a_sunday() {
    assert_eq!(ja(date(2026, 5, 3)).as_deref(), Some("憲法記念日"));
    assert_eq!(ja(date(2026, 5, 6)).as_deref(), Some("振替休日"));
    assert_eq!(ja(date(2026, 5, 7)), None);
    assert_eq!(ja(date(2027, 5, 6)), None);
}

#[test]
fn a_day_between_two_holidays_is_one_since_the_end_of_1985() {
    assert_eq!(ja(date(1985, 5, 4)), None);
    assert_eq!(ja(date(1986, 5, 4)), None, "a Sunday");
    assert_eq!(ja(date(1988, 5, 4)).as_deref(), Some("国民の休日"));
    assert_eq!(ja(date(2006, 5, 4)).as_deref(), Some("国民の休日"));
    assert_eq!(ja(date(2007, 5, 4)).as_deref(), Some("みどりの日"));
}

#[test]
fn in_some_septembers_a_day_stands_between_two_holidays() {
    assert_eq!(ja(date(2025, 9, 22)), None);
    assert_eq!(ja(date(2026, 9, 21)).as_deref(), Some("敬老の日"));
    assert_eq!(ja(date(2026, 9, 22)).as_deref(), Some("国民の休日"));
    assert_eq!(ja(date(2026, 9, 23)).as_deref(), Some("秋分の日"));
}

#[test]
fn the_emperors_birthday_changed_with_the_emperor() {
    assert_eq!(ja(date(1988, 4, 29)).as_deref(), Some("天皇誕生日"));
    assert_eq!(ja(date(1989, 4, 29)).as_deref(), Some("みどりの日"));
    assert_eq!(ja(date(2007, 4, 29)).as_deref(), Some("昭和の日"));
    assert_eq!(ja(date(2018, 12, 23)).as_deref(), Some("天皇誕生日"));
    assert_eq!(ja(date(2019, 2, 23)), None);
    assert_eq!(ja(date(2019, 12, 23)), None);
    assert_eq!(ja(date(2020, 2, 23)).as_deref(), Some("天皇誕生日"));
}

#[test]
fn the_accession_of_2019_made_ten_days_off() {
    assert_eq!(ja(date(2019, 4, 26)), None);
    assert_eq!(ja(date(2019, 4, 30)).as_deref(), Some("国民の休日"));
    assert_eq!(ja(date(2019, 5, 1)).as_deref(), Some("天皇の即位の日"));
    assert_eq!(ja(date(2019, 5, 2)).as_deref(), Some("国民の休日"));
    assert_eq!(ja(date(2019, 5, 6)).as_deref(), Some("振替休日"));
    assert_eq!(ja(date(2019, 5, 7)), None);
    stands_alone(date(2019, 10, 22), "即位礼正殿の儀");
    assert_eq!(ja(date(2020, 5, 1)), None);
}

#[test]
fn the_games_moved_three_holidays_in_2020_and_2021_only() {
    assert_eq!(ja(date(2020, 7, 23)).as_deref(), Some("海の日"));
    assert_eq!(ja(date(2020, 7, 24)).as_deref(), Some("スポーツの日"));
    assert_eq!(ja(date(2020, 7, 20)), None);
    stands_alone(date(2020, 8, 10), "山の日");
    assert_eq!(ja(date(2021, 7, 22)).as_deref(), Some("海の日"));
    assert_eq!(ja(date(2021, 7, 23)).as_deref(), Some("スポーツの日"));
    assert_eq!(ja(date(2021, 8, 9)).as_deref(), Some("振替休日"));
    assert_eq!(ja(date(2021, 8, 11)), None);
    assert_eq!(ja(date(2021, 10, 11)), None);
    stands_alone(date(2022, 10, 10), "スポーツの日");
}

#[test]
fn mountain_day_is_kept_since_2016() {
    assert_eq!(ja(date(2015, 8, 11)), None);
    stands_alone(date(2016, 8, 11), "山の日");
}
