//! A curve in miniature, for a line of a list.

use maud::{Markup, Render, html};

use super::{BandPoint, Point, Range};

const WIDTH: f64 = 112.0;
const HEIGHT: f64 = 32.0;
const EDGE: f64 = 5.0;

/// The curve; the last observation is marked.
#[derive(Clone, Copy, Debug)]
pub struct Sparkline<'a> {
    /// What it shows, in one sentence.
    pub title: &'a str,
    /// The places that it shows.
    pub across: Range,
    /// The values that it shows.
    pub upward: Range,
    /// The expected range.
    pub band: &'a [BandPoint],
    /// The observations in order.
    pub points: &'a [Point],
}

impl Render for Sparkline<'_> {
    fn render(&self) -> Markup {
        html! {
            svg.sparkline width=(WIDTH + 2.0 * EDGE) height=(HEIGHT + 2.0 * EDGE) viewBox=(view_box())
                role="img" aria-label=(self.title) {
                title { (self.title) }
                @if self.band.len() > 1 { polygon.band points=(self.outline()) {} }
                polyline.series-1 points=(self.line()) {}
                @if let Some(last) = self.points.last() {
                    @let (x, y) = self.place(last.at, last.value);
                    circle.mark-1 cx=(x) cy=(y) r="3.5" {}
                }
            }
        }
    }
}

impl Sparkline<'_> {
    fn place(&self, at: f64, value: f64) -> (f64, f64) {
        let x = WIDTH * self.across.fraction(at);
        let y = HEIGHT * (1.0 - self.upward.fraction(value));
        (super::round(x), super::round(y))
    }

    fn outline(&self) -> String {
        let out = self.band.iter().map(|point| self.place(point.at, point.high));
        let back = self.band.iter().rev().map(|point| self.place(point.at, point.low));
        joined(out.chain(back))
    }

    fn line(&self) -> String {
        joined(self.points.iter().map(|point| self.place(point.at, point.value)))
    }
}

fn view_box() -> String {
    format!("{0} {0} {1} {2}", -EDGE, WIDTH + 2.0 * EDGE, HEIGHT + 2.0 * EDGE)
}

fn joined(places: impl Iterator<Item = (f64, f64)>) -> String {
    let places: Vec<_> = places.map(|(x, y)| format!("{x},{y}")).collect();
    places.join(" ")
}
