//! Who carries a session out, and from which vials.

use crate::misread::Misread;
use crate::reading::Reader;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::session::{self as rules, HeldCompetence, OpenVial};
use journey::staff::{Role, Tenure};
use schemars::JsonSchema;
use serde::Deserialize;

/// Who carries the session out.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// Every role: `physician`, `nurse`, …
    pub roles: Vec<String>,
    /// Every competence, lapsed ones too.
    #[serde(default)]
    pub competences: Vec<Held>,
}

/// A competence and for how long it is held; both days belong to it.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Held {
    /// What.
    pub id: String,
    /// From the day of the course on.
    pub from: Date,
    /// The last day; left out where it does not lapse.
    #[serde(default)]
    pub until: Option<Date>,
}

/// A vial that is used.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vial {
    /// Of what.
    pub product: String,
    /// When it was opened or diluted; left out, nobody knows.
    #[serde(default)]
    pub opened: Option<Timestamp>,
}

pub(super) struct Whoever {
    roles: Vec<Role>,
    competences: Vec<HeldCompetence>,
}

impl Whoever {
    pub fn operator(&self) -> rules::Operator<'_> {
        rules::Operator { roles: &self.roles, competences: &self.competences }
    }
}

impl Operator {
    pub(super) fn read(&self, reader: &Reader<'_>, at: &str) -> Whoever {
        let role = |(place, name): (usize, &String)| {
            let found = Role::parse(name);
            if found.is_none() {
                reader.unknown(&format!("{at}.roles[{place}]"), "role", name, Role::ALL.into_iter().map(Role::code));
            }
            found
        };
        let known = &reader.library.competences;
        let held = |(place, one): (usize, &Held)| {
            let found = known.iter().find(|competence| competence.id.as_str() == one.id);
            if found.is_none() {
                let field = format!("{at}.competences[{place}].id");
                reader.unknown(&field, "competence", &one.id, known.iter().map(|competence| competence.id.as_str()));
            }
            let tenure = Tenure { from: one.from, until: one.until };
            found.map(|competence| HeldCompetence { id: competence.id.clone(), tenure })
        };
        Whoever {
            roles: self.roles.iter().enumerate().filter_map(role).collect(),
            competences: self.competences.iter().enumerate().filter_map(held).collect(),
        }
    }
}

pub(super) fn vials(reader: &Reader<'_>, field: &str, given: &[Vial], at: Option<Timestamp>) -> Vec<OpenVial> {
    if !given.is_empty() && at.is_none() {
        reader.note(Misread::at(
            "at",
            "vials are given without a time",
            "when they are used, like 2026-11-24T02:00:00Z",
        ));
    }
    let read = |(place, one): (usize, &Vial)| {
        let product = reader.product(&format!("{field}[{place}].product"), &one.product)?.id.clone();
        Some(OpenVial { product, opened: one.opened })
    };
    given.iter().enumerate().filter_map(read).collect()
}
