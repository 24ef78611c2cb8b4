use super::chance::Chance;
use super::names::{ENGLISH, FAMILIES, GIVEN};
use app::identity::Details;
use jiff::civil::{Date, date};
use journey::facts::{Decimal, FactKind, FactValue, Facts};
use journey::id::PatientId;
use journey::protocol::Protocol;
use journey::slug::{ChoiceId, FactId};
use journey::text::Lang;

/// What is remarkable about somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Story {
    /// Nothing: as most people.
    Usual,
    /// The scores do not move.
    NonResponder,
    /// An infection on the third day, seen by a physician.
    Infection,
    /// Pigmentation after four weeks.
    Pigmentation,
    /// An infection that nobody has answered for yet.
    OpenEscalation,
    /// Questions stay open on the day.
    Unanswered,
    /// A finding that a physician sets aside in writing.
    SetAside,
    /// A depth beyond the clinic's bound, by a physician in writing.
    BeyondBound,
    /// Does not come.
    NoShow,
    /// Does not want the course.
    RefusesCourse,
    /// Booked under two records.
    Twin,
}

/// Somebody of the story.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub details: Details,
    pub lang: Lang,
    pub story: Story,
    /// The treatment wished for, and what for.
    pub service: &'static str,
    pub indication: &'static str,
    /// The answer in which the person differs from most.
    pub quirk: Option<(&'static str, &'static str)>,
    pub skin: &'static str,
    pub score: i32,
    pub id: Option<PatientId>,
    pub sessions: u32,
    pub last_toxin: Option<Date>,
    /// Whether the whole course was paid at its beginning.
    pub paid_ahead: Paid,
}

/// How somebody pays for a course.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Paid {
    /// Each time.
    EachTime,
    /// All at once.
    Ahead,
}

const WISHES: [(u64, (&str, &str)); 14] = [
    (24, ("dermapen", "acne-scars")),
    (10, ("dermapen", "pores")),
    (8, ("dermapen", "fine-lines")),
    (3, ("dermapen", "neck-lines")),
    (6, ("micro-botox", "oily-skin")),
    (5, ("micro-botox", "post-acne-redness")),
    (8, ("botox", "glabella-lines")),
    (5, ("botox", "crows-feet-lines")),
    (5, ("botox", "masseter")),
    (5, ("mole-consultation", "")),
    (7, ("hair-removal", "")),
    (4, ("piercing", "")),
    (6, ("pigment-laser-consultation", "")),
    (4, ("infusion-consultation", "")),
];

/// What one in eight answers otherwise than most.
const QUIRKS: [(u64, (&str, &str)); 8] = [
    (3, ("herpes_history", "yes")),
    (2, ("anticoagulants", "yes")),
    (2, ("mark_in_area", "yes")),
    (1, ("pregnancy", "yes")),
    (1, ("metal_allergy", "yes")),
    (2, ("pigmentation_history", "yes")),
    (1, ("respiratory_disease", "yes")),
    (1, ("eyelid_ptosis", "yes")),
];

impl Person {
    /// Somebody as most are; another one for each number.
    pub fn drawn(number: usize, chance: &mut Chance) -> Self {
        let (service, indication) = chance.weighted(&WISHES, WISHES[0].1);
        let english = chance.percent(8);
        Self {
            details: details(number, english, chance),
            lang: if english { Lang::En } else { Lang::Ja },
            story: Story::Usual,
            service,
            indication,
            quirk: chance.percent(12).then(|| chance.weighted(&QUIRKS, QUIRKS[0].1)),
            skin: chance.weighted(&[(2, "ii"), (6, "iii"), (2, "iv")], "iii"),
            score: i32::try_from(chance.between(2, 4)).unwrap_or(3),
            id: None,
            sessions: 0,
            last_toxin: None,
            paid_ahead: if chance.percent(45) { Paid::Ahead } else { Paid::EachTime },
        }
    }

    /// What the person answers to some questions on a day.
    pub fn answers<'f>(&self, protocol: &Protocol, asked: impl Iterator<Item = &'f FactId>, on: Date) -> Facts {
        let mut facts = Facts::new();
        for id in asked {
            let kind = protocol.facts.iter().find(|fact| &fact.id == id).map(|fact| &fact.kind);
            if let Some(value) = kind.and_then(|kind| self.answer(id.as_str(), kind)) {
                facts.set(id.clone(), value, on);
            }
        }
        facts
    }

    fn answer(&self, id: &str, kind: &FactKind) -> Option<FactValue> {
        let choice = |id: &str| ChoiceId::parse(id).ok().map(FactValue::Choice);
        if let Some((_, value)) = self.quirk.filter(|(fact, _)| *fact == id) {
            return FactValue::parse(value).ok();
        }
        match (id, kind) {
            ("age", _) | (_, FactKind::Zones(_)) => None,
            ("skin_recovered" | "contraception_possible", _) => Some(FactValue::Yes),
            ("skin_type", _) => choice(self.skin),
            ("last_toxin", _) => Some(self.last_toxin.map_or(FactValue::Never, FactValue::Date)),
            ("last_toxin_product", _) => choice(if self.last_toxin.is_some() { "botox-vista" } else { "none" }),
            (_, FactKind::YesNo) => Some(FactValue::No),
            (_, FactKind::Number { .. }) => Some(FactValue::Number(Decimal::whole(self.score - 2))),
            (_, FactKind::Date { .. }) => Some(FactValue::Never),
            (_, FactKind::Choice(choices)) => choices.first().map(|first| FactValue::Choice(first.id.clone())),
        }
    }
}

fn details(number: usize, english: bool, chance: &mut Chance) -> Details {
    let born = date(1964, 1, 1).saturating_add(jiff::Span::new().days(chance.between(0, 15_600)));
    let phone = format!("090-0000-{:04}", 1000 + number);
    let mail = format!("patient{number:03}@example.jp");
    let mut details = Details { birth_date: Some(born), phone, mail, ..Details::default() };
    if english {
        let (family, given) = (ENGLISH[number % ENGLISH.len()].0, ENGLISH[number / ENGLISH.len() % ENGLISH.len()].1);
        (details.family, details.given) = (family.into(), given.into());
    } else {
        let (family, given) =
            (FAMILIES[number % FAMILIES.len()], GIVEN[(number + number / FAMILIES.len()) % GIVEN.len()]);
        (details.family, details.family_kana) = (family.0.into(), family.1.into());
        (details.given, details.given_kana) = (given.0.into(), given.1.into());
    }
    details
}
