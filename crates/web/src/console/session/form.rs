//! The form in which a setting is written down.

use super::entry::{MEASURES, WHOLE_BODY};
use super::load::Sheet;
use super::place;
use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::console::protocols::measure::{measured, unit};
use crate::look::action::{Button, Weight, actions};
use crate::look::field::{Choice, Field, LineField, LineKind, Need, PassageField, Pick, SelectField, Width};
use crate::when;
use app::actor::Physician;
use journey::quantity::Measure;
use maud::{Markup, html};

/// The name of the form.
pub(super) const FORM: &str = "setting";

/// Zone, product, quantity, points, lot; for physicians also the reason for going beyond a bound.
pub(super) fn form(desk: &Desk, sheet: &Sheet, chosen: &str, again: &Again) -> Markup {
    let words = desk.words();
    html! {
        section #setting {
            h2 { (words.t("setting-title")) }
            (if again.is_of(FORM) { again.notice(desk, &sheet.protocol.sources) } else { Markup::default() })
            form.clinical-form method="post" action={ "/console/records/" (sheet.record.id) "/settings" } {
                div.in-row { (places(desk, sheet, chosen, again)) (products(desk, sheet, again)) }
                div.in-row { (quantity(desk, sheet, again)) (points(desk, again)) }
                (lots(desk, sheet, again))
                @if desk.may(Physician::ROLES) { (reason(desk, again)) }
                (actions(&[&Button { label: &words.t("clinical-record"), weight: Weight::Primary, sends: None }]))
            }
        }
    }
}

fn choices<'a>(options: &'a [(String, String)], taken: &str) -> Vec<Choice<'a>> {
    let only = options.len() == 1;
    let pick = |value: &str| if only || value == taken { Pick::Taken } else { Pick::Open };
    options.iter().map(|(value, label)| Choice { value, label, hint: None, pick: pick(value) }).collect()
}

fn select(desk: &Desk, again: &Again, name: &str, label: &str, options: &[(String, String)], taken: &str) -> Markup {
    let error = again.error(desk.words(), FORM, name);
    let field = Field { name, label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    let blank = desk.words().t("clinical-choose");
    let blank = (options.len() != 1).then_some(blank.as_str());
    html! { (SelectField { field, blank, choices: &choices(options, taken) }) }
}

fn places(desk: &Desk, sheet: &Sheet, chosen: &str, again: &Again) -> Markup {
    let words = desk.words();
    let library = &desk.web.app.world().library;
    let treated = sheet.protocol.indication(&sheet.indication).map_or(&[][..], |aim| &aim.zones);
    let mut options: Vec<(String, String)> =
        place::places(words, library, treated).into_iter().map(|one| (one.code, one.label)).collect();
    if options.is_empty() {
        options.push((WHOLE_BODY.to_owned(), words.t("place-whole-body")));
    }
    select(desk, again, "place", &words.t("setting-place"), &options, chosen)
}

fn products(desk: &Desk, sheet: &Sheet, again: &Again) -> Markup {
    let products = &sheet.protocol.products;
    let options: Vec<(String, String)> =
        products.iter().map(|one| (one.id.to_string(), one.name.get(desk.lang).to_owned())).collect();
    select(desk, again, "product", &desk.words().t("setting-product"), &options, again.typed(FORM, "product"))
}

/// What the protocol measures in; everything where it names nothing.
fn measures(sheet: &Sheet) -> Vec<Measure> {
    let bounded = sheet.protocol.bounds.iter().map(|bound| bound.measure());
    let limited = sheet.protocol.products.iter().flat_map(|one| &one.limits).map(|limit| limit.value.max.measure());
    let mut named: Vec<Measure> = bounded.chain(limited).collect();
    named.sort();
    named.dedup();
    if named.is_empty() { MEASURES.to_vec() } else { named }
}

fn quantity(desk: &Desk, sheet: &Sheet, again: &Again) -> Markup {
    let words = desk.words();
    let measures = measures(sheet);
    let named = |measure: Measure| {
        words.with("setting-measured", &[("name", &measured(words, measure)), ("unit", &unit(words, measure))])
    };
    let error = again.error(words, FORM, "quantity");
    let single = match measures.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let label = single.map_or_else(|| words.t("setting-quantity"), named);
    let field = Field { name: "quantity", label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    let value = again.typed(FORM, "quantity");
    let options: Vec<(String, String)> =
        measures.iter().map(|measure| (measure.code().to_owned(), named(*measure))).collect();
    html! {
        (LineField { field, kind: LineKind::Decimal, value, autocomplete: Some("off"), width: Width::Short })
        @match single {
            Some(measure) => { input type="hidden" name="measure" value=(measure.code()); }
            None => {
                (select(desk, again, "measure", &words.t("setting-measure"), &options, again.typed(FORM, "measure")))
            }
        }
    }
}

fn points(desk: &Desk, again: &Again) -> Markup {
    let words = desk.words();
    let (label, error) = (words.t("setting-points"), again.error(words, FORM, "points"));
    let need = words.t("clinical-optional");
    let field =
        Field { name: "points", label: &label, hint: None, error: error.as_deref(), need: Need::Optional(&need) };
    let value = again.typed(FORM, "points");
    html! { (LineField { field, kind: LineKind::Whole, value, autocomplete: Some("off"), width: Width::Short }) }
}

fn lots(desk: &Desk, sheet: &Sheet, again: &Again) -> Markup {
    let words = desk.words();
    let mut options: Vec<(String, String)> = vec![(String::new(), words.t("setting-no-lot"))];
    options.extend(sheet.lots.iter().filter(|lot| lot.expires >= sheet.today).map(|lot| {
        let until = when::date(desk.lang, lot.expires);
        (lot.id.to_string(), words.with("setting-lot-option", &[("lot", &lot.lot), ("until", &until)]))
    }));
    let (label, error) = (words.t("setting-lot"), again.error(words, FORM, "lot"));
    let field = Field { name: "lot", label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    let taken = again.typed(FORM, "lot");
    html! { @if options.len() > 1 { (SelectField { field, blank: None, choices: &choices(&options, taken) }) } }
}

fn reason(desk: &Desk, again: &Again) -> Markup {
    let words = desk.words();
    let (label, hint, need) =
        (words.t("setting-override"), words.t("setting-override-hint"), words.t("clinical-optional"));
    let field = Field { name: "override", label: &label, hint: Some(&hint), error: None, need: Need::Optional(&need) };
    html! { (PassageField { field, rows: 2, value: again.typed(FORM, "override") }) }
}
