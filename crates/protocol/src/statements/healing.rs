//! How it heals: check-ins, what they ask, what is expected, and what alarms.

use super::Teller;
use super::aspect::Field;
use super::meaning::Meaning;
use super::part::Part;
use super::statement::{Statement, same};
use super::tokens::{self, Told, set};
use journey::evidence::Sourced;
use journey::recovery::{Curve, Flag, Mismatch, Phase, Recovery, Symptom, Tier, Window};
use journey::slug::SymptomId;
use journey::text::Bilingual;
use journey::words::Words;

/// Everything about recovery, in reading order.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    let Recovery { check_ins: days, symptoms, expected, flags, mismatches } = &teller.protocol.recovery;
    let symptoms = symptoms.iter().map(symptom);
    let curves = expected.iter().map(|one| curve(teller, one));
    let flags = flags.iter().map(|one| flag(teller, one));
    let mismatches = mismatches.iter().map(|one| mismatch(teller, one));
    std::iter::once(check_ins(teller, days)).chain(symptoms).chain(curves).chain(flags).chain(mismatches).collect()
}

fn check_ins(teller: &Teller<'_>, days: &Sourced<Vec<u16>>) -> Statement {
    let text = teller.both(|words| {
        let told: Vec<String> = days.value.iter().map(ToString::to_string).collect();
        words.told(format!("施術から{}日目", told.join("・")), format!("day {}", told.join(", ")))
    });
    Statement::new(Part::CheckIns, "check-ins", Part::CheckIns.heading())
        .with(Field::Days, text, Meaning::Wider(set(&days.value)))
        .supported(&days.evidence)
}

fn symptom(symptom: &Symptom) -> Statement {
    let Symptom { id, ask, short, kind } = symptom;
    Statement::new(Part::Symptom, id, ask.clone())
        .wording(Field::Ask, ask)
        .wording_any(Field::Name, short.as_ref())
        .plain(Field::Answer, tokens::symptom_kind(*kind))
}

fn curve(teller: &Teller<'_>, curve: &Curve) -> Statement {
    let Curve { symptom, depth, units, phases, evidence } = curve;
    let depth = depth.as_ref().map(|range| teller.both(|words| words.depths(range)));
    let dose = units.as_ref().map(|range| teller.both(|words| words.doses(range)));
    let sorts = [Some(symptom.to_string()), depth.as_ref().map(|t| t.en.clone()), dose.as_ref().map(|t| t.en.clone())];
    let id = sorts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Statement::new(Part::Curve, id, asked(teller, symptom))
        .plain_any(Field::Depth, depth)
        .plain_any(Field::Dose, dose)
        .plain(Field::Phases, teller.both(|words| words.list(phases.iter().map(|one| phase(words, one)))))
        .supported(evidence)
}

fn asked(teller: &Teller<'_>, id: &SymptomId) -> Bilingual {
    teller.protocol.symptom(id).map_or_else(|| same(id), |symptom| symptom.ask.clone())
}

fn phase(words: Words<'_>, phase: &Phase) -> String {
    let Phase { first, last, usual, upper } = phase;
    let (usual, upper) = (words.severity(*usual), words.severity(*upper));
    let days = if first == last { first.to_string() } else { format!("{first}–{last}") };
    words.told(
        format!("{days}日目は通常「{usual}」・上限「{upper}」"),
        format!("day {days} usually {usual} and at most {upper}"),
    )
}

fn flag(teller: &Teller<'_>, flag: &Flag) -> Statement {
    let Flag { id, when, window, tier, class, reader, next_session, .. } = flag;
    let Flag { says, advice, words, evidence, .. } = flag;
    let pieces = |list: &[String]| {
        let text = if list.is_empty() { Bilingual::new("なし", "none") } else { same(list.join(" / ")) };
        (text, Meaning::Wider(set(list)))
    };
    Statement::new(Part::Flag, id, says.clone())
        .weighing(urgency(*tier))
        .with_any(Field::Tier, Some(tokens::tier(*tier)))
        .with(Field::When, teller.signs(when), Meaning::Signs(when.clone()))
        .with_any(Field::Window, Some(hours(teller, window)))
        .plain(Field::Class, tokens::class(*class))
        .with_any(Field::Reader, Some(tokens::reader(*reader)))
        .with_any(Field::NextSession, Some(tokens::next_session(*next_session)))
        .wording(Field::Says, says)
        .wording(Field::Advice, advice)
        .with_any(Field::WordsJa, Some(pieces(&words.ja)))
        .with_any(Field::WordsEn, Some(pieces(&words.en)))
        .supported(evidence)
}

const fn urgency(tier: Tier) -> u8 {
    match tier {
        Tier::Tier0 => 0,
        Tier::Tier1 => 1,
        Tier::Tier2 => 2,
        Tier::Tier3 => 3,
    }
}

fn hours(teller: &Teller<'_>, window: &Window) -> Told {
    let Window { from_hour, to_hour } = *window;
    let text = teller.both(|words| match (from_hour.map(|h| words.hours(h)), to_hour.map(|h| words.hours(h))) {
        (None, None) => words.pick("いつでも", "at any time").to_owned(),
        (Some(from), None) => words.told(format!("施術の{from}後から"), format!("from {from} after the session")),
        (None, Some(to)) => words.told(format!("施術の{to}後まで"), format!("until {to} after the session")),
        (Some(from), Some(to)) => {
            words.told(format!("施術の{from}後から{to}後まで"), format!("from {from} to {to} after the session"))
        }
    });
    (text, Meaning::Span(from_hour, to_hour))
}

fn mismatch(teller: &Teller<'_>, mismatch: &Mismatch) -> Statement {
    let Mismatch { id, when, ask, says, evidence } = mismatch;
    let again = teller.both(|words| words.list(ask.iter().map(|id| words.asked(id).trim().to_owned())));
    Statement::new(Part::Contradiction, id, says.clone())
        .with(Field::When, teller.signs(when), Meaning::Signs(when.clone()))
        .with(Field::AskAgain, again, Meaning::Wider(set(ask)))
        .wording(Field::Says, says)
        .supported(evidence)
}
