//! Who holds which competence until when, and whose is about to lapse.

use super::Desk;
use crate::failure::Failure;
use crate::frame::{self, ConsolePage};
use crate::look::badge::{Badge, Tone};
use crate::look::table::{Align, Column, Table};
use crate::web::Web;
use crate::when;
use crate::wording::Wording;
use app::staff::{self, Competence, StaffMember};
use app::{AppError, Work};
use axum::Router;
use axum::routing::get;
use jiff::ToSpan;
use jiff::civil::Date;
use journey::id::StaffId;
use journey::staff::Tenure;
use journey::text::{Bilingual, Lang};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// A competence that ends within so many days is marked, so that there is time to renew it.
const NOTICE_DAYS: i32 = 60;

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/console/staff", get(show))
}

/// The names of members of staff, those who have left included.
#[derive(Clone, Default)]
pub(super) struct Names(BTreeMap<StaffId, Bilingual>);

impl Names {
    /// Looks up the names that a page will say.
    pub fn of(work: &mut Work<'_, '_>, ids: impl IntoIterator<Item = StaffId>) -> Result<Self, AppError> {
        let mut names = BTreeMap::new();
        for id in ids {
            if let std::collections::btree_map::Entry::Vacant(place) = names.entry(id) {
                place.insert(staff::by_id(work, id)?.name);
            }
        }
        Ok(Self(names))
    }

    /// A name, or a dash for somebody nobody looked up.
    pub fn get(&self, id: StaffId, lang: Lang) -> &str {
        self.0.get(&id).map_or("—", |name| name.get(lang))
    }
}

/// How a competence stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Standing {
    NotYet,
    Held,
    LapsesSoon,
    Lapsed,
}

fn standing(tenure: &Tenure, today: Date) -> Standing {
    let soon = today.saturating_add(NOTICE_DAYS.days());
    match tenure.until {
        Some(last) if last < today => Standing::Lapsed,
        _ if today < tenure.from => Standing::NotYet,
        Some(last) if last <= soon => Standing::LapsesSoon,
        _ => Standing::Held,
    }
}

async fn show(desk: Desk) -> Result<Markup, Failure> {
    let (members, held) = desk.read(load).await?;
    let words = desk.words();
    let title = words.t("team-title");
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let rows: Vec<Vec<Markup>> = members.iter().map(|member| row(&desk, member, &held, today)).collect();
    let columns = [words.t("team-name"), words.t("team-roles"), words.t("team-competences")];
    let columns: Vec<Column<'_>> = columns.iter().map(|label| Column { label, align: Align::Start }).collect();
    let content = html! {
        h1 { (title) }
        p { (words.t("team-intro")) }
        (Table { caption: &words.t("team-caption"), columns: &columns, rows: &rows })
    };
    Ok(frame::console(&desk, &ConsolePage { name: "team", title: &title }, content))
}

fn load(work: &mut Work<'_, '_>) -> Result<(Vec<StaffMember>, Vec<Competence>), AppError> {
    work.actor.manager()?;
    Ok((staff::all(work)?, staff::competences(work)?))
}

fn row(desk: &Desk, member: &StaffMember, held: &[Competence], today: Date) -> Vec<Markup> {
    let words = desk.words();
    let roles: Vec<String> = member.roles.iter().map(|role| words.t(&format!("role-{}", role.code()))).collect();
    let mine: Vec<&Competence> = held.iter().filter(|one| one.staff == member.id).collect();
    let competences = html! {
        @if mine.is_empty() { span.hint { (words.t("team-none")) } }
        ul.plain { @for one in mine { li { (competence(desk, one, today)) } } }
    };
    vec![html! { (member.name.get(desk.lang)) }, html! { (roles.join(&words.t("list-comma"))) }, competences]
}

fn competence(desk: &Desk, held: &Competence, today: Date) -> Markup {
    let words = desk.words();
    let named = desk.web.app.world().library.competences.iter().find(|one| one.id.as_str() == held.id);
    let until = match held.tenure.until {
        Some(last) => words.with("team-until", &[("date", &when::date(desk.lang, last))]),
        None => words.t("team-no-end"),
    };
    html! {
        strong { (named.map_or(held.id.as_str(), |one| one.name.get(desk.lang))) } " " (until) " "
        (badge(words, standing(&held.tenure, today)))
        @if !held.evidence.is_empty() { span.hint { " " (held.evidence) } }
    }
}

fn badge(words: Wording, standing: Standing) -> Markup {
    let (tone, label) = match standing {
        Standing::NotYet => (Tone::Plain, words.t("team-not-yet")),
        Standing::Held => (Tone::Cleared, words.t("team-held")),
        Standing::LapsesSoon => (Tone::Caution, words.t("team-lapses-soon")),
        Standing::Lapsed => (Tone::Refusal, words.t("team-lapsed")),
    };
    html! { (Badge { tone, label: &label }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn until(last: Option<Date>) -> Standing {
        standing(&Tenure { from: date(2025, 4, 1), until: last }, date(2026, 11, 22))
    }

    #[test]
    fn a_competence_without_an_end_is_held() {
        assert_eq!(until(None), Standing::Held);
    }

    #[test]
    fn a_competence_is_marked_sixty_days_before_it_lapses_and_not_on_the_day_before_that() {
        assert_eq!(until(Some(date(2027, 1, 21))), Standing::LapsesSoon);
        assert_eq!(until(Some(date(2027, 1, 22))), Standing::Held);
    }

    #[test]
    fn a_competence_lapses_on_the_day_after_its_last() {
        assert_eq!(until(Some(date(2026, 11, 22))), Standing::LapsesSoon);
        assert_eq!(until(Some(date(2026, 11, 21))), Standing::Lapsed);
    }

    #[test]
    fn a_competence_that_begins_tomorrow_is_not_held_yet() {
        let tenure = Tenure { from: date(2026, 11, 23), until: None };
        assert_eq!(standing(&tenure, date(2026, 11, 22)), Standing::NotYet);
    }
}
