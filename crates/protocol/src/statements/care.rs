//! Aftercare, piece by piece.

use super::Teller;
use super::aspect::Field;
use super::part::Part;
use super::statement::Statement;
use journey::catalogue::{Aftercare, CareEnd, HoursSince, Since};
use journey::period::Period;
use journey::text::Bilingual;
use journey::words::{Words, in_both};

/// One piece of aftercare.
pub(super) fn aftercare(teller: &Teller<'_>, at: usize, care: &Aftercare) -> Statement {
    let Aftercare { says, when, from, until, evidence } = care;
    Statement::unnamed(Part::Aftercare, at, says)
        .wording(Field::Says, says)
        .plain_any(Field::When, when.as_ref().map(|when| teller.facts(when)))
        .plain_any(Field::From, from.map(|from| in_both(|lang| since(Words::plain(lang), from))))
        .plain_any(Field::Until, until.as_ref().map(end))
        .supported(evidence)
}

fn since(words: Words<'_>, since: Since) -> String {
    let length = match since {
        Since::Hours(HoursSince(hours)) => words.hours(hours),
        Since::Months { months } => words.period(Period::Months(months)),
    };
    words.told(format!("施術の{length}後"), format!("{length} after the session"))
}

fn end(end: &CareEnd) -> Bilingual {
    match end {
        CareEnd::At(at) => in_both(|lang| since(Words::plain(lang), *at)),
        CareEnd::Event { event } => event.clone(),
    }
}
