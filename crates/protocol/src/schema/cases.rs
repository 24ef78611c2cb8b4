//! `cases.toml`: cases of screening in full; of the other kinds no more than that they have a name, for their keys follow
//! what they try.

use super::form::{DATE, Form, IDS, Shape, TEXT, may, must, plain};
use super::words::{HEADLINE_WORDS, OVERRIDE_WORDS};

const ANSWERS: Shape = Shape::Named(&Shape::Shared("answer"));
const NAMED: Shape = Shape::List(&Shape::Open(&["name"]), 0);

/// The whole file.
pub(super) const CASES: Form = plain(&[
    may("baseline", Shape::Table(&BASELINE), "Answers that lie under every case."),
    may("case", Shape::List(&Shape::Table(&CASE), 0), "Answers in, verdict out."),
    may("date", NAMED, "A history in, days out."),
    may("setting", NAMED, "Settings in, findings out."),
    may("dilution", NAMED, "A preparation in, a dose out."),
    may("triage", NAMED, "A check-in in, a tier out."),
    may("healing", NAMED, "A session in, an expected course out."),
    may("outcome", NAMED, "Scores in, a response out."),
    may("recall", NAMED, "A last session in, a window out."),
]);

const BASELINE: Form = plain(&[must("facts", ANSWERS, "The answers, by fact.")]);

const CASE: Form = plain(&[
    must("name", TEXT, "What it shows."),
    must("on", DATE, "The day on which the verdict is asked for."),
    may("answered", DATE, "The day on which the answers were given, where it is another."),
    may("baseline", Shape::Truth, "Whether the baseline lies under it; true unless written."),
    may("facts", ANSWERS, "The answers, by fact."),
    must("expect", HEADLINE_WORDS, "The verdict that must come out."),
    may("named", IDS, "Rules that must be found."),
    may("absent", IDS, "Rules that must not be found."),
    may("missing", IDS, "Facts that must be missing."),
    may("known", IDS, "Facts that must not be missing."),
    may("decided", IDS, "Rules whose conflict the physician has decided."),
    may("override", OVERRIDE_WORDS, "Who may set the finding aside."),
    may("until", DATE, "The day on which a deferral must end."),
    may("zones", Shape::Named(&HEADLINE_WORDS), "The verdict of single zones."),
    may("verdicts", Shape::Named(&HEADLINE_WORDS), "The verdict of single rules."),
]);
