use super::Page;
use crate::when;
use app::course::plan::{Broke, Reason};
use jiff::civil::Date;
use maud::{Markup, html};

impl Page<'_> {
    /// A reason in words.
    pub(super) fn reason(&self, reason: &Reason) -> Markup {
        let words = self.words;
        let date = |day: Date| when::date(words.lang(), day);
        html! {
            @match reason {
                Reason::Ideal => { (words.t("plan-because-ideal")) }
                Reason::Stands => { (words.t("plan-because-stands")) }
                Reason::Between { earliest, ideal, latest } => {
                    (words.with("plan-because-between", &[("earliest", &date(*earliest)), ("ideal", &date(*ideal)), ("latest", &date(*latest))]))
                }
                Reason::Instead { day, broke } => {
                    (words.with("plan-because-instead", &[("day", &date(*day)), ("but", &self.broke(broke))]))
                }
                Reason::Sooner => { (words.t("plan-because-sooner")) }
                Reason::Suits => { (words.t("plan-because-suits")) }
                Reason::DoesNotSuit => { (words.t("plan-because-does-not-suit")) }
            }
        }
    }

    /// What a better day would have broken, in words.
    pub(super) fn broke(&self, broke: &Broke) -> String {
        let words = self.words;
        let lang = words.lang();
        match broke {
            Broke::Rule { says, .. } => says.get(lang).to_owned(),
            Broke::Event(event) => {
                let day = when::date(lang, event.on);
                words.with("plan-broke-event", &[("name", event.name.get(lang)), ("day", &day)])
            }
            Broke::AnotherVisit => words.t("plan-broke-visit"),
            Broke::NobodyFree => words.t("plan-broke-free"),
            Broke::Wishes => words.t("plan-broke-wishes"),
            Broke::OtherSession { on, says } => {
                words.with("plan-broke-session", &[("on", &when::date(lang, *on)), ("says", says.get(lang))])
            }
            Broke::Later { number, day, broke } => {
                let (number, day, but) = (number.to_string(), when::date(lang, *day), self.broke(broke));
                words.with("plan-broke-later", &[("number", &number), ("day", &day), ("but", &but)])
            }
            Broke::Whole => words.t("plan-broke-whole"),
        }
    }
}
