use super::{Remark, Verdict, navigation};
use adlint::parity::{Version, lacking};
use adlint::{Format, Linter, Outcome};

/// A document that was read, with what the rules found in it.
struct Read<'d> {
    text: &'d str,
    page: adlint::linter::Page,
    outcome: Outcome,
}

/// Judges a page, and its twin in the other language where there is one: each by itself, and beside the other.
pub(super) fn pair(linter: &Linter<'_>, this: &[u8], twin: Option<&[u8]>) -> (Verdict, Option<Verdict>) {
    let this = read(linter, this);
    let Some(twin) = twin.map(|twin| read(linter, twin)) else { return (alone(this), None) };
    match (this, twin) {
        (Ok(this), Ok(twin)) => (beside(linter, &this, &twin), Some(beside(linter, &twin, &this))),
        (this, twin) => (alone(this), Some(alone(twin))),
    }
}

fn read<'d>(linter: &Linter<'_>, document: &'d [u8]) -> Result<Read<'d>, Verdict> {
    let text = std::str::from_utf8(document).map_err(|error| Verdict::unread(&error.to_string()))?;
    let (bare, navigation) = navigation::without(text);
    let refused = |refused: adlint::Refused| Verdict::unread(&refused.why);
    let mut outcome = linter.page(&bare, Format::Html).map_err(refused)?;
    let whole = linter.page(text, Format::Html).map_err(refused)?;
    let leads = |finding: &adlint::Finding| navigation.iter().any(|range| range.contains(&finding.span.start));
    outcome.findings.extend(whole.findings.into_iter().filter(|one| leads(one) && is_of_words(linter, &one.rule)));
    let page = linter.read(&bare, Format::Html).map_err(refused)?;
    Ok(Read { text, page, outcome })
}

/// Whether a rule looks for words, and not only for what must be present.
fn is_of_words(linter: &Linter<'_>, rule: &str) -> bool {
    let pack = linter.pack();
    pack.cases.iter().any(|case| pack.rules.get(case.rule).is_some_and(|one| one.id == rule))
}

fn alone(read: Result<Read<'_>, Verdict>) -> Verdict {
    read.map_or_else(|unread| unread, |read| Verdict::of(remarks(&read, read.outcome.findings.clone())))
}

/// What is found in a page, and what it lacks or says more strongly than the other.
fn beside(linter: &Linter<'_>, this: &Read<'_>, other: &Read<'_>) -> Verdict {
    let mut findings = this.outcome.findings.clone();
    let (mine, theirs) =
        (Version { page: &this.page, outcome: &this.outcome }, Version { page: &other.page, outcome: &other.outcome });
    let holds = |rule: &str| linter.pack().rule(rule).is_none_or(|rule| rule.holds_on(linter.stamp().checked_on));
    findings.extend(lacking(linter.pack(), &mine, &theirs).into_iter().filter(|finding| holds(&finding.rule)));
    Verdict::of(remarks(this, findings))
}

fn remarks(read: &Read<'_>, findings: Vec<adlint::Finding>) -> Vec<Remark> {
    findings.into_iter().map(|finding| Remark::of(finding, read.text)).collect()
}
