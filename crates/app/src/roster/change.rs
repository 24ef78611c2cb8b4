use super::closed::Closed;
use super::hours::house_of;
use super::house::House;
use super::mistake::mistakes;
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use journey::id::ResourceId;
use journey::roster::closure::ClosureKind;
use journey::roster::hours::{Exception, Opening, Weekly};
use journey::staff::Tenure;
use journey::text::Bilingual;
use serde::Serialize;
use store::args;
use uuid::Uuid;

/// What a manager wants to be different.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// From a day on, the week of the house or of a person. A day of the week that is not named has no hours.
    Week {
        /// The house or a person.
        subject: ResourceId,
        /// From which day.
        from: Date,
        /// The stretches of each day of the week.
        hours: Vec<(i8, Opening)>,
    },
    /// Other hours on one day, or none.
    Day {
        /// The house or a person.
        subject: ResourceId,
        /// The day.
        day: Date,
        /// The hours.
        hours: Exception,
        /// Why, for the page of opening hours and for colleagues.
        reason: Bilingual,
    },
    /// The usual hours again on a day.
    UsualDay {
        /// The house or a person.
        subject: ResourceId,
        /// The day.
        day: Date,
    },
    /// Somebody or something is away from an instant to another.
    Close {
        /// Who or what.
        subject: ResourceId,
        /// Why, in one word.
        kind: ClosureKind,
        /// From when.
        starts: Timestamp,
        /// Until when.
        ends: Timestamp,
        /// Why, in the clinic's own words.
        reason: Bilingual,
    },
    /// A closure is taken back.
    Reopen {
        /// The closure.
        closure: Uuid,
    },
}

impl Change {
    /// Whom it is about; none for a closure that is not known.
    pub(super) fn subject(&self, house: &House) -> Option<ResourceId> {
        match self {
            Self::Week { subject, .. }
            | Self::Day { subject, .. }
            | Self::UsualDay { subject, .. }
            | Self::Close { subject, .. } => Some(*subject),
            Self::Reopen { closure } => house.hours.closure(*closure).map(|closed| closed.subject),
        }
    }

    /// The house as it would be.
    pub(super) fn made_in(&self, house: &House) -> House {
        let mut hours = house.hours.clone();
        match self {
            Self::Week { subject, from, hours: week } => {
                let old = hours.weekly.entry(*subject).or_default();
                old.retain(|row| row.valid.from < *from);
                old.iter_mut().for_each(|row| end_before(&mut row.valid, *from));
                old.extend(week.iter().filter_map(|(weekday, opening)| weekly(*weekday, *opening, *from)));
            }
            Self::Day { subject, day, hours: wanted, .. } => {
                let days = hours.exceptions.entry(*subject).or_default();
                days.retain(|(known, _)| known != day);
                days.push((*day, wanted.clone()));
            }
            Self::UsualDay { subject, day } => {
                hours.exceptions.entry(*subject).or_default().retain(|(known, _)| known != day);
            }
            Self::Close { subject, kind, starts, ends, reason } => {
                hours.closures.entry(*subject).or_default().push(Closed {
                    id: Uuid::nil(),
                    subject: *subject,
                    kind: *kind,
                    starts: *starts,
                    ends: *ends,
                    reason: reason.clone(),
                });
            }
            Self::Reopen { closure } => {
                for closures in hours.closures.values_mut() {
                    closures.retain(|closed| closed.id != *closure);
                }
            }
        }
        house.with_hours(hours)
    }
}

fn end_before(valid: &mut Tenure, from: Date) {
    let last = from.yesterday().unwrap_or(from);
    valid.until = Some(valid.until.map_or(last, |until| until.min(last)));
}

fn weekly(weekday: i8, opening: Opening, from: Date) -> Option<Weekly> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Some(Weekly { weekday, opening, valid: Tenure { from, until: None } })
}

/// Keeps a change of the roster. Refused where the roster would contradict itself, with the lines that do; visits
/// that are agreed stay as they are, and [`super::effects`] says beforehand which of them would lie outside.
pub fn apply(work: &mut Work<'_, '_>, change: &Change) -> Result<(), AppError> {
    let by = work.actor.manager()?.id();
    let subject = check(work, change)?;
    let (clinic, now) = (work.clinic(), work.now);
    match change {
        Change::Week { from, hours, .. } => write_week(work, subject, *from, hours)?,
        Change::Day { day, hours, reason, .. } => {
            drop_day(work, subject, *day)?;
            write_day(work, subject, *day, hours, reason)?;
        }
        Change::UsualDay { day, .. } => drop_day(work, subject, *day)?,
        Change::Close { kind, starts, ends, reason, .. } => {
            let (id, ja, en) = (work.ids.uuid(), reason.ja.as_str(), reason.en.as_str());
            work.tx.execute(
                "INSERT INTO roster_closure (clinic_id, id, subject_id, kind, starts_at, ends_at, reason_ja, reason_en,
                 noted_by, noted_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)",
                args![clinic, id, subject, kind.code(), *starts, *ends, ja, en, by, now],
            )?;
        }
        Change::Reopen { closure } => {
            work.tx
                .execute("DELETE FROM roster_closure WHERE clinic_id = $1 AND id = $2", args![clinic, *closure])
                .map(drop)?;
        }
    }
    work.house = None;
    keep(work, subject, change)
}

