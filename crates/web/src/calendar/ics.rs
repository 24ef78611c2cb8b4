use crate::wording::Wording;
use app::calendar_feed::{Entry, Feed, Standing, Subject};
use app::clinic::Particulars;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use jiff::Timestamp;

/// How often a calendar should ask again: four times an hour.
const REFRESH: &str = "PT15M";

/// An instant in UTC as calendars write it: `20261126T013000Z`. Every program turns it into its own wall time, so no
/// zone has to be described, and none can be described wrongly.
pub(crate) fn stamp(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// A feed as text. The same feed is always the same text: every instant in it comes from the visits.
pub(super) fn written(feed: &Feed, about: &Particulars) -> String {
    let name = about.name.get(feed.language);
    let title = match feed.subject {
        Subject::Patient(_) => name.to_owned(),
        Subject::Practitioner(_) => Wording(feed.language).with("calendar-name", &[("clinic", name)]),
    };
    let mut calendar = named(&title);
    for entry in &feed.entries {
        calendar.push(event(feed, entry, about));
    }
    calendar.to_string()
}

/// A calendar of that name without entries.
fn named(title: &str) -> Calendar {
    let mut name = Property::new("X-WR-CALNAME", title);
    name.add_parameter("VALUE", "TEXT");
    let mut refresh = Property::new("REFRESH-INTERVAL", REFRESH);
    refresh.add_parameter("VALUE", "DURATION");
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Suhada//Visits//EN"))
        .append_property(Property::new("METHOD", "PUBLISH"))
        .append_property(name.done())
        .append_property(refresh.done())
        .append_property(Property::new("X-PUBLISHED-TTL", REFRESH));
    calendar
}

fn event(feed: &Feed, entry: &Entry, about: &Particulars) -> Event {
    let changed = stamp(entry.changed);
    let mut event = Event::with_uid(&uid(feed.subject, entry));
    event
        .summary(&summary(feed, entry, about))
        .sequence(u32::try_from(entry.sequence).unwrap_or(0))
        .status(match entry.standing {
            Standing::Confirmed => EventStatus::Confirmed,
            Standing::Cancelled => EventStatus::Cancelled,
        })
        .add_property("DTSTAMP", &changed)
        .add_property("LAST-MODIFIED", &changed)
        .add_property("DTSTART", stamp(entry.starts))
        .add_property("DTEND", stamp(entry.ends));
    if let Subject::Patient(_) = feed.subject {
        event.location(&format!("{} {}", about.address.get(feed.language), about.floor.get(feed.language)));
    }
    event.done()
}

/// The same for one visit as long as it is in the feed, whatever address the site has.
fn uid(subject: Subject, entry: &Entry) -> String {
    let kind = match subject {
        Subject::Practitioner(_) => "practitioner",
        Subject::Patient(_) => "patient",
    };
    format!("{}-{kind}@visits.suhada", entry.visit)
}

/// Calendars are shared and shown on screens: a patient's entry names the clinic, a practitioner's at most the service.
fn summary(feed: &Feed, entry: &Entry, about: &Particulars) -> String {
    let words = Wording(feed.language);
    match feed.subject {
        Subject::Patient(_) => about.name.get(feed.language).to_owned(),
        Subject::Practitioner(_) if entry.services.is_empty() => words.t("calendar-entry"),
        Subject::Practitioner(_) => {
            let names: Vec<&str> = entry.services.iter().map(|name| name.get(feed.language)).collect();
            names.join(&words.t("list-comma"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_marks_of_the_format_stays_one_line_and_one_value() {
        let text = named("肌, 髪; 爪\n皮膚科").to_string();
        assert!(text.contains("X-WR-CALNAME;VALUE=TEXT:肌\\, 髪\\; 爪\\n皮膚科\r\n"), "{text}");
    }

    #[test]
    fn an_instant_is_written_in_utc() {
        assert_eq!(stamp("2026-11-26T10:30:00+09:00".parse().unwrap()), "20261126T013000Z");
    }
}
