use crate::when;
use crate::wording::Wording;
use app::outbox::{Letter, Letters, Occasion, VisitLetter};

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
        let until = about.until.as_ref().map_or_else(String::new, |until| {
            format!("{} {}:{:02}", when::date(about.lang, until.date()), until.hour(), until.minute())
        });
        let args = [
            ("clinic", about.clinic.as_str()),
            ("date", &date),
            ("time", &time),
            ("until", &until),
            ("phone", &about.phone),
        ];
        let mut body = words.with(&format!("letter-{occasion}"), &args);
        if let Some(link) = &about.link {
            body.push_str("\n\n");
            let key = if about.occasion == Occasion::Offered { "letter-offer-link" } else { "letter-link" };
            body.push_str(&words.with(key, &[("link", link)]));
        }
        body.push_str("\n\n");
        body.push_str(&words.with("letter-foot", &args));
        Letter { subject: words.with(&format!("letter-{occasion}-subject"), &args), body }
    }
}
