//! Waits to and from other treatments, touch-ups, and days before an event.

use super::aspect::Field;
use super::meaning::Meaning;
use super::part::Part;
use super::statement::Statement;
use super::{Teller, tokens};
use journey::course::{Downtime, Other, Spacing, TouchUp, Turn};
use journey::period::Period;
use journey::quantity::DepthRange;
use journey::text::Bilingual;

/// Spacing, touch-up and downtime.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    let spacing = teller.protocol.spacing.iter().map(|rule| spacing(teller, rule));
    let touch_up = teller.protocol.touch_up.iter().map(touch_up);
    let downtime = teller.protocol.downtime.iter().map(|rule| downtime(teller, rule));
    spacing.chain(touch_up).chain(downtime).collect()
}

fn spacing(teller: &Teller<'_>, rule: &Spacing) -> Statement {
    let Spacing { id, other, turn, wait, same_day, zones, product, depth, override_by, says, evidence } = rule;
    Statement::new(Part::Spacing, id, says.clone())
        .plain(Field::Other, towards(teller, *turn, other))
        .with_any(Field::Wait, Some(tokens::wait(*wait)))
        .with_any(Field::SameDay, Some(tokens::same_day(*same_day)))
        .with_any(Field::ZoneScope, Some(tokens::zone_scope(*zones)))
        .with_any(Field::ProductScope, Some(tokens::product_scope(*product)))
        .with_any(Field::Depth, Some(deep(teller, depth.as_ref())))
        .with_any(Field::Override, Some(tokens::override_by(*override_by)))
        .wording(Field::Says, says)
        .supported(evidence)
}

fn towards(teller: &Teller<'_>, turn: Turn, other: &Other) -> Bilingual {
    let name = match other {
        Other::Itself => teller.protocol.name.clone(),
        Other::Protocol(id) => teller.one(id, |library, id| library.get(id).map(|one| one.name.clone())),
        Other::Group(id) => teller
            .one(id, |library, id| library.groups.iter().find(|group| &group.id == id).map(|group| group.name.clone())),
    };
    match turn {
        Turn::After => Bilingual::new(format!("{}の後", name.ja), format!("after {}", name.en)),
        Turn::Before => Bilingual::new(format!("{}の前", name.ja), format!("before {}", name.en)),
    }
}

/// A range of depths of which a wider one is stricter, for the rule then speaks of more sessions.
fn deep(teller: &Teller<'_>, depth: Option<&DepthRange>) -> tokens::Told {
    match depth {
        Some(range) => {
            let ends = (range.at_least.map(|low| low.0), range.below.map(|high| high.0));
            (teller.both(|words| words.depths(range)), Meaning::Span(ends.0, ends.1))
        }
        None => (Bilingual::new("すべての深さ", "every depth"), Meaning::Span(None, None)),
    }
}

fn touch_up(touch_up: &TouchUp) -> Statement {
    let TouchUp { from, to, says, evidence } = touch_up;
    Statement::new(Part::TouchUp, TouchUp::rule(), says.clone())
        .with_any(Field::From, Some(tokens::wait(*from)))
        .plain(Field::To, tokens::wait(*to).0)
        .wording(Field::Says, says)
        .supported(evidence)
}

fn downtime(teller: &Teller<'_>, rule: &Downtime) -> Statement {
    let Downtime { id, depth, days, says, evidence } = rule;
    Statement::new(Part::Downtime, id, says.clone())
        .with_any(Field::Days, Some(tokens::wait(Period::Days(*days))))
        .with_any(Field::Depth, Some(deep(teller, depth.as_ref())))
        .wording(Field::Says, says)
        .supported(evidence)
}
