use super::Sheet;
use crate::look::action::Weight;
use crate::look::definition::Definitions;
use crate::look::margin::WithMargin;
use maud::{Markup, Render, html};

impl Sheet<'_> {
    /// The first screen: name, one sentence, for whom and not for whom.
    pub(super) fn first(&self) -> Markup {
        let (words, treatment) = (self.words(), &self.protocol.catalogue);
        let [whom, not, length] = [words.t("site-for-whom"), words.t("site-not-for"), words.t("site-minutes-label")];
        let minutes = words.with("site-minutes", &[("minutes", &self.loaded.service.minutes().to_string())]);
        let items = [
            (whom.as_str(), html! { (self.say(&treatment.for_whom)) }),
            (not.as_str(), html! { (self.say(&treatment.not_for)) }),
            (length.as_str(), html! { (minutes) }),
        ];
        let body = html! {
            h1 { (self.say(&self.protocol.name)) }
            p.lead { (self.say(&self.protocol.summary)) }
            (Definitions { items: &items })
            (self.actions(Weight::Primary))
        };
        let notes = html! {
            p { (words.t("site-private")) }
            p { (self.status()) }
            p { (words.t("site-doctor-decides")) }
        };
        WithMargin { body, label: &words.t("site-notes"), notes }.render()
    }

    /// How it works and how it feels.
    pub(super) fn mechanism(&self) -> Markup {
        let treatment = &self.protocol.catalogue;
        html! {
            section {
                h2 { (self.told("site-mechanism")) }
                p { (self.say(&treatment.mechanism)) }
                h3 { (self.told("site-feel")) }
                p { (self.say(&treatment.feel)) }
            }
        }
    }
}
