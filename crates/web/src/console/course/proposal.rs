//! The form in which a physician proposes a course; it stands on the chart.

use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::filled::Filled;
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Choice, Field, LineField, LineKind, Need, Pick, SelectField, Width};
use app::FieldError;
use jiff::civil::Date;
use journey::id::PatientId;
use journey::slug::{IndicationId, ProtocolId};
use maud::{Markup, html};

/// The name of the form.
pub(super) const FORM: &str = "course";

/// What is to be proposed.
pub(super) struct Wanted {
    pub protocol: ProtocolId,
    pub indication: IndicationId,
    pub start: Date,
}

/// Reads the form; a treatment is named together with what it is for.
pub(super) fn read(filled: &Filled) -> Result<Wanted, Vec<FieldError>> {
    let aim = filled.get("aim").split_once('/').and_then(|(protocol, indication)| {
        Some((ProtocolId::parse(protocol).ok()?, IndicationId::parse(indication).ok()?))
    });
    match (aim, filled.date("start")) {
        (Some((protocol, indication)), Some(start)) => Ok(Wanted { protocol, indication, start }),
        (None, _) => Err(vec![FieldError { field: "aim", code: "field-choice" }]),
        (Some(_), None) => Err(vec![FieldError { field: "start", code: "field-date" }]),
    }
}

/// Treatment with indication, and the first day.
pub(in crate::console) fn proposal_form(desk: &Desk, patient: PatientId, again: &Again) -> Markup {
    let words = desk.words();
    html! {
        section {
            h2 { (words.t("course-propose")) }
            p { (words.t("course-propose-note")) }
            form.clinical-form method="post" action={ "/console/patients/" (patient) "/course" } {
                (aims(desk, again))
                (start(desk, again))
                (actions(&[&Button { label: &words.t("course-propose-send"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}

fn aims(desk: &Desk, again: &Again) -> Markup {
    let words = desk.words();
    let typed = again.typed(FORM, "aim");
    let options: Vec<(String, String)> = desk
        .web
        .app
        .world()
        .library
        .iter()
        .flat_map(|protocol| protocol.indications.iter().map(move |aim| (protocol, aim)))
        .map(|(protocol, aim)| {
            let label = [protocol.name.get(desk.lang), aim.name.get(desk.lang)].join(&words.t("list-gap"));
            (format!("{}/{}", protocol.id, aim.id), label)
        })
        .collect();
    let pick = |value: &str| if value == typed { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> =
        options.iter().map(|(value, label)| Choice { value, label, hint: None, pick: pick(value) }).collect();
    let (label, error) = (words.t("course-aim"), again.error(words, FORM, "aim"));
    let error = error.or_else(|| again.error(words, FORM, "indication"));
    let field = Field { name: "aim", label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! { (SelectField { field, blank: Some(&words.t("clinical-choose")), choices: &choices }) }
}

fn start(desk: &Desk, again: &Again) -> Markup {
    let words = desk.words();
    let today = desk.web.app.world().date_of(desk.web.app.now()).to_string();
    let value = match again.typed(FORM, "start") {
        "" => today.as_str(),
        typed => typed,
    };
    let (label, error) = (words.t("course-start"), again.error(words, FORM, "start"));
    let field = Field { name: "start", label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! { (LineField { field, kind: LineKind::Date, value, autocomplete: None, width: Width::Medium }) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn fields(pairs: &[(&str, &str)]) -> Vec<&'static str> {
        read(&Filled::of(pairs)).err().unwrap_or_default().into_iter().map(|mistake| mistake.field).collect()
    }

    #[test]
    fn a_treatment_is_named_together_with_what_it_is_for() {
        let wanted = read(&Filled::of(&[("aim", "dermapen/pores"), ("start", "2026-11-22")])).ok().unwrap();
        assert_eq!((wanted.protocol.as_str(), wanted.indication.as_str()), ("dermapen", "pores"));
        assert_eq!(wanted.start, date(2026, 11, 22));
    }

    #[test]
    fn a_treatment_without_an_indication_or_a_day_is_refused() {
        assert_eq!(fields(&[("aim", "dermapen"), ("start", "2026-11-22")]), ["aim"]);
        assert_eq!(fields(&[("aim", "dermapen/pores")]), ["start"]);
        assert_eq!(fields(&[]), ["aim"]);
    }
}
