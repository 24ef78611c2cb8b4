//! Every door of the console, with somebody for whom it stays shut.

use crate::visitor::Visitor;
use axum::http::StatusCode;
use std::collections::BTreeSet;

const ANY: &str = "0196a000-0000-7000-8000-000000000000";

/// Method, address as the router knows it, and a login that must not pass.
const DOORS: &[(&str, &str, &str)] = &[
    ("GET", "/console", "aoki"),
    ("GET", "/console/day/explain", "aoki"),
    ("GET", "/console/book", "aoki"),
    ("POST", "/console/book", "aoki"),
    ("GET", "/console/calendar", "aoki"),
    ("POST", "/console/calendar", "ueno"),
    ("POST", "/console/calendar/revoke", "aoki"),
    ("GET", "/console/visits/{visit}", "aoki"),
    ("POST", "/console/visits/{visit}/arrive", "aoki"),
    ("POST", "/console/visits/{visit}/fulfil", "aoki"),
    ("POST", "/console/visits/{visit}/no-show", "aoki"),
    ("POST", "/console/visits/{visit}/late", "aoki"),
    ("POST", "/console/visits/{visit}/cancel", "aoki"),
    ("POST", "/console/visits/{visit}/link", "aoki"),
    ("GET", "/console/visits/{visit}/move", "aoki"),
    ("POST", "/console/visits/{visit}/move", "aoki"),
    ("POST", "/console/visits/{visit}/answers", "aoki"),
    ("POST", "/console/visits/{visit}/money", "nishida"),
    ("POST", "/console/visits/{visit}/consent", "nishida"),
    ("GET", "/console/visits/{visit}/items/{item}/reasons", "aoki"),
    ("POST", "/console/visits/{visit}/items/{item}/review", "aoki"),
    ("POST", "/console/visits/{visit}/items/{item}/set-aside", "nishida"),
    ("POST", "/console/visits/{visit}/items/{item}/release", "nishida"),
    ("POST", "/console/visits/{visit}/items/{item}/session", "morita"),
    ("GET", "/console/patients", "aoki"),
    ("GET", "/console/patients/{patient}", "aoki"),
    ("POST", "/console/patients/{patient}/birth-date", "aoki"),
    ("POST", "/console/patients/{patient}/course", "nishida"),
    ("GET", "/console/patients/{patient}/plan", "aoki"),
    ("POST", "/console/patients/{patient}/plan/wishes", "aoki"),
    ("POST", "/console/patients/{patient}/plan/events", "aoki"),
    ("POST", "/console/patients/{patient}/plan/events/drop", "aoki"),
    ("POST", "/console/patients/{patient}/plan/accept", "aoki"),
    ("POST", "/console/patients/{patient}/scores", "ueno"),
    ("POST", "/console/patients/{patient}/lasting", "aoki"),
    ("GET", "/console/courses/{course}", "aoki"),
    ("POST", "/console/courses/{course}/decide", "aoki"),
    ("POST", "/console/courses/{course}/sessions/{session}/move", "aoki"),
    ("GET", "/console/records/{record}", "ueno"),
    ("POST", "/console/records/{record}/settings", "ueno"),
    ("POST", "/console/records/{record}/settings/{setting}/take-back", "ueno"),
    ("POST", "/console/records/{record}/sign", "ueno"),
    ("POST", "/console/records/{record}/amendments", "ueno"),
    ("GET", "/console/recovery", "ueno"),
    ("POST", "/console/escalations/{escalation}/close", "ueno"),
    ("GET", "/console/check-ins/{check_in}", "aoki"),
    ("POST", "/console/check-ins/{check_in}", "aoki"),
    ("GET", "/console/recall", "aoki"),
    ("POST", "/console/recall/snooze", "aoki"),
    ("GET", "/console/duplicates", "aoki"),
    ("POST", "/console/duplicates/{pair}/merge", "aoki"),
    ("POST", "/console/duplicates/{pair}/dismiss", "aoki"),
    ("POST", "/console/merges/{merge}/undo", "aoki"),
    ("GET", "/console/pages", "ueno"),
    ("GET", "/console/outbox", "aoki"),
    ("POST", "/console/outbox/{message}/retry", "aoki"),
    ("GET", "/console/protocols", "aoki"),
    ("GET", "/console/protocols/{id}", "aoki"),
    ("POST", "/console/protocols/{id}/approve", "nishida"),
    ("POST", "/console/protocols/{id}/rules", "nishida"),
    ("GET", "/console/staff", "aoki"),
    ("GET", "/console/waitlist", "aoki"),
    ("POST", "/console/waitlist", "aoki"),
    ("POST", "/console/waitlist/{entry}/withdraw", "aoki"),
    ("GET", "/console/roster", "ueno"),
    ("GET", "/console/roster/{subject}", "ueno"),
    ("POST", "/console/roster/{subject}", "ueno"),
    ("POST", "/console/roster/{subject}/repair", "ueno"),
];

