use crate::error::{AppError, Refusal};
use crate::work::Work;
use jiff::SignedDuration;
use jiff::civil::Date;
use journey::booking::cancellation::{Cancellation, Consequence};
use journey::id::{ClinicId, ServiceId};
use journey::money::Yen;
use journey::staff::Tenure;
use journey::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Row, Tx, args};

/// What kind of service it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceKind {
    /// A treatment with a protocol.
    Protocol,
    /// A treatment without one: a doctor decides.
    Basic,
    /// Talking with staff, free of charge; no questions are asked.
    Counselling,
    /// Being examined by a physician.
    Examination,
}

impl ServiceKind {
    /// The stable word for this kind.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Protocol => "protocol",
            Self::Basic => "basic",
            Self::Counselling => "counselling",
            Self::Examination => "examination",
        }
    }

    fn parse(code: &str) -> Result<Self, AppError> {
        [Self::Protocol, Self::Basic, Self::Counselling, Self::Examination]
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| store::StoreError::Fault(format!("{code} is not a kind of service")).into())
    }
}

/// Whether patients can choose a service online.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Online {
    /// They can.
    Bookable,
    /// Staff book it.
    StaffOnly,
}

/// Whether a price is the one shown as usual.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PriceStanding {
    /// One line of the list.
    #[default]
    Listed,
    /// The usual total of the usual course.
    UsualTotal,
}

/// One step of a service with what it needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Segment {
    /// What happens.
    pub kind: String,
    /// Minutes.
    pub minutes: u16,
    /// Minutes that room and device are kept afterwards.
    pub cleaning: u16,
    /// The competence of the practitioner, if one is needed.
    pub practitioner: Option<String>,
    /// The class of room.
    pub room: Option<String>,
    /// The class of device.
    pub device: Option<String>,
}

/// A line of the price list, tax included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Price {
    /// What it buys.
    pub label: Bilingual,
    /// For how many sessions.
    pub sessions: i64,
    /// How much, tax included.
    pub yen: Yen,
    /// Whether it is the usual total.
    pub standing: PriceStanding,
}

/// Something a patient can come for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Service {
    /// Its key.
    pub id: ServiceId,
    /// Its name in addresses.
    pub slug: String,
    /// What kind it is.
    pub kind: ServiceKind,
    /// The protocol behind it.
    pub protocol: Option<String>,
    /// The name.
    pub name: Bilingual,
    /// One sentence.
    pub summary: Bilingual,
    /// Whether it can be chosen online.
    pub online: Online,
    /// Its steps in order.
    pub segments: Vec<Segment>,
    /// Its prices today.
    pub prices: Vec<Price>,
    /// What it asks of a patient who does not come.
    #[serde(default)]
    pub cancellation: Cancellation,
}

impl Service {
    /// The minutes from its first step to its last.
    pub fn minutes(&self) -> u32 {
        self.segments.iter().map(|segment| u32::from(segment.minutes)).sum()
    }

    /// The usual total of the usual course, where the clinic states one.
    pub fn usual_total(&self) -> Option<&Price> {
        self.prices.iter().find(|price| price.standing == PriceStanding::UsualTotal)
    }

    /// The price of a single session.
    pub fn single(&self) -> Option<&Price> {
        self.prices.iter().filter(|price| price.sessions == 1).min_by_key(|price| price.yen)
    }
}

/// A service with its prices of all times.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    service: Service,
    prices: Vec<(Tenure, Price)>,
}

impl Dated {
    /// The service with the prices of a day.
    fn on(&self, day: Date) -> Service {
        let held = self.prices.iter().filter(|(tenure, _)| tenure.holds_on(day));
        Service { prices: held.map(|(_, price)| price.clone()).collect(), ..self.service.clone() }
    }
}

/// Every active service in the order in which they are shown, with today's prices.
pub fn all_services(work: &mut Work<'_, '_>) -> Result<Vec<Service>, AppError> {
    let today = work.today();
    Ok(work.house()?.services.iter().map(|dated| dated.on(today)).collect())
}

