//! `[[setting]]`: what is to be given in, what speaks against it out.

use super::About;
use super::answers::{Named, facts, otherwise};
use super::history::{History, history, indication};
use super::operator::{Carrier, operator};
use super::settings::settings;
use super::vial::{Vial, vial};
use crate::reading::Table;
use jiff::civil::Date;
use journey::facts::{AsOf, Facts};
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, FindingKind, Headline};
use journey::session::{Asymmetry, OpenVial, SessionQuestion, Setting, check_session};
use journey::slug::{IndicationId, RuleId};

/// What `check_session` may find that no rule wrote.
const PLAIN: [FindingKind; 5] = [
    FindingKind::NoBoundKnown,
    FindingKind::Incomplete,
    FindingKind::ZoneOutsideIndication,
    FindingKind::ProductOutsideProtocol,
    FindingKind::BoundAwaitsApproval,
];

/// The settings of a session, and what must be found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct SettingCase {
    indication: IndicationId,
    on: Date,
    facts: Facts,
    settings: Vec<Setting>,
    history: History,
    operator: Option<Carrier>,
    vial: Option<Vial>,
    expect: Headline,
    rules: Named,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<SettingCase> {
    let indication = indication(table, about);
    let on = table.need("on").and_then(|node| node.date());
    let facts = facts(table, about, on);
    let settings = settings(table);
    let history = history(table, about, indication.as_ref());
    let operator = table.get("operator").and_then(operator);
    let vial = table.get("vial").and_then(|node| vial(node, settings.first().map(|setting| &setting.product)));
    let expect = table.word("expect", &Headline::ALL.map(|headline| (headline.code(), headline)));
    let known = rules(table.cx.library, about.protocol);
    let rules = Named::read(table, known.iter());
    let (indication, on, expect) = (indication?, on?, expect?);
    Some(SettingCase { indication, on, facts, settings, history, operator, vial, expect, rules })
}

/// Every rule that can speak of a session.
fn rules(library: &Library, protocol: &Protocol) -> Vec<RuleId> {
    let bounds = protocol.bounds.iter().map(|bound| &bound.id);
    let doses = protocol.titrations.iter().map(|titration| &titration.id);
    let bands = protocol.no_go.iter().map(|rule| &rule.id);
    let operators = protocol.operators.iter().map(|rule| &rule.id);
    let written = bounds.chain(doses).chain(bands).chain(operators).cloned();
    let plain = PLAIN.iter().map(|kind| RuleId::derived("setting", kind.code()));
    let devices = library
        .products
        .iter()
        .flat_map(|product| ["mechanical", "use-within"].map(|suffix| RuleId::derived(product.id.as_str(), suffix)));
    written.chain(plain).chain(devices).chain([Asymmetry::rule()]).collect()
}

impl SettingCase {
    pub fn differs(&self, library: &Library, protocol: &Protocol) -> Vec<String> {
        let known = AsOf::new(library.facts(), &self.facts, self.on);
        let at = Vial::used_at();
        let vials: Vec<OpenVial> = self.vial.iter().map(|vial| vial.open(at)).collect();
        let found = check_session(&SessionQuestion {
            library,
            protocol,
            indication: &self.indication,
            settings: &self.settings,
            history: &self.history.sessions,
            taken: &self.history.taken,
            operator: self.operator.as_ref().map(Carrier::operator),
            vials: &vials,
            at: Some(at),
            known: &known,
            activation: &Activation::all_by("cases"),
        });
        let headline = found.iter().map(|finding| finding.headline).max().unwrap_or(Headline::Cleared);
        otherwise("", self.expect.code(), headline.code()).into_iter().chain(self.rules.differs(&found)).collect()
    }
}
