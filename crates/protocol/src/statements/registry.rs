//! Products, scales and bands that the protocol carries with it.

use super::aspect::Field;
use super::course::zones;
use super::meaning::Meaning;
use super::part::Part;
use super::statement::{Statement, same};
use super::{Teller, tokens};
use journey::evidence::Sourced;
use journey::outcome::{Better, Scale, ScaleInput, ScalePart};
use journey::period::Hours;
use journey::quantity::Measure;
use journey::session::Band;
use journey::stock::{Dilution, Product, ProductKind, ProductStatus};
use journey::text::Bilingual;

/// Products with their preparation, scales, and bands.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    let protocol = teller.protocol;
    let products = protocol.products.iter().flat_map(|one| product(teller, one));
    let scales = protocol.scales.iter().map(|one| scale(teller, one));
    products.chain(scales).chain(protocol.bands.iter().map(|one| band(teller, one))).collect()
}

fn product(teller: &Teller<'_>, product: &Product) -> Vec<Statement> {
    let Product { id, name, aliases, generic, maker, kind: sort, status, approved_for, route, equivalent, .. } =
        product;
    // The mechanical limits stand among the bounds of a session.
    let Product { overseas, unit_system, limits: _, dilutions, vials, use_within, checked_on, evidence, .. } = product;
    let uses = teller.both(|words| approved_for.iter().map(|one| one.get(words.lang)).collect::<Vec<_>>().join(" / "));
    let sizes = teller.both(|words| words.list(vials.iter().map(|size| words.amount(*size))));
    let told = Statement::new(Part::Product, id, name.clone())
        .wording(Field::Name, name)
        .wording_any(Field::Aliases, (!aliases.is_empty()).then(|| same(aliases.join(", "))).as_ref())
        .wording(Field::Generic, generic)
        .same(Field::Maker, maker)
        .plain(Field::Kind, kind(*sort))
        .plain(Field::Status, approved(*status))
        .plain_any(Field::ApprovedFor, (!approved_for.is_empty()).then_some(uses))
        .wording(Field::Route, route)
        .wording_any(Field::Equivalent, equivalent.as_ref())
        .wording_any(Field::Overseas, overseas.as_ref())
        .plain_any(Field::UnitSystem, unit_system.as_ref().map(same))
        .plain_any(Field::Vials, (!vials.is_empty()).then_some(sizes))
        .with(Field::CheckedOn, same(checked_on), Meaning::Evidence)
        .supported(evidence);
    let dilutions = dilutions.iter().map(|one| dilution(product, one));
    std::iter::once(told).chain(dilutions).chain(use_within.iter().map(|one| keeps(product, one))).collect()
}

fn dilution(of: &Product, dilution: &Dilution) -> Statement {
    let Dilution { name, hundredths_per_ml, evidence } = dilution;
    let units = Measure::Units.of(*hundredths_per_ml);
    Statement::new(Part::Dilution, format!("{}: {}", of.id, name.en), of.name.clone())
        .wording(Field::Name, name)
        .plain(Field::UnitsPerMl, tokens::least(units).0)
        .supported(evidence)
}

fn keeps(of: &Product, hours: &Sourced<Hours>) -> Statement {
    Statement::new(Part::UseWithin, &of.id, of.name.clone())
        .with_any(Field::UseWithin, Some(tokens::hours_left(hours.value)))
        .supported(&hours.evidence)
}

fn kind(kind: ProductKind) -> Bilingual {
    match kind {
        ProductKind::Device => Bilingual::new("機器", "device"),
        ProductKind::Injectable => Bilingual::new("注射薬", "injectable"),
        ProductKind::Topical => Bilingual::new("外用薬", "topical"),
        ProductKind::Oral => Bilingual::new("内服薬", "oral"),
        ProductKind::Infusion => Bilingual::new("点滴", "infusion"),
    }
}

fn approved(status: ProductStatus) -> Bilingual {
    match status {
        ProductStatus::Approved => Bilingual::new("国内承認あり", "approved in Japan"),
        ProductStatus::Unapproved => Bilingual::new("国内未承認", "not approved in Japan"),
        ProductStatus::Varies => Bilingual::new("承認の有無は機種と目的による", "approval differs by make and purpose"),
    }
}

fn scale(teller: &Teller<'_>, scale: &Scale) -> Statement {
    let Scale { id, name, better, min, max, noise, levels, inputs, parts, bands, evidence } = scale;
    let better = match better {
        Better::Lower => Bilingual::new("低いほど良い", "lower is better"),
        Better::Higher => Bilingual::new("高いほど良い", "higher is better"),
    };
    let levels_told = teller
        .both(|words| words.list(levels.iter().map(|one| format!("{} {}", one.value, one.label.get(words.lang)))));
    let inputs_told = teller.both(|words| words.list(inputs.iter().map(|one| input(one, one.name.get(words.lang)))));
    let bands_told = teller.both(|words| {
        words.list(bands.iter().map(|one| {
            let (from, label) = (one.from, one.label.get(words.lang));
            words.told(format!("{from}から{label}"), format!("from {from} {label}"))
        }))
    });
    let sum: Vec<String> = parts.iter().map(part).collect();
    Statement::new(Part::Scale, id, name.clone())
        .wording(Field::Name, name)
        .plain(Field::Better, better)
        .same(Field::Min, min)
        .same(Field::Max, max)
        .same(Field::Noise, noise)
        .plain_any(Field::Levels, (!levels.is_empty()).then_some(levels_told))
        .plain_any(Field::Inputs, (!inputs.is_empty()).then_some(inputs_told))
        .plain_any(Field::Sum, (!sum.is_empty()).then(|| same(sum.join(" + "))))
        .plain_any(Field::Meaning, (!bands.is_empty()).then_some(bands_told))
        .supported(evidence)
}

fn input(input: &ScaleInput, name: &str) -> String {
    let ScaleInput { id, name: _, min, max, steps } = input;
    let steps: Vec<String> = steps.iter().map(|step| format!("{}→{}", step.at_least, step.score)).collect();
    let steps = if steps.is_empty() { String::new() } else { format!(", {}", steps.join(" ")) };
    format!("{name} [{id}] ({min}–{max}{steps})")
}

fn part(part: &ScalePart) -> String {
    let ScalePart { weight, times, plus } = part;
    let factors = times.iter().map(ToString::to_string);
    let sum: Vec<String> = plus.iter().map(ToString::to_string).collect();
    let sum = (!sum.is_empty()).then(|| format!("({})", sum.join(" + ")));
    std::iter::once(weight.to_string()).chain(factors).chain(sum).collect::<Vec<_>>().join(" × ")
}

fn band(teller: &Teller<'_>, band: &Band) -> Statement {
    let Band { id, name, zones: touched, shape } = band;
    let corners: Vec<String> = shape.iter().map(|point| format!("({}, {})", point.x, point.y)).collect();
    Statement::new(Part::Band, id, name.clone())
        .wording(Field::Name, name)
        .plain(Field::Zones, zones(teller, touched, ("すべて", "all")))
        .same(Field::Shape, corners.join(" "))
}
