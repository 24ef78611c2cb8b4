use journey::text::Bilingual;
use serde::{Deserialize, Serialize};

/// What every page may need to say about the clinic.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Particulars {
    /// The clinic's name.
    pub name: Bilingual,
    /// One sentence under the name.
    pub tagline: Bilingual,
    /// The number that patients call.
    pub phone: String,
    /// The number outside cover hours.
    pub on_call_phone: String,
    /// The mail address.
    pub mail: String,
    /// Where patients go when nobody can be reached.
    pub hospital: Hospital,
    /// Postal code.
    pub postal_code: String,
    /// Street address.
    pub address: Bilingual,
    /// The floor.
    pub floor: Bilingual,
    /// What stands next to it.
    pub landmark: Landmark,
    /// The ways on foot.
    pub routes: Vec<Route>,
    /// Departments, in the words that may be advertised.
    pub departments: Vec<Bilingual>,
    /// From when to when somebody reads messages, in minutes of the day, beside the opening hours.
    pub cover_note: Bilingual,
    /// How appointments may be changed, in words.
    pub change_note: Bilingual,
}

/// A hospital to fall back on.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hospital {
    /// Its name.
    pub name: Bilingual,
    /// Its telephone number.
    pub phone: String,
}

/// Something to look out for on the way.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Landmark {
    /// What it is.
    pub says: Bilingual,
}

/// A way to the clinic on foot.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// Station and exit.
    pub from: Bilingual,
    /// How long it takes.
    pub minutes: u16,
    /// The way, step by step.
    pub steps: Vec<Bilingual>,
}
