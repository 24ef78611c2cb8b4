//! The few chart shapes: drawn on the server, with a title, a description and the same figures as a table.
//!
//! Positions across are percentages and positions down are pixels, so a plot is as wide as its place while its
//! letters and marks keep their size. Lines live in an inner drawing that stretches.

pub mod course_picture;
pub mod curve;
pub mod data;
pub mod healing_strip;
pub mod moves;
pub mod plan_picture;
pub mod sparkline;

pub use course_picture::{CoursePicture, Maintenance, Session, SessionState};
pub use curve::{BandPoint, Curve, Point, Series};
pub use data::{DataTable, Key, Legend};
pub use healing_strip::{HealingDay, HealingStrip, Phase, Visibility};
pub use moves::Moves;
pub use plan_picture::{EventMark, PlanPicture, PlanRow};
pub use sparkline::Sparkline;

use maud::{Markup, html};

/// A value on an axis with its word.
#[derive(Clone, Copy, Debug)]
pub struct Tick<'a> {
    /// The value.
    pub at: f64,
    /// The word.
    pub label: &'a str,
}

/// The range of values that an axis shows.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Range {
    from: f64,
    to: f64,
}

impl Range {
    /// From the first value to the last; refuses a range without length.
    pub fn new(from: f64, to: f64) -> Option<Self> {
        (from.is_finite() && to.is_finite() && from < to).then_some(Self { from, to })
    }

    /// Where a value lies, 0 at the first and 1 at the last; values outside lie on the edge.
    fn fraction(self, value: f64) -> f64 {
        ((value - self.from) / (self.to - self.from)).clamp(0.0, 1.0)
    }

    /// Where a value lies from the left, as SVG wants it.
    fn across(self, value: f64) -> String {
        percent(self.fraction(value))
    }

    /// Where a value lies from the top of a drawing of 100 units, the greatest on top.
    fn down(self, value: f64) -> f64 {
        round(100.0 * (1.0 - self.fraction(value)))
    }
}

/// What a plot is called and what it shows, for those who do not see it.
#[derive(Clone, Copy, Debug)]
pub struct Spoken<'a> {
    /// An id that is unique on the page.
    pub id: &'a str,
    /// What it is.
    pub title: &'a str,
    /// What it shows, in one or two sentences.
    pub description: &'a str,
}

impl Spoken<'_> {
    fn labelled_by(&self) -> String {
        format!("{0}-title {0}-desc", self.id)
    }

    fn inside(&self) -> Markup {
        html! {
            title id={ (self.id) "-title" } { (self.title) }
            desc id={ (self.id) "-desc" } { (self.description) }
        }
    }
}

fn percent(fraction: f64) -> String {
    format!("{}%", round(fraction * 100.0))
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_without_length_is_refused() {
        assert_eq!(Range::new(3.0, 3.0), None);
        assert_eq!(Range::new(0.0, f64::NAN), None);
    }

    #[test]
    fn values_outside_lie_on_the_edge() {
        let range = Range::new(0.0, 4.0).unwrap();
        assert_eq!(range.across(-1.0), "0%");
        assert_eq!(range.across(1.0), "25%");
        assert_eq!(range.across(9.0), "100%");
    }

    #[test]
    fn the_greatest_value_is_on_top() {
        let range = Range::new(0.0, 10.0).unwrap();
        assert_eq!((range.down(10.0), range.down(0.0)), (0.0, 100.0));
    }
}
