//! What a patient person with a pencil would do: minutes, rows and nothing clever.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use journey::id::{StaffId, VisitId};
use uuid::Uuid;

/// Public holidays of the time the test plays in, by the Cabinet Office's calendar.
const HOLIDAYS: [Date; 11] = [
    date(2026, 11, 23),
    date(2027, 1, 1),
    date(2027, 1, 11),
    date(2027, 2, 11),
    date(2027, 2, 23),
    date(2027, 3, 21),
    date(2027, 3, 22),
    date(2027, 4, 29),
    date(2027, 5, 3),
    date(2027, 5, 4),
    date(2027, 5, 5),
];

/// A need of a visit: who or what, and which minutes from its start.
pub struct Need {
    pub class: &'static str,
    pub from: i64,
    pub until: i64,
}

/// What the parts of a visit need, one after the other: each a person and a room of its class, the room also while
/// it is cleaned.
pub fn needs(parts: &[&'static str]) -> Vec<Need> {
    let mut from = 0;
    let mut all = Vec::new();
    for part in parts {
        let (person, room, minutes, cleaning) = match *part {
            "examination" => ("examination", "room examination", 15, 0),
            "counselling" => ("counselling", "room counselling", 30, 10),
            "consultation" => ("examination", "room examination", 20, 0),
            other => panic!("{other} is no part of a visit"),
        };
        all.push(Need { class: person, from, until: from + minutes });
        all.push(Need { class: room, from, until: from + minutes + cleaning });
        from += minutes;
    }
    all
}

pub fn minutes(parts: &[&'static str]) -> i64 {
    parts
        .iter()
        .map(|part| {
            if *part == "counselling" {
                30
            } else if *part == "examination" {
                15
            } else {
                20
            }
        })
        .sum()
}

pub struct Lane {
    pub subject: Uuid,
    pub number: i64,
    pub class: String,
    pub staff: Option<StaffId>,
}

pub struct Week {
    pub subject: Uuid,
    pub weekday: i8,
    pub opens: i64,
    pub closes: i64,
    pub from: Date,
    pub until: Option<Date>,
}

pub struct Special {
    pub subject: Uuid,
    pub day: Date,
    pub hours: Vec<(i64, i64)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Closure {
    pub id: Uuid,
    pub subject: Uuid,
    pub from: i64,
    pub until: i64,
}

/// Seconds since 1970, the end not included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Claim {
    pub subject: Uuid,
    pub lane: i64,
    pub from: i64,
    pub until: i64,
    pub visit: VisitId,
}

/// The roster and the claims.
pub struct Paper {
    pub zone: TimeZone,
    pub house: Uuid,
    pub lanes: Vec<Lane>,
    pub weeks: Vec<Week>,
    pub specials: Vec<Special>,
    pub closures: Vec<Closure>,
    pub claims: Vec<Claim>,
}

/// Whom a question is about.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub parts: &'a [&'static str],
    pub person: Option<StaffId>,
    /// Claims of these visits are looked through.
    pub through: &'a [VisitId],
    /// Nothing begins before this second.
    pub first: i64,
}

impl Paper {
    fn hours(&self, subject: Uuid, day: Date) -> Vec<(i64, i64)> {
        if let Some(special) = self.specials.iter().find(|one| one.subject == subject && one.day == day) {
            return special.hours.clone();
        }
        if subject == self.house && HOLIDAYS.contains(&day) {
            return Vec::new();
        }
        let weekday = day.weekday().to_monday_one_offset();
        let valid = |row: &&Week| row.from <= day && row.until.is_none_or(|until| day <= until);
        let rows = self.weeks.iter().filter(|row| row.subject == subject && row.weekday == weekday).filter(valid);
        rows.map(|row| (row.opens, row.closes)).collect()
    }

    /// Every second at which a minute of a day begins.
    pub fn day(&self, day: Date) -> std::ops::Range<i64> {
        let start = |day: Date| day.to_zoned(self.zone.clone()).unwrap().timestamp().as_second();
        start(day)..start(day.tomorrow().unwrap())
    }

    fn is_there(&self, lane: &Lane, at: i64) -> bool {
        let wall = Timestamp::from_second(at).unwrap().to_zoned(self.zone.clone());
        let minute = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
        let open = |subject| {
            self.hours(subject, wall.date()).iter().any(|(opens, closes)| (*opens..*closes).contains(&minute))
        };
        let shut = |one: &Closure| one.subject == lane.subject && one.from < at + 60 && at < one.until;
        open(self.house) && (lane.staff.is_none() || open(lane.subject)) && !self.closures.iter().any(shut)
    }

    /// The minutes of a day in which nothing stands against a lane.
    pub fn free(&self, lane: &Lane, day: Date, through: &[VisitId]) -> Vec<bool> {
        let mine = |claim: &&Claim| (claim.subject, claim.lane) == (lane.subject, lane.number);
        let claims: Vec<&Claim> = self.claims.iter().filter(mine).filter(|one| !through.contains(&one.visit)).collect();
        let taken = |at: i64| claims.iter().any(|claim| claim.from < at + 60 && at < claim.until);
        self.day(day).step_by(60).map(|at| !taken(at) && self.is_there(lane, at)).collect()
    }

    /// Which lanes may serve a need.
    pub fn able(&self, need: &Need, person: Option<StaffId>) -> Vec<usize> {
        let able: Vec<usize> = (0..self.lanes.len()).filter(|place| self.lanes[*place].class == need.class).collect();
        let wished: Vec<usize> =
            able.iter().copied().filter(|place| person.is_some() && self.lanes[*place].staff == person).collect();
        if wished.is_empty() { able } else { wished }
    }

    /// Which of some starts are possible.
    pub fn possible(&self, ask: Question<'_>, day: Date, starts: impl Iterator<Item = i64>) -> Vec<i64> {
        let free: Vec<Vec<bool>> = self.lanes.iter().map(|lane| self.free(lane, day, ask.through)).collect();
        let midnight = self.day(day).start;
        let needs = needs(ask.parts);
        let fits = |at: i64| {
            let mut used = Vec::new();
            at >= ask.first && self.assign(&needs, ask.person, &free, (at - midnight) / 60, &mut used)
        };
        starts.filter(|at| fits(*at)).collect()
    }

    fn assign(
        &self,
        needs: &[Need],
        person: Option<StaffId>,
        free: &[Vec<bool>],
        at: i64,
        used: &mut Vec<(usize, i64, i64)>,
    ) -> bool {
        let Some((need, rest)) = needs.split_first() else { return true };
        let (from, until) = (at + need.from, at + need.until);
        for place in self.able(need, person) {
            let open = (from..until).all(|minute| free[place].get(minute as usize) == Some(&true));
            let again = used.iter().any(|(other, a, b)| *other == place && *a < until && from < *b);
            if open && !again {
                used.push((place, from, until));
                if self.assign(rest, person, free, at, used) {
                    return true;
                }
                used.pop();
            }
        }
        false
    }

    /// The times offered on a day: every quarter of an hour from midnight.
    pub fn offers(&self, ask: Question<'_>, day: Date) -> Vec<i64> {
        self.possible(ask, day, self.day(day).step_by(900))
    }
}
