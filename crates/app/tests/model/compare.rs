//! Offered times, claims and overlaps, compared with the paper.

use crate::naive::{Claim, Question};
use crate::rig::Rig;
use app::actor::Actor;
use app::booking::{self, Wanted};
use jiff::ToSpan;
use jiff::civil::Date;
use journey::id::StaffId;

pub const SERVICES: [(&str, &[&str]); 3] = [
    ("examination", &["examination"]),
    ("counselling", &["counselling"]),
    ("mole-consultation", &["examination", "consultation"]),
];

impl Rig {
    pub fn compare(&mut self) {
        self.node().follow().unwrap();
        self.same_offers();
        self.same_claims();
        self.no_overlap();
    }

    fn same_offers(&mut self) {
        let (slug, parts) = SERVICES[self.chance.below(SERVICES.len())];
        let (day, person) = (self.some_day(), self.somebody());
        let visitor = self.chance.below(2) == 0;
        let (actor, first) = match visitor {
            true => (Actor::Visitor, self.now() + 2 * 3600),
            false => (self.clinic.actor("ueno"), self.now()),
        };
        let wanted = Wanted { service: slug.into(), practitioner: person, moving: None };
        let told = self.node().read(actor, move |work| booking::day(work, &wanted, day)).wait().unwrap();
        let told: Vec<i64> = told.iter().map(|offer| offer.starts.as_second()).collect();
        let through = self.lapsed();
        let predicted = self.paper.offers(Question { parts, person, through: &through, first }, day);
        self.check(
            told == predicted,
            &format!("{slug} on {day} with {person:?}: {predicted:?} on paper, told {told:?}"),
        );
    }

    fn same_claims(&self) {
        let rows = self.node().read(Actor::System, |work| {
            let sql = "SELECT subject_id, lane, starts_at, ends_at, visit_id FROM booking_claim";
            Ok(work.tx.query(sql, &[])?)
        });
        let lapsed = self.lapsed();
        let mut told: Vec<Claim> = rows.wait().unwrap().iter().map(claim).collect();
        let mut predicted = self.paper.claims.clone();
        told.retain(|one| !lapsed.contains(&one.visit));
        predicted.retain(|one| !lapsed.contains(&one.visit));
        told.sort();
        predicted.sort();
        self.check(told == predicted, &format!("claims: {predicted:?} on paper, kept {told:?}"));
    }

    fn no_overlap(&self) {
        let rows = self.node().read(Actor::System, |work| {
            let sql = "SELECT COUNT(*) FROM booking_claim a JOIN booking_claim b ON a.subject_id = b.subject_id
                       AND a.lane = b.lane AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
                       WHERE a.visit_id <> b.visit_id OR a.starts_at <> b.starts_at";
            Ok(work.tx.first(sql, &[])?)
        });
        let overlaps: i64 = rows.wait().unwrap().unwrap().get(0).unwrap();
        self.check(overlaps == 0, &format!("{overlaps} overlaps"));
    }

    /// One of the next days, near ones more often.
    pub fn some_day(&mut self) -> Date {
        let ahead = self.chance.below(5);
        self.clinic.today().saturating_add((ahead as i32).days())
    }

    /// Anybody, or a certain person who may or may not be able.
    pub fn somebody(&mut self) -> Option<StaffId> {
        let login = ["sakamoto", "okabe", "morita", "nishida"][self.chance.below(4)];
        (self.chance.below(3) == 0).then(|| self.clinic.staff(login))
    }
}

pub fn claim(row: &store::Row) -> Claim {
    let second = |place| row.get::<jiff::Timestamp>(place).unwrap().as_second();
    Claim {
        subject: row.get(0).unwrap(),
        lane: row.get(1).unwrap(),
        from: second(2),
        until: second(3),
        visit: row.get(4).unwrap(),
    }
}
