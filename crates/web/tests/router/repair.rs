use crate::visitor::{Answer, Visitor};
use app::booking::{self, Visit};
use app::roster::house;
use axum::http::StatusCode;
use jiff::civil::{Date, date};
use journey::id::VisitId;
use testkit::hold;

const FRIDAY: Date = date(2026, 11, 27);
const CHANGE: [(&str, &str); 4] =
    [("change", "close"), ("kind", "leave"), ("starts-day", "2026-11-27"), ("reason", "急病")];

/// A manager who is signed in, with so many visits on Friday and the page of the physician's roster.
fn sick_morning(visits: u16) -> (Visitor, Vec<VisitId>, String) {
    let visitor = Visitor::signed_in("sakamoto");
    let booked = (1..=visits).map(|number| visitor.clinic.books_on(number, "dermapen", FRIDAY).visit).collect();
    let physician = visitor.clinic.by("sakamoto", |work| {
        let house = house(work)?;
        let found = house.resources.iter().find(|one| one.name.en == "Yuki Sakamoto");
        Ok(found.map(|one| one.id))
    });
    let page = format!("/console/roster/{}", physician.expect("a physician"));
    (visitor, booked, page)
}

fn visit(visitor: &Visitor, id: VisitId) -> Visit {
    visitor.clinic.by("ueno", move |work| booking::visit(work, id))
}

/// Everything the form of a proposal sends when nothing is chosen otherwise.
fn form(page: &Answer, step: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> =
        CHANGE.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    for name in ["request", "visit", "move"] {
        fields.extend(page.values(name).into_iter().map(|value| (name.to_owned(), value)));
    }
    for visit in page.values("visit") {
        let shown = page.values(&format!("shown-{visit}")).remove(0);
        fields.push((format!("shown-{visit}"), shown.clone()));
        fields.push((format!("choice-{visit}"), shown));
    }
    fields.push(("step".to_owned(), step.to_owned()));
    fields
}

fn send(visitor: &mut Visitor, page: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    visitor.post(&format!("{page}/repair"), &fields)
}

fn choose(fields: &mut [(String, String)], visit: VisitId, value: &str) {
    for (name, chosen) in fields {
        if *name == format!("choice-{visit}") {
            value.clone_into(chosen);
        }
    }
}

