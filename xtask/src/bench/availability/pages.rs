use crate::bench::Nginx;
use crate::bench::http::Client;
use crate::bench::http::spans::{Spans, Stopwatch};
use crate::bench::http::visitor::{days, next_month, page};
use crate::shell::has;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::time::Duration;

/// So many answers are not counted.
const WARM_UP: u32 = 200;

/// The figures, as they stand in the table.
pub(super) const NAMES: [&str; 6] =
    ["month_laser", "day_laser", "month_counselling", "day_counselling", "nginx_month_file", "healthz"];

/// The next month and its days of both services, asked by one client on one connection; the same month from nginx as
/// a file, and the shortest answer the server has, are the limits.
pub(super) fn measure(client: &mut Client, samples: u32, folder: &Path) -> Result<Vec<(&'static str, Value)>> {
    let mut figures = Vec::new();
    let mut file = String::new();
    for (service, month, day) in
        [("laser", "month_laser", "day_laser"), ("counselling", "month_counselling", "day_counselling")]
    {
        let first = page(client, &format!("/ja/book/{service}"))?;
        let next = next_month(&first, service)?;
        file = page(client, &next)?;
        let days = days(&file, service);
        if days.is_empty() {
            bail!("no day of {next} is offered");
        }
        figures.push((month, asked(client, &[next], samples)?));
        figures.push((day, asked(client, &days, samples)?));
    }
    if has("nginx") {
        figures.push(("nginx_month_file", nginx(&file, samples, folder)?));
    }
    figures.push(("healthz", asked(client, &["/healthz".to_owned()], samples)?));
    Ok(figures)
}

fn nginx(file: &str, samples: u32, folder: &Path) -> Result<Value> {
    let site = folder.join("static");
    std::fs::create_dir_all(&site)?;
    std::fs::write(site.join("month.html"), file)?;
    let nginx = Nginx::start(folder, &site)?;
    let mut client = Client::new(SocketAddr::from((Ipv4Addr::LOCALHOST, nginx.port)), 1);
    asked(&mut client, &["/month.html".to_owned()], samples)
}

/// Asks for some pages in turn.
fn asked(client: &mut Client, paths: &[String], samples: u32) -> Result<Value> {
    let mut spans: Vec<Duration> = Vec::new();
    for (number, path) in (0..WARM_UP + samples).zip(paths.iter().cycle()) {
        let watch = Stopwatch::start();
        let answer = client.get(path).with_context(|| format!("{path} did not answer"))?;
        let span = watch.elapsed();
        if answer.status != 200 {
            bail!("{path} answered {}", answer.status);
        }
        if number >= WARM_UP {
            spans.push(span);
        }
    }
    Ok(Spans::of(spans).told())
}
