use crate::when;
use crate::wording::Wording;
use app::outbox::{Letter, Letters, VisitLetter};

/// The letters of both languages.
pub fn letters() -> Box<dyn Letters> {
    Box::new(Fluent)
}

struct Fluent;

impl Letters for Fluent {
    fn visit(&self, about: &VisitLetter) -> Letter {
        let words = Wording(about.lang);
        let occasion = about.occasion.code();
        let date = when::date(about.lang, about.starts.date());
        let time = format!("{}:{:02}", about.starts.hour(), about.starts.minute());
        let args = [("clinic", about.clinic.as_str()), ("date", &date), ("time", &time), ("phone", &about.phone)];
        let mut body = words.with(&format!("letter-{occasion}"), &args);
        if let Some(link) = &about.link {
            body.push_str("\n\n");
            body.push_str(&words.with("letter-link", &[("link", link)]));
        }
        body.push_str("\n\n");
        body.push_str(&words.with("letter-foot", &args));
        Letter { subject: words.with(&format!("letter-{occasion}-subject"), &args), body }
    }
}
