use anyhow::Result;

/// Placeholder until the pages stand.
pub fn run() -> Result<()> {
    anyhow::bail!("not built yet")
}
