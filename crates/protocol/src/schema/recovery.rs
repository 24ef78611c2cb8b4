//! `protocol.toml`: recovery and response.

use super::form::{BILINGUAL, COUNT, Form, ID, RANGE, SIGNS, Shape, TEXT, may, must, plain, statement};
use super::words::{CLASS_WORDS, SEVERITY_WORDS};

/// How it heals.
pub(super) const RECOVERY: Form = plain(&[
    must("check_ins", Shape::Table(&CHECK_INS), "When check-ins are due."),
    may("symptom", Shape::List(&Shape::Table(&SYMPTOM), 0), "What check-ins ask."),
    may("expected", Shape::List(&Shape::Table(&EXPECTED), 0), "What is expected, day by day. No evidence, no table."),
    may("flag", Shape::List(&Shape::Table(&FLAG), 0), "What must alarm."),
    may("contradiction", Shape::List(&Shape::Table(&CONTRADICTION), 0), "Answers that do not fit together."),
]);

const CHECK_INS: Form = statement(&[must("days", Shape::List(&COUNT, 1), "Rising days after the session.")]);

const SYMPTOM: Form = plain(&[
    must("id", ID, "Its name."),
    must("ask", BILINGUAL, "The question."),
    may("short", BILINGUAL, "The noun for it, needed where a curve tells it."),
    must("answer", Shape::Words(&["severity", "yes-no"]), "How it is answered."),
]);

const EXPECTED: Form = statement(&[
    must("symptom", ID, "A symptom that is answered by severity."),
    may("depth_mm", RANGE, "For which depths."),
    may("units", RANGE, "For which doses."),
    must("phases", Shape::List(&Shape::Table(&PHASE), 1), "Days that do not overlap."),
]);

const PHASE: Form = plain(&[
    must("days", Shape::Exactly(&COUNT, 2), "The first and the last day; the day of the session is day 0."),
    must("usual", SEVERITY_WORDS, "What is usual."),
    must("upper", SEVERITY_WORDS, "The upper edge of what is expected."),
]);

const WINDOW: Form = plain(&[
    may("from", Shape::Shared("since"), "From when it speaks."),
    may("to", Shape::Shared("since"), "Until when it speaks."),
]);

const WORDS: Form = plain(&[
    must("ja", Shape::List(&TEXT, 0), "Pieces of Japanese free text."),
    must("en", Shape::List(&TEXT, 0), "Pieces of English free text."),
]);

const FLAG: Form = statement(&[
    must("id", ID, "Its name."),
    must("when", SIGNS, "When it is raised."),
    may("window", Shape::Table(&WINDOW), "During which time after the session it speaks."),
    must("tier", Shape::Whole(0, 3), "How urgent: 0 self-care, 1 next working day, 2 the same day, 3 an emergency."),
    must("class", CLASS_WORDS, "What the sign is."),
    must("says", BILINGUAL, "What was seen."),
    must("advice", BILINGUAL, "What to do."),
    may("reader", Shape::Words(&["nurse", "physician"]), "Who answers; nurse for tier 0 and 1, physician above."),
    may("freezes", Shape::Truth, "Whether the next session waits for a physician."),
    may("words", Shape::Table(&WORDS), "Pieces of free text that raise it unless they are negated."),
]);

const CONTRADICTION: Form = statement(&[
    must("id", ID, "Its name."),
    must("when", SIGNS, "When the answers do not fit."),
    must("ask", Shape::List(&ID, 1), "What is asked again."),
    must("says", BILINGUAL, "What does not fit."),
]);

/// What may be expected.
pub(super) const RESPONSE: Form = statement(&[
    must("indication", ID, "What the course is for."),
    must("scale", ID, "Measured on, from scales.toml."),
    must("after_sessions", COUNT, "After so many sessions."),
    must("improvement", Shape::Number, "By so many points in the better direction; more than the scale's noise."),
    must("definition", BILINGUAL, "What the studies counted."),
    must("options", Shape::List(&BILINGUAL, 1), "What may be done otherwise."),
]);
