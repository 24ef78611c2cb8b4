//! Changes of the roster, made and written down.

use crate::naive::{Closure, Special, Week};
use crate::rig::{Rig, word};
use app::roster::{self, Change};
use jiff::Timestamp;
use journey::id::ResourceId;
use journey::roster::closure::ClosureKind;
use journey::roster::hours::{Exception, MinuteOfDay, Opening};
use journey::text::Bilingual;
use uuid::Uuid;

impl Rig {
    pub fn roster(&mut self) {
        match self.chance.below(5) {
            0 => self.week(),
            1 => self.special(),
            2 => self.usual(),
            3 => self.close(),
            _ => self.reopen(),
        }
    }

    fn apply(&mut self, what: &str, change: Change) -> bool {
        let actor = self.clinic.actor("sakamoto");
        let told = self.write(actor, move |work| roster::apply(work, &change));
        self.expect(&format!("roster {what}"), "ok", &word(&told));
        told.is_ok()
    }

    /// The house or a person.
    fn whose(&mut self) -> Uuid {
        let people: Vec<Uuid> =
            self.paper.lanes.iter().filter(|lane| lane.staff.is_some()).map(|lane| lane.subject).collect();
        if self.chance.below(3) == 0 { self.paper.house } else { people[self.chance.below(people.len())] }
    }

    /// One or two stretches that begin and end on fives.
    fn stretches(&mut self) -> Vec<(i64, i64)> {
        let opens = 540 + 5 * self.chance.below(24) as i64;
        let closes = 1020 + 5 * self.chance.below(36) as i64;
        match self.chance.below(2) {
            0 => vec![(opens, closes)],
            _ => vec![(opens, 780), (780 + 5 * (1 + self.chance.below(12)) as i64, closes)],
        }
    }

    fn week(&mut self) {
        let (subject, from) = (self.whose(), self.some_day());
        let days = [1_i8, 2, 3, 4, 5, 6, 7];
        let off = days[self.chance.below(7)];
        let hours: Vec<(i8, (i64, i64))> = days
            .into_iter()
            .filter(|day| *day != off)
            .flat_map(|day| self.stretches().into_iter().map(move |stretch| (day, stretch)))
            .collect();
        let week = hours.iter().map(|(day, stretch)| (*day, opening(*stretch))).collect();
        self.apply(&format!("week from {from}"), Change::Week { subject: ResourceId::new(subject), from, hours: week });
        let last = from.yesterday().unwrap();
        self.paper.weeks.retain(|row| row.subject != subject || row.from < from);
        for row in self.paper.weeks.iter_mut().filter(|row| row.subject == subject) {
            row.until = Some(row.until.map_or(last, |until| until.min(last)));
        }
        for (weekday, (opens, closes)) in hours {
            self.paper.weeks.push(Week { subject, weekday, opens, closes, from, until: None });
        }
    }

    fn special(&mut self) {
        let (subject, day) = (self.whose(), self.some_day());
        let hours = if self.chance.below(3) == 0 { Vec::new() } else { self.stretches() };
        let told = match hours.as_slice() {
            [] => Exception::Closed,
            some => Exception::Open(some.iter().copied().map(opening).collect()),
        };
        let change = Change::Day { subject: ResourceId::new(subject), day, hours: told, reason: reason() };
        self.apply(&format!("day {day}"), change);
        self.paper.specials.retain(|one| (one.subject, one.day) != (subject, day));
        self.paper.specials.push(Special { subject, day, hours });
    }

    fn usual(&mut self) {
        let Some((subject, day)) = self.chance.pick(&self.paper.specials).map(|one| (one.subject, one.day)) else {
            return;
        };
        self.apply(&format!("usual {day}"), Change::UsualDay { subject: ResourceId::new(subject), day });
        self.paper.specials.retain(|one| (one.subject, one.day) != (subject, day));
    }

    fn close(&mut self) {
        let subject = self.paper.lanes[self.chance.below(self.paper.lanes.len())].subject;
        let from = self.now() - self.now() % 60 + 60 * self.chance.below(72 * 60) as i64;
        let until = from + 60 * (1 + self.chance.below(300)) as i64;
        let at = |second| Timestamp::from_second(second).unwrap();
        let (starts, ends) = (at(from), at(until));
        let kind = ClosureKind::Block;
        self.apply("close", Change::Close { subject: ResourceId::new(subject), kind, starts, ends, reason: reason() });
        let known: Vec<Uuid> = self.paper.closures.iter().map(|one| one.id).collect();
        let rows = self
            .node()
            .read(app::actor::Actor::System, |work| Ok(work.tx.query("SELECT id FROM roster_closure", &[])?));
        let ids = rows.wait().unwrap();
        let id = ids.iter().map(|row| row.get(0).unwrap()).find(|id| !known.contains(id)).unwrap();
        self.paper.closures.push(Closure { id, subject, from, until });
    }

    fn reopen(&mut self) {
        let Some(closure) = self.chance.pick(&self.paper.closures).copied() else { return };
        // A closure that another node made may not have been seen yet; people see what they take back.
        self.node().follow().unwrap();
        self.apply("reopen", Change::Reopen { closure: closure.id });
        self.paper.closures.retain(|one| *one != closure);
    }
}

fn opening((opens, closes): (i64, i64)) -> Opening {
    let minute = |minute| MinuteOfDay::new(u16::try_from(minute).unwrap()).unwrap();
    Opening::new(minute(opens), minute(closes)).unwrap()
}

fn reason() -> Bilingual {
    Bilingual { ja: "都合により".into(), en: "For once".into() }
}
