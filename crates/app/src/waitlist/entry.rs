use crate::error::{AppError, Refusal};
use crate::ids::Token;
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Weekday;
use journey::id::{ContactId, OfferId, PatientId, VisitId, WaitlistId};
use journey::roster::hours::MinuteOfDay;
use journey::text::Lang;
use journey::waitlist::{OfferState, Wish};
use serde::Serialize;
use store::{Row, StoreError, args};

/// Where somebody on the waitlist stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryState {
    /// Waits for a time.
    Waiting,
    /// Has been offered one and has not answered.
    Offered,
    /// Has taken one.
    Done,
    /// Does not want to wait any longer.
    Withdrawn,
    /// The days that were asked for are over.
    Ended,
}

impl EntryState {
    const ALL: [Self; 5] = [Self::Waiting, Self::Offered, Self::Done, Self::Withdrawn, Self::Ended];

    /// The stable word; it is what the database stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Done => "done",
            Self::Withdrawn => "withdrawn",
            Self::Ended => "ended",
        }
    }
}

/// Somebody on the waitlist.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// The key.
    pub id: WaitlistId,
    /// Who.
    pub patient: PatientId,
    /// Who is reached.
    pub contact: Option<ContactId>,
    /// For which service, by its name in addresses.
    pub service: String,
    /// When, and with whom.
    pub wish: Wish,
    /// The visit that an earlier time is wanted for.
    pub visit: Option<VisitId>,
    /// The language to write in.
    pub language: Lang,
    /// Where it stands.
    pub state: EntryState,
    /// Since when.
    pub since: Timestamp,
    /// How many offers were declined.
    pub declined: u16,
    /// How many ran out.
    pub lapsed: u16,
}

/// A freed time that is kept for somebody.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// The key.
    pub id: OfferId,
    /// The held visit that keeps the time.
    pub visit: VisitId,
    /// When it begins.
    pub starts: Timestamp,
    /// Where the offer stands.
    pub state: OfferState,
}

/// Somebody on the waitlist with the last offer they got.
#[derive(Clone, PartialEq, Debug)]
pub struct Waiting {
    /// Who waits for what.
    pub entry: Entry,
    /// The last offer.
    pub offer: Option<Offer>,
}

const COLUMNS: &str = "id, patient_id, contact_id, service, practitioner_id, from_day, until_day, hours, visit_id, \
                       language, state, since, declined, lapsed";

/// Everybody who waits or has an offer, longest first.
pub fn all(work: &mut Work<'_, '_>) -> Result<Vec<Waiting>, AppError> {
    let entries = open(work)?;
    entries.into_iter().map(|entry| with_offer(work, entry)).collect()
}

pub(super) fn open(work: &mut Work<'_, '_>) -> Result<Vec<Entry>, AppError> {
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {COLUMNS} FROM waitlist_entry WHERE clinic_id = $1 AND state IN ('waiting', 'offered') ORDER BY since, id"
    );
    work.tx.query(&sql, args![clinic])?.iter().map(entry).collect()
}

/// What a person waits for.
pub fn of_patient(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<Entry>, AppError> {
    let people = crate::identity::person_ids(work, patient)?;
    Ok(open(work)?.into_iter().filter(|entry| people.contains(&entry.patient)).collect())
}

/// The entry and its last offer behind a secret link: that of the entry, or that of any of its offers.
pub fn by_link(work: &mut Work<'_, '_>, link: &Token) -> Result<Waiting, AppError> {
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {COLUMNS} FROM waitlist_entry WHERE clinic_id = $1 AND (link_hash = $2 OR id IN
         (SELECT entry_id FROM waitlist_offer WHERE clinic_id = $1 AND link_hash = $2))"
    );
    let row = work.tx.first(&sql, args![clinic, link.hash()])?.ok_or(Refusal::NotFound)?;
    let entry = entry(&row)?;
    with_offer(work, entry)
}

