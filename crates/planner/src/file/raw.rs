//! The files as they are written, before anything is checked.

use serde::Deserialize;

/// Which kind of file.
#[derive(Deserialize)]
pub(super) struct Format {
    pub format: String,
}

/// What both kinds of file begin with.
#[derive(Deserialize)]
pub(super) struct Head {
    pub tick_minutes: i64,
    pub ticks_per_day: i64,
    pub start_step: i64,
    pub days: i64,
    pub day0_weekday: i64,
    pub resources: Vec<Resource>,
    pub services: Vec<Service>,
}

#[derive(Deserialize)]
pub(super) struct Resource {
    pub id: i64,
    pub kind: super::Kind,
    pub skills: Vec<String>,
    pub free: Vec<(i64, i64)>,
}

#[derive(Deserialize)]
pub(super) struct Service {
    pub id: i64,
    pub name: String,
    pub downtime_days: i64,
    pub needs: Vec<Need>,
}

#[derive(Deserialize)]
pub(super) struct Need {
    pub kind: super::Kind,
    pub skill: String,
    pub from: i64,
    pub to: i64,
}

pub(super) type Segment = (i64, i64, i64, i64);

/// What is particular to `clinic-course/1`.
#[derive(Deserialize)]
pub(super) struct Course {
    pub series: Vec<Series>,
    pub spacing: Vec<Spacing>,
    pub preference: Vec<Segment>,
    pub blackouts: Vec<(i64, i64)>,
}

#[derive(Deserialize)]
pub(super) struct Series {
    pub id: i64,
    pub service: i64,
    pub count: i64,
    pub gap: Gap,
    pub first: First,
    pub w_first: i64,
    pub w_late: i64,
    pub w_early: i64,
    pub w_change: i64,
}

#[derive(Deserialize)]
pub(super) struct Gap {
    pub min: i64,
    pub ideal: i64,
    pub max: i64,
}

#[derive(Deserialize)]
pub(super) struct First {
    pub earliest: i64,
    pub latest: i64,
}

#[derive(Deserialize)]
pub(super) struct Spacing {
    pub a: i64,
    pub b: i64,
    pub a_then_b: i64,
    pub b_then_a: i64,
}

/// What is particular to `clinic-repair/1`.
#[derive(Deserialize)]
pub(super) struct Repair {
    pub away: Vec<Away>,
    pub sessions: Vec<Session>,
    pub links: Vec<Link>,
    pub weights: Weights,
}

#[derive(Deserialize)]
pub(super) struct Away {
    pub practitioner: i64,
    pub from_day: i64,
    pub to_day: i64,
}

#[derive(Deserialize)]
pub(super) struct Session {
    pub id: i64,
    pub service: i64,
    pub orig: Original,
    pub day_window: (i64, i64),
    pub preference: Vec<Segment>,
    pub w_practitioner: i64,
    pub w_unplaced: i64,
}

#[derive(Deserialize)]
pub(super) struct Original {
    pub start: i64,
    pub practitioner: i64,
    pub room: Option<i64>,
    pub device: Option<i64>,
}

#[derive(Deserialize)]
pub(super) struct Link {
    pub a: i64,
    pub b: i64,
    pub min_days: i64,
    pub max_days: i64,
}

#[derive(Deserialize)]
pub(super) struct Weights {
    #[serde(rename = "move")]
    pub moved: i64,
    pub day: i64,
    pub tod_step: i64,
}
