//! `suhada protocol schema`

use crate::commands::{BadInput, Outcome};
use anyhow::Context;
use protocol::schema::{File, schema};
use std::path::{Path, PathBuf};

/// `suhada protocol schema`
#[derive(clap::Args)]
pub struct Schema {
    /// The kind of file: protocol, cases, facts, zones, groups, resources, concerns, products, scales or sources.
    #[arg(default_value = "protocol")]
    file: String,
    /// Write every schema into a folder instead.
    #[arg(long, value_name = "DIR", conflicts_with = "file")]
    write: Option<PathBuf>,
}

impl Schema {
    /// Prints or writes.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match &self.write {
            Some(folder) => File::ALL.into_iter().try_for_each(|file| write(folder, file))?,
            None => print!("{}", text(self.kind()?)?),
        }
        Ok(Outcome::Fine)
    }

    fn kind(&self) -> Result<File, BadInput> {
        File::parse(&self.file).ok_or_else(|| {
            let known: Vec<&str> = File::ALL.into_iter().map(File::name).collect();
            BadInput(format!("no file is called {}; known: {}", self.file, known.join(", ")))
        })
    }
}

fn text(file: File) -> anyhow::Result<String> {
    Ok(serde_json::to_string_pretty(&schema(file))? + "\n")
}

fn write(folder: &Path, file: File) -> anyhow::Result<()> {
    let path = folder.join(format!("{}.schema.json", file.name()));
    std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    std::fs::write(&path, text(file)?).with_context(|| format!("{} cannot be written", path.display()))
}
