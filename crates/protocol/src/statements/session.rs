//! The steps of a session, who carries them out, and within which bounds.

use super::Teller;
use super::aspect::Field;
use super::course::zones;
use super::meaning::Meaning;
use super::part::Part;
use super::rules::weight;
use super::statement::{Statement, same};
use super::tokens::{self, Told, set};
use journey::evidence::Sourced;
use journey::protocol::{Library, Resource, Segment};
use journey::session::{Asymmetry, Bound, Ceiling, NoGo, OperatorRule, Per, Titration};
use journey::slug::CompetenceId;
use journey::staff::Role;
use journey::stock::{MechanicalLimit, Product};
use journey::text::Bilingual;
use journey::words::{Words, in_both};

/// The steps, and who carries them out.
pub(super) fn steps(teller: &Teller<'_>) -> Vec<Statement> {
    let steps = &teller.protocol.segments;
    let first = Bilingual::new("（最初）", "(the first)");
    let before = std::iter::once(&first).chain(steps.iter().map(|step| &step.name));
    let segments =
        steps.iter().zip(before).map(|(one, before)| segment(teller, one).plain(Field::Follows, before.clone()));
    segments.chain(teller.protocol.operators.iter().map(|rule| operator(teller, rule))).collect()
}

fn named<Id: PartialEq>(of: &[Resource<Id>], id: &Id) -> Option<Bilingual> {
    of.iter().find(|one| &one.id == id).map(|one| one.name.clone())
}

fn segment(teller: &Teller<'_>, segment: &Segment) -> Statement {
    let Segment { id, name, minutes, cleaning_minutes, competence, room, device } = segment;
    let long = |minutes: &u16| Bilingual::new(format!("{minutes}分"), format!("{minutes} minutes"));
    let competence = competence.as_ref().map(|id| teller.one(id, |library, id| named(&library.competences, id)));
    let room = room.as_ref().map(|id| teller.one(id, |library, id| named(&library.rooms, id)));
    let device = device.as_ref().map(|id| teller.one(id, |library, id| named(&library.devices, id)));
    Statement::new(Part::Segment, id, name.clone())
        .wording(Field::Name, name)
        .plain(Field::Minutes, long(minutes))
        .plain_any(Field::Cleaning, (*cleaning_minutes > 0).then(|| long(cleaning_minutes)))
        .plain_any(Field::Competence, competence)
        .plain_any(Field::Room, room)
        .plain_any(Field::Device, device)
}

fn operator(teller: &Teller<'_>, rule: &OperatorRule) -> Statement {
    let OperatorRule { id, roles, competence, renewed, says, evidence } = rule;
    let renewed = renewed.map_or_else(
        || (Bilingual::new("定めなし", "not asked"), Meaning::Rank("days-left", i64::MIN)),
        tokens::deadline,
    );
    Statement::new(Part::Operator, id, says.clone())
        .with_any(Field::Roles, Some(one_of(roles)))
        .with_any(Field::Competence, Some(held(teller, competence.as_ref())))
        .with_any(Field::Renewed, Some(renewed))
        .wording(Field::Says, says)
        .supported(evidence)
}

/// Roles of which one is enough. The more are left out, the stricter it is.
fn one_of(roles: &[Role]) -> Told {
    let left_out = Role::ALL.into_iter().filter(|role| !roles.is_empty() && !roles.contains(role));
    let text = in_both(|lang| {
        let words = Words::plain(lang);
        let told: Vec<String> = roles.iter().map(|role| tokens::role(*role).get(lang).to_owned()).collect();
        if told.is_empty() {
            words.pick("問わない", "any").to_owned()
        } else {
            told.join(words.pick("、または", " or "))
        }
    });
    (text, Meaning::Wider(set(left_out.map(Role::code))))
}

fn held(teller: &Teller<'_>, competence: Option<&CompetenceId>) -> Told {
    let text = competence.map(|id| teller.one(id, |library, id| named(&library.competences, id)));
    (text.unwrap_or_else(|| Bilingual::new("定めなし", "not asked")), Meaning::Wider(set(competence)))
}

/// What devices can do, what labels cover and the clinic allows, and where no point should lie.
pub(super) fn limits(teller: &Teller<'_>) -> Vec<Statement> {
    let protocol = teller.protocol;
    let mechanical = protocol.products.iter().flat_map(|product| product.limits.iter().map(|one| able(product, one)));
    let bounds = protocol.bounds.iter().map(|rule| bound(teller, rule));
    let titrations = protocol.titrations.iter().map(|rule| titration(teller, rule));
    let asymmetry = protocol.asymmetry.iter().map(asymmetry);
    let no_go = protocol.no_go.iter().map(|rule| no_go(teller, rule));
    mechanical.chain(bounds).chain(titrations).chain(asymmetry).chain(no_go).collect()
}

