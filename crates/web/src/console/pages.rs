//! The public pages: which are open, which are withheld, and what is missing on them.

mod notice;
mod remark;

pub(super) use notice::notice;

use super::Desk;
use crate::failure::Failure;
use crate::frame::{ConsolePage, console};
use crate::gate::{self, Judged, Remark, Standing};
use crate::look::badge::{Badge, Tone};
use crate::look::notice::Notice;
use crate::look::table::{Align, Column, Table};
use crate::web::Web;
use crate::when;
use crate::wording::Wording;
use axum::Router;
use axum::routing::get;
use journey::text::Lang;
use maud::{Markup, Render, html};

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/console/pages", get(show))
}

/// How a page is told of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum State {
    /// Visitors do not get it.
    Withheld,
    /// It is open, and a person should look at something.
    Remarks,
    /// It is open, and no rule says anything.
    Open,
}

impl State {
    fn of(judged: &Judged) -> Self {
        match (judged.verdict.standing(), judged.verdict.remarks.is_empty()) {
            (Standing::Withheld, _) => Self::Withheld,
            (Standing::Open, false) => Self::Remarks,
            (Standing::Open, true) => Self::Open,
        }
    }

    fn badge(self, words: Wording) -> Markup {
        let (tone, label) = match self {
            Self::Withheld => (Tone::Refusal, words.t("gate-withheld-state")),
            Self::Remarks => (Tone::Information, words.t("gate-remarks-state")),
            Self::Open => (Tone::Plain, words.t("gate-open-state")),
        };
        Badge { tone, label: &label }.render()
    }
}

async fn show(desk: Desk) -> Result<Markup, Failure> {
    desk.read(|work| work.actor.publisher().map(|_| ())).await?;
    let mut judged = gate::survey(&desk.web).await;
    judged.sort_by_key(State::of);
    let words = desk.words();
    let title = words.t("gate-pages-title");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("gate-pages-lead")) }
        p { (stamp(&desk)) }
        (summary(words, &judged))
        (withheld(&desk, &judged))
        (remarked(&desk, &judged))
        h2 { (words.t("gate-all-pages")) }
        (list(&desk, &judged))
    };
    Ok(console(&desk, &ConsolePage { name: "pages", title: &title }, content))
}

/// By which rules, on which day; never that a page is lawful.
fn stamp(desk: &Desk) -> String {
    let today = gate::today(&desk.web);
    let stamp = desk.web.gate.stamp(today);
    desk.words().with("gate-stamp", &[("rules", &stamp.ruleset), ("date", &when::date(desk.lang, today))])
}

fn summary(words: Wording, judged: &[Judged]) -> Markup {
    let withheld = judged.iter().filter(|one| State::of(one) == State::Withheld).count();
    let (tone, title) = if withheld == 0 {
        (Tone::Plain, words.t("gate-none-withheld"))
    } else {
        (Tone::Caution, words.count("gate-some-withheld", i64::try_from(withheld).unwrap_or(i64::MAX)))
    };
    let body = html! { @if withheld > 0 { p { (words.t("gate-some-withheld-text")) } } };
    Notice { tone, title: &title, body }.render()
}

/// The pages that are withheld, each with everything that the rules say about it.
fn withheld(desk: &Desk, judged: &[Judged]) -> Markup {
    let withheld: Vec<&Judged> = of_state(judged, State::Withheld).collect();
    html! {
        @if !withheld.is_empty() {
            section {
                h2 { (desk.words().t("gate-withheld-pages")) }
                @for one in withheld { (remark::of_page(desk, one)) }
            }
        }
    }
}

/// What the rules say about pages that are open: the same words are told of once, with every page that they stand on.
fn remarked(desk: &Desk, judged: &[Judged]) -> Markup {
    let mut alike: Vec<(&Remark, Vec<&str>)> = Vec::new();
    for one in of_state(judged, State::Remarks) {
        for remark in &one.verdict.remarks {
            match alike.iter_mut().find(|(known, _)| *known == remark) {
                Some((_, pages)) if pages.contains(&one.path.as_str()) => {}
                Some((_, pages)) => pages.push(&one.path),
                None => alike.push((remark, vec![&one.path])),
            }
        }
    }
    html! {
        @if !alike.is_empty() {
            section {
                h2 { (desk.words().t("gate-remarks-pages")) }
                @for (remark, pages) in &alike { (remark::on_pages(desk, remark, pages)) }
            }
        }
    }
}

fn of_state(judged: &[Judged], state: State) -> impl Iterator<Item = &Judged> {
    judged.iter().filter(move |one| State::of(one) == state)
}

fn list(desk: &Desk, judged: &[Judged]) -> Markup {
    let words = desk.words();
    let labels = ["gate-page", "gate-language", "gate-state", "gate-remarks"].map(|key| words.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = judged
        .iter()
        .map(|one| {
            vec![
                html! { a href=(one.path) { (one.path) } },
                html! { (language(words, one.lang)) },
                State::of(one).badge(words),
                html! { (one.verdict.remarks.len()) },
            ]
        })
        .collect();
    Table { caption: &words.t("gate-all-pages"), columns: &columns, rows: &rows }.render()
}

fn language(words: Wording, lang: Lang) -> String {
    match lang {
        Lang::Ja => words.t("gate-japanese"),
        Lang::En => words.t("gate-english"),
    }
}
