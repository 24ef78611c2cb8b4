use crate::when;
use crate::wording::Wording;
use app::outbox::{Letter, Letters, Occasion, PlanLetter, VisitLetter};
use jiff::Zoned;

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

    fn plan(&self, about: &PlanLetter) -> Letter {
        let words = Wording(about.lang);
        let args = [("clinic", about.clinic.as_str()), ("phone", &about.phone)];
        let mut parts = vec![words.t("letter-plan")];
        for (key, times) in [("letter-plan-booked", &about.booked), ("letter-plan-later", &about.later)] {
            if !times.is_empty() {
                let lines: Vec<String> = times.iter().map(|at| format!("- {}", moment(about, at))).collect();
                parts.push(format!("{}\n{}", words.t(key), lines.join("\n")));
            }
        }
        parts.extend(about.link.as_ref().map(|link| words.with("letter-link", &[("link", link)])));
        parts.push(words.with("letter-foot", &args));
        Letter { subject: words.with("letter-plan-subject", &args), body: parts.join("\n\n") }
    }
}

fn moment(about: &PlanLetter, at: &Zoned) -> String {
    format!("{} {}:{:02}", when::date(about.lang, at.date()), at.hour(), at.minute())
}
