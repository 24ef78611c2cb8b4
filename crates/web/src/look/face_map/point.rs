//! Points on the map: small rings, the depth as tone, the last session in ghost.

use maud::{Markup, Render, html};

use super::View;

/// A part of the width or height of the drawing, from 0 to 1.
#[derive(Clone, Copy, PartialEq, PartialOrd, Debug)]
pub struct Fraction(f64);

impl Fraction {
    /// Refuses anything outside 0 to 1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    fn of(self, units: f64) -> f64 {
        (self.0 * units * 10.0).round() / 10.0
    }
}

/// How deep, as a tone; the depth in millimetres is in the label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Depth {
    /// The lightest.
    Shallow,
    /// Between.
    Middle,
    /// The darkest.
    Deep,
}

/// Which session a point belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Moment {
    /// This one.
    Now,
    /// The last one, in ghost.
    Last,
}

/// One point.
#[derive(Clone, Copy, Debug)]
pub struct MapPoint<'a> {
    /// In which view it was set.
    pub view: View,
    /// From the left of the drawing.
    pub x: Fraction,
    /// From the top of the drawing.
    pub y: Fraction,
    /// How deep.
    pub depth: Depth,
    /// Which session it belongs to.
    pub moment: Moment,
    /// Zone, depth, volume and units in words.
    pub label: &'a str,
}

impl MapPoint<'_> {
    const fn class(&self) -> &'static str {
        match (self.moment, self.depth) {
            (Moment::Last, _) => "point ghost",
            (Moment::Now, Depth::Shallow) => "point shallow",
            (Moment::Now, Depth::Middle) => "point middle",
            (Moment::Now, Depth::Deep) => "point deep",
        }
    }
}

impl Render for MapPoint<'_> {
    fn render(&self) -> Markup {
        html! {
            circle class=(self.class()) cx=(self.x.of(240.0)) cy=(self.y.of(320.0)) r="3.6" {
                title { (self.label) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_beside_the_drawing_is_refused() {
        assert!(Fraction::new(0.0).is_some());
        assert!(Fraction::new(1.0).is_some());
        assert!(Fraction::new(-0.001).is_none());
        assert!(Fraction::new(1.001).is_none());
        assert!(Fraction::new(f64::NAN).is_none());
    }
}
