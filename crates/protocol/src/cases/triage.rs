//! `[[triage]]`: a check-in in, its tier out.

use super::About;
use super::answers::otherwise;
use super::history::performed;
use crate::reading::{Node, Table};
use journey::protocol::Protocol;
use journey::recovery::{
    Asked, CheckInAnswers, Doubt, HumanReader, NextSession, PerformedSession, Reader, SymptomAnswer, Tier, Triage,
    triage,
};
use journey::slug::{RuleId, SymptomId};
use std::collections::BTreeMap;

const TIERS: [Tier; 4] = [Tier::Tier0, Tier::Tier1, Tier::Tier2, Tier::Tier3];
const READERS: [(&str, Reader); 2] = [("nurse", Reader::Nurse), ("physician", Reader::Physician)];
const PERSON: [(&str, HumanReader); 2] = [("needed", HumanReader::Needed), ("not-needed", HumanReader::NotNeeded)];
const ASKED: [(&str, Asked); 2] = [("once", Asked::Once), ("again", Asked::Again)];

/// A check-in, and what it must come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct TriageCase {
    now: CheckInAnswers,
    earlier: Vec<CheckInAnswers>,
    session: PerformedSession,
    expect: Tier,
    named: Vec<RuleId>,
    absent: Vec<RuleId>,
    ask_again: Vec<SymptomId>,
    tiers: BTreeMap<RuleId, Tier>,
    frozen: Option<Vec<RuleId>>,
    role: Option<Reader>,
    person: Option<HumanReader>,
    doubts: Option<Vec<RuleId>>,
}

pub(super) fn read(table: &Table<'_>, about: &About<'_>) -> Option<TriageCase> {
    let now = check_in(table, about.protocol);
    let earlier = table.get("previous").map(|node| previous(node, about.protocol)).unwrap_or_default();
    let session = performed(table);
    let expect = table.need("expect").and_then(tier);
    let flags = || about.protocol.recovery.flags.iter().map(|flag| &flag.id);
    let (named, absent) = (table.references("named", "flag", flags()), table.references("absent", "flag", flags()));
    let symptoms = about.protocol.recovery.symptoms.iter().map(|symptom| &symptom.id);
    let ask_again = table.references("ask_again", "symptom", symptoms);
    let tiers = table.get("tiers").map(|node| tiers(node, flags())).unwrap_or_default();
    let frozen = table.has("frozen").then(|| table.references("frozen", "flag", flags()));
    let doubts = doubts(table, about.protocol);
    let role = table.get("role").and_then(|node| node.word(&READERS));
    let person = table.get("person").and_then(|node| node.word(&PERSON));
    let (now, expect) = (now?, expect?);
    Some(TriageCase { now, earlier, session, expect, named, absent, ask_again, tiers, frozen, role, person, doubts })
}

/// The rules for which answers are in doubt: a contradiction, a flag whose words are used, or
/// `better-but-stronger`.
fn doubts(table: &Table<'_>, protocol: &Protocol) -> Option<Vec<RuleId>> {
    let recovery = &protocol.recovery;
    let better = doubting(&Doubt::BetterButStronger);
    let flags = recovery.flags.iter().map(|flag| &flag.id);
    let known = recovery.mismatches.iter().map(|one| &one.id).chain(flags).chain(std::iter::once(&better));
    table.has("doubts").then(|| table.references("doubts", "rule", known))
}

fn doubting(doubt: &Doubt) -> RuleId {
    match doubt {
        Doubt::WrittenOtherwise { flag } => flag.clone(),
        Doubt::BetterButStronger => RuleId::derived("better", "but-stronger"),
        Doubt::Mismatch { rule } => rule.clone(),
    }
}

/// One check-in or a list of them, the oldest first.
fn previous(node: Node<'_>, protocol: &Protocol) -> Vec<CheckInAnswers> {
    let nodes = if node.is_table() { vec![node] } else { node.list() };
    let read = |node: Node<'_>| {
        let table = node.table()?;
        let check_in = check_in(&table, protocol);
        table.close();
        check_in
    };
    nodes.into_iter().filter_map(read).collect()
}

fn check_in(table: &Table<'_>, protocol: &Protocol) -> Option<CheckInAnswers> {
    let hours = table.need("hours").and_then(|node| node.whole());
    let answers = table.get("answers").map(|node| answers(node, protocol)).unwrap_or_default();
    let free_text = table.get("text").and_then(|node| node.text()).unwrap_or_default().to_owned();
    let asked = table.word_or_first("asked", &ASKED);
    Some(CheckInAnswers { hours_since_end: hours?, answers, free_text, asked: asked? })
}

