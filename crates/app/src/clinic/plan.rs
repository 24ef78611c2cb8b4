use super::{ClinicKind, Particulars};
use jiff::civil::Date;
use journey::booking::cancellation::Consequence;
use journey::staff::Role;
use journey::text::Bilingual;
use serde::{Deserialize, Serialize};

/// A clinic written down, to be set up in one go. Minutes of the day count from local midnight.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClinicPlan {
    /// Real or fictional.
    pub kind: ClinicKind,
    /// The name of its time zone.
    pub zone: String,
    /// From which day hours, prices and competences hold.
    pub from: Date,
    /// What pages say about it.
    pub particulars: Particulars,
    /// Opening hours of the house.
    pub hours: Vec<HoursPlan>,
    /// Days on which the house is closed, beside public holidays.
    #[serde(default)]
    pub closures: Vec<ClosurePlan>,
    /// Days on which the house opens although it usually would not; everybody with hours is there.
    #[serde(default)]
    pub special_days: Vec<SpecialDayPlan>,
    /// The people.
    pub staff: Vec<StaffPlan>,
    /// The rooms.
    pub rooms: Vec<RoomPlan>,
    /// The devices.
    #[serde(default)]
    pub devices: Vec<DevicePlan>,
    /// What is offered.
    pub services: Vec<ServicePlan>,
    /// What is in stock.
    #[serde(default)]
    pub lots: Vec<LotPlan>,
}

/// One stretch of opening on certain weekdays (1 is Monday).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoursPlan {
    /// The weekdays.
    pub weekdays: Vec<i8>,
    /// Opens, as `10:00`.
    pub opens: String,
    /// Closes.
    pub closes: String,
}

/// A day on which the house is closed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosurePlan {
    /// The day.
    pub day: Date,
    /// Why.
    pub reason: Bilingual,
}

/// A day with hours of its own.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecialDayPlan {
    /// The day.
    pub day: Date,
    /// Opens, as `10:00`.
    pub opens: String,
    /// Closes.
    pub closes: String,
    /// Why.
    pub reason: Bilingual,
}

/// A member of staff.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffPlan {
    /// The name used to sign in.
    pub login: String,
    /// The name, family name first in Japanese.
    pub name: Bilingual,
    /// What the person is, in the lawful form with the certifying body.
    pub title: Bilingual,
    /// Experience in plain words.
    pub bio: Bilingual,
    /// The year in which the person began.
    pub since: Option<i16>,
    /// Roles.
    pub roles: Vec<Role>,
    /// What the person is competent for.
    #[serde(default)]
    pub competences: Vec<CompetencePlan>,
    /// When the person works with patients; nobody without hours can be booked.
    #[serde(default)]
    pub hours: Vec<HoursPlan>,
    /// Whether the public pages show the person.
    pub listed: Listing,
}

/// Whether somebody is shown on public pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listing {
    /// Shown.
    Public,
    /// Not shown.
    Internal,
}

/// A competence with its time.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetencePlan {
    /// Which.
    pub id: String,
    /// First day.
    pub from: Date,
    /// Last day.
    pub until: Option<Date>,
    /// What proves it.
    pub evidence: String,
}

/// A room.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomPlan {
    /// Its name.
    pub name: Bilingual,
    /// What it can be used for.
    pub class: String,
    /// How many it serves at once.
    #[serde(default = "one")]
    pub lanes: u8,
}

/// A device.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DevicePlan {
    /// Its name.
    pub name: Bilingual,
    /// What kind it is.
    pub class: String,
    /// How many it serves at once.
    #[serde(default = "one")]
    pub lanes: u8,
}

const fn one() -> u8 {
    1
}

/// Something a patient can come for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServicePlan {
    /// Its name in addresses.
    pub slug: String,
    /// What kind of service it is.
    pub kind: crate::offering::ServiceKind,
    /// The protocol behind it; its segments are taken from there unless given.
    pub protocol: Option<String>,
    /// The name.
    pub name: Bilingual,
    /// One sentence.
    pub summary: Bilingual,
    /// Whether patients can choose it online.
    pub online: crate::offering::Online,
    /// The steps, where there is no protocol or the clinic has its own minutes.
    #[serde(default)]
    pub segments: Vec<SegmentPlan>,
    /// The prices.
    #[serde(default)]
    pub prices: Vec<PricePlan>,
    /// What it asks of patients who do not come; a day's notice and no consequence unless given.
    #[serde(default)]
    pub cancellation: CancellationPlan,
}

/// What a service asks of patients who do not come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancellationPlan {
    /// How many hours before the visit it can be called off without consequence.
    pub notice_hours: u16,
    /// What follows when it is called off later.
    pub late: Consequence,
    /// What follows when nobody comes.
    pub no_show: Consequence,
}

impl Default for CancellationPlan {
    fn default() -> Self {
        Self { notice_hours: 24, late: Consequence::Nothing, no_show: Consequence::Nothing }
    }
}

/// One step of a service.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SegmentPlan {
    /// What happens.
    pub kind: String,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// How long room and device are kept afterwards, in minutes.
    #[serde(default)]
    pub cleaning: u16,
    /// The competence of the practitioner, if one is needed.
    pub competence: Option<String>,
    /// The class of room.
    pub room: Option<String>,
    /// The class of device.
    pub device: Option<String>,
}

/// A line of the price list, tax included.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PricePlan {
    /// What it buys.
    pub label: Bilingual,
    /// For how many sessions.
    pub sessions: u16,
    /// Yen, tax included.
    pub yen: i64,
    /// Whether it is the usual course, shown as the usual total.
    #[serde(default)]
    pub standing: crate::offering::PriceStanding,
}

/// A lot of a product in stock.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LotPlan {
    /// The product.
    pub product: String,
    /// The lot number.
    pub lot: String,
    /// Last day of use.
    pub expires: Date,
}
