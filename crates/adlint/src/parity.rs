//! The Japanese and the English version of a page beside each other: prices, risks, statements, strength of claims.

use crate::finding::{Finding, Outcome, Severity};
use crate::linter::Page;
use crate::pack::{Pack, Rule, Wording};
use crate::phrase::hit::{ClassId, Hit};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One version of a page with what was found in it.
#[derive(Debug)]
pub struct Version<'a> {
    /// The page.
    pub page: &'a Page,
    /// What the other rules found.
    pub outcome: &'a Outcome,
}

/// What the first version lacks or says more strongly than the second. Ask both ways.
#[must_use]
pub fn lacking(pack: &Pack, this: &Version<'_>, other: &Version<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(prices(pack, this, other));
    findings.extend(topics(pack, this, other));
    findings.extend(claims(pack, this, other));
    findings
}

/// Amounts of money that only the other version names.
fn prices(pack: &Pack, this: &Version<'_>, other: &Version<'_>) -> Option<Finding> {
    let rule = pack.rule("PAR-PRICE")?;
    let price = pack.class("price");
    let (here, there) = (amounts(this.page, &price), amounts(other.page, &price));
    let missing: Vec<String> = there.difference(&here).map(|amount| format!("{amount}円")).collect();
    (!missing.is_empty()).then(|| finding(rule, this, &missing.join("、"), &missing.join(", ")))
}

fn amounts(page: &Page, price: &[ClassId]) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for reading in &page.readings {
        let mut end = 0;
        for hit in longest(reading.hits.iter().filter(|hit| price.contains(&hit.class))) {
            let text = reading.text.as_str().get(hit.range()).unwrap_or_default();
            if hit.end > end {
                found.extend(text.split(['~', '-']).filter_map(yen));
            }
            end = end.max(hit.end);
        }
    }
    found
}

/// Ordered by their starts, the longest first: what lies inside another is then seen after it.
fn longest<'h>(hits: impl Iterator<Item = &'h Hit>) -> Vec<&'h Hit> {
    let mut hits: Vec<&Hit> = hits.collect();
    hits.sort_by_key(|hit| (hit.start, Reverse(hit.end)));
    hits
}

/// 「3万3千円」, `¥33,000` and 「33,000円」 are one amount.
fn yen(text: &str) -> Option<u64> {
    let (mut sum, mut digits) = (0_u64, String::new());
    for letter in text.chars() {
        let unit = match letter {
            '0'..='9' => {
                digits.push(letter);
                continue;
            }
            '万' => 10_000,
            '千' => 1_000,
            _ => continue,
        };
        sum += digits.parse::<u64>().ok()?.checked_mul(unit)?;
        digits.clear();
    }
    if sum == 0 && digits.is_empty() {
        return None;
    }
    sum.checked_add(if digits.is_empty() { 0 } else { digits.parse().ok()? })
}

/// Statements that only the other version makes, one finding a rule.
fn topics(pack: &Pack, this: &Version<'_>, other: &Version<'_>) -> Vec<Finding> {
    let says = |page: &Page, any: &[ClassId]| page.readings.iter().any(|reading| reading.has_any(any));
    let mut missing: BTreeMap<usize, Vec<&Wording>> = BTreeMap::new();
    for topic in &pack.topics {
        if says(other.page, &topic.any) && !says(this.page, &topic.any) {
            missing.entry(topic.rule).or_default().push(&topic.name);
        }
    }
    let told = |names: &[&Wording], pick: fn(&Wording) -> &str, join: &str| {
        names.iter().map(|name| pick(name)).collect::<Vec<_>>().join(join)
    };
    let one = |(rule, names): (usize, Vec<&Wording>)| {
        let rule = pack.rules.get(rule)?;
        Some(finding(rule, this, &told(&names, |name| &name.ja, "、"), &told(&names, |name| &name.en, ", ")))
    };
    missing.into_iter().filter_map(one).collect()
}

/// Rules that this version breaks more heavily than the other; page rules speak for themselves.
fn claims(pack: &Pack, this: &Version<'_>, other: &Version<'_>) -> Vec<Finding> {
    let Some(rule) = pack.rule("PAR-CLAIM") else { return Vec::new() };
    let (here, there) = (heaviest(pack, this), heaviest(pack, other));
    let mut findings = Vec::new();
    for (id, (severity, place)) in here {
        let weaker = there.get(id).is_none_or(|(other, _)| *other < severity);
        if weaker {
            let told = format!("{id}: {severity}");
            let mut one = finding(rule, this, &told, &told);
            one.span = place.span.clone();
            findings.push(one);
        }
    }
    findings
}

fn heaviest<'a>(pack: &Pack, version: &Version<'a>) -> BTreeMap<&'a str, (Severity, &'a Finding)> {
    let phrase: BTreeSet<usize> = pack.cases.iter().map(|case| case.rule).collect();
    let is_phrase = |id: &str| pack.rules.iter().position(|rule| rule.id == id).is_some_and(|at| phrase.contains(&at));
    let mut found: BTreeMap<&str, (Severity, &Finding)> = BTreeMap::new();
    for one in version.outcome.findings.iter().filter(|finding| is_phrase(&finding.rule)) {
        let heaviest = found.entry(&one.rule).or_insert((one.severity, one));
        if one.severity > heaviest.0 {
            *heaviest = (one.severity, one);
        }
    }
    found
}

/// At the first block of the version that lacks something.
fn finding(rule: &Rule, version: &Version<'_>, ja: &str, en: &str) -> Finding {
    let span = version.page.document.blocks.first().map(|block| block.source.clone()).unwrap_or_default();
    Finding {
        rule: rule.id.clone(),
        severity: rule.severity,
        span,
        reason: Arc::new(Wording {
            ja: rule.reason.ja.replace("{missing}", ja),
            en: rule.reason.en.replace("{missing}", en),
        }),
        suggestion: rule.suggestion.clone(),
        source: rule.source.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::yen;

    #[test]
    fn an_amount_is_the_same_however_it_is_written() {
        assert_eq!(yen("33,000円"), Some(33_000));
        assert_eq!(yen("3万3千円"), Some(33_000));
        assert_eq!(yen("¥33,000"), Some(33_000));
    }
}
