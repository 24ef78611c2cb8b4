//! Everything that closes days for one question.

use super::answers::{self, Answers};
use super::history::CourseQuestion;
use super::hold::Hold;
use super::{event, gap, pause};

/// The closed days, and what no day ends.
pub(super) struct Scene<'a> {
    pub holds: Vec<Hold<'a>>,
    pub answers: Answers,
}

impl<'a> Scene<'a> {
    pub fn of(question: &CourseQuestion<'a>) -> Self {
        let answers = answers::answers(question);
        let mut holds = gap::holds(question);
        holds.extend(pause::holds(question));
        holds.extend(event::holds(question));
        holds.extend(answers::holds(question, &answers));
        Self { holds, answers }
    }
}
