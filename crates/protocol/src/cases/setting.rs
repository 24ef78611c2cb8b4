//! `[[setting]]`: what is to be given in, what speaks against it out.

use super::About;
use super::answers::{Named, facts, otherwise};
use super::history::{history, indication};
use super::settings::settings;
use crate::reading::Table;
use jiff::civil::Date;
use journey::course::PastSession;
use journey::facts::{AsOf, Facts};
use journey::protocol::{Library, Protocol};
use journey::screening::{Activation, FindingKind, Headline};
use journey::session::{Setting, check_ledger, check_session};
use journey::slug::{IndicationId, RuleId};

/// What `check_session` may find that no bound wrote.
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
    history: Vec<PastSession>,
    expect: Headline,
    rules: Named,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<SettingCase> {
    let indication = indication(table, about);
    let on = table.need("on").and_then(|node| node.date());
    let facts = facts(table, about, on);
    let settings = settings(table);
    let history = history(table, about, indication.as_ref());
    let expect = table.word("expect", &Headline::ALL.map(|headline| (headline.code(), headline)));
    let known = rules(table.cx.library, about.protocol);
    let rules = Named::read(table, known.iter());
    Some(SettingCase { indication: indication?, on: on?, facts, settings, history, expect: expect?, rules })
}

fn rules(library: &Library, protocol: &Protocol) -> Vec<RuleId> {
    let bounds = protocol.bounds.iter().map(|bound| bound.id.clone());
    let plain = PLAIN.iter().map(|kind| RuleId::derived("setting", kind.code()));
    let devices = library.products.iter().map(|product| RuleId::derived(product.id.as_str(), "mechanical"));
    bounds.chain(plain).chain(devices).collect()
}

impl SettingCase {
    pub fn differs(&self, library: &Library, protocol: &Protocol) -> Vec<String> {
        let known = AsOf::new(library.facts(), &self.facts, self.on);
        let approved = Activation::all_by("cases");
        let mut found = check_session(protocol, &self.settings, &self.indication, &known, &approved);
        found.extend(check_ledger(protocol, &self.settings, &self.history, &self.indication, &known));
        let headline = found.iter().map(|finding| finding.headline).max().unwrap_or(Headline::Cleared);
        otherwise("", self.expect.code(), headline.code()).into_iter().chain(self.rules.differs(&found)).collect()
    }
}
