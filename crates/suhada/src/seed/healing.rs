//! The weeks after a session: check-ins, and whoever answers for what was found.

use super::agenda::{Event, Who};
use super::bookings::after;
use super::people::Story;
use super::stage::Stage;
use app::actor::Actor;
use app::recovery::{self, Escalation};
use app::session::Record;
use app::{AppError, identity};
use jiff::Timestamp;
use journey::id::{CheckInId, EscalationId};
use journey::protocol::Protocol;
use journey::quantity::{Amount, HundredthsMm};
use journey::recovery::{Asked, ExpectedDay, Severity, SymptomAnswer, SymptomKind, expected};
use journey::slug::SymptomId;
use std::collections::BTreeMap;

type Answers = BTreeMap<SymptomId, SymptomAnswer>;

impl Stage {
    /// Plans the check-ins that somebody will answer: most of them, a while after they are due.
    pub(super) fn expect_answers(&mut self, who: Who, record: &Record) -> Result<(), AppError> {
        let (patient, id) = (record.patient, record.id);
        let all = self.by("okabe", move |work| recovery::of_patient(work, patient))?;
        for check_in in all.into_iter().filter(|check_in| check_in.record == id) {
            let story = self.people[who].story;
            if story != Story::Usual || self.chance.percent(72) {
                let minutes = self.chance.between(3, 300);
                let at = if story == Story::OpenEscalation {
                    self.soon(check_in.day, record)
                } else {
                    after(check_in.due_at, minutes)
                };
                self.plan(at, Event::Answer { who, check_in: check_in.id, day: check_in.day });
            }
        }
        Ok(())
    }

    /// Whose escalation shall be open today writes shortly before the present instant.
    fn soon(&self, day: i64, record: &Record) -> Timestamp {
        let due = after(record.ended_at.unwrap_or(record.opened_at), day * 24 * 60);
        if day == 3 { after(self.present, -50) } else { due }
    }

    /// Somebody answers a check-in on the private page.
    pub(super) fn answer(&mut self, at: Timestamp, who: Who, id: CheckInId, day: i64) -> Result<(), AppError> {
        let person = self.people[who].clone();
        let (depth, seed) = (self.depth(id)?, self.chance.below(100));
        let (Some(patient), Some(protocol)) = (person.id, self.protocol(person.service)) else { return Ok(()) };
        let mut said = calm(protocol, expected(protocol, depth, u16::try_from(day).unwrap_or(0)).as_ref());
        let words = worsen(&mut said, person.story, day, seed);
        let deed = move |work: &mut app::Work<'_, '_>| recovery::answer(work, id, said.clone(), words, Asked::Once);
        self.app.write(Actor::Patient(patient), deed).wait()?;
        self.follow_up(at, who, id)
    }

    fn depth(&self, id: CheckInId) -> Result<Option<HundredthsMm>, AppError> {
        let settings = self.by("okabe", move |work| {
            let record = recovery::check_in(work, id)?.record;
            Ok(app::session::record(work, record)?.settings)
        })?;
        let depth = |amount| if let Amount::Depth(depth) = amount { Some(depth) } else { None };
        Ok(settings.into_iter().filter_map(|row| depth(row.setting.quantity)).max())
    }

    /// What was found is answered for on the same or the next open day, but for one that waits today.
    fn follow_up(&mut self, at: Timestamp, who: Who, check_in: CheckInId) -> Result<(), AppError> {
        let Some(patient) = self.people[who].id else { return Ok(()) };
        if self.by("okabe", move |work| recovery::open_for(work, patient))? == 0 {
            return Ok(());
        }
        let inbox = self.by("okabe", recovery::inbox)?;
        let mine = inbox.into_iter().find(|escalation| escalation.check_in.id == check_in);
        let Some(Escalation { id, role, .. }) = mine.filter(|_| self.people[who].story != Story::OpenEscalation) else {
            return Ok(());
        };
        let day = self.app.world().date_of(at);
        let morning = self.wall(self.open_from(day), 10, 20);
        let done = if at < morning { morning } else { after(at, 35) };
        let login = if role == "physician" { "sakamoto" } else { "okabe" };
        self.plan(done, Event::Close { id, login });
        Ok(())
    }

    /// Somebody answers for an escalation and writes down what was done.
    pub(super) fn close(&self, id: EscalationId, login: &str) -> Result<(), AppError> {
        let outcome = match login {
            "sakamoto" => "電話のうえ来院いただき診察。外用薬を処方し、3日後に再診とした。",
            _ => "お電話で確認。強くなる様子はなく、保湿と遮光をご案内した。",
        };
        self.by(login, move |work| recovery::close(work, id, outcome))
    }

    /// Reception sees that two records are one person.
    pub(super) fn merge(&self, who: Who) -> Result<(), AppError> {
        let reading = self.people[who].details.family.clone();
        self.by("ueno", move |work| {
            let pair = identity::pairs(work)?.into_iter().find(|pair| pair.older.family == reading);
            pair.map_or(Ok(()), |pair| identity::merge(work, pair.id).map(drop))
        })
    }
}

/// What is usual on that day, and nothing else.
fn calm(protocol: &Protocol, usual: Option<&ExpectedDay>) -> Answers {
    let signs = usual.map_or(&[][..], |day| day.signs.as_slice());
    let mut said = Answers::new();
    for symptom in &protocol.recovery.symptoms {
        let sign = signs.iter().find(|sign| sign.symptom == symptom.id);
        said.insert(
            symptom.id.clone(),
            match symptom.kind {
                SymptomKind::Severity => SymptomAnswer::Severity(sign.map_or(Severity::None, |sign| sign.usual)),
                SymptomKind::YesNo => SymptomAnswer::No,
            },
        );
    }
    said
}

/// What a story, or one in twenty, has besides; and what is written in free words.
fn worsen(said: &mut Answers, story: Story, day: i64, seed: u64) -> &'static str {
    let mut has = |symptom: &str, answer| {
        if let Ok(id) = SymptomId::parse(symptom)
            && said.contains_key(&id)
        {
            said.insert(id, answer);
        }
    };
    match (story, day) {
        (Story::Infection | Story::OpenEscalation, 3) => {
            has("pus-or-crust", SymptomAnswer::Yes);
            has("pain", SymptomAnswer::Severity(Severity::Moderate));
            "左の頬に黄色いかさぶたができました。"
        }
        (Story::Pigmentation, 28) => {
            has("brown-patch", SymptomAnswer::Yes);
            "頬にうっすら茶色い部分があります。"
        }
        (_, 3 | 7) if seed < 6 => {
            has("spots", SymptomAnswer::Severity(Severity::Mild));
            ""
        }
        (_, 3) if seed < 10 => {
            has("swelling", SymptomAnswer::Severity(Severity::Severe));
            has("headache", SymptomAnswer::Severity(Severity::Moderate));
            ""
        }
        (_, 7) if seed < 9 => {
            has("fever", SymptomAnswer::Yes);
            "昨日から微熱があります。"
        }
        _ => "",
    }
}
