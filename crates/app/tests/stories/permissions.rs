//! Who may do what, use case by use case: everybody who is not named is told *forbidden*.

use app::actor::Actor;
use app::booking::{self, By};
use app::calendar_feed::{self, Detail, Subject};
use app::catalogue::Ruling;
use app::course::CourseState;
use app::outcome::Told;
use app::{AppError, Work, catalogue, content, course, identity, money, outbox, recall, recovery, screening, session};
use jiff::civil::date;
use journey::id::{
    CheckInId, CourseId, CourseSessionId, ItemId, LotId, MatchId, MergeId, PatientId, RecordId, StaffId, VisitId,
};
use journey::money::{Entry, Means, Yen};
use journey::recall::{Lasting, Observed};
use journey::slug::{IndicationId, ProtocolId, RuleId};
use journey::text::Lang;
use testkit::TestClinic;
use uuid::Uuid;

type Deed = fn(&mut Work<'_, '_>) -> Result<(), AppError>;

const EVERYBODY: [&str; 6] = ["ueno", "morita", "nishida", "sakamoto", "aoki", "ishii"];
const FRONT: &[&str] = &["ueno", "morita", "nishida", "sakamoto"];
const CLINICIANS: &[&str] = &["nishida", "sakamoto"];
const PHYSICIANS: &[&str] = &["sakamoto"];
const CASHIERS: &[&str] = &["ueno", "morita", "sakamoto"];
const EDITORS: &[&str] = &["aoki", "sakamoto"];
const DISPATCHERS: &[&str] = &["ueno", "sakamoto", "ishii"];

const MANAGERS: &[&str] = &["sakamoto"];

const NIL: Uuid = Uuid::nil();

fn needling() -> ProtocolId {
    ProtocolId::parse("dermapen").unwrap()
}

fn scars() -> IndicationId {
    IndicationId::parse("acne-scars").unwrap()
}

