//! Left and right, and where no point should lie, changed.

use super::Mutant;
use super::explained::kept_for_record;
use super::list::List;
use super::screening::{other_override, verdict};
use super::single::Single;
use super::variant::{Variant, within, without_one};
use crate::cases::Part;
use journey::protocol::Protocol;
use journey::screening::Headline;
use journey::session::{Asymmetry, Band, NoGo, Point};

/// By how much a band is moved, in thousandths of the drawing.
const SHIFT: i16 = 10;

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let asymmetry = Single {
        part: Part::Session,
        word: "asymmetry",
        slot: |protocol| &mut protocol.asymmetry,
        evidence: |one| &one.evidence,
        variants: asymmetry,
    };
    let no_go = List {
        part: Some(Part::Session),
        word: "no-go",
        items: |protocol| &mut protocol.no_go,
        name: |rule| rule.id.to_string(),
        variants: no_go,
        unseen: |rule, _, _| kept_for_record(&rule.evidence),
    };
    let bands = List {
        part: Some(Part::Session),
        word: "band",
        items: |protocol| &mut protocol.bands,
        name: |band| band.id.to_string(),
        variants: |one, _| band(one),
        unseen: |band, _, protocol| {
            let rules = protocol.no_go.iter().filter(|rule| rule.band == band.id);
            rules.filter_map(|rule| kept_for_record(&rule.evidence)).next()
        },
    };
    let mut found = asymmetry.mutants(protocol);
    found.extend(no_go.mutants(protocol));
    found.extend(bands.mutants(protocol));
    found
}

fn asymmetry(is: &Asymmetry) -> Vec<Variant<Asymmetry>> {
    let steps = [is.percent.checked_add(1), is.percent.checked_sub(1)].into_iter().flatten();
    let steps = steps.map(|to| Variant::step(is.percent, to, to)).collect();
    within(steps, "percent", |percent| Asymmetry { percent, ..is.clone() })
}

fn no_go(rule: &NoGo, protocol: &Protocol) -> Vec<Variant<NoGo>> {
    let mut headlines = verdict(rule.headline);
    headlines.retain(|variant| variant.value != Headline::Deferred);
    let mut found = within(headlines, "verdict", |headline| NoGo { headline, ..rule.clone() });
    let others = protocol.bands.iter().filter(|band| band.id != rule.band);
    found.extend(others.take(1).map(|band| {
        let other = NoGo { band: band.id.clone(), ..rule.clone() };
        Variant::step(&rule.band, &band.id, other).within("band", |other| other)
    }));
    found.push(other_override(rule.override_by).within("override", |override_by| NoGo { override_by, ..rule.clone() }));
    found
}

/// The band a little to each side, and with one zone fewer of which it asks for marks.
fn band(band: &Band) -> Vec<Variant<Band>> {
    let ways = [("left", -SHIFT, 0), ("right", SHIFT, 0), ("up", 0, -SHIFT), ("down", 0, SHIFT)];
    let moved = ways.map(|(way, x, y)| {
        let moved = |point: &Point| Point { x: shifted(point.x, x), y: shifted(point.y, y) };
        Variant::new(format!("moved {way}"), band.shape.iter().map(moved).collect::<Vec<Point>>())
    });
    let mut found = within(moved.into(), "shape", |shape| Band { shape, ..band.clone() });
    found.extend(within(without_one(&band.zones), "zones", |zones| Band { zones, ..band.clone() }));
    found
}

fn shifted(at: u16, by: i16) -> u16 {
    at.saturating_add_signed(by)
}
