//! A month: free days are plain numerals to press, taken days recede.

use maud::{Markup, Render, html};

use super::navigation::Link;

/// What can be done with a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayState<'a> {
    /// There are times; here they are.
    Free(&'a str),
    /// The day whose times are shown.
    Chosen(&'a str),
    /// Every time is taken.
    Taken,
    /// The clinic is closed, or the day is out of reach.
    Closed,
}

/// Whether a day is today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Today {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// One day of the month.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a> {
    /// The day of the month, 1 to 31.
    pub number: u8,
    /// The date and its state in words ("11月22日(日) 空きあり").
    pub label: &'a str,
    /// What can be done with it.
    pub state: DayState<'a>,
    /// Whether it is today.
    pub today: Today,
}

/// A weekday, short to see and whole to hear.
#[derive(Clone, Copy, Debug)]
pub struct Weekday<'a> {
    /// As in 日, Sun.
    pub short: &'a str,
    /// As in 日曜日, Sunday.
    pub long: &'a str,
}

/// A month.
#[derive(Clone, Copy, Debug)]
pub struct Month<'a> {
    /// The month in words.
    pub caption: &'a str,
    /// The weekdays in the order of the columns.
    pub weekdays: [Weekday<'a>; 7],
    /// How many columns are empty before the first day, 0 to 6.
    pub lead: u8,
    /// The days, from the first to the last.
    pub days: &'a [Day<'a>],
    /// The month before.
    pub previous: Option<Link<'a>>,
    /// The month after.
    pub next: Option<Link<'a>>,
    /// What the marks mean: the word for a free day and the word for a taken one.
    pub legend: (&'a str, &'a str),
}

impl Render for Month<'_> {
    fn render(&self) -> Markup {
        html! {
            div.month {
                div.month-turn {
                    @if let Some(link) = self.previous { a rel="prev" href=(link.href) { (link.label) } }
                    @if let Some(link) = self.next { a rel="next" href=(link.href) { (link.label) } }
                }
                table {
                    caption { (self.caption) }
                    thead { tr { @for day in self.weekdays { th scope="col" abbr=(day.long) { (day.short) } } } }
                    tbody { @for week in self.weeks() { tr { @for day in week { (cell(day)) } } } }
                }
                p.month-legend aria-hidden="true" {
                    span.free { (self.legend.0) }
                    span.taken { (self.legend.1) }
                }
            }
        }
    }
}

impl<'a> Month<'a> {
    fn weeks(&self) -> Vec<[Option<&'a Day<'a>>; 7]> {
        let lead = usize::from(self.lead % 7);
        let mut weeks = vec![[None; 7]; (lead + self.days.len()).div_ceil(7)];
        for (index, day) in self.days.iter().enumerate() {
            weeks[(lead + index) / 7][(lead + index) % 7] = Some(day);
        }
        weeks
    }
}

fn cell(day: Option<&Day>) -> Markup {
    let Some(day) = day else { return html! { td {} } };
    let today = (day.today == Today::Yes).then_some("date");
    match day.state {
        DayState::Free(href) => html! {
            td.free { a href=(href) aria-label=(day.label) aria-current=[today] { (day.number) } }
        },
        DayState::Chosen(href) => html! {
            td.free.chosen { a href=(href) aria-label=(day.label) aria-current="true" { (day.number) } }
        },
        DayState::Taken => html! { td.taken aria-current=[today] { (unfree(day)) } },
        DayState::Closed => html! { td.closed aria-current=[today] { (unfree(day)) } },
    }
}

fn unfree(day: &Day) -> Markup {
    html! { span aria-hidden="true" { (day.number) } span.unseen { (day.label) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weeks(lead: u8, days: u8) -> Vec<usize> {
        let days: Vec<_> =
            (1..=days).map(|number| Day { number, label: "", state: DayState::Closed, today: Today::No }).collect();
        let month = Month {
            caption: "",
            weekdays: [Weekday { short: "", long: "" }; 7],
            lead,
            days: &days,
            previous: None,
            next: None,
            legend: ("", ""),
        };
        month.weeks().iter().map(|week| week.iter().flatten().count()).collect()
    }

    #[test]
    fn a_february_that_begins_on_the_first_column_fills_four_weeks() {
        assert_eq!(weeks(0, 28), [7, 7, 7, 7]);
    }

    #[test]
    fn one_day_more_opens_a_fifth_week() {
        assert_eq!(weeks(0, 29), [7, 7, 7, 7, 1]);
    }

    #[test]
    fn a_long_month_that_begins_on_the_last_column_needs_six_weeks() {
        assert_eq!(weeks(6, 31), [1, 7, 7, 7, 7, 2]);
    }
}
