//! Calendars as files, for other people's libraries: the readers in `e2e/feeds` compare them with what was booked
//! here, as it stands in `e2e/feeds/expected.json`.

use crate::visitor::Visitor;
use app::Token;
use app::actor::Actor;
use app::booking::{self, By, Caller};
use app::calendar_feed::{Detail, Subject, make};
use axum::http::StatusCode;
use jiff::Timestamp;
use jiff::civil::DateTime;
use journey::id::{PatientId, VisitId};
use journey::text::Lang;
use std::path::Path;
use testkit::{TestClinic, caller, details};

/// A clinic whose counsellor is followed by calendars.
struct Told {
    visitor: Visitor,
    counsellor: Token,
    booked: u16,
}

impl Told {
    fn new(zone: &str, from: &str, detail: Detail, lang: Lang) -> Self {
        let clinic = TestClinic::in_zone(zone, from.parse().expect("an instant"));
        let morita = clinic.staff("morita");
        let counsellor = clinic.by("morita", move |work| make(work, Subject::Practitioner(morita), detail, lang));
        Self { visitor: Visitor::of(clinic), counsellor, booked: 0 }
    }

    /// The instant that the wall of the clinic shows so.
    fn wall(&self, wall: &str) -> Timestamp {
        let time: DateTime = wall.parse().expect("a time");
        time.to_zoned(self.visitor.clinic.app.world().zone.clone()).expect("a time of that zone").timestamp()
    }

    fn books(&mut self, wall: &str) -> (VisitId, PatientId) {
        self.booked += 1;
        self.books_for(Caller::New(details(self.booked)), wall)
    }

    fn books_for(&self, who: Caller, wall: &str) -> (VisitId, PatientId) {
        let command = caller(who, "counselling", self.wall(wall));
        let visit = self.visitor.clinic.by("ueno", move |work| booking::book_by_staff(work, &command)).visit;
        (visit.id, visit.patient.expect("a patient"))
    }

    fn moves(&self, visit: VisitId, wall: &str) {
        let starts = self.wall(wall);
        self.visitor.clinic.by("ueno", move |work| booking::reschedule(work, visit, starts, None, By::Staff));
    }

    fn cancels(&self, visit: VisitId) {
        self.visitor.clinic.by("ueno", move |work| booking::cancel(work, visit, By::Staff));
    }

    fn writes_counsellor(&mut self, file: &str) {
        let token = self.counsellor.clone();
        self.writes(&token, file);
    }

    fn writes_patient(&mut self, patient: PatientId, file: &str) {
        let deed = move |work: &mut app::Work<'_, '_>| make(work, Subject::Patient(patient), Detail::Busy, Lang::En);
        let token = self.visitor.clinic.app.write(Actor::Patient(patient), deed).wait().expect("a calendar");
        self.writes(&token, file);
    }

    fn writes(&mut self, token: &Token, file: &str) {
        let answer = self.visitor.get(&format!("/calendar/{}.ics", token.reveal()));
        assert_eq!(answer.status, StatusCode::OK, "{file}");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("feeds");
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(file), answer.body).expect("a file");
    }
}

#[test]
fn a_zone_without_changes_of_the_clock_is_written_for_other_readers() {
    let mut told = Told::new("Asia/Tokyo", "2026-11-23T18:00:00Z", Detail::Service, Lang::Ja);
    told.books("2026-12-01T10:00");
    let (moved, _) = told.books("2026-12-03T11:00");
    let (cancelled, _) = told.books("2026-12-05T12:00");
    told.writes_counsellor("tokyo-before.ics");
    told.moves(moved, "2026-12-04T15:00");
    told.cancels(cancelled);
    told.writes_counsellor("tokyo-after.ics");
}

#[test]
fn a_zone_that_leaves_summer_time_is_written_for_other_readers() {
    let mut told = Told::new("Europe/Berlin", "2026-10-20T06:00:00Z", Detail::Busy, Lang::En);
    let (_, regular) = told.books("2026-10-24T11:00");
    let (moved, _) = told.books("2026-10-24T16:00");
    let (cancelled, _) = told.books("2026-10-26T12:00");
    told.books_for(Caller::Known(regular), "2026-10-26T15:00");
    told.writes_counsellor("autumn-before.ics");
    told.moves(moved, "2026-10-25T11:00");
    told.cancels(cancelled);
    told.writes_counsellor("autumn-after.ics");
    told.writes_patient(regular, "autumn-patient.ics");
}

#[test]
fn a_zone_that_enters_summer_time_is_written_for_other_readers() {
    let mut told = Told::new("Europe/Berlin", "2027-03-22T06:00:00Z", Detail::Busy, Lang::En);
    told.books("2027-03-27T11:00");
    told.books("2027-03-28T11:00");
    let (moved, _) = told.books("2027-03-29T10:00");
    told.writes_counsellor("spring-before.ics");
    told.moves(moved, "2027-03-26T10:00");
    told.writes_counsellor("spring-after.ics");
}
