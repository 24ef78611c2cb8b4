//! A running Suhada for tests, pictures and measurements.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server process; it is stopped when this is dropped.
pub struct Server {
    process: Child,
    /// Where it answers.
    pub address: String,
    /// How long it took until it answered.
    pub ready_after: Duration,
    /// What it said while it started: addresses and logins.
    pub said: String,
}

impl Server {
    /// Starts `suhada serve` and waits until it is ready.
    #[expect(clippy::disallowed_methods, reason = "measuring is what this chore is for")]
    pub fn start(binary: &Path, args: &[&str], data: &Path, env: &[(&str, &str)], patience: Duration) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let begun = Instant::now();
        let log = data.with_extension("log");
        let file = std::fs::File::create(&log)?;
        let mut process = Command::new(binary)
            .arg("serve")
            .args(args)
            .args(["--listen", &address, "--data-dir"])
            .arg(data)
            .envs(env.iter().copied())
            .env("SUHADA_PUBLIC_URL", format!("http://{address}"))
            .stdout(Stdio::from(file.try_clone()?))
            .stderr(Stdio::from(file))
            .spawn()
            .with_context(|| format!("{} cannot be run", binary.display()))?;
        while begun.elapsed() < patience {
            if answers(&address) {
                let ready_after = begun.elapsed();
                let said = std::fs::read_to_string(&log).unwrap_or_default();
                return Ok(Self { process, address, ready_after, said });
            }
            if let Some(status) = process.try_wait()? {
                bail!("the server ended with {status}: {}", tail(&log));
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = process.kill();
        bail!("the server was not ready in {patience:?}: {}", tail(&log))
    }

    /// The process, for reading its memory.
    pub fn pid(&self) -> u32 {
        self.process.id()
    }

    /// Resident memory in kilobytes, as the kernel tells it.
    pub fn resident_kb(&self) -> Result<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid()))?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).context("no VmRSS")?;
        Ok(line.split_whitespace().nth(1).and_then(|text| text.parse().ok()).unwrap_or(0))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status();
        let _ = self.process.wait();
    }
}

/// Whether `/readyz` says that it is ready.
fn answers(address: &str) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(1)));
    let request = format!("GET /readyz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    if stream.write_all(request.as_bytes()).is_err() {
        return false;
    }
    let mut first = String::new();
    let read = BufReader::new(Read::take(&mut stream, 64)).read_line(&mut first);
    read.is_ok() && first.contains(" 200 ")
}

fn tail(log: &PathBuf) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(12)..].join("\n")
}
