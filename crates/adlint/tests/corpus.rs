//! What the fuzzer keeps is read again here, without the fuzzer.

mod labelled {
    pub mod pack;
}

use adlint::{Channel, Format, Linter, Outcome};
use labelled::pack::{linter, pack};
use std::path::{Path, PathBuf};

/// The files of one target, by name.
fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(target);
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the data is sound").path()).collect();
    files.sort();
    files.into_iter().map(|file| (file.clone(), std::fs::read(&file).expect("the data is sound"))).collect()
}

fn spans_lie_inside(file: &Path, text: &str, outcome: &Outcome) {
    let findings = outcome.findings.iter().map(|finding| &finding.span);
    for span in findings.chain(outcome.held_back.iter().map(|held| &held.span)) {
        assert!(text.get(span.clone()).is_some(), "{}: {span:?}", file.display());
    }
}

fn read_as_page(linter: &Linter<'_>, file: &Path, bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let (channel, format) = match kind {
        b'h' => (Channel::Site, Format::Html),
        b't' => (Channel::Site, Format::Plain),
        b'p' => (Channel::Push, Format::Html),
        b's' => (Channel::Post, Format::Markdown),
        _ => (Channel::Site, Format::Markdown),
    };
    let text = String::from_utf8_lossy(rest);
    match linter.text_on(channel, &text, format) {
        Ok(outcome) => spans_lie_inside(file, &text, &outcome),
        Err(refused) => assert!(text.is_char_boundary(refused.at), "{}: {refused:?}", file.display()),
    }
}

#[test]
fn every_page_of_the_corpus_is_read_or_refused_at_a_place() {
    let (pack, files) = (pack(), corpus("document"));
    assert!(files.len() > 20, "the corpus is there");
    files.iter().for_each(|(file, bytes)| read_as_page(&linter(&pack), file, bytes));
}

#[test]
fn every_passage_of_the_corpus_is_read_and_spans_lie_inside() {
    let (pack, files) = (pack(), corpus("matcher"));
    assert!(files.len() > 10, "the corpus is there");
    for (file, bytes) in &files {
        let text = String::from_utf8_lossy(bytes);
        let outcome = linter(&pack).passage(&text).expect("it is small");
        spans_lie_inside(file, &text, &outcome);
    }
}
