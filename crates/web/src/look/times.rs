//! The times of a day, by part of the day.

use maud::{Markup, Render, html};

/// What pressing a time does.
#[derive(Clone, Copy, Debug)]
pub enum Press<'a> {
    /// It opens a page.
    Opens(&'a str),
    /// It sends the form around the list, with this name and value.
    Sends(&'a str, &'a str),
}

/// One time that can be taken.
#[derive(Clone, Copy, Debug)]
pub struct Time<'a> {
    /// As in `10:05`.
    pub shown: &'a str,
    /// A word beside it, such as the practitioner.
    pub note: Option<&'a str>,
    /// What pressing it does.
    pub press: Press<'a>,
}

/// The times of one part of the day.
#[derive(Clone, Copy, Debug)]
pub struct PartOfDay<'a> {
    /// Its name.
    pub title: &'a str,
    /// Its times; none is said in words.
    pub times: &'a [Time<'a>],
    /// What is said where there is none.
    pub none: &'a str,
}

/// The times of a day.
#[derive(Clone, Copy, Debug)]
pub struct Times<'a> {
    /// The parts, in order.
    pub parts: &'a [PartOfDay<'a>],
}

impl Render for Times<'_> {
    fn render(&self) -> Markup {
        html! { div.times { @for part in self.parts { (section(part)) } } }
    }
}

fn section(part: &PartOfDay) -> Markup {
    html! {
        section {
            h3 { (part.title) }
            @if part.times.is_empty() { p.hint { (part.none) } }
            @else { ul { @for time in part.times { li { (entry(time)) } } } }
        }
    }
}

fn entry(time: &Time) -> Markup {
    let words = html! {
        span.clock { (time.shown) }
        @if let Some(note) = time.note { " " span.note { (note) } }
    };
    match time.press {
        Press::Opens(href) => html! { a href=(href) { (words) } },
        Press::Sends(name, value) => html! { button type="submit" name=(name) value=(value) { (words) } },
    }
}

/// The time that is being held, visible on every page until it is booked.
#[derive(Clone, Debug)]
pub struct Held<'a> {
    /// What is held: treatment, day, time.
    pub what: &'a str,
    /// Until when ("14:20まで確保しています").
    pub until: &'a str,
    /// The way to let it go or to hold it longer.
    pub action: Option<Markup>,
}

impl Render for Held<'_> {
    fn render(&self) -> Markup {
        html! {
            div.held {
                p { strong { (self.what) } }
                p { (self.until) }
                @if let Some(action) = &self.action { (action) }
            }
        }
    }
}
