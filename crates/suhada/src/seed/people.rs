use super::chance::Chance;
use super::manner::Manner;
use super::names::{ENGLISH, FAMILIES, GIVEN, MEN};
use super::steps;
use app::identity::Details;
use jiff::civil::{Date, date};
use journey::id::PatientId;
use journey::text::Lang;

/// What is remarkable about somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Story {
    /// Nothing: as most people.
    Usual,
    /// A course from beginning to end, on every agreed day.
    Steady,
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
    /// Comes for a drip before the enzyme was measured.
    NotMeasured,
    /// Comes for the second dispensing, and the pregnancy test is not made.
    NoTest,
    /// Misses two weekly doses before the third dispensing.
    MissedDoses,
    /// Pale spots after the second session.
    PaleSpots,
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
    pub paid: Paid,
    pub id: Option<PatientId>,
    /// When the person first came.
    pub first_visit: Option<Date>,
    pub sessions: u32,
    pub last_session: Option<Date>,
    /// The step of a rising dose that was handed out last.
    pub step: usize,
    /// How often somebody came and was not treated.
    pub turned_away: u32,
}

/// How somebody pays for a course.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Paid {
    /// Each time.
    EachTime,
    /// All at once.
    Ahead,
    /// Each time, the first time at a price of its own.
    FirstApart,
    /// Each time, by the step of the dose.
    ByStep,
}

type Wish = (&'static str, &'static str);

const WISHES: [(u64, Wish); 26] = [
    (20, ("dermapen", "acne-scars")),
    (7, ("dermapen", "pores")),
    (6, ("dermapen", "fine-lines")),
    (2, ("dermapen", "neck-lines")),
    (4, ("micro-botox", "oily-skin")),
    (3, ("micro-botox", "post-acne-redness")),
    (6, ("botox", "glabella-lines")),
    (3, ("botox", "crows-feet-lines")),
    (3, ("botox", "masseter")),
    (6, ("salicylic-peel", "acne")),
    (4, ("prx-t33", "texture")),
    (6, ("ipl", "sun-spots")),
    (3, ("ipl", "post-acne-redness")),
    (5, ("laser-toning", "melasma")),
    (6, ("tranexamic-oral", "melasma")),
    (4, ("isotretinoin", "acne")),
    (4, ("medical-diet", "obesity-disease")),
    (4, ("vitamin-c-iv", "skin-tone")),
    (2, ("glutathione-iv", "skin-tone")),
    (2, ("glutathione-oral", "skin-tone")),
    (4, ("mole-consultation", "")),
    (5, ("hair-removal", "")),
    (3, ("piercing", "")),
    (4, ("pigment-laser-consultation", "")),
    (2, ("infusion-consultation", "")),
    (2, ("examination", "")),
];

/// What one in eight answers otherwise than most.
const QUIRKS: [(u64, (&str, &str)); 11] = [
    (3, ("herpes_history", "yes")),
    (2, ("anticoagulants", "yes")),
    (2, ("mark_in_area", "yes")),
    (1, ("pregnancy", "yes")),
    (1, ("metal_allergy", "yes")),
    (2, ("pigmentation_history", "yes")),
    (1, ("respiratory_disease", "yes")),
    (1, ("eyelid_ptosis", "yes")),
    (1, ("family_thrombosis", "yes")),
    (1, ("mental_health_history", "yes")),
    (1, ("oral_contraceptive", "yes")),
];

impl Person {
    /// Somebody as most are; another one for each number.
    pub fn drawn(number: usize, chance: &mut Chance) -> Self {
        let wish = chance.weighted(&WISHES, WISHES[0].1);
        let english = chance.percent(8);
        let person = Self::wishing(details(number, english, wish.1, chance), Story::Usual, wish);
        Self {
            lang: if english { Lang::En } else { Lang::Ja },
            quirk: chance.percent(12).then(|| chance.weighted(&QUIRKS, QUIRKS[0].1)),
            skin: chance.weighted(&[(2, "ii"), (6, "iii"), (2, "iv")], "iii"),
            score: i32::try_from(chance.between(2, 4)).unwrap_or(3),
            paid: pays(wish.0, chance.percent(45)),
            ..person
        }
    }

    /// Somebody of whom nothing else is known.
    pub fn wishing(details: Details, story: Story, wish: Wish) -> Self {
        Self {
            details,
            lang: Lang::Ja,
            story,
            service: wish.0,
            indication: wish.1,
            quirk: None,
            skin: "iii",
            score: 3,
            paid: pays(wish.0, false),
            id: None,
            first_visit: None,
            sessions: 0,
            last_session: None,
            step: 0,
            turned_away: 0,
        }
    }

    /// How the wished treatment is given.
    pub fn manner(&self) -> Manner {
        Manner::of(self.service)
    }

    /// Whether the fictional name is a man's.
    pub fn is_man(&self) -> bool {
        MEN.contains(&self.details.given.as_str())
    }

    /// How many weekly doses were missed by a day: those of the last four weeks are taken.
    pub fn missed(&self, on: Date) -> i64 {
        self.last_session.map_or(0, |last| steps::missed(last, on))
    }

    /// The step that is handed out on a day.
    pub fn step_on(&self, on: Date) -> usize {
        self.last_session.map_or(0, |last| steps::next(self.step, steps::missed(last, on)))
    }

    /// Notes that a session has taken place.
    pub fn treated(&mut self, on: Date) {
        self.step = self.step_on(on);
        self.sessions += 1;
        self.last_session = Some(on);
    }
}

/// Courses on the skin are paid ahead by some; what is handed out is paid each time.
fn pays(service: &str, ahead: bool) -> Paid {
    match (service, Manner::of(service)) {
        ("medical-diet", _) => Paid::ByStep,
        ("vitamin-c-iv", _) => Paid::FirstApart,
        (_, Manner::Skin | Manner::Toxin) if ahead => Paid::Ahead,
        _ => Paid::EachTime,
    }
}

fn details(number: usize, english: bool, indication: &str, chance: &mut Chance) -> Details {
    // People come with spots at a younger age than with lines.
    let (earliest, days) = if indication == "acne" { (date(1990, 1, 1), 6_500) } else { (date(1964, 1, 1), 15_600) };
    let born = earliest.saturating_add(jiff::Span::new().days(chance.between(0, days)));
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
