use super::plan::{ClinicPlan, HoursPlan, Listing, ServicePlan, SpecialDayPlan};
use crate::error::{AppError, field};
use crate::ids::Ids;
use crate::offering::{Online, PriceStanding};
use crate::staff::SecretPair;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use journey::booking::Policy;
use journey::id::{ClinicId, LotId, ResourceId, ServiceId, StaffId};
use journey::protocol::Library;
use journey::text::Bilingual;
use std::collections::BTreeMap;
use store::{Tx, args};

/// The secrets of one login, made by the shell (hashing is slow and needs chance).
#[derive(Clone)]
pub struct Credentials {
    /// By login.
    pub by_login: BTreeMap<String, SecretPair>,
}

struct SetUp<'a, 'tx> {
    tx: &'a mut Tx<'tx>,
    ids: Ids,
    clinic: ClinicId,
    from: Date,
}

/// Writes a clinic down, whole or not at all. Refused when a service names a protocol that is not in the library,
/// or hours cannot be read.
pub fn set_up(
    tx: &mut Tx<'_>,
    ids: Ids,
    now: Timestamp,
    plan: &ClinicPlan,
    library: &Library,
    credentials: &Credentials,
) -> Result<ClinicId, AppError> {
    let mut ids = ids;
    let clinic = ids.next(ClinicId::new);
    tx.execute(
        "INSERT INTO clinic (id, name_ja, name_en, zone, particulars, policy, demo, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        args![
            clinic,
            plan.particulars.name.ja.as_str(),
            plan.particulars.name.en.as_str(),
            plan.zone.as_str(),
            serde_json::to_string(&plan.particulars)?,
            serde_json::to_string(&Policy::default())?,
            i64::from(plan.kind == super::ClinicKind::Demo),
            now
        ],
    )?;
    let mut work = SetUp { tx, ids, clinic, from: plan.from };
    work.house(plan)?;
    work.people(plan, credentials)?;
    work.things(plan)?;
    for (place, service) in plan.services.iter().enumerate() {
        work.service(place, service, library)?;
    }
    work.lots(plan)?;
    Ok(clinic)
}

impl SetUp<'_, '_> {
    fn house(&mut self, plan: &ClinicPlan) -> Result<(), AppError> {
        let house = ResourceId::new(self.clinic.uuid());
        self.hours(house, &plan.hours)?;
        self.special_days(house, &plan.special_days)?;
        for closure in &plan.closures {
            self.tx.execute(
                "INSERT INTO roster_exception (clinic_id, subject_id, day, opens, closes, reason_ja, reason_en)
                 VALUES ($1, $1, $2, 0, 0, $3, $4)",
                args![self.clinic, closure.day, closure.reason.ja.as_str(), closure.reason.en.as_str()],
            )?;
        }
        Ok(())
    }

    fn hours(&mut self, subject: ResourceId, hours: &[HoursPlan]) -> Result<(), AppError> {
        for stretch in hours {
            for weekday in &stretch.weekdays {
                self.tx.execute(
                    "INSERT INTO roster_hours (clinic_id, subject_id, weekday, opens, closes, from_day)
                     VALUES ($1, $2, $3, $4, $5, $6)",
                    args![
                        self.clinic,
                        subject,
                        i64::from(*weekday),
                        minute_of_day(&stretch.opens)?,
                        minute_of_day(&stretch.closes)?,
                        self.from
                    ],
                )?;
            }
        }
        Ok(())
    }

    fn special_days(&mut self, subject: ResourceId, days: &[SpecialDayPlan]) -> Result<(), AppError> {
        for special in days {
            self.tx.execute(
                "INSERT INTO roster_exception (clinic_id, subject_id, day, opens, closes, reason_ja, reason_en)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)",
                args![
                    self.clinic,
                    subject,
                    special.day,
                    minute_of_day(&special.opens)?,
                    minute_of_day(&special.closes)?,
                    special.reason.ja.as_str(),
                    special.reason.en.as_str()
                ],
            )?;
        }
        Ok(())
    }

    fn people(&mut self, plan: &ClinicPlan, credentials: &Credentials) -> Result<(), AppError> {
        for (place, person) in plan.staff.iter().enumerate() {
            let id = self.ids.next(StaffId::new);
            let secrets =
                credentials.by_login.get(&person.login).ok_or_else(|| field("login", "credentials-missing"))?;
            crate::staff::insert(self.tx, self.clinic, id, person, secrets)?;
            for competence in &person.competences {
                self.tx.execute(
                    "INSERT INTO staff_competence (clinic_id, staff_id, competence, from_day, until_day, evidence)
                     VALUES ($1, $2, $3, $4, $5, $6)",
                    args![
                        self.clinic,
                        id,
                        competence.id.as_str(),
                        competence.from,
                        competence.until,
                        competence.evidence.as_str()
                    ],
                )?;
            }
            if !person.hours.is_empty() {
                let resource = self.resource("practitioner", "", Some(id), &person.name, place, 1)?;
                self.hours(resource, &person.hours)?;
                self.special_days(resource, &plan.special_days)?;
            }
        }
        Ok(())
    }

