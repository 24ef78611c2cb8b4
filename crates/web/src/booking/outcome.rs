use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight};
use crate::look::badge::Tone;
use crate::look::head::Robots;
use crate::look::verdict::{Reason, Verdict as Shown};
use crate::when;
use app::offering::Service;
use jiff::civil::Date;
use journey::screening::{Finding, Headline, Verdict};
use maud::{Markup, html};

/// Not on that day: says from when, why, and leads to the calendar there.
pub(super) fn not_before(guest: &Guest, service: &Service, day: Date, verdict: &Verdict) -> Markup {
    let words = guest.words();
    let sentence = words.with("verdict-not-before", &[("date", &when::date(guest.lang, day))]);
    let href = guest.to(&format!("book/{}?month={}-{:02}", service.slug, day.year(), day.month()));
    let next = html! {
        (LinkAction { label: &words.t("verdict-not-before-next"), href: &href, weight: Weight::Primary })
        (talk(guest))
    };
    show(guest, &sentence, verdict, next)
}

/// Not possible online: says why, and what there is instead.
pub(super) fn not_online(guest: &Guest, service: &Service, verdict: &Verdict) -> Markup {
    let words = guest.words();
    let sentence = words.with("verdict-not-online", &[("service", service.name.get(guest.lang))]);
    show(guest, &sentence, verdict, talk(guest))
}

fn talk(guest: &Guest) -> Markup {
    let words = guest.words();
    let phone = &guest.web.clinic.particulars.phone;
    html! {
        (LinkAction { label: &words.t("verdict-talk"), href: &guest.to("counselling"), weight: Weight::Quiet })
        a.action.action-inline href={ "tel:" (crate::frame::dial(phone)) } { (words.with("verdict-call", &[("phone", phone)])) }
    }
}

fn show(guest: &Guest, sentence: &str, verdict: &Verdict, next: Markup) -> Markup {
    let words = guest.words();
    let title = words.t("verdict-title");
    let content = html! {
        (with_reasons(guest, verdict, |reasons| html! {
            (Shown { sentence, caveat: Some(&words.t("verdict-nothing-kept")), reasons, next: next.clone() })
        }))
    };
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&title, None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    public(guest, &page, content)
}

/// The findings of a verdict as reasons in words, worst first.
pub(super) fn with_reasons(guest: &Guest, verdict: &Verdict, show: impl FnOnce(&[Reason<'_>]) -> Markup) -> Markup {
    let words = guest.words();
    let labels: Vec<String> =
        verdict.findings.iter().map(|one| words.t(&format!("headline-{}", one.headline.code()))).collect();
    let reasons: Vec<Reason<'_>> = verdict
        .findings
        .iter()
        .zip(&labels)
        .map(|(finding, label)| Reason {
            tone: tone(finding),
            label,
            text: finding.says.get(guest.lang),
            changes: finding.instead.as_ref().map(|instead| instead.get(guest.lang)),
        })
        .collect();
    show(&reasons)
}

const fn tone(finding: &Finding) -> Tone {
    match finding.headline {
        Headline::Cleared => Tone::Cleared,
        Headline::Caution | Headline::NeedsDoctor => Tone::Caution,
        Headline::Deferred | Headline::Contraindicated => Tone::Refusal,
    }
}
