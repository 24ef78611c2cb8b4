//! Raw figures, with a limit beside them: nginx serving the same home page as a file, in the same run.

mod agreement;
mod availability;
mod bookings;
mod course;
mod http;
mod independent;
mod lint;
mod load;
mod plan;
mod race;
mod report;
mod rules;

use crate::postgres::Private;
use crate::server::Server;
use crate::shell::{Step, has, run as step};
use anyhow::{Context, Result, bail};
use independent::asked::Asked;
use load::{Load, measure};
use report::Report;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// How long the demo may take to be made, in a release build.
const PATIENCE: Duration = Duration::from_secs(300);

/// Measures the release build: the pages and bookings, or one thing alone.
pub fn run(what: Option<&str>) -> Result<()> {
    if !matches!(what, Some("bookings" | "race" | "availability")) {
        Asked::command_line(&[])?;
    }
    match what {
        None => spine(),
        Some("rules") => rules::run(),
        Some("bookings" | "race" | "availability") if cfg!(debug_assertions) => again_in_release(),
        Some("bookings") => bookings::run(),
        Some("race") => race::run(),
        Some("availability") => availability::run(),
        Some("plan") => plan::run(),
        Some("course") => course::run(),
        Some("lint") => lint::run(),
        Some(other) => {
            bail!(
                "{other} is not measured; try: cargo xtask bench [rules | plan | course | lint | bookings | race | availability]"
            )
        }
    }
}

/// Runs the same chore as it would be released: its clients share the processor with what they measure, and the bare
/// engine beside us must be as fast as the one inside us.
fn again_in_release() -> Result<()> {
    let mut args: Vec<String> = ["run", "--release", "--quiet", "--package", "xtask", "--"].map(str::to_owned).into();
    args.extend(std::env::args().skip(1));
    step(Step::cargo("release build of the measurements", &args.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// Pages and bookings, to `docs/measurements/spine.json`.
fn spine() -> Result<()> {
    for (program, package) in [("wrk", "wrk"), ("nginx", "nginx-light")] {
        if !has(program) {
            bail!("{package} is not installed; the measurements need it");
        }
    }
    let binary = released()?;
    let folder = std::env::temp_dir().join(format!("suhada-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let data = folder.join("data");
    let mut report = Report::new();

    report.put("binary_megabytes", std::fs::metadata(&binary)?.len() as f64 / 1_048_576.0);
    println!("── seeding");
    let seeding = Server::start(&binary, &["--demo"], &data, &[], PATIENCE)?;
    report.put("seed_seconds", seeding.ready_after.as_secs_f64());
    drop(seeding);

    let server = Server::start(&binary, &["--demo"], &data, &[], PATIENCE)?;
    report.put("start_existing_seconds", server.ready_after.as_secs_f64());
    report.put("resident_kb_after_start", server.resident_kb()? as f64);
    day(&server, &mut report)?;
    pages(&server, &mut report)?;
    report.put("resident_kb_after_ten_thousand_views", server.resident_kb()? as f64);
    limit(&server, &folder, &mut report)?;
    drop(server);

    bookings(&binary, &folder, None, &mut report)?;
    let database = Private::start()?;
    bookings(&binary, &folder, Some(&format!("{}/postgres", database.address())), &mut report)?;
    drop(database);
    report.write(&crate::root().join("docs/measurements/spine.json"))?;
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

/// The binary, built as it is released.
fn released() -> Result<PathBuf> {
    step(Step::cargo("release build", &["build", "--release", "--package", "suhada"]))?;
    crate::binary("release")
}

/// The pages that are measured, each alone and by 32 at once.
fn pages(server: &Server, report: &mut Report) -> Result<()> {
    let pages = [("home", "/ja/"), ("treatment", "/ja/treatments/dermapen"), ("month", "/ja/book/dermapen")];
    for (name, path) in pages {
        for clients in [1, 32] {
            let load = measure(&format!("http://{}{path}", server.address), clients, &[])?;
            report.load(&format!("{name}_{clients}"), &load);
        }
    }
    Ok(())
}

/// The day of the clinic, for somebody who has signed in.
fn day(server: &Server, report: &mut Report) -> Result<()> {
    let cookie = sign_in(server)?;
    for clients in [1, 32] {
        let load = measure(&format!("http://{}/console", server.address), clients, &[&cookie])?;
        report.load(&format!("console_day_{clients}"), &load);
    }
    Ok(())
}

/// Signs reception in with what the server printed; gives the header of the session.
fn sign_in(server: &Server) -> Result<String> {
    let line = server.said.lines().find(|line| line.trim().starts_with("ueno")).context("no login called ueno")?;
    let code = line.split("code ").nth(1).and_then(|rest| rest.split_whitespace().next()).context("no code")?;
    let password = server.said.split("password of everybody is: ").nth(1).and_then(|rest| rest.lines().next());
    let form = format!("login=ueno&password={}&code={code}", password.context("no password")?.trim());
    let address = format!("http://{}/console/sign-in", server.address);
    let output = Command::new("curl").args(["-s", "-o", "/dev/null", "-D", "-", "-d", &form, &address]).output()?;
    let headers = String::from_utf8_lossy(&output.stdout).into_owned();
    let cookie =
        headers.lines().find_map(|line| line.strip_prefix("set-cookie: ")).context("signing in was refused")?;
    Ok(format!("Cookie: {}", cookie.split(';').next().unwrap_or_default()))
}

/// Bookings per second through the use cases, beside the same rows by bare SQL on the same engine.
fn bookings(binary: &Path, folder: &Path, database: Option<&str>, report: &mut Report) -> Result<()> {
    let out = folder.join("bookings.json");
    let mut bench = Step::program("bookings per second", &binary.display().to_string(), &["bench", "bookings"])
        .with_env("SUHADA_BENCH_OUT", &out.display().to_string());
    if let Some(database) = database {
        bench = bench.with_env("DATABASE_URL", database);
    }
    step(bench)?;
    report.merge(&out)
}

/// nginx with the home page as a file: what the machine can do at best.
fn limit(server: &Server, folder: &Path, report: &mut Report) -> Result<()> {
    let site = folder.join("static");
    std::fs::create_dir_all(&site)?;
    let page = Command::new("curl").args(["-s", &format!("http://{}/ja/", server.address)]).output()?;
    std::fs::write(site.join("index.html"), page.stdout)?;
    let nginx = Nginx::start(folder, &site)?;
    for clients in [1, 32] {
        let load: Load = measure(&format!("http://127.0.0.1:{}/index.html", nginx.port), clients, &[])?;
        report.load(&format!("nginx_home_{clients}"), &load);
    }
    Ok(())
}

struct Nginx {
    process: Child,
    port: u16,
}

impl Nginx {
    fn start(folder: &Path, site: &Path) -> Result<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let config = folder.join("nginx.conf");
        let text = format!(
            "daemon off; pid {0}/nginx.pid; error_log {0}/nginx.log; worker_processes 2; events {{}}\n\
             http {{ access_log off; keepalive_requests 1000000; gzip on; types {{ text/html html; }} server {{ listen 127.0.0.1:{port}; root {1}; }} }}\n",
            folder.display(),
            site.display()
        );
        std::fs::write(&config, text)?;
        let process = Command::new("nginx")
            .arg("-c")
            .arg(&config)
            .stderr(Stdio::null())
            .spawn()
            .context("nginx cannot be run")?;
        for _ in 0..200 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(Self { process, port });
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        bail!("nginx does not answer")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-QUIT", &self.process.id().to_string()]).status();
        let _ = self.process.wait();
    }
}
