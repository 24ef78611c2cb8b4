use anyhow::{Context, Result};
use serde::Serialize;
use std::process::Command;

/// What a load came to.
#[derive(Clone, Debug, Serialize)]
pub struct Load {
    /// How many asked at once.
    pub clients: u32,
    /// Requests in a second.
    pub per_second: f64,
    /// Half of the answers came within so many milliseconds.
    pub p50_ms: f64,
    /// All but one in a hundred came within so many milliseconds.
    pub p99_ms: f64,
    /// Requests in all.
    pub requests: u64,
    /// Answers that were no success.
    pub failed: u64,
}

/// Asks for one address for eight seconds, by wrk.
pub fn measure(url: &str, clients: u32, headers: &[&str]) -> Result<Load> {
    let threads = clients.min(2).to_string();
    let connections = clients.to_string();
    let mut command = Command::new("wrk");
    command.args(["-t", &threads, "-c", &connections, "-d", "8s", "--latency"]);
    for header in headers {
        command.args(["-H", header]);
    }
    let output = command.arg(url).output().context("wrk cannot be run")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let word =
        |start: &str| text.lines().find_map(|line| line.trim().strip_prefix(start).map(|rest| rest.trim().to_owned()));
    let failed = word("Non-2xx or 3xx responses:").and_then(|text| text.parse().ok()).unwrap_or(0);
    let requests =
        text.lines().find(|line| line.contains(" requests in ")).and_then(|line| line.trim().split(' ').next());
    Ok(Load {
        clients,
        per_second: word("Requests/sec:").and_then(|text| text.parse().ok()).context("wrk says no rate")?,
        p50_ms: word("50%").as_deref().and_then(millis).context("wrk says no median")?,
        p99_ms: word("99%").as_deref().and_then(millis).context("wrk says no p99")?,
        requests: requests.and_then(|text| text.parse().ok()).unwrap_or(0),
        failed,
    })
}

/// A duration as wrk writes it: `812.00us`, `1.20ms`, `2.01s`.
fn millis(text: &str) -> Option<f64> {
    let number = |end: &str| text.strip_suffix(end).and_then(|digits| digits.parse::<f64>().ok());
    number("us").map(|us| us / 1000.0).or_else(|| number("ms")).or_else(|| number("s").map(|s| s * 1000.0))
}

#[cfg(test)]
mod tests {
    use super::millis;

    #[test]
    fn durations_are_read_in_every_unit_that_is_written() {
        assert_eq!([millis("812.00us"), millis("1.20ms"), millis("2.00s")], [Some(0.812), Some(1.2), Some(2000.0)]);
        assert_eq!(millis("soon"), None);
    }
}
