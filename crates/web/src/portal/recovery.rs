use super::own::{Own, treatment_name};
use super::private::Private;
use crate::look::action::{LinkAction, Weight};
use crate::look::empty::Empty;
use crate::look::timeline::{Entry, Tense, Timeline};
use crate::when;
use app::recovery::CheckIn;
use app::session::Record;
use jiff::Timestamp;
use maud::{Markup, html};

/// Where a check-in stands for the person who answers it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Standing {
    Answered,
    Due,
    /// It fell due, and so did a later one, which asks for the same.
    PassedOver,
    Coming,
}

fn standing(check_in: &CheckIn, latest_due: Option<&CheckIn>, now: Timestamp) -> Standing {
    match latest_due {
        _ if check_in.triage.is_some() => Standing::Answered,
        _ if check_in.due_at > now => Standing::Coming,
        Some(latest) if latest.id == check_in.id => Standing::Due,
        _ => Standing::PassedOver,
    }
}

/// The check-in that waits for an answer after a session: the latest that has fallen due, unless it was answered.
fn latest_due<'a>(own: &'a Own, record: &Record, now: Timestamp) -> Option<&'a CheckIn> {
    let latest = own.check_ins_after(record.id).rev().find(|check_in| check_in.due_at <= now);
    latest.filter(|check_in| check_in.triage.is_none())
}

/// The check-in that waits for an answer, after the newest session that has one.
pub(super) fn due(own: &Own, now: Timestamp) -> Option<&CheckIn> {
    own.sessions.iter().find_map(|record| latest_due(own, record, now))
}

/// Every check-in in its order: answered, due, coming.
pub(super) async fn show(private: Private) -> Markup {
    let words = private.words();
    let title = words.t("my-recovery-title");
    let content = html! {
        h1 { (title) }
        p.lead { (words.with("my-check-in-call", &[("phone", private.phone())])) }
        @if !private.own.heals() {
            (Empty { title: &words.t("my-recovery-none"), text: &words.t("my-recovery-none-says"), action: None })
        }
        @for record in &private.own.sessions { (after(&private, record)) }
    };
    private.page(&title, content)
}

fn after(private: &Private, record: &Record) -> Markup {
    let (words, lang) = (private.words(), private.guest.lang);
    let check_ins: Vec<&CheckIn> = private.own.check_ins_after(record.id).collect();
    let Some(ended) = record.ended_at.filter(|_| !check_ins.is_empty()) else { return Markup::default() };
    let on = when::date(lang, private.world().date_of(ended));
    let name = treatment_name(&private.world().library, &record.protocol, lang);
    let label = words.with("my-recovery-after", &[("date", &on)]);
    let waits = latest_due(&private.own, record, private.now());
    let lines: Vec<Line> = check_ins.iter().map(|one| Line::new(private, one, waits)).collect();
    let entries: Vec<Entry<'_>> = lines.iter().map(Line::entry).collect();
    html! {
        section {
            h2 { (name) }
            p.hint { (label) }
            (Timeline { label: &label, entries: &entries })
        }
    }
}

struct Line {
    date: String,
    shown: String,
    title: String,
    body: Markup,
    tense: Tense,
}

impl Line {
    fn new(private: &Private, check_in: &CheckIn, waits: Option<&CheckIn>) -> Self {
        let words = private.words();
        let day = private.world().date_of(check_in.due_at);
        let standing = standing(check_in, waits, private.now());
        Self {
            date: day.to_string(),
            shown: when::short_date(private.guest.lang, day),
            title: words.with("my-check-in-day", &[("day", &check_in.day.to_string())]),
            body: body(private, check_in, standing),
            tense: match standing {
                Standing::Answered | Standing::PassedOver => Tense::Past,
                Standing::Due => Tense::Now,
                Standing::Coming => Tense::Planned,
            },
        }
    }

    fn entry(&self) -> Entry<'_> {
        Entry {
            date: &self.date,
            shown: &self.shown,
            title: &self.title,
            body: Some(self.body.clone()),
            tense: self.tense,
        }
    }
}

fn body(private: &Private, check_in: &CheckIn, standing: Standing) -> Markup {
    let words = private.words();
    let href = private.to(&format!("recovery/{}", check_in.id));
    match standing {
        Standing::Answered => html! { p { a href=(href) { (words.t("my-check-in-see")) } } },
        Standing::Due => html! {
            p { (words.t("my-check-in-due-says")) }
            (LinkAction { label: &words.t("my-check-in-answer"), href: &href, weight: Weight::Primary })
        },
        Standing::PassedOver => html! { p.hint { (words.t("my-check-in-passed")) } },
        Standing::Coming => html! {
            p.hint { (words.with("my-check-in-from", &[("when", &when::moment(private.guest.lang, private.zone(), check_in.due_at))])) }
        },
    }
}
