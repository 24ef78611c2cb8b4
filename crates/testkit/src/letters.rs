use app::outbox::{Letter, Letters, VisitLetter};

/// Letters that say only what they are about.
pub(crate) struct PlainLetters;

impl Letters for PlainLetters {
    fn visit(&self, about: &VisitLetter) -> Letter {
        let subject = format!("{} {}", about.occasion.code(), about.lang.code());
        Letter { subject, body: format!("{} {}", about.starts, about.link.as_deref().unwrap_or("-")) }
    }
}
