use crate::console::Desk;
use crate::console::visit::Whole;
use crate::filled::Filled;
use crate::look::action::{Button, Weight};
use crate::look::field::{Choice, Field, LineField, LineKind, Need, Pick, SelectField, Width};
use crate::look::table::{Align, Column, Table};
use crate::when;
use app::actor::Cashier;
use app::money::Line;
use journey::money::{Entry, Means};
use maud::{Markup, html};

/// What is due and what was paid for the visit.
pub(super) fn section(desk: &Desk, whole: &Whole, filled: &Filled) -> Markup {
    let words = desk.words();
    html! {
        section aria-labelledby="money" {
            h2 #money { (words.t("money-title")) }
            @if !whole.account.lines.is_empty() { (lines(desk, &whole.account.lines)) }
            p.lead { (words.with("money-balance", &[("yen", &when::yen(desk.lang, whole.account.balance))])) }
            @if desk.may(Cashier::ROLES) {
                (prices(desk, whole))
                (form(desk, whole, filled))
            }
        }
    }
}

fn lines(desk: &Desk, lines: &[Line]) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let labels = ["money-when", "money-entry", "money-label", "money-yen"].map(|key| words.t(key));
    let columns: Vec<Column<'_>> = labels
        .iter()
        .enumerate()
        .map(|(place, label)| Column { label, align: if place == 3 { Align::End } else { Align::Start } })
        .collect();
    let rows: Vec<Vec<Markup>> = lines
        .iter()
        .map(|line| {
            vec![
                html! { (when::moment(desk.lang, zone, line.at)) },
                html! { (entry(desk, line.entry)) },
                html! { (line.label) },
                html! { (when::grouped(line.yen.0)) },
            ]
        })
        .collect();
    html! { (Table { caption: &words.t("money-title"), columns: &columns, rows: &rows }) }
}

fn entry(desk: &Desk, entry: Entry) -> String {
    let words = desk.words();
    match entry {
        Entry::Due => words.t("money-due"),
        Entry::Discount => words.t("money-discount"),
        Entry::Paid(means) => format!("{} {}", words.t("money-paid"), words.t(&format!("means-{}", means.code()))),
        Entry::Refunded(means) => {
            format!("{} {}", words.t("money-refunded"), words.t(&format!("means-{}", means.code())))
        }
    }
}

/// One press for each price of what was booked.
fn prices(desk: &Desk, whole: &Whole) -> Markup {
    let action = format!("/console/visits/{}/money", whole.visit.id);
    let booked = whole.visit.items.iter().filter_map(|item| whole.services.iter().find(|one| one.id == item.service));
    html! {
        div.actions {
            @for service in booked {
                @for price in &service.prices {
                    form method="post" action=(action) {
                        input type="hidden" name="entry" value="due";
                        input type="hidden" name="yen" value=(price.yen.0);
                        input type="hidden" name="label" value=(format!("{} {}", service.name.get(desk.lang), price.label.get(desk.lang)));
                        (Button {
                            label: &format!("{} {} {}", service.name.get(desk.lang), price.label.get(desk.lang), when::yen(desk.lang, price.yen)),
                            weight: Weight::Inline,
                            sends: None,
                        })
                    }
                }
            }
        }
    }
}

fn form(desk: &Desk, whole: &Whole, filled: &Filled) -> Markup {
    let words = desk.words();
    let entries = [
        ("paid", words.t("money-paid")),
        ("due", words.t("money-due")),
        ("discount", words.t("money-discount")),
        ("refunded", words.t("money-refunded")),
    ];
    let means: Vec<(&str, String)> =
        Means::ALL.iter().map(|means| (means.code(), words.t(&format!("means-{}", means.code())))).collect();
    let owed = whole.account.balance.0.max(0).to_string();
    let yen = filled.some("yen").unwrap_or(&owed);
    html! {
        form.inline-form method="post" action=(format!("/console/visits/{}/money", whole.visit.id)) {
            (select("entry", &words.t("money-entry"), &entries, filled))
            (select("means", &words.t("money-means"), &means, filled))
            (line("yen", &words.t("money-yen"), LineKind::Whole, yen))
            (line("label", &words.t("money-label"), LineKind::Text, filled.get("label")))
            (Button { label: &words.t("money-note"), weight: Weight::Primary, sends: None })
        }
    }
}

fn select(name: &str, label: &str, options: &[(&str, String)], filled: &Filled) -> Markup {
    let pick = |value: &str| if filled.get(name) == value { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        options.iter().map(|(value, label)| Choice { value, label, hint: None, pick: pick(value) }).collect();
    let field = Field { name, label, hint: None, error: None, need: Need::Unmarked };
    html! { (SelectField { field, blank: None, choices: &choices }) }
}

fn line(name: &str, label: &str, kind: LineKind, value: &str) -> Markup {
    let field = Field { name, label, hint: None, error: None, need: Need::Unmarked };
    html! { (LineField { field, kind, value, autocomplete: Some("off"), width: Width::Short }) }
}
