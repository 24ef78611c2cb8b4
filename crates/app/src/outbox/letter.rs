use jiff::Zoned;
use journey::text::Lang;

/// What a message is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occasion {
    /// A visit was booked.
    Booked,
    /// A visit was moved.
    Moved,
    /// A visit stays when it is, with somebody else.
    OtherPerson,
    /// A visit was called off.
    Cancelled,
    /// Aftercare begins: the private page shows what is normal and what to do.
    Aftercare,
    /// A time was freed and is kept for a while.
    Offered,
    /// A session of a plan wants a time that only the patient can choose.
    Choose,
}

impl Occasion {
    /// The stable word for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Moved => "moved",
            Self::OtherPerson => "other-person",
            Self::Cancelled => "cancelled",
            Self::Aftercare => "aftercare",
            Self::Offered => "offered",
            Self::Choose => "choose",
        }
    }
}

/// What a message about a visit may say. It names no treatment: it may be read over a shoulder.
#[derive(Clone, PartialEq, Debug)]
pub struct VisitLetter {
    /// The language to write in.
    pub lang: Lang,
    /// What it is about.
    pub occasion: Occasion,
    /// When the visit begins, in the clinic's zone.
    pub starts: Zoned,
    /// Until when an offered time is kept.
    pub until: Option<Zoned>,
    /// The clinic's name.
    pub clinic: String,
    /// The number to call.
    pub phone: String,
    /// The address of the private page.
    pub link: Option<String>,
}

/// What a message about a whole plan may say. It names no treatment either.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanLetter {
    /// The language to write in.
    pub lang: Lang,
    /// The visits that are booked, in the clinic's zone.
    pub booked: Vec<Zoned>,
    /// Those that are planned and booked later.
    pub later: Vec<Zoned>,
    /// The clinic's name.
    pub clinic: String,
    /// The number to call.
    pub phone: String,
    /// The address of the private page, where the plan made a new one.
    pub link: Option<String>,
}

/// A message in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// The subject line.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// Puts messages into words. The interface does, for it has the wording of both languages.
pub trait Letters: Send + Sync {
    /// A message about a visit.
    fn visit(&self, about: &VisitLetter) -> Letter;

    /// A message about a whole plan.
    fn plan(&self, about: &PlanLetter) -> Letter;
}
