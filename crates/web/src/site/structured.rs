//! What a page says to machines: JSON-LD in the vocabulary of schema.org.

use super::hours::{HouseHours, WEEK};
use crate::guest::Guest;
use jiff::civil::Weekday;
use serde_json::{Value, json};

/// The breadcrumbs of a page and what it is about; nothing where there is neither.
pub(super) fn graph(guest: &Guest, crumbs: &[(&str, Option<&str>)], about: Option<Value>) -> Option<String> {
    let parts: Vec<Value> = breadcrumbs(guest, crumbs).into_iter().chain(about).collect();
    (!parts.is_empty()).then(|| json!({ "@context": "https://schema.org", "@graph": parts }).to_string())
}

fn breadcrumbs(guest: &Guest, crumbs: &[(&str, Option<&str>)]) -> Option<Value> {
    if crumbs.is_empty() {
        return None;
    }
    let (home, here) = (guest.words().t("menu-home"), guest.path.clone());
    let first = (home.as_str(), Some(guest.to("")));
    let rest = crumbs.iter().map(|(label, href)| (*label, href.map(str::to_owned)));
    let items: Vec<Value> = std::iter::once(first)
        .chain(rest)
        .zip(1..)
        .map(|((name, href), position)| {
            let item = whole(guest, &href.unwrap_or_else(|| here.clone()));
            json!({ "@type": "ListItem", "position": position, "name": name, "item": item })
        })
        .collect();
    Some(json!({ "@type": "BreadcrumbList", "itemListElement": items }))
}

/// An address of the site with scheme and host.
pub(super) fn whole(guest: &Guest, path: &str) -> String {
    format!("{}{path}", guest.web.settings.public_url)
}

/// The clinic: name, telephone, address and the usual hours.
pub(super) fn clinic(guest: &Guest, hours: &HouseHours) -> Value {
    let (about, lang) = (&guest.web.clinic.particulars, guest.lang);
    json!({
        "@type": "MedicalClinic",
        "@id": clinic_id(guest),
        "name": about.name.get(lang),
        "description": about.tagline.get(lang),
        "url": whole(guest, &guest.to("")),
        "telephone": about.phone,
        "email": about.mail,
        "medicalSpecialty": "https://schema.org/Dermatology",
        "address": {
            "@type": "PostalAddress",
            "addressCountry": "JP",
            "postalCode": about.postal_code,
            "streetAddress": format!("{} {}", about.address.get(lang), about.floor.get(lang)),
        },
        "openingHoursSpecification": specifications(hours),
    })
}

/// The address by which other statements refer to the clinic.
pub(super) fn clinic_id(guest: &Guest) -> String {
    format!("{}/#clinic", guest.web.settings.public_url)
}

fn specifications(hours: &HouseHours) -> Vec<Value> {
    WEEK.iter()
        .flat_map(|day| hours.usual(*day).into_iter().map(move |opening| (*day, opening)))
        .map(|(day, opening)| {
            json!({
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": format!("https://schema.org/{}", name(day)),
                "opens": opening.opens().to_string(),
                "closes": opening.closes().to_string(),
            })
        })
        .collect()
}

const fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