const MATRIX: &[(&str, &[&str], Deed)] = &[
    ("see the day", FRONT, |work| booking::day_sheet(work, date(2026, 11, 27)).map(drop)),
    ("note an arrival", FRONT, |work| booking::arrive(work, VisitId::new(NIL)).map(drop)),
    ("end a visit", FRONT, |work| booking::fulfil(work, VisitId::new(NIL)).map(drop)),
    ("note a no-show", FRONT, |work| booking::no_show(work, VisitId::new(NIL)).map(drop)),
    ("note lateness", FRONT, |work| booking::note_lateness(work, VisitId::new(NIL), 10).map(drop)),
    ("reissue a link", FRONT, |work| booking::reissue(work, VisitId::new(NIL)).map(drop)),
    ("see whose calendar can be followed", FRONT, |work| calendar_feed::practitioners(work).map(drop)),
    ("make somebody's calendar", MANAGERS, |work| {
        calendar_feed::make(work, Subject::Practitioner(StaffId::new(NIL)), Detail::Busy, Lang::Ja).map(drop)
    }),
    ("see somebody's calendars", MANAGERS, |work| {
        calendar_feed::of_subject(work, Subject::Practitioner(StaffId::new(NIL))).map(drop)
    }),
    ("find patients", FRONT, |work| identity::find(work, "").map(drop)),
    ("see pairs", FRONT, |work| identity::pairs(work).map(drop)),
    ("merge", FRONT, |work| identity::merge(work, MatchId::new(NIL)).map(drop)),
    ("unmerge", FRONT, |work| identity::unmerge(work, MergeId::new(NIL))),
    ("dismiss a pair", FRONT, |work| identity::dismiss(work, MatchId::new(NIL))),
    ("mend a birth date", FRONT, |work| identity::set_birth_date(work, PatientId::new(NIL), date(1990, 1, 1))),
    ("see a course", FRONT, |work| course::course(work, CourseId::new(NIL)).map(drop)),
    ("decide a course", FRONT, |work| course::decide(work, CourseId::new(NIL), CourseState::Accepted, "").map(drop)),
    ("move a session", FRONT, |work| {
        course::move_session(work, CourseId::new(NIL), CourseSessionId::new(NIL), date(2026, 12, 1)).map(drop)
    }),
    ("forecast", FRONT, |work| course::forecast_for(work, PatientId::new(NIL), &needling(), &scars()).map(drop)),
    ("see the reasons of a verdict", FRONT, |work| {
        screening::reasons(work, VisitId::new(NIL), ItemId::new(NIL)).map(drop)
    }),
    ("see who is due", FRONT, |work| recall::due(work).map(drop)),
    ("note how long an effect lasted", FRONT, |work| {
        let (treated, on) = (date(2026, 11, 1), date(2026, 11, 2));
        let observed = Observed { treated, on, lasting: Lasting::Faded };
        let told = Told { patient: PatientId::new(NIL), protocol: needling(), indication: scars(), observed };
        app::outcome::note_lasting(work, &told)
    }),
    ("see why a check-in is urgent", CLINICIANS, |work| recovery::reasons(work, CheckInId::new(NIL)).map(drop)),
    ("leave alone", FRONT, |work| recall::snooze(work, PatientId::new(NIL), &needling(), date(2027, 1, 1), "asked")),
    ("see an account", FRONT, |work| money::account(work, VisitId::new(NIL)).map(drop)),
    ("take money", CASHIERS, |work| {
        money::note(work, VisitId::new(NIL), Entry::Paid(Means::Cash), Yen(1), "").map(drop)
    }),
    ("see messages", DISPATCHERS, |work| outbox::waiting(work).map(drop)),
    ("import articles", EDITORS, |work| content::import(work, &[])),
    ("open a session", CLINICIANS, |work| session::open(work, VisitId::new(NIL), ItemId::new(NIL)).map(drop)),
    ("amend a record", CLINICIANS, |work| session::amend(work, RecordId::new(NIL), "reason", "text").map(drop)),
    ("take back a setting", CLINICIANS, |work| session::take_back(work, RecordId::new(NIL), NIL).map(drop)),
    ("see the inbox", CLINICIANS, |work| recovery::inbox(work).map(drop)),
    ("trace a lot", CLINICIANS, |work| app::stock::patients_of_lot(work, LotId::new(NIL)).map(drop)),
    ("release", PHYSICIANS, |work| {
        booking::release(work, VisitId::new(NIL), ItemId::new(NIL), Some(scars())).map(drop)
    }),
    ("set a finding aside", PHYSICIANS, |work| {
        let rule = RuleId::parse("keloid-tendency").unwrap();
        screening::set_aside(work, VisitId::new(NIL), ItemId::new(NIL), &rule, "a reason").map(drop)
    }),
    ("take consent", PHYSICIANS, |work| session::give_consent(work, VisitId::new(NIL), Lang::Ja).map(drop)),
    ("propose a course", PHYSICIANS, |work| {
        course::propose(work, PatientId::new(NIL), &needling(), &scars(), date(2026, 12, 1)).map(drop)
    }),
    ("approve a version", PHYSICIANS, |work| catalogue::approve(work, "no such version")),
    ("rule on a rule", PHYSICIANS, |work| {
        let (protocol, rule) = (work.world.library.get(&needling()).unwrap(), RuleId::parse("no-such-rule").unwrap());
        catalogue::rule_on(work, protocol, &rule, Ruling::Approved, "")
    }),
    ("approve all rules that await it", PHYSICIANS, |work| {
        catalogue::approve_rules(work, work.world.library.get(&needling()).unwrap()).map(drop)
    }),
    ("approve for the demo", PHYSICIANS, catalogue::approve_for_demo),
];

#[test]
fn every_use_case_is_forbidden_to_all_but_those_who_may() {
    let clinic = TestClinic::sqlite();
    for (what, allowed, deed) in MATRIX {
        for login in EVERYBODY {
            let forbidden = clinic.try_by(login, deed) == Err(AppError::Forbidden);
            assert_eq!(forbidden, !allowed.contains(&login), "{login} may {what}: {}", allowed.contains(&login));
        }
    }
}

#[test]
fn visitors_patients_and_the_system_may_do_nothing_that_is_for_staff() {
    let clinic = TestClinic::sqlite();
    for (what, _, deed) in MATRIX.iter().filter(|(what, ..)| !["import articles", "see messages"].contains(what)) {
        for actor in [Actor::Visitor, Actor::Patient(PatientId::new(NIL)), Actor::System] {
            let outcome = clinic.app.write(actor.clone(), deed).wait();
            assert_eq!(outcome, Err(AppError::Forbidden), "{} may not {what}", actor.kind());
        }
    }
}

#[test]
fn a_visit_is_cancelled_for_the_clinic_by_the_front_desk_only() {
    let clinic = TestClinic::sqlite();
    let visit = clinic.books(1, "dermapen").visit;
    for login in ["aoki", "ishii"] {
        let outcome = clinic.try_by(login, move |work| booking::cancel(work, visit, By::Staff));
        assert_eq!(outcome.map(drop), Err(AppError::Forbidden), "{login}");
    }
    assert_eq!(
        clinic.by_visitor(move |work| booking::cancel(work, visit, By::Staff)).map(drop),
        Err(AppError::Forbidden)
    );
    assert!(clinic.try_by("ueno", move |work| booking::cancel(work, visit, By::Staff)).is_ok());
}
