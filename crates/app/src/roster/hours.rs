use super::closed::{Closed, closures};
use super::resource::{Resource, ResourceKind};
use crate::error::AppError;
use jiff::civil::{Date, Weekday};
use journey::id::{ClinicId, ResourceId};
use journey::roster::hours::{Exception, HolidayRule, MinuteOfDay, Opening, Weekly, openings};
use journey::staff::Tenure;
use std::collections::BTreeMap;
use store::{Row, StoreError, Tx, args};
use uuid::Uuid;

/// When the house and each of its people are there, and when something is away in spite of that.
#[derive(Clone, Debug, Default)]
pub struct Hours {
    pub(super) weekly: BTreeMap<ResourceId, Vec<Weekly>>,
    pub(super) exceptions: BTreeMap<ResourceId, Vec<(Date, Exception)>>,
    pub(super) closures: BTreeMap<ResourceId, Vec<Closed>>,
    house: Option<ResourceId>,
}

impl Hours {
    /// Reads the patterns, the exceptions and the closures.
    pub(super) fn load(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<Self, AppError> {
        let mut hours = Self { house: Some(house_of(clinic)), ..Self::default() };
        let rows = tx.query(
            "SELECT subject_id, weekday, opens, closes, from_day, until_day FROM roster_hours WHERE clinic_id = $1
             ORDER BY subject_id, weekday, opens",
            args![clinic],
        )?;
        for row in &rows {
            hours.weekly.entry(row.get(0)?).or_default().push(weekly(row)?);
        }
        let rows = tx.query(
            "SELECT subject_id, day, opens, closes FROM roster_exception WHERE clinic_id = $1
             ORDER BY subject_id, day, opens",
            args![clinic],
        )?;
        for row in &rows {
            hours.exceptions.entry(row.get(0)?).or_default().push((row.get(1)?, exception(row)?));
        }
        for closed in closures(tx, clinic)? {
            hours.closures.entry(closed.subject).or_default().push(closed);
        }
        Ok(hours)
    }

    /// When the house is open on a day.
    pub fn house(&self, day: Date) -> Vec<Opening> {
        self.house.map_or_else(Vec::new, |house| self.of(house, day, HolidayRule::Closed))
    }

    /// When a resource can be claimed on a day: people by their own hours within those of the house, rooms and
    /// devices as long as the house is open. Closures come on top.
    pub fn resource(&self, resource: &Resource, day: Date) -> Vec<Opening> {
        match resource.kind {
            ResourceKind::Room | ResourceKind::Device => self.house(day),
            ResourceKind::Practitioner => within(&self.of(resource.id, day, HolidayRule::AsUsual), &self.house(day)),
        }
    }

    /// When a resource is away or out of use.
    pub fn closures(&self, resource: ResourceId) -> &[Closed] {
        self.closures.get(&resource).map_or(&[], Vec::as_slice)
    }

    /// A closure by its key.
    pub fn closure(&self, id: Uuid) -> Option<&Closed> {
        self.closures.values().flatten().find(|closed| closed.id == id)
    }

    /// The week of the house or of a person, rows of the past and of the future among them.
    pub fn week(&self, subject: ResourceId) -> &[Weekly] {
        self.weekly.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// The days on which the house or a person keeps other hours.
    pub fn exceptions(&self, subject: ResourceId) -> &[(Date, Exception)] {
        self.exceptions.get(&subject).map_or(&[], Vec::as_slice)
    }

    fn of(&self, subject: ResourceId, day: Date, rule: HolidayRule) -> Vec<Opening> {
        openings(day, self.week(subject), self.exceptions(subject), rule)
    }
}

/// The house itself, where a roster speaks of it: it has the clinic's key.
pub const fn house_of(clinic: ClinicId) -> ResourceId {
    ResourceId::new(clinic.uuid())
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
