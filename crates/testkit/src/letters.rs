use app::outbox::{Letter, Letters, PlanLetter, VisitLetter};

/// Letters that say only what they are about.
pub(crate) struct PlainLetters;

impl Letters for PlainLetters {
    fn visit(&self, about: &VisitLetter) -> Letter {
        let subject = format!("{} {}", about.occasion.code(), about.lang.code());
        Letter { subject, body: format!("{} {}", about.starts, about.link.as_deref().unwrap_or("-")) }
    }

    fn plan(&self, about: &PlanLetter) -> Letter {
        let subject = format!("plan {}", about.lang.code());
        Letter { subject, body: format!("{} booked, {} later", about.booked.len(), about.later.len()) }
    }
}
