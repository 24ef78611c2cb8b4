//! Every component on a page, to be looked at and to be checked for what must hold everywhere.
//!
//! `LOOK_GALLERY=/some/folder cargo test -p web gallery` writes the pages there, with the assets addressed as
//! `assets` beside them.

mod articles;
mod booking;
mod checkin;
mod day;
mod frame;
mod map;
mod treatment;

use std::collections::BTreeSet;

fn pages() -> Vec<(&'static str, String)> {
    vec![
        ("treatment-ja", treatment::japanese()),
        ("treatment-en", treatment::english()),
        ("articles", articles::list()),
        ("article", articles::one()),
        ("booking", booking::times()),
        ("questions", booking::questions()),
        ("verdict", booking::verdict()),
        ("checkin", checkin::curve()),
        ("alarm", checkin::alarm()),
        ("day", day::grid()),
        ("moves", day::moves()),
        ("inbox", day::inbox()),
        ("session", map::session()),
    ]
}

fn attribute_values<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let needle = format!(" {name}=\"");
    page.split(needle.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn the_gallery_can_be_looked_at() {
    let Some(folder) = std::env::var_os("LOOK_GALLERY") else { return };
    for (name, page) in pages() {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.html")), page).unwrap();
    }
}

#[test]
fn no_page_needs_a_loosened_content_policy() {
    for (name, page) in pages() {
        assert!(!page.contains(" style="), "{name} has a style attribute");
        assert!(!page.contains("<style"), "{name} has a style element");
        for handler in [" onclick=", " onchange=", " oninput=", " onsubmit=", " onload="] {
            assert!(!page.contains(handler), "{name} has an inline handler");
        }
    }
}

#[test]
fn every_id_is_on_its_page_once() {
    for (name, page) in pages() {
        let ids = attribute_values(&page, "id");
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{name}: {ids:?}");
    }
}

#[test]
fn every_reference_leads_to_an_id() {
    for (name, page) in pages() {
        let ids: BTreeSet<_> = attribute_values(&page, "id").into_iter().collect();
        for attribute in ["for", "aria-labelledby", "aria-describedby", "popovertarget"] {
            for id in attribute_values(&page, attribute).into_iter().flat_map(str::split_whitespace) {
                assert!(ids.contains(id), "{name}: {attribute} leads to {id}, which is nowhere");
            }
        }
    }
}

#[test]
fn every_page_has_one_first_heading_and_one_main_part() {
    for (name, page) in pages() {
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        assert_eq!(page.matches("<main").count(), 1, "{name}");
    }
}

#[test]
fn every_drawing_is_named_or_silent() {
    for (name, page) in pages() {
        for tag in page.split("<svg").skip(1).filter_map(|rest| rest.split('>').next()) {
            assert!(tag.contains("aria-"), "{name}: <svg{tag}>");
        }
    }
}
