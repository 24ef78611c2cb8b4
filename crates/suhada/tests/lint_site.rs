//! `suhada lint --site` with a real browser and a site of a few pages. Needs Chromium: on the path, or named by
//! `SUHADA_BROWSER`; without one these tests fail.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Command, Output};

const STYLE: &str = "<style>body{font-size:16px;color:#111;background:#fff}.fine{font-size:10px}.faint{color:#bbb}\
                     .machines{position:absolute;width:1px;height:1px;overflow:hidden}</style>";
const TOLD: &str = "<h1>医療脱毛</h1><p>光を照射し、毛をつくる部分に熱を与える施術です。自由診療（保険適用外）です。</p>\
                    <table><tr><th>費用</th><td>1回22,000円（税込）、5回で110,000円（税込）</td></tr></table>\
                    <p>約8週間おきに5回、8か月ほど通います。</p><p><a href=\"tel:0300000000\">お電話</a></p>";
const RISKS: &str = "主なリスク：赤み、腫れ、やけど、毛嚢炎。";
const ENGLISH: &str = "<h1>Hair removal</h1><p>Pulses of light heat the root of the hair. Self-pay, not covered by \
                       insurance. ¥22,000 a session, ¥99,000 for 5 sessions (tax included) over about 8 months.</p>\
                       <p>Main risks: redness, swelling, burns, folliculitis.</p><p><a href=\"tel:0300000000\">Call</a></p>";

fn page(more: &str) -> String {
    format!("<!doctype html><meta charset=utf-8><title>医療脱毛</title>{STYLE}{TOLD}{more}")
}

/// What stands at a path; nothing where the server keeps silent.
fn answer(path: &str) -> Option<(&'static str, String)> {
    let found = |body| Some(("200 OK", body));
    match path {
        "/ja/plain" => found(page(&format!("<p>{RISKS}</p>"))),
        "/ja/fine" => found(page(&format!("<p class=fine>{RISKS}</p>"))),
        "/ja/faint" => found(page(&format!("<p class=faint>{RISKS}</p>"))),
        "/ja/folded" => found(page(&format!("<details><summary>リスク</summary><p>{RISKS}</p></details>"))),
        "/ja/unseen" => found(page(&format!("<p style=display:none>{RISKS}</p><p class=machines>{RISKS}</p>"))),
        "/ja/late" => found(page(&format!(
            "<p>{RISKS}</p><p id=p></p><script>document.getElementById('p').textContent='必ず'+'治ります。'</script>"
        ))),
        "/en/plain" => found(format!("<!doctype html><meta charset=utf-8><title>Hair removal</title>{ENGLISH}")),
        "/silent" => None,
        _ => Some(("404 Not Found", "<p>Nothing here.</p>".to_owned())),
    }
}

/// A site that answers as long as the test runs.
fn site() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || serve(stream));
        }
    });
    format!("http://{address}")
}

fn serve(mut stream: TcpStream) -> Option<()> {
    let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    let Some((status, body)) = answer(first.split(' ').nth(1)?) else {
        // Silent until the visitor gives up.
        return lines.next().map(drop);
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all((head + &body).as_bytes()).ok()
}

/// A folder of its own for the profile of the browser, so that what is left of it can be seen.
struct Room(PathBuf);

impl Room {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("lint-site-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    fn lint(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_suhada"));
        command.arg("lint").args(args).args(["--today", "2026-11-22", "--format", "json"]).env("TMPDIR", &self.0);
        command.output().expect("it runs")
    }

    /// The processes that still name this folder.
    fn left(&self) -> Vec<String> {
        let name = self.0.display().to_string();
        let processes = std::fs::read_dir("/proc").expect("processes").flatten();
        let lines = processes.filter_map(|process| std::fs::read_to_string(process.path().join("cmdline")).ok());
        lines.filter(|line| line.contains(&name)).collect()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn rules(output: &Output) -> Vec<(String, String)> {
    let complaint = String::from_utf8_lossy(&output.stderr);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("no report: {complaint}"));
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let findings = report["findings"].as_array().expect("a list").iter();
    findings
        .map(|one| (text(&one["file"]).rsplit_once('/').expect("a path").1.to_owned(), text(&one["rule"])))
        .collect()
}

fn named(found: &[(&str, &str)]) -> Vec<(String, String)> {
    found.iter().map(|(file, rule)| ((*file).to_owned(), (*rule).to_owned())).collect()
}

#[test]
fn risks_are_judged_as_a_reader_sees_them() {
    let (room, site) = (Room::new("legible"), site());
    let paths = ["/ja/plain", "/ja/fine", "/ja/faint", "/ja/folded", "/ja/unseen", "/ja/late"];
    let output = room.lint(&[["--site", &site].as_slice(), &paths].concat());
    let expected = named(&[
        ("fine", "MA-RELEASE-BALANCE"),
        ("faint", "MA-RELEASE-BALANCE"),
        ("folded", "MA-RELEASE-BALANCE"),
        ("unseen", "MA-RELEASE-RISK"),
        ("late", "MA-FALSE-CERTAIN"),
    ]);
    assert_eq!(rules(&output), expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn both_languages_of_a_page_are_compared_and_one_alone_is_not() {
    let (room, site) = (Room::new("parity"), site());
    assert_eq!(rules(&room.lint(&["--site", &site, "/en/plain"])), []);
    let both = rules(&room.lint(&["--site", &site, "/ja/plain", "/en/plain"]));
    assert_eq!(both.iter().filter(|(_, rule)| rule == "PAR-PRICE").count(), 2, "{both:?}");
}

#[test]
fn what_is_no_page_is_refused_with_its_address_and_nothing_is_left_behind() {
    let (room, site) = (Room::new("refused"), site());
    for (path, why) in [("/nowhere", "the answer is 404"), ("/silent", "no answer within 2 seconds")] {
        let output = room.lint(&["--site", &site, "--timeout", "2", path]);
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{complaint}");
        assert!(complaint.contains(path) && complaint.contains(why), "{complaint}");
        assert_eq!(room.left(), Vec::<String>::new());
        assert_eq!(std::fs::read_dir(&room.0).expect("the folder").count(), 0);
    }
    let output = room.lint(&["--site", "http://127.0.0.1:9", "/ja/plain"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot be reached"));
}

#[test]
fn without_a_browser_one_is_told_what_to_install_and_what_can_be_checked() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_suhada"));
    command
        .args(["lint", "--site", "http://127.0.0.1:9", "/ja/plain"])
        .env("PATH", "/nowhere")
        .env_remove("SUHADA_BROWSER");
    let output = command.output().expect("it runs");
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(complaint.contains("apt install chromium") && complaint.contains("suhada lint page.html"), "{complaint}");
    let output = command.args(["--browser", "/no/such/browser"]).output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stderr).contains("/no/such/browser is no browser"));
}

#[test]
fn a_path_without_a_slash_and_an_address_without_http_are_refused_before_any_browser_starts() {
    let room = Room::new("paths");
    for args in [["--site", "http://127.0.0.1:9", "ja/plain"], ["--site", "127.0.0.1:9", "/ja/plain"]] {
        assert_eq!(room.lint(&args).status.code(), Some(2), "{args:?}");
    }
}
