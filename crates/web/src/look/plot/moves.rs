//! Places on some days that change: where they were, and where they are to be.

use maud::{Markup, Render, html};

use super::{Range, percent};

/// How high one place is, and how far the next lies below it, in pixels.
const HEIGHT: usize = 22;
const PITCH: usize = 26;

/// Whether a place is left or taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// It was agreed: a hollow mark.
    Before,
    /// It is proposed: a filled one.
    After,
    /// It was agreed and stays: a thick hollow one.
    Stays,
}

impl Side {
    const fn class(self) -> &'static str {
        match self {
            Self::Before => "place-before",
            Self::After => "place-after",
            Self::Stays => "place-stays",
        }
    }
}

/// One place.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// From which minute of the day.
    pub from: f64,
    /// Until which.
    pub to: f64,
    /// Which it is.
    pub side: Side,
    /// The number that leads to its line in the list below.
    pub number: &'a str,
}

/// One day.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// The day in words.
    pub label: &'a str,
    /// What happens on it, for those who do not see it.
    pub spoken: &'a str,
    /// Its places by their beginning.
    pub places: &'a [Place<'a>],
}

/// The days below each other, each with its hours from left to right.
#[derive(Clone, Copy, Debug)]
pub struct Moves<'a> {
    /// What it is called.
    pub label: &'a str,
    /// From which minute of the day to which it is drawn.
    pub hours: Range,
    /// The hours at both ends, in words.
    pub ends: (&'a str, &'a str),
    /// The days in order.
    pub days: &'a [Day<'a>],
    /// What the marks mean.
    pub legend: &'a [(Side, &'a str)],
}

impl Render for Moves<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.plot.moves {
                ul.legend { @for (side, words) in self.legend { li { (key(*side)) (words) } } }
                ol aria-label=(self.label) { @for day in self.days { (self.day(day)) } }
                p.moves-ends aria-hidden="true" { span { (self.ends.0) } span { (self.ends.1) } }
            }
        }
    }
}

impl Moves<'_> {
    fn day(&self, day: &Day) -> Markup {
        let rows = rows(day.places);
        let height = rows.iter().max().map_or(1, |row| row + 1) * PITCH;
        html! {
            li {
                span.moves-day aria-hidden="true" { (day.label) }
                span.unseen { (day.spoken) }
                svg width="100%" height=(height) aria-hidden="true" {
                    line.grid x1="0%" x2="100%" y1=(height - 1) y2=(height - 1) {}
                    @for (place, row) in day.places.iter().zip(rows) { (self.place(place, row)) }
                }
            }
        }
    }

    fn place(&self, place: &Place, row: usize) -> Markup {
        let (from, to) = (self.hours.fraction(place.from), self.hours.fraction(place.to));
        let top = row * PITCH;
        html! {
            rect class=(place.side.class()) x=(percent(from)) y=(top + 1) width=(percent(to - from)) height=(HEIGHT) rx="2" {}
            text class={ (place.side.class()) "-label" } x=(percent(f64::midpoint(from, to))) y=(top + 17) { (place.number) }
        }
    }
}

fn key(side: Side) -> Markup {
    html! { svg width="22" height="16" aria-hidden="true" { rect class=(side.class()) x="1" y="1" width="20" height="14" rx="2" {} } }
}

/// In which row each place lies, so that none covers another.
fn rows(places: &[Place]) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let row = |place: &Place| {
        let row = ends.iter().position(|end| *end <= place.from).unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = place.to,
            None => ends.push(place.to),
        }
        row
    };
    places.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn place(from: f64, to: f64) -> Place<'static> {
        Place { from, to, side: Side::After, number: "1" }
    }

    #[test]
    fn a_place_that_begins_when_another_ends_shares_its_row_and_one_a_minute_earlier_does_not() {
        assert_eq!(rows(&[place(600.0, 660.0), place(660.0, 690.0), place(689.0, 700.0)]), [0, 0, 1]);
        assert_eq!(rows(&[]), Vec::<usize>::new());
    }

    #[test]
    fn before_and_after_differ_in_shape_and_each_day_is_told_in_words() {
        let places = [Place { side: Side::Before, ..place(600.0, 660.0) }, place(720.0, 780.0)];
        let days = [Day { label: "11月27日", spoken: "1件が移ります", places: &places }];
        let hours = Range::new(600.0, 1140.0).unwrap();
        let legend = [(Side::Before, "これまで"), (Side::After, "これから")];
        let drawn = Moves { label: "前と後", hours, ends: ("10:00", "19:00"), days: &days, legend: &legend };
        let drawn = drawn.render().into_string();
        assert_eq!((drawn.matches("\"place-before\"").count(), drawn.matches("\"place-after\"").count()), (2, 2));
        assert!(drawn.contains("1件が移ります") && drawn.contains("x=\"22.22%\""), "{drawn}");
    }
}
