//! People who do not exist, each with courses, a history and sometimes a booking.

use crate::seed::chance::Chance;
use jiff::ToSpan;
use jiff::civil::Date;
use journey::course::{BookedSession, Dose, Indication, PastSession, Purpose, Release, Treated};
use journey::protocol::{Library, Protocol};
use journey::quantity::{HundredthsMm, HundredthsUnit};
use journey::recall::{Lasting, Observed};
use journey::slug::{ProductId, ZoneId};

/// How far back a history reaches.
const DAYS_BACK: i64 = 4 * 365;
/// How far ahead a booking lies at most.
const DAYS_AHEAD: i64 = 60;

/// One course of a patient.
pub(super) struct Course<'a> {
    pub protocol: &'a Protocol,
    pub indication: &'a Indication,
    /// How long earlier sessions were seen to last.
    pub observed: Vec<Observed>,
}

/// One patient: two to four courses of different protocols, and everything done and booked.
pub(super) struct Patient<'a> {
    pub courses: Vec<Course<'a>>,
    pub history: Vec<PastSession>,
    pub booked: Vec<BookedSession>,
}

impl<'a> Patient<'a> {
    /// The patient of that number; always the same one. Every course has at least one session.
    pub fn draw(library: &'a Library, number: u64, sessions: usize, today: Date) -> Self {
        let mut chance = Chance::new(number.wrapping_mul(0x9e37_79b9));
        let mut courses = courses(library, &mut chance);
        let mut history = Vec::with_capacity(sessions);
        for place in 0..sessions {
            let turn = if place < courses.len() { place } else { index(&mut chance, courses.len()) };
            let Some(course) = courses.get_mut(turn) else { break };
            let on = today.saturating_sub(chance.between(1, DAYS_BACK).days());
            course.observe(on, today, &mut chance);
            history.push(course.past(on, &mut chance));
        }
        history.sort_by_key(|session| session.on);
        let ahead = chance.percent(20).then(|| chance.one(&courses).map(|course| course.protocol)).flatten();
        let booked = ahead.map(|protocol| booked(protocol, today.saturating_add(chance.between(1, DAYS_AHEAD).days())));
        Self { courses, history, booked: booked.into_iter().collect() }
    }
}

fn courses<'a>(library: &'a Library, chance: &mut Chance) -> Vec<Course<'a>> {
    let mut left: Vec<&Protocol> = library.iter().collect();
    let wanted = usize::try_from(chance.between(2, 4)).unwrap_or(2).min(left.len());
    let mut chosen = Vec::with_capacity(wanted);
    while chosen.len() < wanted && !left.is_empty() {
        let protocol = left.swap_remove(index(chance, left.len()));
        let indication = chance.one(&protocol.indications);
        chosen.extend(indication.map(|indication| Course { protocol, indication, observed: Vec::new() }));
    }
    chosen
}

impl Course<'_> {
    /// Of one session in three it is known how long it lasted, where the protocol speaks of that at all.
    fn observe(&mut self, treated: Date, today: Date, chance: &mut Chance) {
        let effect = self.protocol.effects.iter().find(|effect| effect.indication == self.indication.id);
        let Some(effect) = effect.filter(|_| chance.percent(33)) else { return };
        let days = i64::from(effect.usual.rough_days()) + chance.between(-30, 30);
        let on = treated.saturating_add(days.max(1).days());
        let lasting = if chance.percent(70) { Lasting::Faded } else { Lasting::StillThere };
        if on <= today {
            self.observed.push(Observed { treated, on, lasting });
        }
    }

    fn past(&self, on: Date, chance: &mut Chance) -> PastSession {
        let product = chance.one(&self.protocol.products).map(|product| product.id.clone());
        PastSession {
            treated: Treated::Protocol(self.protocol.id.clone()),
            on,
            indication: Some(self.indication.id.clone()),
            zones: zones(&self.indication.zones, chance),
            doses: product.iter().map(|product| dose(product, chance)).collect(),
            product,
            depth: chance.percent(50).then(|| HundredthsMm(u32::try_from(chance.between(25, 300)).unwrap_or(25))),
            release: if chance.percent(5) { Release::ByPhysician } else { Release::None },
            purpose: if chance.percent(5) { Purpose::TouchUp } else { Purpose::Course },
        }
    }
}

/// One to three zones that lie next to each other in the indication; none where it is for the whole body.
fn zones(of: &[ZoneId], chance: &mut Chance) -> Vec<ZoneId> {
    let first = index(chance, of.len());
    let count = 1 + index(chance, 3);
    of.iter().skip(first).take(count).cloned().collect()
}

fn dose(product: &ProductId, chance: &mut Chance) -> Dose {
    let units = HundredthsUnit(u32::try_from(chance.between(500, 5_000)).unwrap_or(500));
    Dose { product: product.clone(), units }
}

fn booked(protocol: &Protocol, on: Date) -> BookedSession {
    BookedSession {
        treated: Treated::Protocol(protocol.id.clone()),
        on,
        indication: None,
        zones: Vec::new(),
        product: None,
        purpose: Purpose::Course,
    }
}

fn index(chance: &mut Chance, below: usize) -> usize {
    usize::try_from(chance.below(below as u64)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 20);

    #[test]
    fn a_patient_has_ten_sessions_of_several_protocols_within_four_years() {
        let library = crate::protocols::library(None).unwrap();
        for number in 0..200 {
            let patient = Patient::draw(&library, number, 10, TODAY);
            assert_eq!(patient.history.len(), 10);
            assert!((2..=4).contains(&patient.courses.len()));
            let first = TODAY.saturating_sub(1460.days());
            assert!(patient.history.iter().all(|session| first <= session.on && session.on < TODAY));
            assert!(patient.history.is_sorted_by_key(|session| session.on));
            for course in &patient.courses {
                let treated = Treated::Protocol(course.protocol.id.clone());
                assert!(patient.history.iter().any(|session| session.treated == treated));
            }
        }
    }

    #[test]
    fn a_patient_is_always_the_same_and_the_next_is_another() {
        let library = crate::protocols::library(None).unwrap();
        let history = |number| Patient::draw(&library, number, 10, TODAY).history;
        assert_eq!(history(7), history(7));
        assert_ne!(history(7), history(8));
    }

    #[test]
    fn some_have_a_booking_ahead_and_most_have_not() {
        let library = crate::protocols::library(None).unwrap();
        let ahead = (0..200).filter(|number| !Patient::draw(&library, *number, 10, TODAY).booked.is_empty()).count();
        assert!((20..=60).contains(&ahead), "{ahead}");
    }
}
