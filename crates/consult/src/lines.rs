//! Many questions at once: one JSON object a line in, one a line out, in the same order.

use crate::misread::Refused;
use crate::{Question, Weight, Weighty, read};
use journey::protocol::Library;
use serde::Serialize;
use serde::de::IgnoredAny;
use std::io::{self, BufRead, Chain, Cursor, Read, Write};

/// What one line came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reply {
    /// It was answered.
    Answered(Weight),
    /// It could not be read; the line says why, and those after it are answered all the same.
    Refused,
}

/// What a caller handed over.
#[derive(Debug)]
pub enum Given<R> {
    /// One question, over as many lines as it likes.
    One(String),
    /// One question a line.
    Many(Chain<Cursor<String>, R>),
}

/// Looks at the beginning of a text: where its first line is a whole JSON value and another line follows, it is a
/// batch, and the rest is not read yet.
pub fn given<R: BufRead>(mut text: R) -> io::Result<Given<R>> {
    let mut seen = String::new();
    line(&mut text, &mut seen)?;
    if serde_json::from_str::<IgnoredAny>(&seen).is_err() {
        text.read_to_string(&mut seen)?;
        return Ok(Given::One(seen));
    }
    if line(&mut text, &mut seen)? == 0 {
        return Ok(Given::One(seen));
    }
    Ok(Given::Many(Cursor::new(seen).chain(text)))
}

/// Adds lines up to the next that is not blank; tells its length, nothing at the end.
fn line(text: &mut impl BufRead, seen: &mut String) -> io::Result<usize> {
    loop {
        let before = seen.len();
        let read = text.read_line(seen)?;
        if read == 0 || !seen[before..].trim().is_empty() {
            return Ok(read);
        }
    }
}

/// Answers each line of `questions` with one line. A line that cannot be read becomes `{"error": [...]}`; blank lines
/// are passed over. Tells `heard` after each line what it came to.
pub fn each_line<Q: Question>(
    library: &Library,
    questions: impl BufRead,
    answers: &mut impl Write,
    mut heard: impl FnMut(Reply),
) -> io::Result<()> {
    for (at, line) in questions.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let reply = match read::<Q>(&line).and_then(|question| question.answer(library)) {
            Ok(answer) => {
                put(answers, &answer)?;
                Reply::Answered(answer.weight())
            }
            Err(refused) => {
                put(answers, &placed(refused, at + 1))?;
                Reply::Refused
            }
        };
        heard(reply);
    }
    Ok(())
}

fn placed(mut refused: Refused, line: usize) -> Refused {
    refused.error.iter_mut().for_each(|misread| misread.line = Some(line));
    refused
}

fn put(answers: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *answers, value)?;
    answers.write_all(b"\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_batch(text: &str) -> bool {
        matches!(given(text.as_bytes()).unwrap(), Given::Many(_))
    }

    #[test]
    fn one_object_is_one_question_however_many_lines_it_takes() {
        assert!(!is_batch(""));
        assert!(!is_batch("{}"));
        assert!(!is_batch("{}\n\n"));
        assert!(!is_batch("{\n\"on\": 1\n}"));
    }

    #[test]
    fn two_whole_lines_are_a_batch_and_none_of_it_is_lost() {
        let Given::Many(mut all) = given("\n{}\n{\"a\": 1}\n{}\n".as_bytes()).unwrap() else { panic!("a batch") };
        let mut text = String::new();
        all.read_to_string(&mut text).unwrap();
        assert_eq!(text, "\n{}\n{\"a\": 1}\n{}\n");
    }
}
