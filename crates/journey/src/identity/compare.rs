use super::fold::{PhoneKey, SearchKey};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is compared of a patient. Anything may be unknown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Particulars {
    /// Family and given name in kana, folded.
    pub kana: Option<SearchKey>,
    /// Date of birth.
    pub birth_date: Option<Date>,
    /// Telephone, folded.
    pub phone: Option<PhoneKey>,
    /// Mail address in lower case.
    pub mail: Option<String>,
}

/// One thing that two records share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Likeness {
    /// The name in kana.
    Kana,
    /// The date of birth.
    BirthDate,
    /// The telephone number.
    Phone,
    /// The mail address.
    Mail,
}

impl Likeness {
    /// The stable word for this likeness.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kana => "likeness-kana",
            Self::BirthDate => "likeness-birth-date",
            Self::Phone => "likeness-phone",
            Self::Mail => "likeness-mail",
        }
    }
}

/// Why two records may be one person; for a human to decide.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Resemblance(pub Vec<Likeness>);

/// Compares two records. They resemble each other when at least two particulars agree and at least one of these
/// belongs to the person (name or birth date) rather than to the household (telephone, mail). Two different
/// birth dates speak against it, whatever else agrees: twins and parents share the rest.
pub fn compare(a: &Particulars, b: &Particulars) -> Option<Resemblance> {
    if both_known_and_differ(a.birth_date, b.birth_date) {
        return None;
    }
    let shared: Vec<Likeness> = [
        (Likeness::Kana, agree(a.kana.as_ref(), b.kana.as_ref())),
        (Likeness::BirthDate, agree(a.birth_date.as_ref(), b.birth_date.as_ref())),
        (Likeness::Phone, agree(a.phone.as_ref(), b.phone.as_ref())),
        (Likeness::Mail, agree(a.mail.as_ref(), b.mail.as_ref())),
    ]
    .into_iter()
    .filter_map(|(likeness, same)| same.then_some(likeness))
    .collect();
    let personal = shared.iter().any(|l| matches!(l, Likeness::Kana | Likeness::BirthDate));
    (shared.len() >= 2 && personal).then_some(Resemblance(shared))
}

fn agree<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a == b)
}

fn both_known_and_differ(a: Option<Date>, b: Option<Date>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

#[cfg(test)]
mod tests {
    use super::super::fold::{fold_kana, fold_phone};
    use super::*;
    use jiff::civil::date;

    fn hanako() -> Particulars {
        Particulars {
            kana: Some(fold_kana("やまだはなこ")),
            birth_date: Some(date(1990, 4, 1)),
            phone: Some(fold_phone("090-1234-5678")),
            mail: None,
        }
    }

    #[test]
    fn nothing_known_resembles_nobody() {
        assert_eq!(compare(&Particulars::default(), &Particulars::default()), None);
        assert_eq!(compare(&hanako(), &Particulars::default()), None);
    }

    #[test]
    fn one_shared_particular_is_not_enough() {
        let other = Particulars { phone: None, birth_date: None, ..hanako() };
        assert_eq!(compare(&hanako(), &other), None);
    }

    #[test]
    fn the_same_name_and_telephone_resemble_when_a_birth_date_is_missing() {
        let other = Particulars { birth_date: None, ..hanako() };
        assert_eq!(compare(&hanako(), &other), Some(Resemblance(vec![Likeness::Kana, Likeness::Phone])));
    }

    #[test]
    fn a_mother_and_a_daughter_with_one_telephone_are_two_people() {
        let daughter =
            Particulars { kana: Some(fold_kana("ヤマダサクラ")), birth_date: Some(date(2012, 4, 1)), ..hanako() };
        assert_eq!(compare(&hanako(), &daughter), None);
    }

    #[test]
    fn a_household_sharing_telephone_and_mail_is_not_one_person() {
        let one = Particulars { kana: None, birth_date: None, mail: Some("a@example.jp".into()), ..hanako() };
        assert_eq!(compare(&one, &one.clone()), None);
    }
}
