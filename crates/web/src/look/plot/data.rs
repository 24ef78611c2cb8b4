//! What stands under a plot: the key to its marks and the same figures as a table.

use maud::{Markup, Render, html};

/// A mark whose meaning the legend gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Key {
    /// A session.
    Session,
    /// A session that is only planned so far.
    Later,
    /// Something the patient has ahead.
    Event,
    /// Days of healing.
    Healing,
    /// The window of maintenance.
    Maintenance,
    /// The expected range.
    Band,
    /// The first series.
    First,
    /// The second series.
    Second,
    /// The third series.
    Third,
    /// The goal.
    Target,
}

impl Key {
    /// The key as a drawing of 24 by 12.
    fn drawing(self) -> Markup {
        html! {
            svg.key width="24" height="12" viewBox="0 0 24 12" aria-hidden="true" focusable="false" {
                @match self {
                    Self::Session => { circle.session-mark cx="12" cy="6" r="5" {} }
                    Self::Later => { circle.session-mark.later cx="12" cy="6" r="5" {} }
                    Self::Event => { path.event-mark d="M12 0v12" {} }
                    Self::Healing => { rect.healing x="1" y="2" width="22" height="8" {} }
                    Self::Maintenance => { path.maintenance d="M1 9V3h22v6" {} }
                    Self::Band => { rect.band width="24" height="12" {} path.band-edge d="M0 .5h24M0 11.5h24" {} }
                    Self::First => { path.series-1 d="M0 6h24" {} circle.mark-1 cx="12" cy="6" r="3.5" {} }
                    Self::Second => { path.series-2 d="M0 6h24" {} rect.mark-2 x="9" y="3" width="6" height="6" {} }
                    Self::Third => { path.series-3 d="M0 6h24" {} path.mark-3 d="M12 1.5 16.5 9.5h-9Z" {} }
                    Self::Target => { path.target d="M0 6h24" {} }
                }
            }
        }
    }
}

/// The meaning of the marks of a plot.
#[derive(Clone, Copy, Debug)]
pub struct Legend<'a>(pub &'a [(Key, &'a str)]);

impl Render for Legend<'_> {
    fn render(&self) -> Markup {
        html! {
            @if !self.0.is_empty() {
                ul.legend { @for (key, word) in self.0 { li { (key.drawing()) (word) } } }
            }
        }
    }
}

/// The figures of a plot, folded away until somebody wants them.
#[derive(Clone, Copy, Debug)]
pub struct DataTable<'a> {
    /// The words that unfold it.
    pub summary: &'a str,
    /// The headings.
    pub columns: &'a [&'a str],
    /// The rows; the first cell names the row.
    pub rows: &'a [Vec<String>],
}

impl Render for DataTable<'_> {
    fn render(&self) -> Markup {
        html! {
            details.figures {
                summary { (self.summary) }
                table {
                    thead { tr { @for column in self.columns { th scope="col" { (column) } } } }
                    tbody { @for row in self.rows { tr { (cells(row)) } } }
                }
            }
        }
    }
}

fn cells(row: &[String]) -> Markup {
    html! {
        @if let Some((first, rest)) = row.split_first() {
            th scope="row" { (first) }
            @for cell in rest { td { (cell) } }
        }
    }
}
