//! Observations on the range that was expected.

use maud::{Markup, Render, html};

use super::{DataTable, Legend, Range, Spoken, Tick};

const TOP: f64 = 10.0;
const HEIGHT: f64 = 160.0;

/// The expected range at one place.
#[derive(Clone, Copy, Debug)]
pub struct BandPoint {
    /// The place, such as a day.
    pub at: f64,
    /// The least that is expected.
    pub low: f64,
    /// The most that is expected.
    pub high: f64,
}

/// One observation.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// The place, such as a day.
    pub at: f64,
    /// What was observed.
    pub value: f64,
}

/// Observations that belong together. The first three are told apart by shape and stroke.
#[derive(Clone, Copy, Debug)]
pub struct Series<'a> {
    /// The observations in order.
    pub points: &'a [Point],
}

/// The curve. Without an expected range the caller passes an empty band and says so in words.
#[derive(Clone, Copy, Debug)]
pub struct Curve<'a> {
    /// What it is called and shows.
    pub spoken: Spoken<'a>,
    /// The places that it shows.
    pub across: Range,
    /// Words along the foot.
    pub across_ticks: &'a [Tick<'a>],
    /// The values that it shows; small multiples share it.
    pub upward: Range,
    /// Words along the side.
    pub upward_ticks: &'a [Tick<'a>],
    /// The expected range.
    pub band: &'a [BandPoint],
    /// The goal.
    pub target: Option<Tick<'a>>,
    /// The observations.
    pub series: &'a [Series<'a>],
    /// What the marks mean.
    pub legend: Legend<'a>,
    /// The same as a table.
    pub data: DataTable<'a>,
}

impl Render for Curve<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.plot.curve {
                p.plot-title { (self.spoken.title) }
                div.plot-frame.with-scale {
                    svg width="100%" height="200" role="img" aria-labelledby=(self.spoken.labelled_by()) {
                        (self.spoken.inside())
                        @for tick in self.upward_ticks { (self.level(tick)) }
                        (self.stretching())
                        @if let Some(target) = &self.target { (self.goal(target)) }
                        @for (index, series) in self.series.iter().enumerate() { (self.marks(index, series)) }
                        @for tick in self.across_ticks {
                            text.tick-label x=(self.across.across(tick.at)) y="192" { (tick.label) }
                        }
                    }
                }
                figcaption { (self.legend) (self.data) }
            }
        }
    }
}

impl Curve<'_> {
    fn y(&self, value: f64) -> f64 {
        super::round(TOP + HEIGHT * (1.0 - self.upward.fraction(value)))
    }

    fn level(&self, tick: &Tick) -> Markup {
        let y = self.y(tick.at);
        html! {
            line.grid x1="0%" x2="100%" y1=(y) y2=(y) {}
            text.level-label x="-10" y=(y + 4.0) { (tick.label) }
        }
    }

    fn goal(&self, target: &Tick) -> Markup {
        let y = self.y(target.at);
        html! {
            line.target x1="0%" x2="100%" y1=(y) y2=(y) {}
            text.target-label x="100%" y=(y - 5.0) { (target.label) }
        }
    }

    fn stretching(&self) -> Markup {
        html! {
            svg x="0" y=(TOP) width="100%" height=(HEIGHT) viewBox="0 0 100 100" preserveAspectRatio="none"
                aria-hidden="true" {
                @if self.band.len() > 1 {
                    polygon.band points=(self.outline()) {}
                    polyline.band-edge points=(self.edge(|point| point.high)) {}
                    polyline.band-edge points=(self.edge(|point| point.low)) {}
                }
                @for (index, series) in self.series.iter().enumerate() {
                    polyline class=(stroke(index)) points=(self.line(series)) {}
                }
            }
        }
    }

    fn place(&self, at: f64, value: f64) -> String {
        format!("{},{}", super::round(100.0 * self.across.fraction(at)), self.upward.down(value))
    }

    fn edge(&self, value: impl Fn(&BandPoint) -> f64) -> String {
        let places: Vec<_> = self.band.iter().map(|point| self.place(point.at, value(point))).collect();
        places.join(" ")
    }

    fn outline(&self) -> String {
        let back = self.band.iter().rev().map(|point| self.place(point.at, point.low));
        let places: Vec<_> = self.band.iter().map(|point| self.place(point.at, point.high)).chain(back).collect();
        places.join(" ")
    }

    fn line(&self, series: &Series) -> String {
        let places: Vec<_> = series.points.iter().map(|point| self.place(point.at, point.value)).collect();
        places.join(" ")
    }

    fn marks(&self, index: usize, series: &Series) -> Markup {
        html! {
            @for point in series.points {
                svg.mark-place x=(self.across.across(point.at)) y=(self.y(point.value)) aria-hidden="true" {
                    @match index {
                        0 => { circle.mark-1 r="4.5" {} }
                        1 => { rect.mark-2 x="-4" y="-4" width="8" height="8" {} }
                        _ => { path.mark-3 d="M0-5.5 5.5 4h-11Z" {} }
                    }
                }
            }
        }
    }
}

const fn stroke(index: usize) -> &'static str {
    match index {
        0 => "series-1",
        1 => "series-2",
        _ => "series-3",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve<'a>(band: &'a [BandPoint], series: &'a [Series<'a>]) -> String {
        Curve {
            spoken: Spoken { id: "c", title: "赤み", description: "経過" },
            across: Range::new(0.0, 7.0).unwrap(),
            across_ticks: &[],
            upward: Range::new(0.0, 10.0).unwrap(),
            upward_ticks: &[],
            band,
            target: None,
            series,
            legend: Legend(&[]),
            data: DataTable { summary: "数値", columns: &[], rows: &[] },
        }
        .render()
        .into_string()
    }

    #[test]
    fn no_expectation_draws_no_band() {
        assert!(!curve(&[], &[]).contains("class=\"band\""));
        assert!(!curve(&[BandPoint { at: 0.0, low: 1.0, high: 2.0 }], &[]).contains("class=\"band\""));
    }

    #[test]
    fn a_band_runs_out_along_its_top_and_back_along_its_foot() {
        let band = [BandPoint { at: 0.0, low: 5.0, high: 10.0 }, BandPoint { at: 7.0, low: 0.0, high: 5.0 }];
        assert!(curve(&band, &[]).contains(r#"points="0,0 100,50 100,100 0,50""#));
    }

    #[test]
    fn one_observation_is_one_mark() {
        let series = [Series { points: &[Point { at: 3.5, value: 5.0 }] }];
        assert_eq!(curve(&[], &series).matches("mark-1").count(), 1);
    }
}
