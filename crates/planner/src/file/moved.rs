//! Why each visit of a repair goes where it does.

use super::calendar::Calendar;
use super::moving::Moving;
use super::words::{day, days, points, time};
use crate::repair::{Offer, Repaired, in_the_way};
use journey::text::Lang;
use journey::tree::Tree;

/// Tells a proposal visit by visit: before, after, and what took the next cheaper time.
pub fn explain_repair(moving: &Moving<'_>, proposal: &Repaired, lang: Lang) -> Tree {
    let below = (0..proposal.placed.len()).map(|visit| told(moving, proposal, visit, lang));
    Tree { text: whole(moving, proposal, lang), below: below.collect() }
}

fn whole(moving: &Moving<'_>, proposal: &Repaired, lang: Lang) -> String {
    let [cost, bound] = [proposal.cost, proposal.lower_bound].map(|number| points(number, lang));
    let all = proposal.placed.len();
    let placed = proposal.placed.iter().flatten().count();
    let away: Vec<String> = moving.file.away.iter().map(|away| away.practitioner.to_string()).collect();
    match lang {
        Lang::Ja => format!(
            "施術者{}の不在により、{all}件のうち{placed}件に新しい時間があります。{cost}で、{bound}より低い案はありません。",
            away.join("、")
        ),
        Lang::En => format!(
            "With practitioner {} away, {placed} of {all} visits get a time, for {cost}. No proposal costs less than {bound}.",
            away.join(", ")
        ),
    }
}

fn told(moving: &Moving<'_>, proposal: &Repaired, visit: usize, lang: Lang) -> Tree {
    let (session, asked) = (&moving.file.sessions[visit], &moving.repair.visits[visit]);
    let calendar = &moving.file.calendar;
    let service = &calendar.services[session.service].name;
    let placed = proposal.placed[visit].as_ref().map(|placed| asked.offers[placed.offer]);
    let before = at(calendar, session.start, session.practitioner, lang);
    let after = match (placed, lang) {
        (Some(offer), _) => at(calendar, offer.start, calendar.resources[offer.practitioner].id, lang),
        (None, Lang::Ja) => "時間が見つかりません".to_owned(),
        (None, Lang::En) => "no time".to_owned(),
    };
    let text = match lang {
        Lang::Ja => format!("予約{}（{service}）：{before} → {after}", session.id),
        Lang::En => format!("Visit {} ({service}): {before} → {after}", session.id),
    };
    let mut below = vec![Tree::leaf(change(moving, visit, placed, lang))];
    below.extend(cheaper(moving, proposal, visit, lang).map(Tree::leaf));
    Tree { text, below }
}

fn at(calendar: &Calendar, start: u32, practitioner: u32, lang: Lang) -> String {
    let (day, time) = (day(calendar, calendar.day(start), lang), time(calendar, start));
    match lang {
        Lang::Ja => format!("{day} {time} 施術者{practitioner}"),
        Lang::En => format!("{day} {time} with {practitioner}"),
    }
}

fn change(moving: &Moving<'_>, visit: usize, placed: Option<Offer>, lang: Lang) -> String {
    let (session, asked) = (&moving.file.sessions[visit], &moving.repair.visits[visit]);
    let Some(offer) = placed else {
        let cost = points(u64::from(asked.unplaced), lang);
        return match lang {
            Lang::Ja => format!("時間のないままで{cost}です。"),
            Lang::En => format!("Without a time it costs {cost}."),
        };
    };
    let calendar = &moving.file.calendar;
    let cost = points(u64::from(offer.cost), lang);
    let apart = days(calendar.day(offer.start).abs_diff(calendar.day(session.start)), lang);
    let minutes = calendar.time(offer.start).abs_diff(calendar.time(session.start)) * (1440 / calendar.ticks_per_day);
    let same = calendar.resources[offer.practitioner].id == session.practitioner;
    match (lang, same) {
        (Lang::Ja, true) => format!("{apart}と{minutes}分の移動、施術者は同じです（{cost}）。"),
        (Lang::Ja, false) => format!("{apart}と{minutes}分の移動、施術者が替わります（{cost}）。"),
        (Lang::En, true) => format!("Moved by {apart} and {minutes} minutes, with the same practitioner ({cost})."),
        (Lang::En, false) => format!("Moved by {apart} and {minutes} minutes, with another practitioner ({cost})."),
    }
}

/// The cheapest time of the visit that is not its own, and who has it.
fn cheaper(moving: &Moving<'_>, proposal: &Repaired, visit: usize, lang: Lang) -> Option<String> {
    let asked = &moving.repair.visits[visit];
    let now = proposal.placed[visit].as_ref().map_or(asked.unplaced, |placed| asked.offers[placed.offer].cost);
    let cheaper = asked.offers.iter().enumerate().filter(|(_, offer)| offer.cost < now);
    let (place, offer) = cheaper.min_by_key(|(place, offer)| (offer.cost, *place))?;
    let calendar = &moving.file.calendar;
    let there = at(calendar, offer.start, calendar.resources[offer.practitioner].id, lang);
    let cost = points(u64::from(offer.cost), lang);
    let holders = in_the_way(&moving.repair, proposal, visit, place);
    let ids: Vec<String> = holders.iter().map(|&other| moving.file.sessions[other].id.to_string()).collect();
    let says = match lang {
        Lang::Ja if ids.is_empty() => format!("{there}なら{cost}ですが、部屋か機器が空きません。"),
        Lang::En if ids.is_empty() => format!("{there} would cost {cost}, but no room or device is left."),
        Lang::Ja => format!("{there}なら{cost}ですが、予約{}が入ります。", ids.join("、")),
        Lang::En if ids.len() == 1 => format!("{there} would cost {cost}, but visit {} is there.", ids.join("")),
        Lang::En => format!("{there} would cost {cost}, but visits {} are there.", ids.join(" and ")),
    };
    Some(super::words::sentence(&says))
}
