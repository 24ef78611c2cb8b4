//! Every protocol with its version, its support and who approved it.

use super::{Approved, short};
use crate::console::Desk;
use crate::frame::{self, ConsolePage};
use crate::look::badge::{Badge, Tone};
use crate::look::empty::Empty;
use crate::look::table::{Align, Column, Table};
use crate::when;
use journey::evidence::{Confidence, Evidence};
use journey::protocol::Protocol;
use maud::{Markup, html};

pub(super) fn page(desk: &Desk, approvals: &[Option<Approved>]) -> Markup {
    let words = desk.words();
    let title = words.t("protocols-title");
    let labels = [
        words.t("protocols-name"),
        words.t("clinical-version"),
        words.t("protocols-status"),
        words.t("protocols-rules"),
        words.t("protocols-approval"),
    ];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let library = &desk.web.app.world().library;
    let rows: Vec<Vec<Markup>> =
        library.iter().zip(approvals).map(|(protocol, approval)| row(desk, protocol, approval.as_ref())).collect();
    let content = html! {
        h1 { (title) }
        p { (words.t("protocols-intro")) }
        @if rows.is_empty() {
            (Empty { title: &words.t("protocols-empty-title"), text: &words.t("protocols-empty"), action: None })
        } @else {
            (Table { caption: &words.t("protocols-caption"), columns: &columns, rows: &rows })
        }
    };
    frame::console(desk, &ConsolePage { name: "protocols", title: &title }, content)
}

fn row(desk: &Desk, protocol: &Protocol, approval: Option<&Approved>) -> Vec<Markup> {
    let words = desk.words();
    vec![
        html! { a href={ "/console/protocols/" (protocol.id) } { (protocol.name.get(desk.lang)) } },
        html! { code { (short(&protocol.hash.to_string())) } },
        html! { (words.t(&format!("protocol-status-{}", protocol.status.code()))) },
        counts(desk, protocol),
        approved(desk, approval),
    ]
}

/// Everything in a protocol that carries a support of its own and takes part in decisions.
fn statements(protocol: &Protocol) -> impl Iterator<Item = &Evidence> {
    let screening = protocol.screening.iter().map(|rule| &rule.evidence);
    let spacing = protocol.spacing.iter().map(|rule| &rule.evidence);
    let bounds = protocol.bounds.iter().map(|bound| &bound.evidence);
    let flags = protocol.recovery.flags.iter().map(|flag| &flag.evidence);
    let aims = protocol.indications.iter().flat_map(|aim| [&aim.sessions.evidence, &aim.interval.evidence]);
    screening.chain(spacing).chain(bounds).chain(flags).chain(aims)
}

fn counts(desk: &Desk, protocol: &Protocol) -> Markup {
    let words = desk.words();
    let told = |grade: Confidence| {
        let count = statements(protocol).filter(|evidence| evidence.confidence == grade).count();
        (count > 0).then(|| format!("{} {count}", super::evidence::confidence(words, grade)))
    };
    html! { ul.plain { @for line in Confidence::ALL.into_iter().filter_map(told) { li { (line) } } } }
}

/// Who approved a version and when, or that nobody has.
pub(super) fn approved(desk: &Desk, approval: Option<&Approved>) -> Markup {
    let words = desk.words();
    let Some(found) = approval else {
        return html! { (Badge { tone: Tone::Caution, label: &words.t("protocols-not-approved") }) };
    };
    let at = when::moment(desk.lang, &desk.web.app.world().zone, found.approval.at);
    html! {
        (Badge { tone: Tone::Cleared, label: &words.t("protocols-approved") }) " "
        (words.with("protocols-approved-by", &[("name", found.by.get(desk.lang)), ("at", &at)]))
        @if found.approval.demo { p.hint { (words.t("protocols-approved-demo")) } }
    }
}
