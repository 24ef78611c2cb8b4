//! Bookings per second: hold and confirm through the use cases, beside the same rows written by bare SQL.

mod bare;
mod clinic;

use super::output::{Figures, Output};
use super::spans::Spans;
use crate::clock::Stopwatch;
use crate::commands::Outcome;
use anyhow::bail;
use app::actor::Actor;
use app::booking::{self, Booking, Hold, Outcome as Booked, Wanted};
use app::identity::Details;
use app::{App, AppError};
use jiff::Timestamp;
use jiff::civil::date;
use journey::facts::Facts;
use journey::text::Lang;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// `suhada bench bookings`
#[derive(clap::Args)]
#[command(after_help = "Example: DATABASE_URL=postgres://localhost/empty suhada bench bookings --json")]
pub struct Bookings {
    /// A PostgreSQL database that may be filled; SQLite in a temporary folder without it.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    database_url: Option<String>,
    #[command(flatten)]
    output: Output,
}

/// How many bookings are made for one figure.
const BOOKINGS: usize = 240;

/// What one load came to.
struct Figure {
    clients: usize,
    per_second: f64,
    spans: Spans,
}

impl Bookings {
    /// Measures and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        self.output.tell(&self.measure()?)?;
        Ok(Outcome::Fine)
    }

    fn measure(&self) -> anyhow::Result<Figures> {
        let engine = if self.database_url.is_some() { "postgres" } else { "sqlite" };
        let mut figures = Figures::new();
        for clients in [1, 32] {
            let clinic = clinic::Empty::make(self.database_url.as_deref())?;
            let figure = bookings(&clinic.app, clients)?;
            figures.insert(format!("{engine}_bookings_{clients}"), figure.told());
        }
        let clinic = clinic::Empty::make(self.database_url.as_deref())?;
        figures.insert(format!("{engine}_bare_sql_1"), bare::measure(&clinic.store, clinic.id, BOOKINGS)?.told());
        Ok(figures)
    }
}

impl Figure {
    fn of(clients: usize, took: Duration, each: Vec<Duration>) -> Self {
        let spans = Spans::of(each);
        Self { clients, per_second: spans.count() as f64 / took.as_secs_f64(), spans }
    }

    fn told(&self) -> serde_json::Value {
        serde_json::json!({
            "clients": self.clients, "per_second": (self.per_second * 10.0).round() / 10.0,
            "p50_ms": self.spans.millis(50), "p99_ms": self.spans.millis(99), "samples": self.spans.count(),
        })
    }
}

/// Makes bookings at different times from several clients at once; each is a hold and a confirmation.
fn bookings(app: &App, clients: usize) -> anyhow::Result<Figure> {
    let times = Arc::new(free_times(app)?);
    if times.len() < BOOKINGS {
        bail!("only {} times are free; {BOOKINGS} are needed", times.len());
    }
    let (next, spans) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(Vec::new())));
    let begun = Stopwatch::start();
    let workers: Vec<_> = (0..clients)
        .map(|_| {
            let (app, times, next, spans) = (app.clone(), times.clone(), next.clone(), spans.clone());
            std::thread::spawn(move || -> Result<(), AppError> {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= BOOKINGS {
                        return Ok(());
                    }
                    let one = Stopwatch::start();
                    book(&app, number, times[number])?;
                    if let Ok(mut spans) = spans.lock() {
                        spans.push(one.elapsed());
                    }
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().map_err(|_| anyhow::anyhow!("a client panicked"))?.map_err(crate::database::fault)?;
    }
    let took = begun.elapsed();
    let each = spans.lock().map(|spans| spans.clone()).unwrap_or_default();
    Ok(Figure::of(clients, took, each))
}

/// Times that do not touch each other: half an hour apart, over two months.
fn free_times(app: &App) -> anyhow::Result<Vec<Timestamp>> {
    let wanted = Wanted { service: "counselling".into(), practitioner: None, moving: None };
    let found = app.read(Actor::Visitor, move |work| {
        let today = work.today();
        let mut times = Vec::new();
        for ahead in 1..80 {
            let day = today.saturating_add(jiff::Span::new().days(ahead));
            times.extend(booking::day(work, &wanted, day)?.into_iter().map(|time| time.starts).step_by(2));
        }
        Ok(times)
    });
    found.wait().map_err(crate::database::fault)
}

fn book(app: &App, number: usize, starts: Timestamp) -> Result<(), AppError> {
    let wanted = Wanted { service: "counselling".into(), practitioner: None, moving: None };
    let hold = Hold { wanted, starts, language: Lang::Ja, request: None };
    let (token, _) = app.write(Actor::Visitor, move |work| booking::hold(work, &hold)).wait()?;
    let confirm =
        Booking { token, details: details(number), answers: Facts::new(), wish: String::new(), language: Lang::Ja };
    match app.write(Actor::Visitor, move |work| booking::confirm(work, &confirm)).wait()? {
        Booked::Booked(_) => Ok(()),
        Booked::NotBefore { .. } | Booked::NotOnline { .. } => Err(app::Refusal::NotOffered.into()),
    }
}

fn details(number: usize) -> Details {
    let letters = ["ア", "カ", "サ", "タ", "ナ", "ハ", "マ", "ヤ", "ラ", "ワ"];
    let kana: String = number.to_string().bytes().map(|digit| letters[usize::from(digit - b'0')]).collect();
    Details {
        family: format!("計測{number}"),
        given: "花".into(),
        family_kana: format!("ケイソク{kana}"),
        given_kana: "ハナ".into(),
        birth_date: date(1980, 1, 1).checked_add(jiff::Span::new().days(i64::try_from(number).unwrap_or(0))).ok(),
        phone: format!("080{number:08}"),
        mail: format!("bench{number}@example.jp"),
    }
}
