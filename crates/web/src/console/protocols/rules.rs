//! Rules, intervals and bounds of a protocol, each with its wording and what it rests on.

use super::condition::{depth, of_facts};
use super::evidence::support;
use super::measure::{per, period, range, zones};
use super::ruling::{self, Standings};
use crate::console::Desk;
use crate::look::badge::{Badge, Tone};
use journey::course::{Other, SameDay, Spacing, Turn};
use journey::protocol::{Library, Protocol};
use journey::screening::{Deferral, Headline, OverrideBy, Rule};
use journey::session::{Bound, Ceiling};
use journey::slug::ProductId;
use journey::text::Bilingual;
use maud::{Markup, html};

/// One statement of a protocol with its support beside it.
pub(super) struct Statement<'a> {
    pub id: &'a str,
    pub badge: Option<Markup>,
    pub says: &'a Bilingual,
    pub lines: Vec<String>,
    pub support: Markup,
    /// How it stands in this clinic, where a physician's word decides that.
    pub standing: Option<Markup>,
}

/// A section of statements; nothing where there are none.
pub(super) fn section(desk: &Desk, title: &str, statements: &[Statement<'_>]) -> Markup {
    html! {
        @if !statements.is_empty() {
            section {
                h2 { (title) }
                ol.statements { @for one in statements { li { (shown(desk, one)) } } }
            }
        }
    }
}

fn shown(desk: &Desk, one: &Statement<'_>) -> Markup {
    html! {
        div {
            @if let Some(badge) = &one.badge { (badge) " " }
            code { (one.id) }
            p { (one.says.get(desk.lang)) }
            @for line in &one.lines { p.hint { (line) } }
        }
        div.support {
            (one.support)
            @if let Some(standing) = &one.standing { (standing) }
        }
    }
}

/// A headline as a word and a shape.
pub(super) fn headline(desk: &Desk, headline: Headline) -> Markup {
    let tone = match headline {
        Headline::Cleared => Tone::Cleared,
        Headline::Caution | Headline::NeedsDoctor => Tone::Caution,
        Headline::Deferred | Headline::Contraindicated => Tone::Refusal,
    };
    let label = desk.words().t(&format!("headline-word-{}", headline.code()));
    html! { (Badge { tone, label: &label }) }
}

fn override_line(desk: &Desk, by: OverrideBy) -> String {
    match by {
        OverrideBy::Never => desk.words().t("override-never"),
        OverrideBy::Physician => desk.words().t("override-physician"),
    }
}

/// Who may have the treatment.
pub(super) fn screening<'a>(
    desk: &Desk,
    library: &Library,
    protocol: &'a Protocol,
    standings: &Standings,
) -> Vec<Statement<'a>> {
    let ruled = |rule: &'a Rule| Statement {
        standing: Some(ruling::standing(desk, protocol, standings, &rule.id, &rule.evidence)),
        ..screening_rule(desk, library, protocol, rule)
    };
    protocol.screening.iter().map(ruled).collect()
}

fn screening_rule<'a>(desk: &Desk, library: &Library, protocol: &Protocol, rule: &'a Rule) -> Statement<'a> {
    let words = desk.words();
    let when = of_facts(words, library.facts(), &rule.when);
    let mut lines = vec![words.with("rule-when", &[("condition", &when)])];
    if !rule.zones.is_empty() {
        lines.push(words.with("rule-zones", &[("zones", &zones(words, library, &rule.zones))]));
    }
    match &rule.deferral {
        Some(Deferral::RunsOut) => lines.push(words.t("rule-runs-out")),
        Some(Deferral::Event(event)) => {
            lines.push(words.with("finding-until", &[("event", event.get(desk.lang))]));
        }
        None => {}
    }
    if let Some(instead) = &rule.instead {
        lines.push(instead.get(desk.lang).to_owned());
    }
    lines.push(override_line(desk, rule.override_by));
    Statement {
        id: rule.id.as_str(),
        badge: Some(headline(desk, rule.headline)),
        says: &rule.says,
        lines,
        support: support(words, &protocol.sources, &rule.evidence),
        standing: None,
    }
}

