//! What is told to people, and on which nothing decides, changed.

use super::Mutant;
use super::condition::{condition, fact_test};
use super::list::List;
use super::numbers::{hours, whole};
use super::variant::{Variant, within};
use crate::cases::Part;
use journey::catalogue::{Aftercare, CareEnd, HoursSince, Since};
use journey::protocol::{Protocol, Segment};

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let aftercare = List {
        part: Some(Part::Recovery),
        word: "aftercare",
        items: |protocol| &mut protocol.catalogue.aftercare,
        name: |_| "advice".to_owned(),
        variants: |one, _| advice(one),
        unseen: |_, _, _| None,
    };
    let segments = List {
        part: Some(Part::Session),
        word: "segment",
        items: |protocol| &mut protocol.segments,
        name: |segment| segment.id.to_string(),
        variants: |segment, _| {
            within(whole(segment.minutes), "minutes", |minutes| Segment { minutes, ..segment.clone() })
        },
        unseen: |_, _, _| None,
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
