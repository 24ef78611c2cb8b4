//! Journeys and pictures in a real browser.

use crate::server::Server;
use crate::shell::{Step, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;
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
    let said = clinic_without_patients(&folder, &empty)?;
    let mut server = Server::start(&crate::binary("debug")?, &[], &empty, &[], PATIENCE)?;
    server.said = said;
    let outcome = node("pictures of an empty clinic", &["screens.mjs", "empty"], &server, &folder);
    drop(server);
    let _ = std::fs::remove_dir_all(&folder);
    outcome
}

/// The demo's clinic as a real one on its first day: no patients, nothing approved. Gives what the command said.
fn clinic_without_patients(folder: &Path, data: &Path) -> Result<String> {
    let plan =
        std::fs::read_to_string(crate::root().join("demo/clinic.toml"))?.replace("kind = \"demo\"", "kind = \"real\"");
    let file = folder.join("clinic.toml");
    std::fs::write(&file, plan)?;
    let output = Command::new(crate::binary("debug")?).arg("clinic").arg(&file).arg("--data-dir").arg(data).output()?;
    if !output.status.success() {
        bail!("the clinic cannot be set up: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
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
