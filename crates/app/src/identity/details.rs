use crate::error::FieldError;
use jiff::civil::Date;
use journey::identity::fold_phone;
use journey::text::Lang;

/// What somebody wrote about themselves when booking.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Details {
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Family name in kana, or as it sounds.
    pub family_kana: String,
    /// Given name in kana, or as it sounds.
    pub given_kana: String,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Telephone.
    pub phone: String,
    /// Mail address.
    pub mail: String,
}

/// How much must be known before a booking stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Urgency {
    /// The person fills in a form and has time.
    Form,
    /// Somebody waits on the telephone: a name and a number will do.
    Telephone,
}

impl Details {
    /// What is missing or unreadable, field by field.
    pub fn mistakes(&self, lang: Lang, urgency: Urgency, today: Date) -> Vec<FieldError> {
        let mut found = Vec::new();
        let mut demand = |holds: bool, field, code| {
            if !holds {
                found.push(FieldError { field, code });
            }
        };
        demand(named(&self.family), "family", "field-required");
        demand(fold_phone(&self.phone).as_str().len() >= 9, "phone", "field-phone");
        if urgency == Urgency::Form {
            demand(named(&self.given), "given", "field-required");
            demand(lang == Lang::En || kana(&self.family_kana), "family_kana", "field-kana");
            demand(lang == Lang::En || kana(&self.given_kana), "given_kana", "field-kana");
            demand(
                self.birth_date.is_some_and(|day| day < today && day.year() > 1900),
                "birth_date",
                "field-birth-date",
            );
            demand(mail(&self.mail), "mail", "field-mail");
        } else {
            demand(self.mail.is_empty() || mail(&self.mail), "mail", "field-mail");
        }
        found
    }

    /// The reading of the name: kana where given, else the name itself.
    pub fn reading(&self) -> (String, String) {
        let or = |kana: &str, name: &str| if kana.trim().is_empty() { name.to_owned() } else { kana.trim().to_owned() };
        (or(&self.family_kana, &self.family), or(&self.given_kana, &self.given))
    }
}

fn named(text: &str) -> bool {
    let length = text.trim().chars().count();
    (1..=60).contains(&length) && !text.chars().any(char::is_control)
}

fn kana(text: &str) -> bool {
    let folded = journey::identity::fold_kana(text);
    let folded = folded.as_str();
    (1..=60).contains(&folded.chars().count()) && folded.chars().all(|c| matches!(c, 'ァ'..='ヺ' | 'ー'))
}

/// Whether a text can be a mail address: one @, something before it, a dot after it, no spaces.
fn mail(text: &str) -> bool {
    let text = text.trim();
    let parts: Vec<&str> = text.split('@').collect();
    text.len() <= 254
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
        && matches!(parts.as_slice(), [user, host] if !user.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn hanako() -> Details {
        Details {
            family: "山田".into(),
            given: "花子".into(),
            family_kana: "やまだ".into(),
            given_kana: "ハナコ".into(),
            birth_date: Some(date(1990, 4, 1)),
            phone: "090-1234-5678".into(),
            mail: "hanako@example.jp".into(),
        }
    }

    fn fields(details: &Details, urgency: Urgency) -> Vec<&'static str> {
        details.mistakes(Lang::Ja, urgency, date(2026, 11, 22)).into_iter().map(|error| error.field).collect()
    }

    #[test]
    fn a_full_form_has_no_mistakes() {
        assert!(fields(&hanako(), Urgency::Form).is_empty());
    }

    #[test]
    fn an_empty_form_names_every_field() {
        let all = ["family", "phone", "given", "family_kana", "given_kana", "birth_date", "mail"];
        assert_eq!(fields(&Details::default(), Urgency::Form), all);
    }

    #[test]
    fn on_the_telephone_a_name_and_a_number_will_do() {
        let caller = Details { family: "山田".into(), phone: "03-1234-5678".into(), ..Details::default() };
        assert!(fields(&caller, Urgency::Telephone).is_empty());
        assert_eq!(fields(&Details { phone: "123".into(), ..caller }, Urgency::Telephone), ["phone"]);
    }

    #[test]
    fn nobody_is_born_today_or_later() {
        let newborn = Details { birth_date: Some(date(2026, 11, 22)), ..hanako() };
        assert_eq!(fields(&newborn, Urgency::Form), ["birth_date"]);
        let yesterday = Details { birth_date: Some(date(2026, 11, 21)), ..hanako() };
        assert!(fields(&yesterday, Urgency::Form).is_empty());
    }
}
