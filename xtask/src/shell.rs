use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// One command of a chore, announced by name.
pub struct Step {
    name: String,
    command: Command,
}

impl Step {
    /// A cargo command at the root.
    pub fn cargo(name: &str, args: &[&str]) -> Self {
        Self::program(name, "cargo", args)
    }

    /// Any program at the root.
    pub fn program(name: &str, program: &str, args: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.args(args).current_dir(crate::root());
        Self { name: name.to_owned(), command }
    }

    /// Runs in another folder.
    pub fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With a variable of the environment.
    pub fn with_env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }
}

/// Runs a step and stops the chore when it fails.
pub fn run(mut step: Step) -> Result<()> {
    println!("── {}", step.name);
    let status = step.command.status().with_context(|| format!("{} cannot be run", step.name))?;
    if status.success() { Ok(()) } else { bail!("{} failed", step.name) }
}

/// Whether a program can be found.
pub fn has(program: &str) -> bool {
    Command::new("sh").args(["-c", &format!("command -v {program} >/dev/null")]).status().is_ok_and(|s| s.success())
}
