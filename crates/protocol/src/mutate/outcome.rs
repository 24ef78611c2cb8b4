//! Expected response, scales, maintenance and what is only told, changed.

use super::condition::{condition, fact_test};
use super::numbers::{decimal, hours, period, whole};
use super::variant::{Variant, within};
use super::{List, Mutant};
use crate::cases::Part;
use journey::catalogue::{Aftercare, CareEnd, HoursSince, Since};
use journey::outcome::{Better, ExpectedResponse, Scale};
use journey::protocol::{Protocol, Segment};
use journey::recall::Maintenance;

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let responses = List {
        part: Some(Part::Outcome),
        word: "response",
        items: |protocol| &mut protocol.outcome,
        name: |one| one.indication.to_string(),
        variants: |one, _| response(one),
    };
    let scales = List {
        part: Some(Part::Outcome),
        word: "scale",
        items: |protocol| &mut protocol.scales,
        name: |scale| scale.id.to_string(),
        variants: |one, _| scale(one),
    };
    let mut found = responses.mutants(protocol);
    found.extend(scales.mutants(protocol));
    found.extend(maintenance(protocol));
    found.extend(told(protocol));
    found
}

fn response(one: &ExpectedResponse) -> Vec<Variant<ExpectedResponse>> {
    let mut found = within(whole(one.after_sessions), "after_sessions", |after_sessions| ExpectedResponse {
        after_sessions,
        ..one.clone()
    });
    let points = decimal(one.improvement);
    found.extend(within(points, "improvement", |improvement| ExpectedResponse { improvement, ..one.clone() }));
    found
}

fn scale(scale: &Scale) -> Vec<Variant<Scale>> {
    let (word, better) = match scale.better {
        Better::Lower => ("higher", Better::Higher),
        Better::Higher => ("lower", Better::Lower),
    };
    let turned = Variant::new(format!("-> {word}"), better);
    let mut found = vec![turned.within("better", |better| Scale { better, ..scale.clone() })];
    let mut noises = decimal(scale.noise);
    noises.retain(|variant| variant.value.in_thousandths() >= 0);
    found.extend(within(noises, "noise", |noise| Scale { noise, ..scale.clone() }));
    found.extend(within(decimal(scale.min), "min", |min| Scale { min, ..scale.clone() }));
    found.extend(within(decimal(scale.max), "max", |max| Scale { max, ..scale.clone() }));
    found
}

fn maintenance(protocol: &Protocol) -> Vec<Mutant> {
    let Some(one) = &protocol.maintenance else {
        return Vec::new();
    };
    let mut changed = within(period(one.from), "from", |from| Maintenance { from, ..one.clone() });
    changed.extend(within(period(one.to), "to", |to| Maintenance { to, ..one.clone() }));
    let dropped =
        Mutant::of(Some(Part::Recall), "maintenance".to_owned(), "dropped".to_owned(), |p| p.maintenance = None);
    let changed = changed.into_iter().map(|Variant { what, change, value }| {
        Mutant::of(Some(Part::Recall), format!("maintenance.{what}"), change, move |protocol| {
            protocol.maintenance = Some(value.clone());
        })
    });
    std::iter::once(dropped).chain(changed).collect()
}

/// Numbers that are told to people, and on which nothing decides.
fn told(protocol: &Protocol) -> Vec<Mutant> {
    let aftercare = List {
        part: Some(Part::Recovery),
        word: "aftercare",
        items: |protocol| &mut protocol.catalogue.aftercare,
        name: |_| "advice".to_owned(),
        variants: |one, _| advice(one),
    };
    let segments = List {
        part: Some(Part::Session),
        word: "segment",
        items: |protocol| &mut protocol.segments,
        name: |segment| segment.id.to_string(),
        variants: |segment, _| {
            within(whole(segment.minutes), "minutes", |minutes| Segment { minutes, ..segment.clone() })
        },
    };
    let mut found = aftercare.mutants(protocol);
    found.extend(segments.mutants(protocol));
    found
}

fn advice(one: &Aftercare) -> Vec<Variant<Aftercare>> {
    let whens = one.when.as_ref().map(|when| condition(when, &fact_test)).unwrap_or_default();
    let mut found = within(whens, "when", |when| Aftercare { when: Some(when), ..one.clone() });
    let begins = one.from.map(since).unwrap_or_default();
    found.extend(within(begins, "from", |from| Aftercare { from: Some(from), ..one.clone() }));
    if let Some(CareEnd::At(end)) = one.until {
        let ends = since(end);
        found.extend(within(ends, "until", |end| Aftercare { until: Some(CareEnd::At(end)), ..one.clone() }));
    }
    found
}

fn since(is: Since) -> Vec<Variant<Since>> {
    match is {
        Since::Hours(HoursSince(n)) => within(hours(n), "", |hour| Since::Hours(HoursSince(hour))),
        Since::Months { months } => within(whole(months), "", |months| Since::Months { months }),
    }
}
