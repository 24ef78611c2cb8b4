use super::offered;
use super::page::{SitePage, page};
use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::definition::Definitions;
use crate::look::head::Robots;
use app::offering::{Online, Service, ServiceKind};
use app::staff::{self, StaffMember};
use app::{AppError, Work};
use maud::{Markup, html};

/// Talking first: the service and who holds the talk today.
fn load(work: &mut Work<'_, '_>) -> Result<(Option<Service>, Vec<StaffMember>), AppError> {
    let today = work.today();
    let service = offered::load(work)?.of_kind(ServiceKind::Counselling).cloned();
    let needs: Vec<String> =
        service.iter().flat_map(|one| &one.segments).filter_map(|segment| segment.practitioner.clone()).collect();
    let held = staff::competences(work)?;
    let mut people = staff::all(work)?;
    people.retain(|member| {
        let talks = |need: &String| {
            held.iter().any(|one| one.staff == member.id && one.id == *need && one.tenure.holds_on(today))
        };
        member.listed && needs.iter().any(talks)
    });
    Ok((service, people))
}

/// Free counselling: what it is, with whom, and what it does not decide.
pub(super) async fn show(guest: Guest) -> Result<Markup, Failure> {
    let (service, people) = guest.read(load).await?;
    let words = guest.words();
    let (title, lead) = (words.t("site-counselling-title"), words.t("site-counselling-lead"));
    let content = html! {
        h1 { (title) }
        p.lead { (lead) }
        (facts(&guest, service.as_ref(), &people))
        (next(&guest, service.as_ref()))
        section {
            h2 { (words.t("site-counselling-what")) }
            p { (words.t("site-counselling-talk")) }
            p { (words.t("site-counselling-not")) }
        }
        section {
            h2 { (words.t("site-counselling-after")) }
            p { (words.t("site-doctor-decides")) }
            p { (words.t("site-counselling-no-pressure")) }
        }
    };
    let about = SitePage {
        name: "counselling",
        title: &title,
        description: &lead,
        crumbs: &[(&title, None)],
        robots: Robots::Index,
        about: None,
    };
    Ok(page(&guest, about, content))
}

fn facts(guest: &Guest, service: Option<&Service>, people: &[StaffMember]) -> Markup {
    let (words, lang) = (guest.words(), guest.lang);
    let [price, length, with] =
        [words.t("site-price"), words.t("site-minutes-label"), words.t("site-counselling-with")];
    let mut items = vec![(price.as_str(), html! { (words.t("site-counselling-free")) })];
    if let Some(service) = service {
        let minutes = service.minutes().to_string();
        items.push((&length, html! { (words.with("site-minutes", &[("minutes", &minutes)])) }));
    }
    if !people.is_empty() {
        let names = html! { ul.lines { @for one in people {
            li { (one.name.get(lang)) " " span.hint { (one.profile.title.get(lang)) } }
        } } };
        items.push((&with, names));
    }
    html! { (Definitions { items: &items }) }
}

fn next(guest: &Guest, service: Option<&Service>) -> Markup {
    let words = guest.words();
    let bookable = service.filter(|service| service.online == Online::Bookable);
    html! {
        @if let Some(service) = bookable {
            @let href = guest.to(&format!("book/start?service={}", service.slug));
            (actions(&[&LinkAction { label: &words.t("site-counselling-book"), href: &href, weight: Weight::Primary }]))
        } @else {
            p { (words.with("site-by-phone", &[("phone", &guest.web.clinic.particulars.phone)])) }
        }
    }
}
