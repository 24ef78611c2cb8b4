//! A table that turns into cards on a phone.

use maud::{Markup, Render, html};

/// How the cells of a column line up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// Words.
    Start,
    /// Figures.
    End,
}

impl Align {
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Start => None,
            Self::End => Some("figure"),
        }
    }
}

/// One column.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Its heading, repeated beside each value on a phone.
    pub label: &'a str,
    /// How its cells line up.
    pub align: Align,
}

/// A table. The first cell of a row names the row.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What the table shows.
    pub caption: &'a str,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// The rows; a row with fewer cells than columns leaves the rest empty.
    pub rows: &'a [Vec<Markup>],
}

impl Render for Table<'_> {
    fn render(&self) -> Markup {
        html! {
            table.table {
                caption { (self.caption) }
                thead {
                    tr { @for column in self.columns { th scope="col" class=[column.align.class()] { (column.label) } } }
                }
                tbody { @for row in self.rows { tr { (self.cells(row)) } } }
            }
        }
    }
}

impl Table<'_> {
    fn cells(&self, row: &[Markup]) -> Markup {
        html! {
            @for (index, (column, cell)) in self.columns.iter().zip(row).enumerate() {
                @if index == 0 {
                    th scope="row" { (cell) }
                } @else {
                    td class=[column.align.class()] data-label=(column.label) { div { (cell) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_cell_names_its_row_and_the_others_carry_their_heading() {
        let columns = [Column { label: "施術", align: Align::Start }, Column { label: "料金", align: Align::End }];
        let rows = [vec![html! { "ダーマペン" }, html! { "33,000円" }]];
        let text = Table { caption: "料金表", columns: &columns, rows: &rows }.render().into_string();
        assert!(text.contains(r#"<th scope="row">ダーマペン"#));
        assert!(text.contains(r#"data-label="料金""#));
    }
}
