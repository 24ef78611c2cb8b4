use super::offered::{self, Offer, Offered};
use super::page::{SitePage, page};
use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::definition::Definitions;
use crate::look::head::Robots;
use app::staff::{self, Competence, StaffMember};
use app::{AppError, Work};
use maud::{Markup, html};

const EXAMINATION: &str = "examination";
/// Competences that nearly every treatment asks for.
const GENERAL: [&str; 3] = ["nursing", EXAMINATION, "counselling"];

/// Who works here, with what each may do today.
struct People {
    staff: Vec<StaffMember>,
    held: Vec<Competence>,
    offer: Offer,
}

fn load(work: &mut Work<'_, '_>) -> Result<People, AppError> {
    let today = work.today();
    let mut held = staff::competences(work)?;
    held.retain(|one| one.tenure.holds_on(today));
    let mut staff = staff::all(work)?;
    staff.retain(|member| member.listed);
    Ok(People { staff, held, offer: offered::load(work)? })
}

/// The people of the clinic.
pub(super) async fn show(guest: Guest) -> Result<Markup, Failure> {
    let people = guest.read(load).await?;
    let people = People { offer: people.offer.shown_to(&guest), ..people };
    let words = guest.words();
    let (title, lead) = (words.t("site-practitioners-title"), words.t("site-practitioners-lead"));
    let content = html! {
        h1 { (title) }
        p.lead { (lead) }
        @for member in &people.staff { (person(&guest, &people, member)) }
    };
    let about = SitePage {
        name: "practitioners",
        title: &title,
        description: &lead,
        crumbs: &[(&title, None)],
        robots: Robots::Index,
        about: None,
    };
    Ok(page(&guest, about, content))
}

fn person(guest: &Guest, people: &People, member: &StaffMember) -> Markup {
    let (words, lang) = (guest.words(), guest.lang);
    let held: Vec<&str> = people.held.iter().filter(|one| one.staff == member.id).map(|one| one.id.as_str()).collect();
    let (since, may, sees) = (words.t("site-since-label"), words.t("site-competences"), words.t("site-sees-for"));
    let mut facts: Vec<(&str, Markup)> = Vec::new();
    if let Some(year) = member.profile.since {
        facts.push((&since, html! { (words.with("site-since", &[("year", &year.to_string())])) }));
    }
    let general: Vec<&str> = held.iter().copied().filter(|one| GENERAL.contains(one)).collect();
    if !general.is_empty() {
        facts.push((&may, html! { (competences(guest, &general)) }));
    }
    let treatments: Vec<&Offered> = people.offer.treatments.iter().filter(|one| serves(&held, one)).collect();
    if !treatments.is_empty() {
        facts.push((&sees, links(guest, &treatments)));
    }
    html! {
        section.person id=(member.login) {
            h2 { (member.name.get(lang)) }
            p { (member.profile.title.get(lang)) }
            p { (member.profile.bio.get(lang)) }
            (Definitions { items: &facts })
        }
    }
}

/// Whether one of the competences is asked for by this treatment and by none of the general kind; where only those are
/// asked for, whoever examines hands the treatment out.
fn serves(held: &[&str], one: &Offered) -> bool {
    let asked = || one.service.segments.iter().filter_map(|segment| segment.practitioner.as_deref());
    let special: Vec<&str> = asked().filter(|need| !GENERAL.contains(need)).collect();
    if special.is_empty() {
        return held.contains(&EXAMINATION) && asked().any(|need| need == EXAMINATION);
    }
    special.iter().any(|need| held.contains(need))
}

fn competences(guest: &Guest, held: &[&str]) -> String {
    let known = &guest.web.app.world().library.competences;
    let names = known.iter().filter(|one| held.contains(&one.id.as_str())).map(|one| one.name.get(guest.lang));
    names.collect::<Vec<_>>().join(&guest.words().t("site-list-separator"))
}

fn links(guest: &Guest, treatments: &[&Offered]) -> Markup {
    html! {
        nav aria-label=(guest.words().t("site-sees-for")) { ul.lines {
            @for one in treatments { li { a href=(one.href(guest)) { (one.service.name.get(guest.lang)) } } }
        } }
    }
}