/// The times that can be chosen for a visit.
fn choices(page: &Answer, visit: VisitId) -> Vec<String> {
    let start = format!("<select id=\"choice-{visit}\"");
    let select = page.body.split(&start).nth(1).and_then(|rest| rest.split("</select>").next()).expect("a select");
    select.split("value=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn a_manager_looks_at_new_times_for_everybody_and_keeps_them_with_one_button() {
    let (mut visitor, booked, page) = sick_morning(2);
    let effect = visitor.post(&page, &CHANGE);
    assert_eq!(effect.status, StatusCode::OK);
    assert!(effect.body.contains(&format!("{page}/repair")), "the proposal is one step away");
    let proposal = visitor.post(&format!("{page}/repair"), &CHANGE);
    assert_eq!(proposal.status, StatusCode::OK, "{}", proposal.body);
    assert_eq!((proposal.values("visit").len(), proposal.values("move").len()), (2, 2));
    assert!(proposal.body.contains("class=\"place-before\"") && proposal.body.contains("class=\"place-after\""));
    let before = visit(&visitor, booked[0]);
    let fields = form(&proposal, "keep");
    let kept = send(&mut visitor, &page, &fields);
    assert_eq!((kept.status, kept.location.as_str()), (StatusCode::SEE_OTHER, format!("{page}?moved=2").as_str()));
    let after = visit(&visitor, booked[0]);
    assert_ne!(after.starts, before.starts);
    assert!(visitor.get(&kept.location).body.contains("2件の予約を移しました"));
    let again = send(&mut visitor, &page, &fields);
    assert_eq!((again.status, again.location), (StatusCode::SEE_OTHER, kept.location));
    assert_eq!(visit(&visitor, booked[0]), after, "the same form moves nothing twice");
}

#[test]
fn another_choice_is_computed_and_shown_before_it_is_kept() {
    let (mut visitor, booked, page) = sick_morning(2);
    let proposal = visitor.post(&format!("{page}/repair"), &CHANGE);
    let other = choices(&proposal, booked[0]).remove(2);
    let mut fields = form(&proposal, "keep");
    choose(&mut fields, booked[0], &other);
    let edited = send(&mut visitor, &page, &fields);
    assert_eq!(edited.status, StatusCode::OK, "it is not kept unseen");
    assert_eq!(edited.values(&format!("shown-{}", booked[0])), std::slice::from_ref(&other));
    let same = |answer: &Answer| answer.values(&format!("shown-{}", booked[1]));
    assert_eq!(same(&edited), same(&proposal), "the other stays where it was");
    let kept = send(&mut visitor, &page, &form(&edited, "keep"));
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    let starts = visit(&visitor, booked[0]).starts.as_microsecond().to_string();
    assert!(other.starts_with(&starts));
}

#[test]
fn whoever_is_called_first_stays_and_is_named_on_the_roster_until_moved() {
    let (mut visitor, booked, page) = sick_morning(2);
    let proposal = visitor.post(&format!("{page}/repair"), &CHANGE);
    let mut fields = form(&proposal, "again");
    choose(&mut fields, booked[1], "call");
    let edited = send(&mut visitor, &page, &fields);
    assert_eq!(edited.values("move").len(), 1);
    let kept = send(&mut visitor, &page, &form(&edited, "keep"));
    assert_eq!(kept.location, format!("{page}?moved=1"));
    let roster = visitor.get(&page);
    assert!(roster.body.contains(&format!("/console/visits/{}/move", booked[1])), "it waits for a call");
    assert!(!roster.body.contains(&format!("/console/visits/{}/move", booked[0])));
}

#[test]
fn a_time_that_somebody_takes_meanwhile_changes_nothing_and_brings_a_new_proposal() {
    let (mut visitor, booked, page) = sick_morning(1);
    let before = visit(&visitor, booked[0]);
    let proposal = visitor.post(&format!("{page}/repair"), &CHANGE);
    let shown = proposal.values(&format!("shown-{}", booked[0])).remove(0);
    let starts: i64 = shown.split('@').next().and_then(|text| text.parse().ok()).expect("a time");
    let command = hold("dermapen", jiff::Timestamp::from_microsecond(starts).expect("an instant"));
    visitor.clinic.by_visitor(move |work| booking::hold(work, &command)).expect("the time is free");
    let overtaken = send(&mut visitor, &page, &form(&proposal, "keep"));
    assert_eq!(overtaken.status, StatusCode::CONFLICT);
    assert!(overtaken.body.contains("何も変更していません") && overtaken.body.contains("患者1"));
    assert_ne!(overtaken.values(&format!("shown-{}", booked[0])), [shown]);
    assert_eq!(visit(&visitor, booked[0]), before);
    assert_eq!(visitor.clinic.count("roster_closure"), 0);
    assert_eq!(send(&mut visitor, &page, &form(&overtaken, "keep")).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_form_that_is_not_one_of_ours_proposes_and_keeps_nothing() {
    let (mut visitor, booked, page) = sick_morning(1);
    let before = visit(&visitor, booked[0]);
    let proposal = visitor.post(&format!("{page}/repair"), &CHANGE);
    let fields: Vec<_> = form(&proposal, "keep").into_iter().filter(|(name, _)| name != "request").collect();
    assert_eq!(send(&mut visitor, &page, &fields).status, StatusCode::OK);
    let backwards = visitor.post(&format!("{page}/repair"), &[("change", "close"), ("kind", "leave")]);
    assert_eq!(backwards.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(visit(&visitor, booked[0]), before);
}
