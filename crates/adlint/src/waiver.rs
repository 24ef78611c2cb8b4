//! Waivers written beside the text: `<!-- adlint waive=RULE reason="…" person="…" until=2027-03-31 -->`.

use crate::document::Document;
use crate::finding::{Finding, HeldBack, Outcome, Severity};
use crate::pack::{Pack, Wording};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// A waiver as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Its bytes in the source.
    pub source: Range<usize>,
    /// The bytes of the source it is for: the block that follows, or everything.
    pub covers: Range<usize>,
    /// The rule.
    pub rule: String,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub person: String,
    /// The last day on which it holds.
    pub until: Option<Date>,
}

const MARK: &str = "adlint waive=";
/// The rule under which a waiver that does not hold is reported.
pub const RULE: &str = "AD-WAIVER";

/// The waivers among the comments of a page. One that stands before the first block covers the whole page.
#[must_use]
pub fn read(source: &str, document: &Document) -> Vec<Waiver> {
    let one = |note: &crate::document::Note| {
        let text = source.get(note.source.clone())?;
        let body = text.split_once(MARK).map(|(_, rest)| rest.trim_end_matches("-->"))?;
        let covers = match document.blocks.get(note.before) {
            Some(block) if note.before > 0 => block.source.clone(),
            _ => 0..source.len(),
        };
        let rule = body.split_whitespace().next().unwrap_or_default().to_owned();
        Some(Waiver {
            source: note.source.clone(),
            covers,
            rule,
            reason: field(body, "reason"),
            person: field(body, "person"),
            until: field(body, "until").parse().ok(),
        })
    };
    document.notes.iter().filter_map(one).collect()
}

/// What follows `name=`, quoted or up to the next space.
pub(crate) fn field(body: &str, name: &str) -> String {
    let Some((_, rest)) = body.split_once(&format!("{name}=")) else { return String::new() };
    let quoted = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).map(|(value, _)| value);
    quoted.or_else(|| rest.split_whitespace().next()).unwrap_or_default().trim().to_owned()
}

/// Takes out what is waived, and reports the waivers that do not hold.
pub fn apply(waivers: &[Waiver], pack: &Pack, today: Date, outcome: &mut Outcome) {
    let mut valid: BTreeMap<&str, Vec<Range<usize>>> = BTreeMap::new();
    let mut faults = Vec::new();
    for waiver in waivers {
        match fault(waiver, pack, today) {
            Some(wrong) => faults.push(wrong),
            None => valid.entry(&waiver.rule).or_default().push(waiver.covers.clone()),
        }
    }
    let waived = |finding: &Finding| {
        let covers = |places: &Vec<Range<usize>>| is_covered(places, &finding.span);
        finding.severity < Severity::Block && valid.get(finding.rule.as_str()).is_some_and(covers)
    };
    let (waived, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut outcome.findings).into_iter().partition(waived);
    outcome.findings = kept;
    outcome.findings.extend(faults);
    let held = |finding: Finding| HeldBack { rule: finding.rule, span: finding.span, by: "waiver".into() };
    outcome.held_back.extend(waived.into_iter().map(held));
}

/// Whether a span lies in one of the places: pages begin at 0, blocks follow each other in order.
fn is_covered(places: &[Range<usize>], span: &Range<usize>) -> bool {
    let covers = |place: &Range<usize>| place.start <= span.start && span.end <= place.end;
    let after = places.partition_point(|place| place.start <= span.start);
    places.first().is_some_and(covers) || after.checked_sub(1).and_then(|at| places.get(at)).is_some_and(covers)
}

/// What is wrong with a waiver, as a finding.
fn fault(waiver: &Waiver, pack: &Pack, today: Date) -> Option<Finding> {
    let (ja, en) = match (pack.rule(&waiver.rule), waiver.until) {
        (None, _) => ("そのルールはありません。", "there is no such rule."),
        (Some(rule), _) if rule.severity == Severity::Block => {
            ("掲載を止める区分のルールには、例外を認めていません。", "rules of class block have no waiver.")
        }
        _ if waiver.reason.is_empty() => ("理由（reason）がありません。", "it has no reason."),
        _ if waiver.person.is_empty() => ("責任者（person）がありません。", "it names no person."),
        (_, None) => ("期限（until）がありません。", "it has no date until which it holds."),
        (_, Some(until)) if until < today => ("期限が過ぎています。", "it has expired."),
        _ => return None,
    };
    let rule = &waiver.rule;
    Some(Finding {
        rule: RULE.into(),
        severity: Severity::Error,
        span: waiver.source.clone(),
        reason: Arc::new(Wording {
            ja: format!("例外の記載（{rule}）は無効です：{ja}"),
            en: format!("This waiver of {rule} does not hold: {en}"),
        }),
        suggestion: Arc::new(Wording {
            ja: "ルール、理由、責任者、期限をそろえて書くか、本文を直してください。".into(),
            en: "Write rule, reason, person and date, or mend the text.".into(),
        }),
        source: "DESIGN.md".into(),
    })
}
