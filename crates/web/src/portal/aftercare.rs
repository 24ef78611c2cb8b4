use super::own::{protocol_of, treatment_name};
use super::private::Private;
use crate::look::definition::Definitions;
use crate::look::empty::Empty;
use crate::when;
use app::World;
use app::session::Record;
use jiff::{SignedDuration, Timestamp};
use journey::catalogue::{Aftercare, CareEnd, HoursSince, Since};
use journey::facts::AsOf;
use journey::period::Period;
use maud::{Markup, html};

/// One piece of aftercare with its times.
struct Task<'a> {
    care: &'a Aftercare,
    from: Timestamp,
    until: Option<Timestamp>,
}

/// Where a task stands at an instant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Turn {
    Now,
    Later,
    Over,
}

impl Task<'_> {
    fn turn(&self, now: Timestamp) -> Turn {
        match self.until {
            Some(until) if until <= now => Turn::Over,
            _ if now < self.from => Turn::Later,
            _ => Turn::Now,
        }
    }
}

/// What to do and what to leave after the newest visit, by the clock.
pub(super) async fn show(private: Private) -> Markup {
    let words = private.words();
    let title = words.t("my-aftercare-title");
    let newest = private.own.sessions.first();
    let content = html! {
        h1 { (title) }
        @if let Some(newest) = newest {
            p.lead { (words.t("my-aftercare-lead")) }
            @for record in private.own.sessions.iter().filter(|record| record.visit == newest.visit) {
                (of_session(&private, record))
            }
            p.hint { (words.with("my-check-in-call", &[("phone", private.phone())])) }
        } @else {
            (Empty { title: &words.t("my-aftercare-none"), text: &words.t("my-aftercare-none-says"), action: None })
        }
    };
    private.page(&title, content)
}

fn of_session(private: &Private, record: &Record) -> Markup {
    let words = private.words();
    let library = &private.world().library;
    let (Some(protocol), Some(ended)) = (protocol_of(library, &record.protocol), record.ended_at) else {
        return Markup::default();
    };
    let (now, world) = (private.now(), private.world());
    let known = AsOf::new(library.facts(), &private.own.facts, world.date_of(ended));
    let mut tasks: Vec<Task<'_>> = protocol
        .catalogue
        .aftercare
        .iter()
        .filter(|care| care.evidence.acts() && care.fits(&known))
        .map(|care| Task {
            care,
            from: care.from.map_or(ended, |from| after(world, ended, from)),
            until: match &care.until {
                Some(CareEnd::At(until)) => Some(after(world, ended, *until)),
                Some(CareEnd::Event { .. }) | None => None,
            },
        })
        .collect();
    tasks.sort_by_key(|task| (task.from, task.until));
    let name = treatment_name(library, &record.protocol, private.guest.lang);
    let ended = when::moment(private.guest.lang, private.zone(), ended);
    let groups = [
        (Turn::Now, words.t("my-aftercare-now")),
        (Turn::Later, words.t("my-aftercare-later")),
        (Turn::Over, words.t("my-aftercare-over")),
    ];
    html! {
        section {
            h2 { (name) }
            p.hint { (words.with("my-aftercare-after", &[("when", &ended)])) }
            @for (turn, heading) in &groups {
                (group(private, heading, tasks.iter().filter(|task| task.turn(now) == *turn)))
            }
        }
    }
}

/// Hours run from the minute of the end; months end with the first instant of a day in the clinic's zone.
fn after(world: &World, ended: Timestamp, since: Since) -> Timestamp {
    match since {
        Since::Hours(hours) => hours_after(ended, hours),
        Since::Months { months } => world.midnight(Period::Months(months).after(world.date_of(ended))),
    }
}

fn hours_after(ended: Timestamp, HoursSince(hours): HoursSince) -> Timestamp {
    ended.checked_add(SignedDuration::from_hours(i64::from(hours))).unwrap_or(Timestamp::MAX)
}

fn group<'a>(private: &Private, heading: &str, tasks: impl Iterator<Item = &'a Task<'a>>) -> Markup {
    let lang = private.guest.lang;
    let owned: Vec<(String, &str)> = tasks.map(|task| (span(private, task), task.care.says.get(lang))).collect();
    let items: Vec<(&str, Markup)> = owned.iter().map(|(when, says)| (when.as_str(), html! { (says) })).collect();
    html! {
        @if !items.is_empty() {
            h3 { (heading) }
            (Definitions { items: &items })
        }
    }
}

/// From when until when, as far as both are known and still of interest.
fn span(private: &Private, task: &Task<'_>) -> String {
    let (words, now) = (private.words(), private.now());
    let at = |at: Timestamp| {
        let day = when::short_date(private.guest.lang, private.world().date_of(at));
        format!("{day} {}", when::time(private.zone(), at))
    };
    let from = at(task.from);
    if let Some(CareEnd::Event { event }) = &task.care.until {
        return event.get(private.guest.lang).to_owned();
    }
    match task.until {
        Some(until) if task.from <= now => words.with("my-until", &[("until", &at(until))]),
        Some(until) => words.with("my-from-until", &[("from", &from), ("until", &at(until))]),
        None => words.with("my-from", &[("from", &from)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::evidence::{Confidence, Evidence, Force};
    use journey::text::Bilingual;

    fn turn_at(hours: u32, minutes: i64) -> Turn {
        let evidence =
            Evidence { source: Vec::new(), confidence: Confidence::House, conflict: Vec::new(), force: Force::Acts };
        let says = Bilingual::new("", "");
        let care = Aftercare { says, when: None, from: None, until: None, evidence };
        let ended: Timestamp = "2026-11-22T02:00:00Z".parse().unwrap();
        let at = |hours| hours_after(ended, HoursSince(hours));
        let task = Task { care: &care, from: at(24), until: Some(at(72)) };
        let now = at(hours).checked_add(SignedDuration::from_mins(minutes)).unwrap();
        task.turn(now)
    }

    #[test]
    fn a_task_begins_at_its_hour_and_not_a_minute_sooner() {
        assert_eq!([turn_at(24, -1), turn_at(24, 0)], [Turn::Later, Turn::Now]);
    }

    #[test]
    fn a_task_is_over_at_the_hour_at_which_it_ends() {
        assert_eq!([turn_at(72, -1), turn_at(72, 0)], [Turn::Now, Turn::Over]);
    }
}
