//! Places on the grid: steps of five minutes from eight in the morning to nine at night.

use std::fmt;

use maud::{Markup, Render, html};

const STEP: u16 = 5;
const FIRST: u16 = 8 * 60 / STEP;
const LAST: u16 = 21 * 60 / STEP;

/// A step of five minutes, counted from midnight; the grid shows 08:00 to 21:00.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Tick(u16);

impl Tick {
    /// The step in which a minute of the day lies. What is earlier or later than the grid lies on its edge, so
    /// that nothing booked is ever invisible.
    pub const fn of_minute(minute: u16) -> Self {
        let tick = minute / STEP;
        Self(if tick < FIRST {
            FIRST
        } else if tick >= LAST {
            LAST - 1
        } else {
            tick
        })
    }

    /// The class that places it.
    pub(super) fn class(self) -> String {
        format!("at-{}", self.0)
    }

    /// The full hours with their words.
    pub(super) fn hours() -> impl Iterator<Item = (Self, String)> {
        (8..21).map(|hour: u16| (Self::of_minute(hour * 60), format!("{hour}:00")))
    }
}

impl fmt::Display for Tick {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0)
    }
}

impl Render for Tick {
    fn render(&self) -> Markup {
        html! { (self.0) }
    }
}

/// A number of steps of five minutes, at least one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Length(u16);

impl Length {
    /// The steps that minutes touch.
    pub const fn of_minutes(minutes: u16) -> Self {
        let steps = minutes.div_ceil(STEP);
        Self(if steps == 0 {
            1
        } else if steps > LAST - FIRST {
            LAST - FIRST
        } else {
            steps
        })
    }

    /// The class that sizes it.
    pub(super) fn class(self) -> String {
        format!("for-{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    const STYLESHEET: &str = include_str!("../../../assets/css/day-grid.css");

    fn written() -> String {
        let mut sheet = String::from(
            "/* Places on the day grid, one class a step of five minutes: written by the tests of day_grid::tick. */\n\
             @layer pages {\n",
        );
        for tick in FIRST..LAST {
            writeln!(sheet, ".at-{tick}{{grid-row-start:{}}}", tick - FIRST + 1).unwrap();
        }
        for steps in 1..=LAST - FIRST {
            writeln!(sheet, ".for-{steps}{{grid-row-end:span {steps}}}").unwrap();
        }
        sheet.push_str("}\n");
        sheet
    }

    #[test]
    fn the_stylesheet_has_a_class_for_every_place_and_length() {
        if let Some(path) = std::env::var_os("WRITE_DAY_GRID_CSS") {
            std::fs::write(path, written()).unwrap();
        }
        assert!(STYLESHEET == written(), "write it anew: WRITE_DAY_GRID_CSS=assets/css/day-grid.css");
    }

    #[test]
    fn a_minute_before_and_after_the_grid_lies_on_its_edge() {
        assert_eq!(Tick::of_minute(479), Tick(96));
        assert_eq!(Tick::of_minute(480), Tick(96));
        assert_eq!(Tick::of_minute(485), Tick(97));
        assert_eq!(Tick::of_minute(1259), Tick(251));
        assert_eq!(Tick::of_minute(1260), Tick(251));
    }

    #[test]
    fn a_length_covers_every_step_it_touches() {
        assert_eq!(Length::of_minutes(0), Length(1));
        assert_eq!(Length::of_minutes(5), Length(1));
        assert_eq!(Length::of_minutes(6), Length(2));
        assert_eq!(Length::of_minutes(2000), Length(156));
    }
}
