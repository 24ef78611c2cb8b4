//! What to check: files, folders, standard input.

use super::parity;
use crate::commands::BadInput;
use adlint::document::Format;
use adlint::place::Lines;
use adlint::report::Checked;
use adlint::{Channel, Linter, MOST_BYTES};
use clap::ValueEnum;
use std::io::Read;
use std::path::{Path, PathBuf};

/// How standard input is to be understood.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Manner {
    /// Some sentences: phrase rules only.
    Passage,
    /// A whole page: what must be present, too.
    Page,
}

/// A text to check.
pub struct Source {
    /// As it was named.
    pub name: String,
    path: Option<PathBuf>,
    manner: Manner,
    channel: Channel,
}

/// The files that are named or lie in a named folder, in order.
pub fn sources(named: &[PathBuf], manner: Option<Manner>, channel: Channel) -> anyhow::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for path in named {
        if path == Path::new("-") {
            let whole = channel != Channel::Site;
            let manner = manner.unwrap_or(if whole { Manner::Page } else { Manner::Passage });
            sources.push(Source { name: "-".into(), path: None, manner, channel });
        } else if path.is_dir() {
            let mut found = Vec::new();
            gather(path, &mut found)?;
            found.sort();
            sources.extend(found.into_iter().map(|path| Source::file(path, manner, channel)));
        } else {
            sources.push(Source::file(path.clone(), manner, channel));
        }
    }
    Ok(sources)
}

fn gather(folder: &Path, found: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let unreadable = |error: std::io::Error| BadInput(format!("{} cannot be read: {error}", folder.display()));
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let (path, hidden) = (entry.path(), entry.file_name().to_string_lossy().starts_with('.'));
        if hidden || entry.file_type().map_err(unreadable)?.is_symlink() {
            continue;
        }
        if path.is_dir() {
            gather(&path, found)?;
        } else if format(&path).is_some() {
            found.push(path);
        }
    }
    Ok(())
}

fn format(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()?.to_lowercase().as_str() {
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        "txt" | "text" => Some(Format::Plain),
        _ => None,
    }
}

impl Source {
    fn file(path: PathBuf, manner: Option<Manner>, channel: Channel) -> Self {
        let name = path.display().to_string();
        Self { name, path: Some(path), manner: manner.unwrap_or(Manner::Page), channel }
    }

    /// Its bytes, and no more than may be read.
    pub fn read(&self) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let most = MOST_BYTES as u64 + 1;
        match &self.path {
            Some(path) => std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?,
            None => std::io::stdin().lock().take(most).read_to_end(&mut bytes)?,
        };
        Ok(bytes)
    }

    /// Checks it.
    pub fn check(&self, linter: &Linter<'_>) -> anyhow::Result<Checked> {
        let bytes = super::named(self).map_err(|error| BadInput(format!("{error:#}")))?;
        let text = self.decode(bytes)?;
        let outcome = match self.manner {
            Manner::Passage => linter.passage(&text),
            Manner::Page => linter.text_on(self.channel, &text, self.format(&text)),
        };
        let outcome = outcome.map_err(|refused| self.wrong(&text, refused.at, &refused.why))?;
        Ok(Checked { file: self.name.clone(), text, outcome })
    }

    fn format(&self, text: &str) -> Format {
        self.path.as_deref().and_then(format).unwrap_or_else(|| Format::of_text(text))
    }

    fn decode(&self, bytes: Vec<u8>) -> Result<String, BadInput> {
        if bytes.len() > MOST_BYTES {
            return Err(BadInput(format!(
                "{}: longer than {MOST_BYTES} bytes, which is the most that is read",
                self.name
            )));
        }
        String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let valid = error.into_bytes();
            let text = String::from_utf8_lossy(valid.get(..at).unwrap_or_default()).into_owned();
            self.wrong(&text, at, &format!("not UTF-8 from byte {at} on; save the file as UTF-8"))
        })
    }

    fn wrong(&self, text: &str, at: usize, why: &str) -> BadInput {
        let place = Lines::of(text).place(at.min(text.len()));
        BadInput(format!("{}:{}:{}: {why}", self.name, place.line, place.column))
    }
}

/// Compares the two languages of pages that come as `name.ja.md` and `name.en.md`.
pub fn compare(linter: &Linter<'_>, sources: &[Source], checked: &mut [Checked]) -> anyhow::Result<()> {
    let names: Vec<String> = sources.iter().map(|source| source.name.clone()).collect();
    for (ja, en) in parity::pairs(&names, ".ja.", ".en.") {
        let page = |at: usize| {
            let both = sources.get(at).zip(checked.get(at));
            both.map(|(source, one)| linter.read(&one.text, source.format(&one.text))).transpose()
        };
        if let (Some(of_ja), Some(of_en)) = (page(ja)?, page(en)?) {
            parity::compare(linter, checked, (ja, &of_ja), (en, &of_en));
        }
    }
    Ok(())
}
