use super::{Page, Shown};
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Checklist, Choice, Field, Layout, Need, Pick, RadioGroup, SelectField};
use crate::when;
use app::course::plan::Turn;
use jiff::civil::Weekday;
use journey::course::{Firmness, PartOfDay};
use maud::{Markup, html};

impl Page<'_> {
    /// What suits, how much that weighs, and what becomes of later sessions.
    pub(super) fn wishes(&self, shown: &Shown) -> Markup {
        let words = self.words;
        html! {
            section.on-screen {
                h2 id="wishes" { (words.t("plan-wishes")) }
                form method="post" action=(self.to("wishes")) {
                    (self.weekdays(shown))
                    (self.parts(shown))
                    (self.people(shown))
                    (self.firmness(shown))
                    (self.turn(shown))
                    (actions(&[&Button { label: &words.t("plan-again"), weight: Weight::Quiet, sends: None }]))
                }
            }
        }
    }

    fn weekdays(&self, shown: &Shown) -> Markup {
        let lang = self.words.lang();
        let taken = &shown.planning.wishes.weekdays;
        let named: Vec<(String, &str, Pick)> = (1..=7)
            .filter_map(|number| Some((number, Weekday::from_monday_one_offset(number).ok()?)))
            .map(|(number, day)| (number.to_string(), when::weekday(lang, day), pick(taken.contains(&number))))
            .collect();
        self.list("weekday", "plan-weekdays", Some("plan-weekdays-hint"), &named)
    }

    fn parts(&self, shown: &Shown) -> Markup {
        let taken = &shown.planning.wishes.parts;
        let labels: Vec<(String, String, Pick)> = PartOfDay::ALL
            .iter()
            .map(|part| {
                let label = self.words.t(&format!("plan-part-{}", part.code()));
                (part.code().to_owned(), label, pick(taken.contains(part)))
            })
            .collect();
        let named: Vec<(String, &str, Pick)> =
            labels.iter().map(|(value, label, pick)| (value.clone(), label.as_str(), *pick)).collect();
        self.list("part", "plan-parts", None, &named)
    }

    fn list(&self, name: &str, label: &str, hint: Option<&str>, named: &[(String, &str, Pick)]) -> Markup {
        let choices: Vec<Choice<'_>> =
            named.iter().map(|(value, label, pick)| Choice { value, label, hint: None, pick: *pick }).collect();
        let (label, hint) = (self.words.t(label), hint.map(|hint| self.words.t(hint)));
        let field = Field { name, label: &label, hint: hint.as_deref(), error: None, need: Need::Unmarked };
        html! { (Checklist { field, choices: &choices, none: None, layout: Layout::Row }) }
    }

    fn people(&self, shown: &Shown) -> Markup {
        let taken = shown.planning.wishes.practitioner;
        let named: Vec<(String, &str, Pick)> = shown
            .people
            .iter()
            .map(|(id, name)| (id.to_string(), name.get(self.words.lang()), pick(taken == Some(*id))))
            .collect();
        let choices: Vec<Choice<'_>> =
            named.iter().map(|(value, label, pick)| Choice { value, label, hint: None, pick: *pick }).collect();
        let label = self.words.t("plan-person");
        let field = Field { name: "person", label: &label, hint: None, error: None, need: Need::Unmarked };
        html! { (SelectField { field, blank: Some(&self.words.t("plan-anybody")), choices: &choices }) }
    }

    fn firmness(&self, shown: &Shown) -> Markup {
        let taken = shown.planning.wishes.firmness;
        let options = [Firmness::Rather, Firmness::Only]
            .map(|one| (one.code(), self.words.t(&format!("plan-firmness-{}", one.code())), pick(one == taken)));
        self.radio("firmness", "plan-firmness", &options)
    }

    fn turn(&self, shown: &Shown) -> Markup {
        let taken = shown.planning.turn;
        let options = [Turn::Book, Turn::Ask]
            .map(|one| (one.code(), self.words.t(&format!("plan-turn-{}", one.code())), pick(one == taken)));
        self.radio("turn", "plan-turn", &options)
    }

    fn radio(&self, name: &str, label: &str, options: &[(&str, String, Pick)]) -> Markup {
        let choices: Vec<Choice<'_>> =
            options.iter().map(|(value, label, pick)| Choice { value, label, hint: None, pick: *pick }).collect();
        let label = self.words.t(label);
        let field = Field { name, label: &label, hint: None, error: None, need: Need::Unmarked };
        html! { (RadioGroup { field, choices: &choices, layout: Layout::Column }) }
    }
}

const fn pick(taken: bool) -> Pick {
    if taken { Pick::Taken } else { Pick::Open }
}
