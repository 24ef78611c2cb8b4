//! Normal healing raises nobody, in every protocol that is shipped.

use super::fixture::{of, shipped};
use journey::protocol::Protocol;
use journey::quantity::HundredthsMm;
use journey::recovery::{
    CheckInAnswers, HumanReader, PerformedSession, Severity, SignTest, SymptomAnswer, SymptomKind, Tier, Triage,
    expected, triage,
};
use journey::slug::SymptomId;

const DEPTHS: [u32; 6] = [25, 49, 50, 149, 150, 250];
const DAYS: std::ops::RangeInclusive<u16> = 0..=90;

/// Every symptom at its usual strength or at the upper edge, and everything else absent.
fn healing(protocol: &Protocol, session: PerformedSession, day: u16, upper: fn(u16) -> Edge) -> CheckInAnswers {
    let curve = expected(protocol, session, day).map(|day| day.signs).unwrap_or_default();
    let answer = |id: &SymptomId| {
        let sign = curve.iter().find(|sign| &sign.symptom == id);
        sign.map_or(Severity::None, |sign| match upper(day) {
            Edge::Usual => sign.usual,
            Edge::Upper => sign.upper,
        })
    };
    let answers = protocol.recovery.symptoms.iter().map(|symptom| {
        let answer = match symptom.kind {
            SymptomKind::YesNo => SymptomAnswer::No,
            SymptomKind::Severity => SymptomAnswer::Severity(answer(&symptom.id)),
        };
        (symptom.id.clone(), answer)
    });
    CheckInAnswers { hours_since_end: u32::from(day) * 24, answers: answers.collect(), ..Default::default() }
}

#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Usual,
    Upper,
}

fn sessions() -> impl Iterator<Item = PerformedSession> {
    DEPTHS.into_iter().map(|depth| PerformedSession::from(Some(HundredthsMm(depth))))
}

fn judged(protocol: &Protocol, session: PerformedSession, upper: fn(u16) -> Edge) -> Vec<(u16, Triage)> {
    let mut earlier: Vec<CheckInAnswers> = Vec::new();
    let mut judged = Vec::new();
    for day in DAYS {
        let now = healing(protocol, session, day, upper);
        judged.push((day, triage(protocol, &now, &earlier, &session)));
        earlier.push(now);
    }
    judged
}

fn stays_calm(upper: fn(u16) -> Edge) {
    for protocol in shipped().iter() {
        for session in sessions() {
            for (day, triage) in judged(protocol, session, upper) {
                let flags: Vec<&str> = triage.findings.iter().map(|one| one.flag.as_str()).collect();
                assert_eq!(triage.tier, Tier::Tier0, "{} day {day} {session:?}: {flags:?}", protocol.id);
                assert!(triage.ask_again.is_empty(), "{} day {day}", protocol.id);
            }
        }
    }
}

#[test]
fn healing_as_usual_is_self_care_on_every_day() {
    stays_calm(|_| Edge::Usual);
}

#[test]
fn healing_at_the_upper_edge_is_self_care_on_every_day() {
    stays_calm(|_| Edge::Upper);
}

#[test]
fn one_step_beyond_the_edge_and_its_grace_raises_a_tier_or_calls_a_person() {
    let library = shipped();
    let mut tried = 0;
    for protocol in library.iter() {
        let tests = || protocol.recovery.flags.iter().flat_map(|flag| flag.when.tests());
        let graces = tests().filter_map(|test| match test {
            SignTest::BeyondExpected { symptom, days } => Some((symptom, *days)),
            _ => None,
        });
        let graces: Vec<(&SymptomId, u16)> = graces.collect();
        for (session, day) in sessions().flat_map(|session| DAYS.map(move |day| (session, day))) {
            for sign in expected(protocol, session, day).map(|day| day.signs).unwrap_or_default() {
                let Some(worse) = Severity::ALL.into_iter().find(|one| *one > sign.upper) else { continue };
                let grace = graces.iter().find(|(symptom, _)| **symptom == sign.symptom).map_or(0, |(_, days)| *days);
                let mut now = healing(protocol, session, day + grace, |_| Edge::Usual);
                now.answers.insert(sign.symptom.clone(), SymptomAnswer::Severity(worse));
                let triage = triage(protocol, &now, &[], &session);
                let called = triage.needs_human_reader == HumanReader::Needed;
                assert!(triage.tier > Tier::Tier0 || called, "{} {} day {day}", protocol.id, sign.symptom);
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

#[test]
fn a_lump_at_six_weeks_is_seen_the_same_day() {
    let library = shipped();
    for id in ["dermapen", "botox"] {
        let protocol = of(&library, id);
        let session = PerformedSession::from(Some(HundredthsMm(100)));
        let mut now = healing(protocol, session, 42, |_| Edge::Usual);
        assert_eq!(triage(protocol, &now, &[], &session).tier, Tier::Tier0);
        now.answers.insert(SymptomId::parse("lump").unwrap(), SymptomAnswer::Yes);
        assert_eq!(triage(protocol, &now, &[], &session).tier, Tier::Tier2, "{id}");
    }
}

#[test]
fn spread_of_toxin_is_an_emergency_for_weeks() {
    let library = shipped();
    let (botox, session) = (of(&library, "botox"), PerformedSession::default());
    for day in [0, 1, 21, 42, 84] {
        let mut now = healing(botox, session, day, |_| Edge::Usual);
        now.answers.insert(SymptomId::parse("spread").unwrap(), SymptomAnswer::Yes);
        assert_eq!(triage(botox, &now, &[], &session).tier, Tier::Tier3, "day {day}");
    }
}
