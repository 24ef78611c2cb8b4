use super::Sheet;
use crate::look::definition::Definitions;
use crate::when;
use maud::{Markup, html};

impl Sheet<'_> {
    /// Who carries out the steps: those who hold the competence today.
    pub(super) fn people(&self) -> Markup {
        let words = self.words();
        let needs = self.needs();
        let items: Vec<(&str, Markup)> = needs.iter().map(|need| (self.competence(need), self.holders(need))).collect();
        html! {
            section {
                h2 { (words.t("site-people")) }
                p.hint { (words.with("site-people-lead", &[("date", &when::date(self.guest.lang, self.loaded.today))])) }
                (Definitions { items: &items })
                p { a href=(self.guest.to("practitioners")) { (words.t("site-people-link")) } }
            }
        }
    }

    /// The competences that the steps ask for, each once, in the order of the steps.
    fn needs(&self) -> Vec<&str> {
        let mut needs: Vec<&str> = Vec::new();
        for need in self.loaded.service.segments.iter().filter_map(|segment| segment.practitioner.as_deref()) {
            if !needs.contains(&need) {
                needs.push(need);
            }
        }
        needs
    }

    fn competence<'b>(&'b self, need: &'b str) -> &'b str {
        let known = &self.guest.web.app.world().library.competences;
        known.iter().find(|one| one.id.as_str() == need).map_or(need, |one| self.say(&one.name))
    }

    fn holders(&self, need: &str) -> Markup {
        let holds = |id| self.loaded.held.iter().any(|one| one.staff == id && one.id == need);
        let holders: Vec<_> = self.loaded.staff.iter().filter(|member| holds(member.id)).collect();
        html! {
            @if holders.is_empty() { (self.words().t("site-people-none")) }
            @else {
                ul.lines { @for member in holders {
                    li {
                        a href=(self.guest.to(&format!("practitioners#{}", member.login))) { (self.say(&member.name)) }
                        " " span.hint { (self.say(&member.profile.title)) }
                    }
                } }
            }
        }
    }
}
