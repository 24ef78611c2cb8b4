use super::Sheet;
use crate::site::evidence::grade;
use journey::evidence::Evidence;
use maud::{Markup, html};

impl Sheet<'_> {
    /// What the treatment is said to do, each claim with its evidence in words and its grade.
    pub(super) fn support(&self) -> Markup {
        let words = self.words();
        let claims: Vec<_> = self.protocol.catalogue.claims.iter().filter(|claim| claim.evidence.acts()).collect();
        let statements: Vec<&Evidence> = claims.iter().map(|claim| &claim.evidence).collect();
        let body = html! {
            p.hint { (words.t("site-evidence-lead")) }
            ul.claims {
                @for claim in &claims {
                    li {
                        p { strong { (self.say(&claim.says)) } }
                        p { (self.say(&claim.in_words)) }
                        p.hint { (grade(words, claim.evidence.confidence)) }
                    }
                }
            }
        };
        self.part(&words.t("site-evidence"), body, &statements)
    }
}
