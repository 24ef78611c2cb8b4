use super::own::{protocol_of, treatment_name};
use super::private::Private;
use crate::failure::Failure;
use crate::look::badge::{Badge, Tone};
use crate::look::empty::Empty;
use crate::look::timeline::{Entry, Tense, Timeline};
use crate::when;
use app::booking::{self, Visit};
use app::course::{Course, CourseSession};
use jiff::Timestamp;
use journey::slug::IndicationId;
use maud::{Markup, html};

/// The accepted courses: what was done, what is booked, what is planned and when it may be.
pub(super) async fn show(private: Private) -> Result<Markup, Failure> {
    let visits = private
        .read(|work, visit| match visit.patient {
            Some(patient) => booking::of_patient(work, patient),
            None => Ok(Vec::new()),
        })
        .await?;
    let words = private.words();
    let title = words.t("my-course-title");
    let content = html! {
        h1 { (title) }
        @if private.own.in_course() {
            p.lead { (words.t("my-course-lead")) }
        } @else {
            (Empty { title: &words.t("my-course-none"), text: &words.t("my-course-none-says"), action: None })
        }
        @for course in &private.own.courses { (one(&private, course, &visits)) }
    };
    Ok(private.page(&title, content))
}

fn one(private: &Private, course: &Course, visits: &[Visit]) -> Markup {
    let lang = private.guest.lang;
    let library = &private.world().library;
    let indication = IndicationId::parse(&course.indication).ok();
    let indication = protocol_of(library, &course.protocol)
        .zip(indication)
        .and_then(|(protocol, id)| protocol.indication(&id))
        .map_or("", |indication| indication.name.get(lang));
    let name = treatment_name(library, &course.protocol, lang);
    let lines: Vec<Line> = course.sessions.iter().filter_map(|session| Line::new(private, session, visits)).collect();
    let entries: Vec<Entry<'_>> = lines.iter().map(Line::entry).collect();
    html! {
        section {
            h2 { (name) }
            p.hint { (indication) }
            (Timeline { label: name, entries: &entries })
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
    /// A session that was dropped is no longer part of the way.
    fn new(private: &Private, session: &CourseSession, visits: &[Visit]) -> Option<Self> {
        let words = private.words();
        let at = session.visit.and_then(|id| visits.iter().find(|visit| visit.id == id)).map(|visit| visit.starts);
        let day = at.map_or(session.ideal, |at| private.world().date_of(at));
        let (tone, label) = match session.state.as_str() {
            "done" => (Tone::Cleared, words.t("my-session-done")),
            "booked" => (Tone::Information, words.t("my-session-booked")),
            "planned" => (Tone::Plain, words.t("my-session-planned")),
            _ => return None,
        };
        Some(Self {
            date: day.to_string(),
            shown: shown(private, session, at),
            title: words.with("my-session-number", &[("number", &session.number.to_string())]),
            body: html! { (Badge { tone, label: &label }) },
            tense: match tone {
                Tone::Cleared => Tense::Past,
                _ if at.is_some() && day == private.today() => Tense::Now,
                _ => Tense::Planned,
            },
        })
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

fn shown(private: &Private, session: &CourseSession, at: Option<Timestamp>) -> String {
    let (words, lang) = (private.words(), private.guest.lang);
    if let Some(at) = at {
        return when::moment(lang, private.zone(), at);
    }
    let earliest = when::date(lang, session.earliest);
    match session.latest {
        Some(latest) => words.with("my-between", &[("from", &earliest), ("until", &when::date(lang, latest))]),
        None => words.with("my-from", &[("from", &earliest)]),
    }
}
