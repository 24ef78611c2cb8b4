//! Availability in process: a month, a day and the next free times, over whatever calendar a folder holds.

use super::output::{Figures, Output};
use super::spans::Spans;
use crate::clock::Stopwatch;
use crate::commands::Outcome;
use crate::config::Config;
use crate::database::{clinic, fault, open};
use crate::{protocols, world};
use anyhow::{Context, bail};
use app::actor::Actor;
use app::booking::{self, Wanted};
use app::offering::{Online, all_services};
use app::{App, AppError, Work};
use jiff::ToSpan;
use serde_json::json;
use std::time::Duration;
use store::Durability;

/// `suhada bench availability`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada bench availability --data-dir ./suhada-data --json")]
pub struct Availability {
    #[command(flatten)]
    config: Config,
    #[command(flatten)]
    output: Output,
    /// How often each question is asked.
    #[arg(long, default_value_t = 2000, value_name = "N")]
    samples: usize,
}

/// How often each question is asked before it is measured.
const WARM_UP: usize = 200;

type Question = fn(&mut Work<'_, '_>, &Wanted) -> Result<usize, AppError>;

const QUESTIONS: [(&str, Question); 3] = [
    ("month", |work, wanted| {
        let month = work.today().first_of_month().saturating_add(1.month());
        Ok(booking::month(work, wanted, month)?.len())
    }),
    ("day", |work, wanted| {
        let day = work.today().saturating_add(14.days());
        Ok(booking::day(work, wanted, day)?.len())
    }),
    ("next_free", |work, wanted| {
        let now = work.now;
        Ok(booking::next_free(work, wanted, now, 6)?.len())
    }),
];

impl Availability {
    /// Measures and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let library = protocols::library(self.config.protocols.as_deref())?;
        let store = open(&self.config, Durability::Full)?;
        let clinic = clinic(&store)?.context("no clinic has been set up in this folder")?;
        let app = world::app(store, &clinic, library, "")?;
        let building = Stopwatch::start();
        app.warm_up().map_err(fault)?;
        let mut figures = Figures::new();
        figures.insert("build_ms".into(), json!(building.elapsed().as_secs_f64() * 1000.0));
        for service in services(&app)? {
            for (name, question) in QUESTIONS {
                let spans = measure(&app, &service, question, self.samples)?;
                figures.insert(
                    format!("{service}_{name}"),
                    json!({ "p50_us": spans.micros(50), "p99_us": spans.micros(99), "samples": spans.count() }),
                );
            }
        }
        self.output.tell(&figures)?;
        Ok(Outcome::Fine)
    }
}

fn services(app: &App) -> anyhow::Result<Vec<String>> {
    let all = app.read(Actor::Visitor, all_services).wait().map_err(fault)?;
    let open: Vec<String> =
        all.into_iter().filter(|one| one.online == Online::Bookable).map(|one| one.slug).take(3).collect();
    if open.is_empty() { bail!("no service can be booked online") } else { Ok(open) }
}

/// Asks a question for any practitioner, as often as wanted, inside one reading transaction: what is measured is the
/// answer, not the way to the thread.
fn measure(app: &App, service: &str, question: Question, samples: usize) -> anyhow::Result<Spans> {
    let wanted = Wanted { service: service.to_owned(), practitioner: None, moving: None };
    let asked = app.read(Actor::Visitor, move |work| {
        let mut each: Vec<Duration> = Vec::with_capacity(samples);
        for number in 0..WARM_UP + samples {
            let one = Stopwatch::start();
            question(work, &wanted)?;
            if number >= WARM_UP {
                each.push(one.elapsed());
            }
        }
        Ok(each)
    });
    Ok(Spans::of(asked.wait().map_err(fault)?))
}
