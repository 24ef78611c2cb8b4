use crate::when;
use crate::wording::Wording;
use app::booking::{Away, Because, Missing, Stretch, Why};
use app::roster::ResourceKind;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use maud::{Markup, html};

/// The times of a day that are not offered, each with what stands against it and when the next is free.
pub(crate) fn closed_times(words: Wording, zone: &TimeZone, stretches: &[Stretch]) -> Markup {
    html! {
        @if !stretches.is_empty() {
            details.closed-times {
                summary { (words.t("closed-title")) }
                ul.plain { @for stretch in stretches { li { (one(words, zone, stretch)) } } }
            }
        }
    }
}

fn one(words: Wording, zone: &TimeZone, stretch: &Stretch) -> Markup {
    let whole_day = stretch.why.iter().any(|why| matches!(why, Why::House(_)));
    let reasons: Vec<String> = match stretch.why.iter().any(runs_over) {
        true => vec![words.t("closed-hours")],
        false => stretch.why.iter().map(|why| reason(words, why)).collect(),
    };
    let times = match stretch.from == stretch.to {
        true => when::time(zone, stretch.from),
        false => format!("{}–{}", when::time(zone, stretch.from), when::time(zone, stretch.to)),
    };
    html! {
        @if !whole_day { strong { (times) } " " }
        (reasons.join(&words.t("closed-and")))
        @if let Some(opens) = stretch.opens {
            " " span.hint { (words.with("closed-opens", &[("when", &next(words, zone, stretch.to, opens))])) }
        }
    }
}

/// Whether the visit would end after the house does: then rooms are closed, and nothing else matters.
fn runs_over(why: &Why) -> bool {
    matches!(why, Why::Missing(missing) if missing.kind != ResourceKind::Practitioner && missing.because == Because::OffDuty)
}

/// The next free start: its time alone where it is on the same day.
fn next(words: Wording, zone: &TimeZone, after: Timestamp, opens: Timestamp) -> String {
    let day = |at: Timestamp| at.to_zoned(zone.clone()).date();
    if day(after) == day(opens) { when::time(zone, opens) } else { when::moment(words.lang(), zone, opens) }
}

fn reason(words: Wording, why: &Why) -> String {
    match why {
        Why::House(Some(holiday)) => words.with("closed-holiday", &[("name", holiday.get(words.lang()))]),
        Why::House(None) => words.t("closed-house"),
        Why::Notice => words.t("closed-notice"),
        Why::Horizon => words.t("closed-horizon"),
        Why::Missing(missing) => missing_in_words(words, missing),
    }
}

fn missing_in_words(words: Wording, missing: &Missing) -> String {
    let kind = words.t(&format!("closed-kind-{}", missing.kind.code()));
    let who = missing.only.as_ref().map_or(kind.as_str(), |name| name.get(words.lang()));
    let key = match missing.because {
        Because::Visit => "closed-visit",
        Because::Held => "closed-held",
        Because::OffDuty => "closed-off-duty",
        Because::Nobody => "closed-nobody",
        Because::Away(Away::Block) => "closed-block",
        Because::Away(Away::Maintenance) => "closed-maintenance",
        Because::Away(Away::OutOfOrder) => "closed-out-of-order",
        Because::Away(Away::Leave) => "closed-leave",
    };
    words.with(key, &[("who", who)])
}
