//! What people answer, and what the clinic finds, on a day.

use super::people::{Person, Story};
use jiff::ToSpan;
use jiff::civil::Date;
use journey::facts::{Decimal, FactKind, FactValue, Facts};
use journey::protocol::Protocol;
use journey::slug::{ChoiceId, FactId};

/// So long before the first visit the enzyme of a drip was measured.
const MEASURED_DAYS_BEFORE: i64 = 12;

fn choice(id: &str) -> Option<FactValue> {
    ChoiceId::parse(id).ok().map(FactValue::Choice)
}

fn number(written: &str) -> Option<FactValue> {
    written.parse().ok().map(FactValue::Number)
}

fn whole(number: i32) -> Option<FactValue> {
    Some(FactValue::Number(Decimal::whole(number)))
}

fn day(day: Option<Date>) -> Option<FactValue> {
    Some(day.map_or(FactValue::Never, FactValue::Date))
}

const fn yes_if(holds: bool) -> FactValue {
    if holds { FactValue::Yes } else { FactValue::No }
}

impl Person {
    /// What the person answers to some questions on a day.
    pub fn answers<'f>(&self, protocol: &Protocol, asked: impl Iterator<Item = &'f FactId>, on: Date) -> Facts {
        let mut facts = Facts::new();
        for id in asked {
            let kind = protocol.facts.iter().find(|fact| &fact.id == id).map(|fact| &fact.kind);
            if let Some(value) = kind.and_then(|kind| self.answer(id.as_str(), kind, on)) {
                facts.set(id.clone(), value, on);
            }
        }
        facts
    }

    fn answer(&self, id: &str, kind: &FactKind, on: Date) -> Option<FactValue> {
        if let Some((_, value)) = self.quirk.filter(|(fact, _)| *fact == id) {
            return FactValue::parse(value).ok();
        }
        if self.is_left_open(id) {
            return None;
        }
        self.own(id, on).or_else(|| self.healthy(kind))
    }

    /// The birth date tells the age; a test that was not made says nothing.
    fn is_left_open(&self, id: &str) -> bool {
        match id {
            "age" => true,
            "g6pd_activity" => self.is_unmeasured(),
            "pregnancy_test" => self.story == Story::NoTest && self.sessions == 1 && self.turned_away == 0,
            _ => false,
        }
    }

    fn is_unmeasured(&self) -> bool {
        self.story == Story::NotMeasured && self.turned_away == 0
    }

    /// What follows from the person's own story, skin and course.
    fn own(&self, id: &str, on: Date) -> Option<FactValue> {
        match id {
            "skin_recovered"
            | "contraception_possible"
            | "pigment_diagnosed"
            | "melasma_base_care"
            | "contraception_isotretinoin"
            | "diet_exercise_tried"
            | "resuscitation_ready" => Some(FactValue::Yes),
            "melasma" => Some(yes_if(self.indication == "melasma")),
            "hypertension" => Some(yes_if(self.service == "medical-diet")),
            "white_spots" => Some(yes_if(self.story == Story::PaleSpots && self.sessions >= 2)),
            "skin_type" => choice(self.skin),
            "last_toxin" => day(self.last_toxin()),
            "last_toxin_product" => choice(if self.last_toxin().is_some() { "botox-vista" } else { "none" }),
            "inflammatory_lesions" if self.indication == "acne" => whole(4 + 3 * self.score),
            "bmi" => whole(30 + self.score),
            "obesity_disorders" => whole(2),
            "missed_weekly_doses" => whole(i32::try_from(self.missed(on)).unwrap_or(i32::MAX)),
            "g6pd_tested" => day(self.measured_on()),
            "g6pd_activity" => number("9.4"),
            "pregnancy_test" => choice(if self.is_man() { "not-needed" } else { "negative" }),
            "isotretinoin_course" => choice(if self.sessions == 0 { "first" } else { "continuing" }),
            "isotretinoin_peak_labs" => choice(if self.sessions < 2 { "not-reached" } else { "in-range" }),
            "last_isotretinoin" if self.service == "isotretinoin" => day(self.last_session.map(|_| on)),
            _ => None,
        }
    }

    /// What somebody in good health answers to a question of a kind.
    fn healthy(&self, kind: &FactKind) -> Option<FactValue> {
        match kind {
            FactKind::YesNo => Some(FactValue::No),
            FactKind::Number { .. } => whole(self.score - 2),
            FactKind::Date { .. } => Some(FactValue::Never),
            FactKind::Zones(_) => None,
            FactKind::Choice(choices) => choices.first().map(|first| FactValue::Choice(first.id.clone())),
        }
    }

    fn last_toxin(&self) -> Option<Date> {
        self.last_session.filter(|_| matches!(self.service, "botox" | "micro-botox"))
    }

    /// Usually some days before the first visit; for whom it was forgotten, at that visit.
    fn measured_on(&self) -> Option<Date> {
        match self.story {
            Story::NotMeasured if self.is_unmeasured() => None,
            Story::NotMeasured => self.first_visit,
            _ => self.first_visit.map(|first| first.saturating_sub(MEASURED_DAYS_BEFORE.days())),
        }
    }
}