pub(crate) fn load_services(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<Vec<Dated>, AppError> {
    let rows = tx.query(
        "SELECT id, slug, kind, protocol_id, name_ja, name_en, summary_ja, summary_en, online, notice_hours,
         late, no_show FROM offering_service
         WHERE clinic_id = $1 AND active = 1 ORDER BY place",
        args![clinic],
    )?;
    let mut segments = segments(tx, clinic)?;
    let mut prices = prices(tx, clinic)?;
    rows.iter()
        .map(|row| {
            let id: ServiceId = row.get(0)?;
            let online = if row.get::<i64>(8)? == 1 { Online::Bookable } else { Online::StaffOnly };
            let service = Service {
                id,
                slug: row.get(1)?,
                kind: ServiceKind::parse(&row.get::<String>(2)?)?,
                protocol: row.get(3)?,
                name: bilingual(row, 4)?,
                summary: bilingual(row, 6)?,
                online,
                segments: segments.remove(&id).unwrap_or_default(),
                prices: Vec::new(),
                cancellation: cancellation(row)?,
            };
            Ok(Dated { service, prices: prices.remove(&id).unwrap_or_default() })
        })
        .collect()
}

/// The service with a name in addresses.
pub fn service_by_slug(work: &mut Work<'_, '_>, slug: &str) -> Result<Service, AppError> {
    find(work, |service| service.slug == slug)
}

/// The service with a key.
pub fn service_by_id(work: &mut Work<'_, '_>, id: ServiceId) -> Result<Service, AppError> {
    find(work, |service| service.id == id)
}

/// The examination that comes before a first treatment.
pub fn examination(work: &mut Work<'_, '_>) -> Result<Service, AppError> {
    find(work, |service| service.kind == ServiceKind::Examination)
}

fn find(work: &mut Work<'_, '_>, is_it: impl Fn(&Service) -> bool) -> Result<Service, AppError> {
    let today = work.today();
    let house = work.house()?;
    let found = house.services.iter().find(|dated| is_it(&dated.service));
    Ok(found.ok_or(Refusal::NotFound)?.on(today))
}

fn segments(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<BTreeMap<ServiceId, Vec<Segment>>, AppError> {
    let rows = tx.query(
        "SELECT service_id, kind, minutes, cleaning, practitioner, room, device FROM offering_segment
         WHERE clinic_id = $1 ORDER BY service_id, place",
        args![clinic],
    )?;
    let mut found: BTreeMap<ServiceId, Vec<Segment>> = BTreeMap::new();
    for row in &rows {
        found.entry(row.get(0)?).or_default().push(Segment {
            kind: row.get(1)?,
            minutes: minutes(row, 2)?,
            cleaning: minutes(row, 3)?,
            practitioner: row.get(4)?,
            room: row.get(5)?,
            device: row.get(6)?,
        });
    }
    Ok(found)
}

fn prices(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<BTreeMap<ServiceId, Vec<(Tenure, Price)>>, AppError> {
    let rows = tx.query(
        "SELECT service_id, label_ja, label_en, sessions, yen, usual, from_day, until_day FROM offering_price
         WHERE clinic_id = $1 ORDER BY service_id, place",
        args![clinic],
    )?;
    let mut found: BTreeMap<ServiceId, Vec<(Tenure, Price)>> = BTreeMap::new();
    for row in &rows {
        let standing = if row.get::<i64>(5)? == 1 { PriceStanding::UsualTotal } else { PriceStanding::Listed };
        let price = Price { label: bilingual(row, 1)?, sessions: row.get(3)?, yen: Yen(row.get(4)?), standing };
        found.entry(row.get(0)?).or_default().push((Tenure { from: row.get(6)?, until: row.get(7)? }, price));
    }
    Ok(found)
}

fn cancellation(row: &Row) -> Result<Cancellation, AppError> {
    let consequence = |place| -> Result<Consequence, AppError> {
        Ok(Consequence::parse(&row.get::<String>(place)?).unwrap_or(Consequence::Nothing))
    };
    let notice = SignedDuration::from_hours(row.get(9)?);
    Ok(Cancellation { notice, late: consequence(10)?, no_show: consequence(11)? })
}

fn minutes(row: &Row, place: usize) -> Result<u16, AppError> {
    Ok(u16::try_from(row.get::<i64>(place)?).unwrap_or(u16::MAX))
}

pub(crate) fn bilingual(row: &Row, place: usize) -> Result<Bilingual, AppError> {
    Ok(Bilingual::new(row.get::<String>(place)?, row.get::<String>(place + 1)?))
}
