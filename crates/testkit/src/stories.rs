use crate::builders::{booking, details, hold};
use crate::clinic::TestClinic;
use crate::facts::all_clear;
use app::booking::{self, Outcome, Visit, Wanted};
use app::session::{Entry, Record};
use app::{AppError, Token};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use journey::facts::Facts;
use journey::id::{ItemId, LotId, PatientId, VisitId};
use journey::quantity::Measure;
use journey::session::{Place, Setting, Side};
use journey::slug::{IndicationId, ProductId, ZoneId};
use journey::text::Lang;

/// Somebody who booked.
#[derive(Clone, Debug)]
pub struct Patient {
    /// The visit.
    pub visit: VisitId,
    /// The patient.
    pub id: PatientId,
    /// The item that is a treatment.
    pub item: ItemId,
    /// When the visit begins.
    pub starts: Timestamp,
    /// The secret of the private page.
    pub link: Token,
}

/// A session that was signed.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who was treated.
    pub patient: Patient,
    /// The signed record.
    pub record: Record,
}

impl TestClinic {
    /// The first free time for a service on a day or after it.
    pub fn free_time(&self, service: &str, day: Date) -> Timestamp {
        let wanted = Wanted { service: service.into(), practitioner: None, moving: None };
        let found = self.by_visitor(move |work| {
            let from = work.world.midnight(day);
            booking::next_free(work, &wanted, from, 1)
        });
        found.expect("free times")[0]
    }

    /// Holds a time and agrees it on the public site.
    pub fn books_online(&self, number: u16, service: &str, day: Date, answers: Facts) -> Result<Outcome, AppError> {
        let command = hold(service, self.free_time(service, day));
        let (token, _) = self.by_visitor(move |work| booking::hold(work, &command))?;
        let form = booking(&token, details(number), answers);
        self.by_visitor(move |work| booking::confirm(work, &form))
    }

    /// Somebody books online with answers against which nothing speaks, for Friday or after.
    pub fn books(&self, number: u16, service: &str) -> Patient {
        let answers = all_clear(self.protocol(service), self.today());
        match self.books_online(number, service, date(2026, 11, 27), answers) {
            Ok(Outcome::Booked(done)) => patient(&done.visit, &done.link),
            other => panic!("the booking stands, not {other:?}"),
        }
    }

    /// Somebody books online with answers against which nothing speaks, for a day or after.
    pub fn books_on(&self, number: u16, service: &str, day: Date) -> Patient {
        let answers = all_clear(self.protocol(service), self.today());
        match self.books_online(number, service, day, answers) {
            Ok(Outcome::Booked(done)) => patient(&done.visit, &done.link),
            other => panic!("the booking stands, not {other:?}"),
        }
    }

    /// The patient comes on time and answers at reception what is still open.
    pub fn arrives(&self, patient: &Patient, service: &str) {
        self.clock.set(patient.starts);
        let (visit, person) = (patient.visit, patient.id);
        let answers = all_clear(self.protocol(service), self.today());
        self.by("ueno", move |work| {
            booking::arrive(work, visit)?;
            app::screening::answer(work, person, Some(visit), &answers)
        });
        self.clock.pass(SignedDuration::from_mins(1));
    }

    /// Somebody releases the treatment for an indication.
    pub fn releases(&self, patient: &Patient, indication: &str, login: &str) -> Result<Visit, AppError> {
        let (visit, item) = (patient.visit, patient.item);
        let indication = IndicationId::parse(indication).expect("a name");
        self.try_by(login, move |work| booking::release(work, visit, item, Some(indication.clone())))
    }

    /// The physician explains and the patient agrees.
    pub fn consents(&self, patient: &Patient) {
        let visit = patient.visit;
        self.by("sakamoto", move |work| app::session::give_consent(work, visit, Lang::Ja));
    }

    /// Somebody opens the record.
    pub fn opens(&self, patient: &Patient, login: &str) -> Result<Record, AppError> {
        let (visit, item) = (patient.visit, patient.item);
        self.try_by(login, move |work| app::session::open(work, visit, item))
    }

    /// A needling patient with an open record.
    pub fn in_treatment(&self, number: u16) -> (Patient, Record) {
        let patient = self.books(number, "dermapen");
        self.arrives(&patient, "dermapen");
        self.releases(&patient, "acne-scars", "sakamoto").expect("released");
        self.consents(&patient);
        let record = self.opens(&patient, "nishida").expect("opened");
        (patient, record)
    }

    /// Somebody writes a depth on the left cheek.
    pub fn sets_depth(
        &self,
        record: &Record,
        hundredths_mm: u32,
        reason: Option<&str>,
        login: &str,
    ) -> Result<app::session::Recorded, AppError> {
        let (id, lot) = (record.id, self.lot("DP4-NEW"));
        let entry = Entry {
            setting: depth_on_left_cheek(hundredths_mm),
            lot: Some(lot),
            override_reason: reason.map(str::to_owned),
        };
        self.try_by(login, move |work| app::session::write_setting(work, id, &entry))
    }

    /// Somebody signs a record with their own password.
    pub fn signs(&self, record: &Record, login: &str) -> Result<Record, AppError> {
        let (id, again) = (record.id, self.password_of(login));
        self.try_by(login, move |work| app::session::sign(work, id, &again, ""))
    }

    /// A needling session from booking to signature.
    pub fn treated(&self, number: u16) -> Session {
        let (patient, record) = self.in_treatment(number);
        self.sets_depth(&record, 120, None, "nishida").expect("within bounds");
        let record = self.signs(&record, "nishida").expect("signed");
        Session { patient, record }
    }

    /// The key of a lot by the number on its box.
    pub fn lot(&self, number: &str) -> LotId {
        let number = number.to_owned();
        self.by("nishida", move |work| {
            let row = work.tx.first("SELECT id FROM stock_lot WHERE lot = $1", store::args![number.as_str()])?;
            Ok(row.expect("a lot").get(0)?)
        })
    }
}

fn patient(visit: &Visit, link: &Token) -> Patient {
    let item = visit.treatment().expect("a treatment").id;
    Patient { visit: visit.id, id: visit.patient.expect("a patient"), item, starts: visit.starts, link: link.clone() }
}

fn depth_on_left_cheek(hundredths_mm: u32) -> Setting {
    Setting {
        place: Some(Place { zone: ZoneId::parse("cheek").expect("a zone"), side: Side::Left }),
        product: ProductId::parse("dermapen-4").expect("a product"),
        quantity: Measure::Depth.of(hundredths_mm),
        points: None,
        positions: Vec::new(),
    }
}
