//! Days, times and series in words.

use super::calendar::{Calendar, Kind};
use super::course::CourseFile;
use journey::text::Lang;

const WEEKDAYS: [[&str; 7]; 2] =
    [["月", "火", "水", "木", "金", "土", "日"], ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]];

/// A day with its weekday.
pub(super) fn day(calendar: &Calendar, day: u32, lang: Lang) -> String {
    let weekday = usize::from(calendar.weekday(day));
    match lang {
        Lang::Ja => format!("{day}日目（{}）", WEEKDAYS[0][weekday]),
        Lang::En => format!("day {day} ({})", WEEKDAYS[1][weekday]),
    }
}

/// A time of the day.
pub(super) fn time(calendar: &Calendar, tick: u32) -> String {
    let minutes = calendar.time(tick) * (1440 / calendar.ticks_per_day);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A series by its number and treatment.
pub(super) fn series(file: &CourseFile, place: usize, lang: Lang) -> String {
    let series = &file.series[place];
    let name = &file.calendar.services[series.service].name;
    match lang {
        Lang::Ja => format!("シリーズ{}（{name}）", series.id),
        Lang::En => format!("series {} ({name})", series.id),
    }
}

/// So many days.
pub(super) fn days(number: u32, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Ja, _) => format!("{number}日"),
        (Lang::En, 1) => "1 day".to_owned(),
        (Lang::En, _) => format!("{number} days"),
    }
}

/// So many points.
pub(super) fn points(number: u64, lang: Lang) -> String {
    match (lang, number) {
        (Lang::Ja, _) => format!("{number}点"),
        (Lang::En, 1) => "1 point".to_owned(),
        (Lang::En, _) => format!("{number} points"),
    }
}

/// A kind of resource.
pub(super) const fn kind(kind: Kind, lang: Lang) -> &'static str {
    match (lang, kind) {
        (Lang::Ja, Kind::Practitioner) => "施術者",
        (Lang::Ja, Kind::Room) => "部屋",
        (Lang::Ja, Kind::Device) => "機器",
        (Lang::En, kind) => kind.word(),
    }
}

/// A sentence begins with a capital letter.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