/// Waits to and from other treatments.
pub(super) fn spacing<'a>(desk: &Desk, library: &Library, protocol: &'a Protocol) -> Vec<Statement<'a>> {
    let words = desk.words();
    protocol
        .spacing
        .iter()
        .map(|rule| {
            let mut lines = vec![wait(desk, library, rule), same_day(desk, rule.same_day)];
            lines.extend(rule.depth.map(|range| depth(words, &range)));
            lines.push(override_line(desk, rule.override_by));
            let support = support(words, &protocol.sources, &rule.evidence);
            Statement { id: rule.id.as_str(), badge: None, says: &rule.says, lines, support, standing: None }
        })
        .collect()
}

fn wait(desk: &Desk, library: &Library, rule: &Spacing) -> String {
    let (words, lang) = (desk.words(), desk.lang);
    let other = match &rule.other {
        Other::Itself => words.t("spacing-itself"),
        Other::Protocol(id) => library.get(id).map_or(id.to_string(), |one| one.name.get(lang).to_owned()),
        Other::Group(id) => {
            let group = library.groups.iter().find(|group| &group.id == id);
            group.map_or(id.to_string(), |group| group.name.get(lang).to_owned())
        }
    };
    let args = [("other", other.as_str()), ("period", &period(words, rule.wait))];
    match rule.turn {
        Turn::After => words.with("spacing-after", &args),
        Turn::Before => words.with("spacing-before", &args),
    }
}

fn same_day(desk: &Desk, same_day: SameDay) -> String {
    let words = desk.words();
    match same_day {
        SameDay::Never => words.t("same-day-never"),
        SameDay::ThisFirst => words.t("same-day-this-first"),
        SameDay::OtherFirst => words.t("same-day-other-first"),
        SameDay::Either => words.t("same-day-either"),
    }
}

/// Bounds of settings, labelled and clinic.
pub(super) fn bounds<'a>(
    desk: &Desk,
    library: &Library,
    protocol: &'a Protocol,
    standings: &Standings,
) -> Vec<Statement<'a>> {
    let ruled = |bound: &'a Bound| Statement {
        standing: Some(ruling::standing(desk, protocol, standings, &bound.id, &bound.evidence)),
        ..one_bound(desk, library, protocol, bound)
    };
    protocol.bounds.iter().map(ruled).collect()
}

fn one_bound<'a>(desk: &Desk, library: &Library, protocol: &Protocol, bound: &'a Bound) -> Statement<'a> {
    let words = desk.words();
    let ceiling = match bound.ceiling {
        Ceiling::Labelled => words.t("bounds-labelled"),
        Ceiling::Clinic => words.t("bounds-clinic"),
    };
    let mut lines = vec![
        [range(words, bound.min, bound.max), per(words, bound)].join(&words.t("list-gap")),
        words.with("rule-zones", &[("zones", &zones(words, library, &bound.zones))]),
    ];
    if let Some(aims) = aims(desk, protocol, bound) {
        lines.push(words.with("bound-aims", &[("aims", &aims)]));
    }
    let products: Vec<&str> = bound.products.iter().map(|id| product(desk, protocol, id)).collect();
    if !products.is_empty() {
        lines.push(products.join(&words.t("list-comma")));
    }
    if let Some(when) = &bound.when {
        lines.push(words.with("rule-when", &[("condition", &of_facts(words, library.facts(), when))]));
    }
    lines.push(override_line(desk, bound.override_by));
    Statement {
        id: bound.id.as_str(),
        badge: Some(html! { (Badge { tone: Tone::Plain, label: &ceiling }) }),
        says: &bound.says,
        lines,
        support: support(words, &protocol.sources, &bound.evidence),
        standing: None,
    }
}

fn aims(desk: &Desk, protocol: &Protocol, bound: &Bound) -> Option<String> {
    let named = bound.indications.iter().filter_map(|id| protocol.indication(id)).map(|aim| aim.name.get(desk.lang));
    let names: Vec<&str> = named.collect();
    (!names.is_empty()).then(|| names.join(&desk.words().t("list-comma")))
}

fn product<'a>(desk: &Desk, protocol: &'a Protocol, id: &'a ProductId) -> &'a str {
    protocol.products.iter().find(|one| &one.id == id).map_or(id.as_str(), |one| one.name.get(desk.lang))
}
