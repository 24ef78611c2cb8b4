use super::{BadInput, Outcome};
use crate::protocols::library;
use anyhow::Context;
use clap::ValueEnum;
use consult::{Given, Question, Reply, Weight, Weighty, each_line, given, schema};
use indicatif::ProgressBar;
use journey::protocol::Library;
use journey::text::Lang;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// `suhada screen`, `forecast`, `settings`, `triage`, `outcome`
#[derive(clap::Args)]
pub struct Consult {
    /// The question as JSON, or many, one a line; standard input without it, or with `-`.
    file: Option<PathBuf>,
    /// Print the reasons as a tree, for people.
    #[arg(long)]
    explain: bool,
    /// With `--explain`: the tree in both languages, as JSON.
    #[arg(long, requires = "explain")]
    json: bool,
    /// The language of the tree.
    #[arg(long, value_enum, default_value = "en")]
    lang: Language,
    /// Print the JSON Schema of question and answer, with every fact that can be known.
    #[arg(long, conflicts_with_all = ["explain", "file"])]
    schema: bool,
    /// Protocols from a folder instead of those built in.
    #[arg(long, value_name = "DIR")]
    protocols: Option<PathBuf>,
}

/// A language of the clinic.
#[derive(Clone, Copy, ValueEnum)]
pub enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Ja => Self::Ja,
            Language::En => Self::En,
        }
    }
}

impl Consult {
    /// Answers.
    pub fn run<Q: Question>(self) -> anyhow::Result<Outcome> {
        let library = library(self.protocols.as_deref())?;
        if self.schema {
            say(&schema::<Q>(&library))?;
            return Ok(Outcome::Fine);
        }
        match given(text(self.file.as_deref())?)? {
            Given::One(text) => self.one::<Q>(&library, &text),
            Given::Many(lines) => self.many::<Q>(&library, lines),
        }
    }

    fn one<Q: Question>(&self, library: &Library, text: &str) -> anyhow::Result<Outcome> {
        let refused = |refused: consult::Refused| BadInput(refused.to_string());
        let question: Q = consult::read(text).map_err(refused)?;
        let answer = question.answer(library).map_err(refused)?;
        if self.json {
            let tree = |lang| question.explain(library, lang).map_err(refused);
            say(&serde_json::json!({"ja": tree(Lang::Ja)?, "en": tree(Lang::En)?}))?;
        } else if self.explain {
            println!("{}", question.explain(library, self.lang.into()).map_err(refused)?);
        } else {
            say(&answer)?;
        }
        Ok(outcome(answer.weight()))
    }

    fn many<Q: Question>(&self, library: &Library, lines: impl BufRead) -> anyhow::Result<Outcome> {
        if self.explain {
            return Err(BadInput("--explain tells about one question; this is a batch".into()).into());
        }
        let (bar, mut worst, mut refused) = (ProgressBar::new_spinner(), Outcome::Fine, 0_usize);
        let mut answers = BufWriter::new(io::stdout().lock());
        each_line::<Q>(library, lines, &mut answers, |reply| {
            bar.inc(1);
            match reply {
                Reply::Answered(Weight::Found) => worst = Outcome::Found,
                Reply::Answered(Weight::Fine) => {}
                Reply::Refused => refused += 1,
            }
        })?;
        answers.flush()?;
        bar.finish_and_clear();
        if refused > 0 {
            return Err(BadInput(format!("{refused} lines could not be read; each says why in its place")).into());
        }
        Ok(worst)
    }
}

fn outcome(weight: Weight) -> Outcome {
    match weight {
        Weight::Fine => Outcome::Fine,
        Weight::Found => Outcome::Found,
    }
}

fn say(value: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value)?;
    Ok(out.write_all(b"\n")?)
}

fn text(file: Option<&Path>) -> anyhow::Result<Box<dyn BufRead>> {
    match file {
        Some(path) if path != Path::new("-") => {
            let opened = File::open(path).with_context(|| format!("{} cannot be read", path.display()));
            Ok(Box::new(BufReader::new(opened.map_err(|error| BadInput(format!("{error:#}")))?)))
        }
        _ => Ok(Box::new(BufReader::new(io::stdin()))),
    }
}
