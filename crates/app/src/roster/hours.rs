use super::resource::{Resource, ResourceKind};
use crate::error::AppError;
use crate::work::Work;
use jiff::civil::{Date, Weekday};
use journey::id::ResourceId;
use journey::roster::hours::{Exception, HolidayRule, MinuteOfDay, Opening, Weekly, openings};
use journey::staff::Tenure;
use std::collections::BTreeMap;
use store::{Row, StoreError, args};

/// When the house and each of its people are there, over some days.
#[derive(Clone, Debug, Default)]
pub struct Hours {
    weekly: BTreeMap<ResourceId, Vec<Weekly>>,
    exceptions: BTreeMap<ResourceId, Vec<(Date, Exception)>>,
    house: Option<ResourceId>,
}

/// Loads the patterns, and the exceptions from a first to a last day.
pub fn load_hours(work: &mut Work<'_, '_>, first: Date, last: Date) -> Result<Hours, AppError> {
    let clinic = work.clinic();
    let mut hours = Hours { house: Some(ResourceId::new(clinic.uuid())), ..Hours::default() };
    let rows = work.tx.query(
        "SELECT subject_id, weekday, opens, closes, from_day, until_day FROM roster_hours WHERE clinic_id = $1
         ORDER BY subject_id, weekday, opens",
        args![clinic],
    )?;
    for row in &rows {
        hours.weekly.entry(row.get(0)?).or_default().push(weekly(row)?);
    }
    let rows = work.tx.query(
        "SELECT subject_id, day, opens, closes FROM roster_exception WHERE clinic_id = $1 AND day >= $2 AND day <= $3
         ORDER BY subject_id, day, opens",
        args![clinic, first, last],
    )?;
    for row in &rows {
        hours.exceptions.entry(row.get(0)?).or_default().push((row.get(1)?, exception(row)?));
    }
    Ok(hours)
}

impl Hours {
    /// When the house is open on a day.
    pub fn house(&self, day: Date) -> Vec<Opening> {
        self.house.map_or_else(Vec::new, |house| self.of(house, day, HolidayRule::Closed))
    }

    /// When a resource can be claimed on a day: people by their own hours within those of the house, rooms and
    /// devices as long as the house is open.
    pub fn resource(&self, resource: &Resource, day: Date) -> Vec<Opening> {
        match resource.kind {
            ResourceKind::Room | ResourceKind::Device => self.house(day),
            ResourceKind::Practitioner => within(&self.of(resource.id, day, HolidayRule::AsUsual), &self.house(day)),
        }
    }

    fn of(&self, subject: ResourceId, day: Date, rule: HolidayRule) -> Vec<Opening> {
        let weekly = self.weekly.get(&subject).map_or(&[][..], Vec::as_slice);
        let exceptions = self.exceptions.get(&subject).map_or(&[][..], Vec::as_slice);
        openings(day, weekly, exceptions, rule)
    }
}

fn within(own: &[Opening], house: &[Opening]) -> Vec<Opening> {
    own.iter()
        .flat_map(|mine| {
            house.iter().filter_map(move |open| {
                Opening::new(mine.opens().max(open.opens()), mine.closes().min(open.closes())).ok()
            })
        })
        .collect()
}

fn weekly(row: &Row) -> Result<Weekly, AppError> {
    let weekday = i8::try_from(row.get::<i64>(1)?).ok().and_then(|n| Weekday::from_monday_one_offset(n).ok());
    Ok(Weekly {
        weekday: weekday.ok_or_else(|| StoreError::Fault("a weekday is 1 to 7".into()))?,
        opening: opening(row, 2)?,
        valid: Tenure { from: row.get(4)?, until: row.get(5)? },
    })
}

fn exception(row: &Row) -> Result<Exception, AppError> {
    let closed = row.get::<i64>(2)? == row.get::<i64>(3)?;
    Ok(if closed { Exception::Closed } else { Exception::Open(vec![opening(row, 2)?]) })
}

fn opening(row: &Row, place: usize) -> Result<Opening, AppError> {
    let minute = |place| -> Result<MinuteOfDay, AppError> {
        let minute = u16::try_from(row.get::<i64>(place)?).ok().and_then(|n| MinuteOfDay::new(n).ok());
        minute.ok_or_else(|| StoreError::Fault("a minute of the day is 0 to 1440".into()).into())
    };
    Opening::new(minute(place)?, minute(place + 1)?)
        .map_err(|_| StoreError::Fault("an opening ends after it begins".into()).into())
}
