use crate::error::AppError;
use crate::identity;
use crate::work::Work;
use jiff::civil::Date;
use journey::facts::{Decimal, FactValue, Facts};
use journey::id::PatientId;
use journey::slug::FactId;
use store::args;

/// Everything a person has answered, over all their records, with their age as of today.
pub fn facts_of(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Facts, AppError> {
    let person = identity::by_id(work, patient)?;
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT fact, value, answered_on FROM screening_answer WHERE clinic_id = $1 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))
         ORDER BY answered_at, id",
        args![clinic, person.id],
    )?;
    let mut facts = Facts::new();
    for row in &rows {
        let answered_on: Date = row.get(2)?;
        if let Ok(fact) = FactId::parse(&row.get::<String>(0)?) {
            facts.set(fact, serde_json::from_value(row.get(1)?)?, answered_on);
        }
    }
    add_age(work, &mut facts, person.birth_date);
    Ok(facts)
}

/// Adds what a birth date says, where the vocabulary asks for it.
pub(crate) fn add_age(work: &Work<'_, '_>, facts: &mut Facts, born: Option<Date>) {
    let today = work.today();
    let (Some(born), Ok(age)) = (born, FactId::parse("age")) else { return };
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    let years = today.year() - born.year() - i16::from(!had_birthday);
    if work.world.library.facts().get(&age).is_some() {
        facts.set(age, FactValue::Number(Decimal::whole(i32::from(years))), today);
    }
}
