//! What an answer comes to, at once: reassurance, a date by which somebody gets back, or whom to call.

use super::check_in::{Following, again, again_form, ways_on};
use super::cover::{Cover, House, Pending};
use super::curves;
use super::private::Private;
use crate::frame::dial;
use crate::look::badge::Tone;
use crate::look::contact::Telephone;
use crate::look::notice::{Alarm, Notice};
use crate::when;
use journey::recovery::{HumanReader, Tier, Triage};
use journey::text::Lang;
use maud::{Markup, html};

/// The page of an answered check-in.
pub(super) fn page(private: &Private, following: &Following<'_>, cover: &Cover) -> Markup {
    let words = private.words();
    let Some(triage) = &following.check_in.triage else { return Markup::default() };
    let alarms = triage.tier >= Tier::Tier2 && cover.pending == Pending::Waits;
    let title = if alarms { words.t("my-alarm-page") } else { words.t("my-result-title") };
    let content =
        if alarms { alarm(private, following, triage, cover) } else { calm(private, following, triage, cover) };
    private.page(&title, content)
}

fn calm(private: &Private, following: &Following<'_>, triage: &Triage, cover: &Cover) -> Markup {
    let words = private.words();
    let day = following.check_in.day.to_string();
    html! {
        h1 { (words.with("my-result-heading", &[("day", &day)])) }
        @if triage.tier >= Tier::Tier1 && cover.pending == Pending::Settled {
            (Notice { tone: Tone::Cleared, title: &words.t("my-settled"), body: html! { p { (words.t("my-settled-says")) } } })
        } @else {
            (found(private, triage))
        }
        (replies(private, triage, cover))
        (curves::of(private, following))
        p.hint { (words.with("my-check-in-call", &[("phone", private.phone())])) }
        (ways_on(private))
    }
}

/// What was seen and what to do, in the protocol's words; a plain sentence where it has none.
fn found(private: &Private, triage: &Triage) -> Markup {
    let (words, lang) = (private.words(), private.guest.lang);
    let tone = if triage.tier == Tier::Tier0 { Tone::Cleared } else { Tone::Information };
    match triage.findings.iter().find(|finding| finding.tier == triage.tier) {
        Some(finding) => {
            let body = html! { p { (finding.advice.get(lang)) } };
            html! { (Notice { tone, title: finding.says.get(lang), body }) }
        }
        None if triage.tier == Tier::Tier0 => html! {
            (Notice { tone, title: &words.t("my-nothing-found"), body: html! { p { (words.t("my-nothing-found-says")) } } })
        },
        None => html! {
            (Notice { tone, title: &words.t("my-left-open"), body: html! { p { (words.t("my-left-open-says")) } } })
        },
    }
}

/// By when somebody gets back, or reads what was written.
fn replies(private: &Private, triage: &Triage, cover: &Cover) -> Markup {
    let words = private.words();
    let reads = triage.needs_human_reader == HumanReader::Needed;
    let key = match triage.tier {
        _ if cover.pending == Pending::Settled => return Markup::default(),
        Tier::Tier0 if !reads => return Markup::default(),
        Tier::Tier0 => "my-read-by",
        _ => "my-reply-by",
    };
    let by = cover.reply_by.map_or_else(|| words.t("my-next-open-day"), |day| when::date(words.lang(), day));
    html! { p { (words.with(key, &[("date", &by)])) } }
}

fn alarm(private: &Private, following: &Following<'_>, triage: &Triage, cover: &Cover) -> Markup {
    let (words, lang) = (private.words(), private.guest.lang);
    let title = if triage.tier == Tier::Tier3 { words.t("my-alarm-now") } else { words.t("my-alarm-today") };
    let mut lines: Vec<String> = Vec::new();
    if cover.house == House::Closed {
        lines.push(words.t("my-alarm-closed"));
    }
    lines.extend(reasons(triage, lang));
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let named = numbers(private, triage.tier, cover.house);
    let numbers: Vec<(&str, Telephone<'_>)> =
        named.iter().map(|(name, dial, shown)| (name.as_str(), Telephone { dial, shown })).collect();
    html! {
        (Alarm { title: &title, lines: &lines, numbers: &numbers })
        @if triage.tier == Tier::Tier2 && let Some(open) = again(following) {
            section aria-labelledby="again" {
                h2 #again { (words.t("my-again-title")) }
                p { (words.t("my-again-after-call")) }
                (again_form(private, following, &open))
            }
        }
    }
}

/// What was seen, the most urgent findings only, and what to do about the first.
fn reasons(triage: &Triage, lang: Lang) -> Vec<String> {
    let urgent = triage.findings.iter().filter(|finding| finding.tier == triage.tier);
    let mut lines: Vec<String> = urgent.clone().map(|finding| finding.says.get(lang).to_owned()).collect();
    lines.extend(urgent.take(1).map(|finding| finding.advice.get(lang).to_owned()));
    lines
}

/// Whom to call, the first first: name, number to dial, number to read.
fn numbers(private: &Private, tier: Tier, house: House) -> Vec<(String, String, String)> {
    let words = private.words();
    let about = &private.guest.web.clinic.particulars;
    let line = |name: String, shown: &str| (name, dial(shown), shown.to_owned());
    let mut numbers = Vec::new();
    if tier == Tier::Tier3 {
        numbers.push(line(words.t("my-number-ambulance"), "119"));
    }
    match house {
        House::Open => numbers.push(line(words.t("my-number-clinic"), &about.phone)),
        House::Closed => {
            numbers.push(line(words.t("my-number-on-call"), &about.on_call_phone));
            numbers.push(line(about.hospital.name.get(private.guest.lang).to_owned(), &about.hospital.phone));
        }
    }
    numbers
}
