//! What the patient's answers say about dates.

use super::history::CourseQuestion;
use super::hold::{CommonDay, Hold, Stretch};
use super::reason::{Origin, Reason};
use crate::screening::{Finding, Headline, Rule, Until, screen};

/// The deferrals and contraindications that hold today.
#[derive(Default)]
pub(super) struct Answers {
    /// Those that are over on a day.
    pub running_out: Vec<Finding>,
    /// Those that no day ends.
    pub blocking: Vec<Finding>,
}

/// Applies the screening rules as of today. What a physician set aside holds nothing up.
pub(super) fn answers(question: &CourseQuestion<'_>) -> Answers {
    let Some(screened) = question.screened else {
        return Answers::default();
    };
    let known = screened.known;
    let protocol = question.protocol;
    let verdict = screen(protocol, known.vocabulary, known.facts, known.on, screened.overrides, screened.activation);
    let bars = |finding: &Finding| {
        rule_of(question, finding).is_some_and(|rule| rule.headline >= Headline::Deferred)
            && (finding.zones.is_empty() || question.shares_a_zone(&finding.zones))
    };
    let barring = verdict.findings.into_iter().filter(bars);
    let (running_out, blocking) = barring.partition(|finding| matches!(finding.until, Some(Until::Date(_))));
    Answers { running_out, blocking }
}

/// The days that a deferral closes, from the day of the answers on.
pub(super) fn holds<'a>(question: &CourseQuestion<'a>, answers: &Answers) -> Vec<Hold<'a>> {
    let from = question.screened.map_or(question.today, |screened| screened.known.on);
    let hold = |finding: &Finding| match &finding.until {
        Some(Until::Date(until)) => Some(Hold {
            reason: Reason::Screening(rule_of(question, finding)?),
            origin: Origin::Answers,
            stretch: Stretch::Days { from, until: *until },
            common_day: CommonDay::Forbidden,
        }),
        Some(Until::Event(_)) | None => None,
    };
    answers.running_out.iter().filter_map(hold).collect()
}

fn rule_of<'a>(question: &CourseQuestion<'a>, finding: &Finding) -> Option<&'a Rule> {
    question.protocol.screening.iter().find(|rule| rule.id == finding.rule)
}
