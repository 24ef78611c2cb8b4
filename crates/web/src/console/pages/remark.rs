use super::super::Desk;
use crate::gate::{Judged, Remark};
use crate::look::definition::Definitions;
use adlint::Severity;
use adlint::pack::Wording as Said;
use journey::text::Lang;
use maud::{Markup, html};

/// Everything that the rules say about a page.
pub(super) fn of_page(desk: &Desk, judged: &Judged) -> Markup {
    html! {
        section.page-remarks {
            h3 { a href=(judged.path) { (judged.path) } }
            @for remark in &judged.verdict.remarks { (one(desk, remark, &[])) }
        }
    }
}

/// One thing that the rules say, with the pages that it is said of.
pub(super) fn on_pages(desk: &Desk, remark: &Remark, pages: &[&str]) -> Markup {
    html! { section.page-remarks { (one(desk, remark, pages)) } }
}

fn one(desk: &Desk, remark: &Remark, pages: &[&str]) -> Markup {
    let (words, lang) = (desk.words(), desk.lang);
    let labels = ["gate-rule", "gate-words", "gate-reason", "gate-instead", "gate-source", "gate-pages"];
    let [rule, quoted, reason, instead, source, on] = labels.map(|key| words.t(key));
    let weight = match remark.severity {
        Severity::Block => words.t("gate-weight-block"),
        Severity::Error => words.t("gate-weight-error"),
        Severity::Warn => words.t("gate-weight-warn"),
        Severity::Review => words.t("gate-weight-review"),
    };
    let mut items = vec![
        (reason.as_str(), html! { (in_language(&remark.reason, lang)) }),
        (&rule, html! { code { (remark.rule) } " " span.hint { (weight) } }),
    ];
    if !remark.excerpt.is_empty() {
        items.push((&quoted, html! { q { (remark.excerpt) } }));
    }
    items.push((&instead, html! { (in_language(&remark.suggestion, lang)) }));
    if !pages.is_empty() {
        items.push((&on, html! { ul.links { @for path in pages { li { a href=(path) { (path) } } } } }));
    }
    items.push((&source, html! { span.hint { (remark.source) } }));
    html! { (Definitions { items: &items }) }
}

fn in_language(said: &Said, lang: Lang) -> &str {
    match lang {
        Lang::Ja => &said.ja,
        Lang::En => &said.en,
    }
}
