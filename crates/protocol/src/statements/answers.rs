//! What is asked.

use super::Teller;
use super::aspect::Field;
use super::course::zones;
use super::meaning::Meaning;
use super::part::Part;
use super::statement::{Statement, same};
use super::tokens::Told;
use journey::facts::{AskedOf, Fact, FactKind, Validity};
use journey::text::Bilingual;
use journey::words::{Words, in_both};

/// Every fact that the protocol's rules speak of.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    teller.protocol.facts.iter().map(|fact| one(teller, fact)).collect()
}

fn one(teller: &Teller<'_>, fact: &Fact) -> Statement {
    let Fact { id, kind, ask, short, valid_for, asked, checklist } = fact;
    let asked = match asked {
        AskedOf::Patient => Bilingual::new("患者さん", "the patient"),
        AskedOf::Clinic => Bilingual::new("院内のスタッフ", "staff only"),
    };
    let told = Statement::new(Part::Fact, id, short.clone()).wording(Field::Ask, ask).wording(Field::Name, short);
    answered(teller, told, kind)
        .with_any(Field::ValidFor, Some(valid(*valid_for)))
        .plain(Field::AskedOf, asked)
        .plain_any(Field::Checklist, checklist.as_ref().map(same))
}

fn answered(teller: &Teller<'_>, told: Statement, kind: &FactKind) -> Statement {
    match kind {
        FactKind::YesNo => told.plain(Field::Answer, Bilingual::new("はい・いいえ", "yes or no")),
        FactKind::Choice(choices) => {
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            let labels = in_both(|lang| Words::plain(lang).list(choices.iter().map(|choice| choice.label.get(lang))));
            told.same(Field::Answer, ids.join(", ")).wording(Field::Choices, &labels)
        }
        FactKind::Number { unit, min, max } => {
            let range = Bilingual::new(format!("{min}〜{max}の数"), format!("a number from {min} to {max}"));
            told.plain(Field::Answer, range).plain_any(Field::UnitSystem, unit.clone())
        }
        FactKind::Date { never } => {
            told.plain(Field::Answer, Bilingual::new("日付", "a date")).wording_any(Field::Never, never.as_ref())
        }
        FactKind::Zones(known) => told
            .plain(Field::Answer, Bilingual::new("部位の一覧", "a list of zones"))
            .plain(Field::Zones, zones(teller, known, ("なし", "none"))),
    }
}

/// An answer that is believed for a shorter time is asked again sooner.
fn valid(validity: Validity) -> Told {
    let (text, days) = match validity {
        Validity::SameDay => (Bilingual::new("当日のみ", "on the day only"), 0),
        Validity::For(period) => (in_both(|lang| Words::plain(lang).period(period)), i64::from(period.rough_days())),
        Validity::Always => (Bilingual::new("期限なし", "for good"), i64::from(u32::MAX)),
    };
    (text, Meaning::Rank("valid-days", -days))
}
