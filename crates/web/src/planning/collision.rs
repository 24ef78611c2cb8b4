use super::{Page, Shown};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::when;
use app::course::plan::{Clash, Collision, Eased, Stuck};
use maud::{Markup, html};

impl Page<'_> {
    /// What cannot all be kept, and what giving way to each would allow.
    pub(super) fn collides(&self, shown: &Shown, collision: &Collision) -> Markup {
        let words = self.words;
        if let Some(stuck) = &collision.stuck {
            return self.stuck(shown, collision, stuck);
        }
        let until = when::date(words.lang(), shown.proposal.until);
        let body = html! {
            p { (words.with("plan-collision-lead", &[("until", &until)])) }
            ul {
                @for (clash, eased) in &collision.between {
                    li { strong { (self.clash(shown, clash)) } " " (self.eased(*eased)) }
                }
            }
            p { (words.t(if collision.is_smallest { "plan-collision-smallest" } else { "plan-collision-whole" })) }
        };
        html! { (Notice { tone: Tone::Caution, title: &words.t("plan-collision"), body }) }
    }

    /// One treatment that cannot be planned at all: which session finds no day, and what speaks against its days.
    fn stuck(&self, shown: &Shown, collision: &Collision, stuck: &Stuck) -> Markup {
        let words = self.words;
        let treatment = self.treatment(shown, &stuck.protocol);
        let [from, to] = [stuck.from, stuck.to].map(|day| when::date(words.lang(), day));
        let number = stuck.number.to_string();
        let lead = [("number", number.as_str()), ("from", &from), ("to", &to)];
        let others_go = !stuck.is_only && collision.between.iter().any(|(_, eased)| *eased == Eased::Plan);
        let body = html! {
            p { (words.with("plan-stuck-lead", &lead)) }
            ul { @for broke in &stuck.because { li { (self.broke(broke)) } } }
            @if others_go { p { (words.t("plan-stuck-others")) } }
            p { (words.t("plan-stuck-ask")) }
        };
        html! { (Notice { tone: Tone::Caution, title: &words.with("plan-stuck", &[("treatment", treatment)]), body }) }
    }

    fn clash(&self, shown: &Shown, clash: &Clash) -> String {
        let words = self.words;
        let lang = words.lang();
        match clash {
            Clash::Treatment(protocol) => {
                words.with("plan-clash-treatment", &[("treatment", self.treatment(shown, protocol))])
            }
            Clash::Latest(protocol) => {
                words.with("plan-clash-latest", &[("treatment", self.treatment(shown, protocol))])
            }
            Clash::Event(event) => {
                let day = when::date(lang, event.on);
                words.with("plan-clash-event", &[("name", event.name.get(lang)), ("day", &day)])
            }
            Clash::Wishes => words.t("plan-clash-wishes"),
        }
    }

    fn eased(&self, eased: Eased) -> String {
        self.words.t(match eased {
            Eased::Plan => "plan-eased-plan",
            Eased::Nothing => "plan-eased-nothing",
            Eased::Unknown => "plan-eased-unknown",
        })
    }
}
