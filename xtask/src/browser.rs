//! Journeys and pictures in a real browser.

use crate::server::Server;
use crate::shell::{Step, run};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Seeding three months on two slow cores, in a debug build.
const PATIENCE: Duration = Duration::from_secs(420);

/// The demo in a folder of its own, freshly seeded.
fn demo(name: &str) -> Result<(Server, PathBuf)> {
    let folder = std::env::temp_dir().join(format!("suhada-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder)?;
    println!("── seeding the demo clinic");
    let server = Server::start(&crate::binary("debug")?, &["--demo"], &folder.join("data"), &[], PATIENCE)?;
    Ok((server, folder))
}

/// One journey in each language, and every page through axe.
pub fn journeys() -> Result<()> {
    let (server, folder) = demo("journeys")?;
    let outcome = node("browser journeys", &["--test", "--test-concurrency=1", "journeys/"], &server, &folder);
    drop(server);
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

/// Pictures of every page at both widths, of the demo and of an empty clinic.
pub fn screens() -> Result<()> {
    let (server, folder) = demo("screens")?;
    node("pictures of the demo", &["screens.mjs", "demo"], &server, &folder)?;
    drop(server);
    let empty = folder.join("empty");
    let server = Server::start(&crate::binary("debug")?, &["--demo", "--empty"], &empty, &[], PATIENCE)?;
    let outcome = node("pictures of an empty clinic", &["screens.mjs", "empty"], &server, &folder);
    drop(server);
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

fn node(name: &str, args: &[&str], server: &Server, folder: &Path) -> Result<()> {
    let logins = folder.join("logins.txt");
    std::fs::write(&logins, &server.said)?;
    let out = crate::root().join("target/screens");
    std::fs::create_dir_all(&out)?;
    let step = Step::program(name, "node", args)
        .within(&crate::root().join("e2e"))
        .with_env("SUHADA_URL", &format!("http://{}", server.address))
        .with_env("SUHADA_LOGINS", &logins.display().to_string())
        .with_env("SUHADA_SCREENS", &out.display().to_string());
    run(step)
}
