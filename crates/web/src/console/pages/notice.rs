use super::super::Desk;
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use app::actor::Publisher;
use maud::{Markup, Render, html};

/// On the first page of those who can mend it: that pages are withheld, and where to read why. Nothing where none is.
pub(in crate::console) fn notice(desk: &Desk) -> Markup {
    let withheld = desk.web.gate.withheld();
    if withheld == 0 || !desk.may(Publisher::ROLES) {
        return Markup::default();
    }
    let words = desk.words();
    let title = words.count("gate-some-withheld", i64::try_from(withheld).unwrap_or(i64::MAX));
    let body = html! { p { a href="/console/pages" { (words.t("gate-read-why")) } } };
    Notice { tone: Tone::Caution, title: &title, body }.render()
}
