use crate::audit::{self, Object};
use crate::error::AppError;
use crate::identity;
use crate::work::Work;
use journey::course::Wishes;
use journey::id::PatientId;
use journey::text::Lang;
use serde::{Deserialize, Serialize};
use store::args;

/// What becomes of a session that is planned, but that the clinic does not book yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// The clinic books it when its time comes, and writes.
    #[default]
    Book,
    /// The clinic asks when its time comes.
    Ask,
}

impl Turn {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Book => "book",
            Self::Ask => "ask",
        }
    }

    fn parse(code: &str) -> Self {
        if code == Self::Ask.code() { Self::Ask } else { Self::Book }
    }
}

/// What a person wishes for the times of their courses, and how later sessions become visits.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Planning {
    /// The wishes.
    pub wishes: Wishes,
    /// What becomes of later sessions.
    pub turn: Turn,
    /// The language to write in.
    pub language: Lang,
    /// How often it was written; nought before the first time.
    pub version: i64,
}

/// What a person wishes, over all their records; nothing in particular before they said so.
pub fn planning(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Planning, AppError> {
    let (clinic, kept) = (work.clinic(), identity::by_id(work, patient)?.id);
    let row = work.tx.first(
        "SELECT wishes, turn, language, version FROM course_wish WHERE clinic_id = $1 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))
         ORDER BY written_at DESC",
        args![clinic, kept],
    )?;
    let Some(row) = row else {
        let language = identity::contact_of(work, kept)?.map_or(Lang::Ja, |contact| contact.language);
        return Ok(Planning { wishes: Wishes::default(), turn: Turn::Book, language, version: 0 });
    };
    Ok(Planning {
        wishes: serde_json::from_value(row.get(0)?)?,
        turn: Turn::parse(&row.get::<String>(1)?),
        language: Lang::parse(&row.get::<String>(2)?).unwrap_or(Lang::Ja),
        version: row.get(3)?,
    })
}

/// Writes down what a person wishes.
pub fn write_planning(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    wishes: &Wishes,
    turn: Turn,
    language: Lang,
) -> Result<(), AppError> {
    super::demand(work, patient)?;
    let version = planning(work, patient)?.version + 1;
    let (clinic, now, kept) = (work.clinic(), work.now, identity::by_id(work, patient)?.id);
    work.tx.execute(
        "INSERT INTO course_wish (clinic_id, patient_id, wishes, turn, language, written_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (clinic_id, patient_id) DO UPDATE
         SET wishes = $3, turn = $4, language = $5, written_at = $6, version = $7",
        args![clinic, kept, serde_json::to_string(wishes)?, turn.code(), language.code(), now, version],
    )?;
    let planning = Planning { wishes: wishes.clone(), turn, language, version };
    let object = Object { entity: "course_wish", id: kept.uuid(), patient: Some(kept) };
    audit::keep(work, "course.wish", object, version, &planning)
}