/// Whom a change is about, where the roster that it would make can be meant; refused where it cannot.
pub fn check(work: &mut Work<'_, '_>, change: &Change) -> Result<ResourceId, AppError> {
    work.actor.manager()?;
    let house = work.house()?;
    let subject = change.subject(&house).ok_or(Refusal::NotFound)?;
    let known = house.resources.iter().find(|resource| resource.id == subject);
    if known.is_none() && subject != house_of(work.clinic()) {
        return Err(Refusal::NotFound.into());
    }
    if let Change::Close { kind, starts, ends, .. } = change {
        if ends <= starts {
            return Err(field("ends", "field-ends-before"));
        }
        if known.is_none_or(|resource| !kind.suits(resource.kind)) {
            return Err(field("kind", "field-choice"));
        }
    }
    let after = change.made_in(&house);
    let found = mistakes(after.hours.week(subject), after.hours.exceptions(subject), &work.world.zone);
    if found.is_empty() { Ok(subject) } else { Err(Refusal::Roster(found).into()) }
}

fn write_week(
    work: &mut Work<'_, '_>,
    subject: ResourceId,
    from: Date,
    hours: &[(i8, Opening)],
) -> Result<(), AppError> {
    let clinic = work.clinic();
    let last = from.yesterday().unwrap_or(from);
    work.tx.execute(
        "DELETE FROM roster_hours WHERE clinic_id = $1 AND subject_id = $2 AND from_day >= $3",
        args![clinic, subject, from],
    )?;
    work.tx.execute(
        "UPDATE roster_hours SET until_day = $3 WHERE clinic_id = $1 AND subject_id = $2
         AND (until_day IS NULL OR until_day > $3)",
        args![clinic, subject, last],
    )?;
    let minutes = |opening: &Opening| (i64::from(opening.opens().get()), i64::from(opening.closes().get()));
    let rows: Vec<_> = hours
        .iter()
        .map(|(weekday, opening)| {
            let (opens, closes) = minutes(opening);
            args![clinic, subject, i64::from(*weekday), opens, closes, from].to_vec()
        })
        .collect();
    Ok(work.tx.insert("roster_hours (clinic_id, subject_id, weekday, opens, closes, from_day)", &rows)?)
}

fn drop_day(work: &mut Work<'_, '_>, subject: ResourceId, day: Date) -> Result<(), AppError> {
    let clinic = work.clinic();
    work.tx.execute(
        "DELETE FROM roster_exception WHERE clinic_id = $1 AND subject_id = $2 AND day = $3",
        args![clinic, subject, day],
    )?;
    Ok(())
}

fn write_day(
    work: &mut Work<'_, '_>,
    subject: ResourceId,
    day: Date,
    hours: &Exception,
    reason: &Bilingual,
) -> Result<(), AppError> {
    let clinic = work.clinic();
    let stretches: Vec<(i64, i64)> = match hours {
        Exception::Closed => vec![(0, 0)],
        Exception::Open(hours) => {
            hours.iter().map(|one| (i64::from(one.opens().get()), i64::from(one.closes().get()))).collect()
        }
    };
    let (ja, en) = (reason.ja.as_str(), reason.en.as_str());
    let rows: Vec<_> =
        stretches.iter().map(|(opens, closes)| args![clinic, subject, day, *opens, *closes, ja, en].to_vec()).collect();
    Ok(work.tx.insert("roster_exception (clinic_id, subject_id, day, opens, closes, reason_ja, reason_en)", &rows)?)
}

/// Every change is a version of the subject's roster.
fn keep(work: &mut Work<'_, '_>, subject: ResourceId, change: &Change) -> Result<(), AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT MAX(version) FROM audit_version WHERE clinic_id = $1 AND entity = 'roster' AND entity_id = $2",
        args![clinic, subject],
    )?;
    let last: i64 = row.map_or(Ok(None), |row| row.get::<Option<i64>>(0))?.unwrap_or(0);
    let object = Object { entity: "roster", id: subject.uuid(), patient: None };
    audit::keep(work, "roster.change", object, last + 1, change)
}
