use crate::console::Desk;
use crate::when;
use app::roster::repair::{Bound, Hindrance, Reason};
use jiff::Timestamp;

/// Why a visit goes where it goes, as one line.
pub(super) fn reasons(desk: &Desk, reasons: &[Reason]) -> String {
    let told: Vec<String> = reasons.iter().map(|reason| self::reason(desk, *reason)).collect();
    told.join(&desk.words().t("repair-and"))
}

fn reason(desk: &Desk, reason: Reason) -> String {
    let words = desk.words();
    match reason {
        Reason::Chosen => words.t("repair-chosen"),
        Reason::SameTime => words.t("repair-same-time"),
        Reason::SameDay => words.t("repair-same-day"),
        Reason::NotBefore(day) => words.with("repair-not-before", &[("day", &when::short_date(desk.lang, day))]),
        Reason::NotAfter(day) => words.with("repair-not-after", &[("day", &when::short_date(desk.lang, day))]),
        Reason::NearestDay => words.t("repair-nearest-day"),
        Reason::Easiest => words.t("repair-easiest"),
        Reason::EasierTaken => words.t("repair-easier-taken"),
        Reason::SamePeople => words.t("repair-same-people"),
        Reason::OtherPeople => words.t("repair-other-people"),
        Reason::SameTimeOfDay => words.t("repair-same-hour"),
    }
}

/// Why a visit finds no time.
pub(super) fn hindrance(desk: &Desk, hindrance: Hindrance) -> String {
    desk.words().t(match hindrance {
        Hindrance::Wished => "repair-call-wished",
        Hindrance::TooNear => "repair-call-too-near",
        Hindrance::NobodyFree => "repair-call-nobody",
        Hindrance::OthersFirst => "repair-call-others",
    })
}

/// What is known of other proposals.
pub(super) fn bound(desk: &Desk, bound: Bound) -> String {
    match bound {
        Bound::Least => desk.words().t("repair-least"),
        Bound::Within { days } => desk.words().count("repair-within", i64::try_from(days).unwrap_or(i64::MAX)),
    }
}

/// A day and a time without the year.
pub(super) fn moment(desk: &Desk, at: Timestamp) -> String {
    let world = desk.web.app.world();
    format!("{} {}", when::short_date(desk.lang, world.date_of(at)), when::time(&world.zone, at))
}
