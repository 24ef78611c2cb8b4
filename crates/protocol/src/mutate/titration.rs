//! Doses that rise step by step, changed.

use super::Mutant;
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::{amount, period, whole};
use super::screening::other_override;
use super::variant::{Variant, each, within, without_one};
use crate::cases::Part;
use journey::period::Hours;
use journey::protocol::Protocol;
use journey::quantity::{Amount, HundredthsMg};
use journey::session::Titration;

/// Doses are kept by days, so a day is the least that a time of some hours can change by.
const DAY: u16 = 24;

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let titrations = List {
        part: Some(Part::Session),
        word: "titration",
        items: |protocol| &mut protocol.titrations,
        name: |one| one.id.to_string(),
        variants: |one, _| variants(one),
        unseen: |one, _, _| kept_for_record(&one.evidence),
    };
    titrations.mutants(protocol)
}

fn variants(one: &Titration) -> Vec<Variant<Titration>> {
    let mut steps = each(&one.steps, |step| dose(*step));
    steps.extend(without_one(&one.steps));
    steps.retain(|variant| variant.value.is_sorted_by(|low, high| low < high));
    let mut found = within(steps, "steps_mg", |steps| Titration { steps, ..one.clone() });
    found.extend(within(period(one.hold), "hold", |hold| Titration { hold, ..one.clone() }));
    let rhythms = period(one.every).into_iter().filter(|variant| variant.value.rough_days() > 0).collect();
    found.extend(within(rhythms, "every", |every| Titration { every, ..one.clone() }));
    found.extend(within(late(one.late), "late", |late| Titration { late, ..one.clone() }));
    let doctor = count(one.doctor_after_missed);
    found.extend(within(doctor, "doctor_after_missed", |n| Titration { doctor_after_missed: n, ..one.clone() }));
    let restart = count(one.restart_after_missed);
    found.extend(within(restart, "restart_after_missed", |n| Titration { restart_after_missed: n, ..one.clone() }));
    let other = other_override(one.override_by);
    found.push(other.within("override", |override_by| Titration { override_by, ..one.clone() }));
    found
}

fn dose(is: HundredthsMg) -> Vec<Variant<HundredthsMg>> {
    let found = amount(Amount::Mass(is), 1).into_iter().filter(|variant| variant.value.smallest() > 0);
    within(found.collect(), "", |dose| HundredthsMg(dose.smallest()))
}

/// A day more, a day less, or nothing said of late doses.
fn late(is: Option<Hours>) -> Vec<Variant<Option<Hours>>> {
    let Some(Hours(n)) = is else {
        return Vec::new();
    };
    let steps = [n.checked_add(DAY), n.checked_sub(DAY)].into_iter().flatten();
    let mut found: Vec<Variant<Option<Hours>>> =
        steps.map(|to| Variant::step(format!("{n} hours"), to, Some(Hours(to)))).collect();
    found.push(Variant::new("dropped", None));
    found
}

/// One more, one less, or never.
fn count(is: Option<u16>) -> Vec<Variant<Option<u16>>> {
    let numbers = is.map(whole).unwrap_or_default().into_iter().filter(|variant| variant.value > 0).collect();
    let mut found = within(numbers, "", Some);
    found.extend(is.map(|_| Variant::new("dropped", None)));
    found
}
