//! Bands of the face drawing in which a protocol wants no point.

use super::finding::{cited, plain};
use super::{Setting, words};
use crate::evidence::Evidence;
use crate::protocol::Protocol;
use crate::screening::{Activation, Finding, FindingKind, Headline, OverrideBy};
use crate::slug::{BandId, RuleId, ZoneId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// A point on the front drawing of the face, in thousandths of its width and height from its upper left corner.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: u16,
    /// Downwards.
    pub y: u16,
}

/// A named part of the drawing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Band {
    /// Its name.
    pub id: BandId,
    /// How it is shown.
    pub name: Bilingual,
    /// The zones it touches; none = all.
    pub zones: Vec<ZoneId>,
    /// Its corners, in order; the last is joined to the first.
    pub shape: Vec<Point>,
}

impl Band {
    /// Whether a point lies in the band or on its edge.
    pub fn contains(&self, point: Point) -> bool {
        let edges = || self.shape.iter().zip(self.shape.iter().cycle().skip(1));
        edges().any(|(from, to)| lies_on(*from, *to, point))
            || edges().filter(|(from, to)| crosses(**from, **to, point)).count() % 2 == 1
    }
}

/// Twice the signed area of the triangle of three points.
fn turn(from: Point, to: Point, point: Point) -> i64 {
    let minus = |one: u16, other: u16| i64::from(one) - i64::from(other);
    minus(to.x, from.x) * minus(point.y, from.y) - minus(to.y, from.y) * minus(point.x, from.x)
}

fn lies_on(from: Point, to: Point, point: Point) -> bool {
    let between = |one: u16, other: u16, between: u16| one.min(other) <= between && between <= one.max(other);
    turn(from, to, point) == 0 && between(from.x, to.x, point.x) && between(from.y, to.y, point.y)
}

/// Whether a ray from the point to the right crosses an edge; an edge owns its upper end and not its lower.
fn crosses(from: Point, to: Point, point: Point) -> bool {
    let (upper, lower) = if from.y <= to.y { (from, to) } else { (to, from) };
    upper.y <= point.y && point.y < lower.y && turn(upper, lower, point) > 0
}

/// Where no point should lie.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct NoGo {
    /// Its name.
    pub id: RuleId,
    /// The band.
    pub band: BandId,
    /// How far it reaches.
    pub headline: Headline,
    /// Who may set it aside.
    pub override_by: OverrideBy,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// Each setting with a point in a band where the protocol wants none; where a zone of the band is treated without
/// marked points, a reminder to mark them.
pub(super) fn check_positions(protocol: &Protocol, settings: &[Setting], activation: &Activation) -> Vec<Finding> {
    let acting = protocol.no_go.iter().filter(|rule| rule.evidence.acts());
    let known = acting.filter_map(|rule| Some((rule, protocol.bands.iter().find(|band| band.id == rule.band)?)));
    known.flat_map(|(rule, band)| settings.iter().filter_map(|one| check(rule, band, one, activation))).collect()
}

fn check(rule: &NoGo, band: &Band, setting: &Setting, activation: &Activation) -> Option<Finding> {
    let zone = setting.zone()?;
    let finding = if setting.positions.iter().any(|point| band.contains(*point)) {
        let standing = activation.standing(&rule.id, &rule.evidence);
        let found = plain(FindingKind::InNoGoBand, standing.caps(rule.headline), rule.says.clone());
        Finding { standing, override_by: rule.override_by, ..found }
    } else if setting.positions.is_empty() && band.zones.contains(zone) {
        plain(FindingKind::Incomplete, Headline::Caution, words::positions_missing())
    } else {
        return None;
    };
    Some(Finding { rule: rule.id.clone(), zones: vec![zone.clone()], ..cited(finding, &rule.evidence) })
}