pub(super) fn by_id(work: &mut Work<'_, '_>, id: WaitlistId) -> Result<Waiting, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM waitlist_entry WHERE clinic_id = $1 AND id = $2");
    let row = work.tx.first(&sql, args![clinic, id])?.ok_or(Refusal::NotFound)?;
    let entry = entry(&row)?;
    with_offer(work, entry)
}

fn with_offer(work: &mut Work<'_, '_>, entry: Entry) -> Result<Waiting, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT id, visit_id, starts_at, state, state_at, until_at FROM waitlist_offer
         WHERE clinic_id = $1 AND entry_id = $2 ORDER BY id DESC LIMIT 1",
        args![clinic, entry.id],
    )?;
    let offer = row.as_ref().map(offer).transpose()?;
    Ok(Waiting { entry, offer })
}

fn entry(row: &Row) -> Result<Entry, AppError> {
    let code: String = row.get(10)?;
    let state = EntryState::ALL.into_iter().find(|state| state.code() == code);
    let count = |place| -> Result<u16, StoreError> { Ok(u16::try_from(row.get::<i64>(place)?).unwrap_or(u16::MAX)) };
    Ok(Entry {
        id: row.get(0)?,
        patient: row.get(1)?,
        contact: row.get(2)?,
        service: row.get(3)?,
        wish: Wish { practitioner: row.get(4)?, from: row.get(5)?, until: row.get(6)?, days: hours(row)? },
        visit: row.get(8)?,
        language: Lang::parse(&row.get::<String>(9)?).unwrap_or(Lang::Ja),
        state: state.ok_or_else(|| StoreError::Fault(format!("{code} is not a state of the waitlist")))?,
        since: row.get(11)?,
        declined: count(12)?,
        lapsed: count(13)?,
    })
}

/// Hours as they are kept: day of the week (1 is Monday), from minute, to minute.
fn hours(row: &Row) -> Result<Vec<(Weekday, MinuteOfDay, MinuteOfDay)>, AppError> {
    let kept: Vec<(i8, u16, u16)> = serde_json::from_value(row.get(7)?)?;
    let read = |(day, from, to): &(i8, u16, u16)| {
        let day = Weekday::from_monday_one_offset(*day).ok()?;
        Some((day, MinuteOfDay::new(*from).ok()?, MinuteOfDay::new(*to).ok()?))
    };
    Ok(kept.iter().filter_map(read).collect())
}

fn offer(row: &Row) -> Result<Offer, AppError> {
    let (code, at): (String, Timestamp) = (row.get(3)?, row.get(4)?);
    let state = match code.as_str() {
        "open" => OfferState::Open { until: row.get(5)? },
        "taken" => OfferState::Taken { at },
        "declined" => OfferState::Declined { at },
        "lapsed" => OfferState::Lapsed { at },
        "withdrawn" => OfferState::Withdrawn { at },
        other => return Err(StoreError::Fault(format!("{other} is not a state of an offer")).into()),
    };
    Ok(Offer { id: row.get(0)?, visit: row.get(1)?, starts: row.get(2)?, state })
}

/// Writes where an entry stands, with how often it was offered something in vain.
pub(super) fn save(work: &mut Work<'_, '_>, entry: &Entry) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE waitlist_entry SET state = $1, declined = $2, lapsed = $3, version = version + 1
         WHERE clinic_id = $4 AND id = $5",
        args![entry.state.code(), i64::from(entry.declined), i64::from(entry.lapsed), clinic, entry.id],
    )?;
    let object = crate::audit::Object { entity: "waitlist_entry", id: entry.id.uuid(), patient: Some(entry.patient) };
    let told = format!("{} {} {} {now}", entry.state.code(), entry.declined, entry.lapsed);
    crate::audit::note_with(work, "waitlist.change", object, &told)
}

/// Writes where an offer stands.
pub(super) fn save_offer(work: &mut Work<'_, '_>, id: OfferId, state: OfferState) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE waitlist_offer SET state = $1, state_at = $2, version = version + 1 WHERE clinic_id = $3 AND id = $4",
        args![state.code(), now, clinic, id],
    )?;
    Ok(())
}