fn able(product: &Product, limit: &Sourced<MechanicalLimit>) -> Statement {
    let MechanicalLimit { min, max, step } = limit.value;
    let measure = max.measure();
    let (name, what) = (&product.name, tokens::measure(measure));
    let title = Bilingual::new(format!("{}：{}", name.ja, what.ja), format!("{}: {}", name.en, what.en));
    Statement::new(Part::Mechanical, format!("{}-{}", product.id, measure.code()), title)
        .with_any(Field::Min, Some(tokens::least(min)))
        .with_any(Field::Max, Some(tokens::most(max)))
        .plain(Field::Step, tokens::most(step).0)
        .supported(&limit.evidence)
}

fn bound(teller: &Teller<'_>, rule: &Bound) -> Statement {
    let Bound { id, indications, zones: of, products, when, ceiling, min, max, per: to, override_by, says, evidence } =
        rule;
    let indication = |_: &_, id: &_| teller.protocol.indication(id).map(|one| one.name.clone());
    let product = |library: &Library, id: &_| library.product(id).map(|one| one.name.clone());
    let all = ("すべて", "all");
    Statement::new(Part::Bound, id, says.clone())
        .weighing(u8::from(*ceiling == Ceiling::Labelled))
        .plain(Field::Ceiling, tokens::ceiling(*ceiling))
        .plain_any(Field::Indications, (!indications.is_empty()).then(|| teller.names(indications, indication, all)))
        .plain_any(Field::Zones, (!of.is_empty()).then(|| zones(teller, of, all)))
        .plain_any(Field::Products, (!products.is_empty()).then(|| teller.names(products, product, all)))
        .plain_any(Field::When, when.as_ref().map(|when| teller.facts(when)))
        .with_any(Field::Min, min.map(tokens::least))
        .with_any(Field::Max, Some(tokens::most(*max)))
        .with_any(Field::Per, Some(per(*to)))
        .with_any(Field::Override, Some(tokens::override_by(*override_by)))
        .wording(Field::Says, says)
        .supported(evidence)
}

fn per(per: Per) -> Told {
    let fixed = |ja: &str, en: &str| (Bilingual::new(ja, en), Meaning::Plain);
    match per {
        Per::Point => fixed("1点ごと", "each point"),
        Per::Side => fixed("片側ごと", "each side of a zone"),
        Per::Zone => fixed("部位ごと（左右の合計）", "each zone, both sides together"),
        Per::Session => fixed("1回の施術の合計", "everything in the session"),
        Per::Rolling(period) => {
            let told = in_both(|lang| {
                let (words, length) = (Words::plain(lang), Words::plain(lang).period(period));
                words.told(format!("{length}の合計"), format!("everything within {length}"))
            });
            (told, Meaning::Rank("rolling-days", i64::from(period.rough_days())))
        }
    }
}

fn titration(teller: &Teller<'_>, rule: &Titration) -> Statement {
    let Titration { id, product, steps, hold, every, late, .. } = rule;
    let Titration { doctor_after_missed, restart_after_missed, override_by, says, evidence, .. } = rule;
    let rising: Vec<String> = steps.iter().map(ToString::to_string).collect();
    let top = steps.last().map(|top| (same(top), Meaning::Rank("mass", -i64::from(top.0))));
    let late = late.map(|hours| {
        let told = in_both(|lang| {
            let (words, length) = (Words::plain(lang), Words::plain(lang).hours(u32::from(hours.0)));
            words.told(format!("次回まで{length}以上あれば可"), format!("if the next is at least {length} away"))
        });
        (told, Meaning::Rank("hours", i64::from(hours.0)))
    });
    Statement::new(Part::Titration, id, says.clone())
        .plain(Field::Products, teller.one(product, |library, id| library.product(id).map(|one| one.name.clone())))
        .same(Field::Steps, rising.join(" → "))
        .with_any(Field::Max, top)
        .with_any(Field::Hold, Some(tokens::wait(*hold)))
        .plain(Field::Every, tokens::wait(*every).0)
        .with_any(Field::Late, late)
        .with_any(Field::DoctorAfter, doctor_after_missed.map(tokens::at_most))
        .with_any(Field::RestartAfter, restart_after_missed.map(tokens::at_most))
        .with_any(Field::Override, Some(tokens::override_by(*override_by)))
        .wording(Field::Says, says)
        .supported(evidence)
}

fn asymmetry(rule: &Asymmetry) -> Statement {
    let Asymmetry { percent, says, evidence } = rule;
    Statement::new(Part::Asymmetry, Asymmetry::rule(), says.clone())
        .with(Field::Percent, same(format!("{percent} %")), Meaning::Rank("percent-left", -i64::from(*percent)))
        .wording(Field::Says, says)
        .supported(evidence)
}

fn no_go(teller: &Teller<'_>, rule: &NoGo) -> Statement {
    let NoGo { id, band, headline, override_by, says, evidence } = rule;
    let place = teller.protocol.bands.iter().find(|one| &one.id == band).map(|one| one.name.clone());
    Statement::new(Part::NoGo, id, says.clone())
        .weighing(weight(*headline))
        .plain(Field::Band, place.unwrap_or_else(|| same(band)))
        .with_any(Field::Verdict, Some(tokens::headline(*headline)))
        .with_any(Field::Override, Some(tokens::override_by(*override_by)))
        .wording(Field::Says, says)
        .supported(evidence)
}
