use app::booking::Visit;
use app::course::{self, Course, CourseSession, CourseState};
use app::offering::{Service, all_services};
use app::recovery::{self, CheckIn};
use app::screening;
use app::session::{self, Record};
use app::{AppError, Work};
use journey::facts::Facts;
use journey::id::{CheckInId, PatientId, RecordId, VisitId};
use journey::protocol::{Library, Protocol};
use journey::slug::ProtocolId;
use journey::text::Lang;

/// What belongs to the person behind a private page, as far as its pages show it.
#[derive(Clone, Debug)]
pub(super) struct Own {
    /// The visit that the link was made for.
    pub visit: Visit,
    /// Every check-in, in the order in which they are due.
    pub check_ins: Vec<CheckIn>,
    /// The sessions that have ended, the newest first.
    pub sessions: Vec<Record>,
    /// The courses that were accepted, the newest first.
    pub courses: Vec<Course>,
    /// Whether sessions of a proposed or accepted course are open.
    pub has_plan: bool,
    /// What the clinic offers, for names and prices.
    pub services: Vec<Service>,
    /// What is known of the person.
    pub facts: Facts,
}

impl Own {
    /// Loads it all, over every record of the person.
    pub fn load(work: &mut Work<'_, '_>, visit: Visit, patient: PatientId) -> Result<Self, AppError> {
        let mut sessions = session::of_patient(work, patient)?;
        sessions.retain(|record| record.ended_at.is_some());
        let mut courses = course::of_patient(work, patient)?;
        let has_plan = courses.iter().any(is_open);
        courses.retain(|course| course.state == CourseState::Accepted);
        Ok(Self {
            visit,
            check_ins: recovery::of_patient(work, patient)?,
            sessions,
            courses,
            has_plan,
            services: all_services(work)?,
            facts: screening::facts_of(work, patient)?,
        })
    }

    /// Whether there is a check-in, answered or not.
    pub fn heals(&self) -> bool {
        !self.check_ins.is_empty()
    }

    /// Whether a session has ended.
    pub fn treated(&self) -> bool {
        !self.sessions.is_empty()
    }

    /// Whether a course was accepted.
    pub fn in_course(&self) -> bool {
        !self.courses.is_empty()
    }

    /// Whether a session of a visit has ended.
    pub fn ended(&self, visit: VisitId) -> bool {
        self.sessions.iter().any(|record| record.visit == visit)
    }

    /// One of the person's own check-ins.
    pub fn check_in(&self, id: &str) -> Option<&CheckIn> {
        let id: CheckInId = id.parse().ok()?;
        self.check_ins.iter().find(|check_in| check_in.id == id)
    }

    /// The session that a check-in follows.
    pub fn session(&self, id: RecordId) -> Option<&Record> {
        self.sessions.iter().find(|record| record.id == id)
    }

    /// The check-ins that follow a session, in the order in which they are due.
    pub fn check_ins_after(&self, id: RecordId) -> impl DoubleEndedIterator<Item = &CheckIn> {
        self.check_ins.iter().filter(move |check_in| check_in.record == id)
    }
}

/// Whether a course waits for an answer, or for sessions.
fn is_open(course: &Course) -> bool {
    let open = |session: &CourseSession| matches!(session.state.as_str(), "planned" | "booked");
    matches!(course.state, CourseState::Proposed | CourseState::Accepted) && course.sessions.iter().any(open)
}

/// The protocol of that name.
pub(super) fn protocol_of<'a>(library: &'a Library, name: &str) -> Option<&'a Protocol> {
    library.get(&ProtocolId::parse(name).ok()?)
}

/// The name of a treatment; its bare id where the protocol is gone.
pub(super) fn treatment_name<'a>(library: &'a Library, name: &'a str, lang: Lang) -> &'a str {
    protocol_of(library, name).map_or(name, |protocol| protocol.name.get(lang))
}