/// Doors that are open to anybody who is there: signing in and out, choosing a language, and the page that greets
/// whoever has signed in. May only shrink.
const OPEN: [&str; 4] = ["/console/sign-in", "/console/sign-out", "/console/language/{lang}", "/console/welcome"];

fn filled(path: &str) -> String {
    let mut shown = String::new();
    for part in path.split('/').skip(1) {
        shown.push('/');
        shown.push_str(match part {
            "{id}" => "dermapen",
            part if part.starts_with('{') => ANY,
            part => part,
        });
    }
    shown
}

/// What a door wants to know before it asks who is there.
const FORM: &[(&str, &str)] = &[
    ("starts", "1795654800000000"),
    ("reason", "long enough"),
    ("event", ANY),
    ("event-name", "x"),
    ("event-day", "2026-12-20"),
    ("rule", "some-rule"),
    ("entry", "due"),
    ("yen", "100"),
    ("label", "x"),
    ("outcome", "long enough"),
    ("to", "accepted"),
    ("protocol", "dermapen"),
    ("scale", "gais"),
    ("indication", "acne-scars"),
    ("score", "3"),
    ("aim", "dermapen/acne-scars"),
    ("start", "2026-12-01"),
    ("patient", ANY),
    ("until", "2027-01-01"),
    ("day", "2026-12-01"),
    ("birth-year", "1990"),
    ("birth-month", "1"),
    ("birth-day", "1"),
    ("place", "cheek/left"),
    ("product", "dermapen-4"),
    ("measure", "depth"),
    ("quantity", "1.0"),
    ("password", testkit::PASSWORD),
    ("text", "long enough"),
    ("staff", ANY),
    ("detail", "busy"),
    ("feed", ANY),
    ("to-day", "2026-12-01"),
];

fn knock(visitor: &mut Visitor, method: &str, path: &str) -> StatusCode {
    let path = filled(path);
    match method {
        "GET" => visitor.get(&format!("{path}?visit={ANY}&practitioner=&at=120")).status,
        _ => visitor.post(&path, FORM).status,
    }
}

#[test]
fn nobody_passes_a_door_of_the_console_without_signing_in() {
    let mut visitor = Visitor::new();
    for (method, path, _) in DOORS {
        assert_eq!(knock(&mut visitor, method, path), StatusCode::SEE_OTHER, "{method} {path}");
    }
}

#[test]
fn every_door_stays_shut_for_somebody_without_the_role() {
    let logins: BTreeSet<&str> = DOORS.iter().map(|(_, _, login)| *login).collect();
    let mut open = Vec::new();
    for login in logins {
        let mut visitor = Visitor::signed_in(login);
        for (method, path, _) in DOORS.iter().filter(|(_, _, denied)| *denied == login) {
            let status = knock(&mut visitor, method, path);
            if status != StatusCode::FORBIDDEN {
                open.push(format!("{method} {path} answers {login} with {status}"));
            }
        }
    }
    assert!(open.is_empty(), "{open:#?}");
}

#[test]
fn every_route_of_the_console_is_on_the_list() {
    let listed: BTreeSet<&str> = DOORS.iter().map(|(_, path, _)| *path).chain(OPEN).collect();
    let mut found = BTreeSet::new();
    routes(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/console"), &mut found);
    assert!(found.len() > 30, "routes were found at all");
    let missing: Vec<&String> = found.iter().filter(|path| !listed.contains(path.as_str())).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

fn routes(folder: &std::path::Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            routes(&path, found);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let quoted = text.split(".route(").skip(1).filter_map(|rest| rest.split('"').nth(1));
            found.extend(quoted.filter(|path| path.starts_with("/console")).map(str::to_owned));
        }
    }
}