fn answers(node: Node<'_>, protocol: &Protocol) -> BTreeMap<SymptomId, SymptomAnswer> {
    let symptoms = &protocol.recovery.symptoms;
    let mut found = BTreeMap::new();
    for (key, value) in node.table().map(Table::entries).unwrap_or_default() {
        let Some(symptom) = symptoms.iter().find(|symptom| symptom.id.as_str() == key) else {
            value.unknown(key, "symptom", symptoms.iter().map(|symptom| symptom.id.as_str()));
            continue;
        };
        let answer = value.text().map(|text| SymptomAnswer::parse(symptom.kind, text));
        if answer == Some(None) {
            value.wrong(format!("`{key}` cannot be answered so"), "yes, no, or none, mild, moderate, severe");
        }
        found.extend(answer.flatten().map(|answer| (symptom.id.clone(), answer)));
    }
    found
}

fn tier(node: Node<'_>) -> Option<Tier> {
    let tier = TIERS.get(node.whole::<usize>()?).copied();
    if tier.is_none() {
        node.wrong("this is no tier", "0, 1, 2 or 3");
    }
    tier
}

fn tiers<'k>(node: Node<'_>, flags: impl Iterator<Item = &'k RuleId> + Clone) -> BTreeMap<RuleId, Tier> {
    let mut found = BTreeMap::new();
    for (key, value) in node.table().map(Table::entries).unwrap_or_default() {
        match flags.clone().find(|flag| flag.as_str() == key) {
            Some(flag) => found.extend(tier(value).map(|tier| (flag.clone(), tier))),
            None => value.unknown(key, "flag", flags.clone().map(RuleId::as_str)),
        }
    }
    found
}

impl TriageCase {
    pub fn differs(&self, protocol: &Protocol) -> Vec<String> {
        let got = triage(protocol, &self.now, &self.earlier, &self.session);
        let raised = |flag: &RuleId| got.findings.iter().find(|finding| &finding.flag == flag);
        let silent = self.named.iter().filter(|flag| raised(flag).is_none());
        let loud = self.absent.iter().filter(|flag| raised(flag).is_some());
        let settled = self.ask_again.iter().filter(|symptom| !got.ask_again.contains(symptom));
        let graded = self.tiers.iter().filter(|(flag, tier)| raised(flag).map(|one| &one.tier) != Some(*tier));
        otherwise("", self.expect.code(), got.tier.code())
            .into_iter()
            .chain(silent.map(|flag| format!("{flag} was not raised")))
            .chain(loud.map(|flag| format!("{flag} was raised")))
            .chain(settled.map(|symptom| format!("{symptom} is not asked again")))
            .chain(graded.map(|(flag, tier)| format!("{flag} is not {}", tier.code())))
            .chain(self.freezes_otherwise(&got))
            .chain(self.doubts_otherwise(&got))
            .chain(self.role.filter(|_| self.role != got.role).map(|_| "somebody else reads it".to_owned()))
            .chain(
                self.person
                    .filter(|_| self.person != Some(got.needs_human_reader))
                    .map(|_| "whether a person must read it is otherwise".to_owned()),
            )
            .collect()
    }

    /// Where a case says which rules doubt an answer, no other may.
    fn doubts_otherwise(&self, got: &Triage) -> Option<String> {
        let wanted = self.doubts.as_ref()?;
        let found: Vec<RuleId> = got.contradictions.iter().map(|one| doubting(&one.doubt)).collect();
        let same = found.len() == wanted.len() && wanted.iter().all(|rule| found.contains(rule));
        let shown: Vec<&str> = found.iter().map(RuleId::as_str).collect();
        (!same).then(|| format!("answers are in doubt for [{}]", shown.join(", ")))
    }

    /// Where a case says which flags freeze the next session, no other may.
    fn freezes_otherwise(&self, got: &Triage) -> Option<String> {
        let wanted = self.frozen.as_ref()?;
        let freezing = got.findings.iter().filter(|finding| finding.next_session == NextSession::Frozen);
        let freezing: Vec<&RuleId> = freezing.map(|finding| &finding.flag).collect();
        let same = freezing.len() == wanted.len() && wanted.iter().all(|flag| freezing.contains(&flag));
        let shown: Vec<&str> = freezing.iter().map(|flag| flag.as_str()).collect();
        (!same).then(|| format!("the next session is frozen by [{}]", shown.join(", ")))
    }
}