    fn things(&mut self, plan: &ClinicPlan) -> Result<(), AppError> {
        for (place, room) in plan.rooms.iter().enumerate() {
            self.resource("room", &room.class, None, &room.name, 100 + place, room.lanes)?;
        }
        for (place, device) in plan.devices.iter().enumerate() {
            self.resource("device", &device.class, None, &device.name, 200 + place, device.lanes)?;
        }
        Ok(())
    }

    fn resource(
        &mut self,
        kind: &str,
        class: &str,
        staff: Option<StaffId>,
        name: &Bilingual,
        place: usize,
        lanes: u8,
    ) -> Result<ResourceId, AppError> {
        let id = self.ids.next(ResourceId::new);
        self.tx.execute(
            "INSERT INTO roster_resource (clinic_id, id, kind, class, staff_id, name_ja, name_en, place, active, lanes)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)",
            args![
                self.clinic,
                id,
                kind,
                class,
                staff,
                name.ja.as_str(),
                name.en.as_str(),
                place as i64,
                i64::from(lanes.max(1))
            ],
        )?;
        Ok(id)
    }

    fn service(&mut self, place: usize, service: &ServicePlan, library: &Library) -> Result<(), AppError> {
        let id = self.ids.next(ServiceId::new);
        let segments = steps(service, library)?;
        self.tx.execute(
            "INSERT INTO offering_service (clinic_id, id, slug, kind, protocol_id, name_ja, name_en, summary_ja,
             summary_en, online, place, active, version, notice_hours, late, no_show)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, 1, $12, $13, $14)",
            args![
                self.clinic,
                id,
                service.slug.as_str(),
                service.kind.code(),
                service.protocol.clone(),
                service.name.ja.as_str(),
                service.name.en.as_str(),
                service.summary.ja.as_str(),
                service.summary.en.as_str(),
                i64::from(service.online == Online::Bookable),
                place as i64,
                i64::from(service.cancellation.notice_hours),
                service.cancellation.late.code(),
                service.cancellation.no_show.code()
            ],
        )?;
        for (place, step) in segments.iter().enumerate() {
            self.tx.execute(
                "INSERT INTO offering_segment (clinic_id, service_id, place, kind, minutes, cleaning, practitioner,
                 room, device) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                args![
                    self.clinic,
                    id,
                    place as i64,
                    step.kind.as_str(),
                    i64::from(step.minutes),
                    i64::from(step.cleaning),
                    step.competence.clone(),
                    step.room.clone(),
                    step.device.clone()
                ],
            )?;
        }
        self.prices(id, service)
    }

    fn prices(&mut self, service_id: ServiceId, service: &ServicePlan) -> Result<(), AppError> {
        for (place, price) in service.prices.iter().enumerate() {
            let id = self.ids.uuid();
            self.tx.execute(
                "INSERT INTO offering_price (clinic_id, id, service_id, label_ja, label_en, sessions, yen, usual,
                 from_day, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                args![
                    self.clinic,
                    id,
                    service_id,
                    price.label.ja.as_str(),
                    price.label.en.as_str(),
                    i64::from(price.sessions),
                    price.yen,
                    i64::from(price.standing == PriceStanding::UsualTotal),
                    self.from,
                    place as i64
                ],
            )?;
        }
        Ok(())
    }

    fn lots(&mut self, plan: &ClinicPlan) -> Result<(), AppError> {
        for lot in &plan.lots {
            let id = self.ids.next(LotId::new);
            self.tx.execute(
                "INSERT INTO stock_lot (clinic_id, id, product, lot, expires_on, received_on)
                 VALUES ($1, $2, $3, $4, $5, $6)",
                args![self.clinic, id, lot.product.as_str(), lot.lot.as_str(), lot.expires, self.from],
            )?;
        }
        Ok(())
    }
}

/// The clinic's own steps, or those of the protocol.
fn steps(service: &ServicePlan, library: &Library) -> Result<Vec<super::SegmentPlan>, AppError> {
    let Some(name) = &service.protocol else { return Ok(service.segments.clone()) };
    let protocol = journey::slug::ProtocolId::parse(name)
        .ok()
        .and_then(|id| library.get(&id))
        .ok_or_else(|| field("protocol", "protocol-unknown"))?;
    if !service.segments.is_empty() {
        return Ok(service.segments.clone());
    }
    Ok(protocol
        .segments
        .iter()
        .map(|segment| super::SegmentPlan {
            kind: segment.id.to_string(),
            minutes: segment.minutes,
            cleaning: segment.cleaning_minutes,
            competence: segment.competence.as_ref().map(ToString::to_string),
            room: segment.room.as_ref().map(ToString::to_string),
            device: segment.device.as_ref().map(ToString::to_string),
        })
        .collect())
}

/// A time of the day; 24:00 is the midnight that ends it.
fn minute_of_day(text: &str) -> Result<i64, AppError> {
    if text == "24:00" {
        return Ok(24 * 60);
    }
    let time: Time = text.parse().map_err(|_| field("hours", "time-unreadable"))?;
    Ok(i64::from(time.hour()) * 60 + i64::from(time.minute()))
}

impl Listing {
    pub(crate) const fn flag(self) -> i64 {
        match self {
            Self::Public => 1,
            Self::Internal => 0,
        }
    }
}
