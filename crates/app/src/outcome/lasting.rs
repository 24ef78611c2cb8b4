use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::identity;
use crate::screening::past_sessions;
use crate::work::Work;
use jiff::civil::Date;
use journey::course::Treated;
use journey::id::PatientId;
use journey::recall::{Lasting, Observed};
use journey::slug::{IndicationId, ProtocolId};
use std::collections::BTreeMap;
use store::args;

/// What a patient tells about how long the effect of their last session lasted.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// The patient.
    pub patient: PatientId,
    /// The protocol.
    pub protocol: ProtocolId,
    /// What the treatment is for.
    pub indication: IndicationId,
    /// The session and the day, and whether it had faded.
    pub observed: Observed,
}

/// Notes what a patient tells. Refused for a day before the session or one that has not come yet.
pub fn note_lasting(work: &mut Work<'_, '_>, told: &Told) -> Result<(), AppError> {
    let by = work.actor.front_desk()?.id();
    if told.observed.on < told.observed.treated || work.today() < told.observed.on {
        return Err(field("seen", "field-date"));
    }
    let person = identity::by_id(work, told.patient)?.id;
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    work.tx.execute(
        "INSERT INTO outcome_lasting (clinic_id, id, patient_id, protocol_id, indication, treated_on, seen_on, lasting,
         noted_by, noted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            clinic,
            id,
            person,
            told.protocol.as_str(),
            told.indication.as_str(),
            told.observed.treated,
            told.observed.on,
            code(told.observed.lasting),
            by,
            now
        ],
    )?;
    audit::note(work, "outcome.note-lasting", Object { entity: "outcome_lasting", id, patient: Some(person) })
}

/// The day of a person's last session of a treatment. Refused where there was none.
pub fn last_session(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    indication: &IndicationId,
) -> Result<Date, AppError> {
    let treated = Treated::Protocol(protocol.clone());
    let sessions = past_sessions(work, patient)?;
    let mine = sessions.into_iter().filter(|one| one.treated == treated && one.indication.as_ref() == Some(indication));
    mine.map(|one| one.on).max().ok_or_else(|| Refusal::NotFound.into())
}

/// Whose observations they are: a person, a treatment and what it was for.
pub type Whose = (PatientId, ProtocolId, IndicationId);

/// What everybody told, of each session the last word only.
pub fn observations(work: &mut Work<'_, '_>) -> Result<BTreeMap<Whose, Vec<Observed>>, AppError> {
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT COALESCE(p.merged_into, p.id), l.protocol_id, l.indication, l.treated_on, l.seen_on, l.lasting
         FROM outcome_lasting l JOIN identity_patient p ON p.clinic_id = l.clinic_id AND p.id = l.patient_id
         WHERE l.clinic_id = $1 ORDER BY l.noted_at, l.id",
        args![clinic],
    )?;
    let mut all: BTreeMap<Whose, Vec<Observed>> = BTreeMap::new();
    for row in &rows {
        let (protocol, indication): (String, String) = (row.get(1)?, row.get(2)?);
        let parsed = (ProtocolId::parse(&protocol), IndicationId::parse(&indication));
        let (Ok(protocol), Ok(indication)) = parsed else { continue };
        let treated: Date = row.get(3)?;
        let Some(lasting) = parse(&row.get::<String>(5)?) else { continue };
        let own = all.entry((row.get(0)?, protocol, indication)).or_default();
        own.retain(|earlier| earlier.treated != treated);
        own.push(Observed { treated, on: row.get(4)?, lasting });
    }
    Ok(all)
}

const fn code(lasting: Lasting) -> &'static str {
    match lasting {
        Lasting::Faded => "faded",
        Lasting::StillThere => "still-there",
    }
}

/// What a stored or posted word says.
pub fn parse(text: &str) -> Option<Lasting> {
    [Lasting::Faded, Lasting::StillThere].into_iter().find(|lasting| code(*lasting) == text)
}
