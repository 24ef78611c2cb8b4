use crate::bench::http::spans::{Spans, Stopwatch, rounded};
use anyhow::Result;
use serde_json::{Value, json};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::Duration;

const BLOCK: usize = 4096;
/// The file is laid out before and written round and round, as a write-ahead log is.
const BLOCKS: u64 = 1024;

/// How often in a second the disk takes four kilobytes and says that they are safe.
pub(super) fn measure(folder: &Path, limit: Duration) -> Result<Value> {
    let file = std::fs::File::create(folder.join("disk"))?;
    file.write_all_at(&vec![1; BLOCK * BLOCKS as usize], 0)?;
    file.sync_all()?;
    let (block, mut each, begun) = ([2; BLOCK], Vec::new(), Stopwatch::start());
    while begun.elapsed() < limit {
        let one = Stopwatch::start();
        let place = each.len() as u64 % BLOCKS;
        file.write_all_at(&block, place * BLOCK as u64)?;
        file.sync_data()?;
        each.push(one.elapsed());
    }
    let (took, spans) = (begun.elapsed(), Spans::of(each));
    Ok(json!({
        "per_second": rounded(spans.count() as f64 / took.as_secs_f64()), "p50_ms": spans.millis(50),
        "p99_ms": spans.millis(99), "samples": spans.count(),
    }))
}
