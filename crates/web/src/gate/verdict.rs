use adlint::pack::Wording;
use adlint::{Finding, Severity};
use journey::text::Lang;
use std::sync::Arc;

/// The longest excerpt, in characters.
const EXCERPT: usize = 60;

/// Whether a page may be shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It may.
    Open,
    /// It may not: a rule of weight *error* or *block* finds something.
    Withheld,
}

/// One thing that a rule says about a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// The rule's id.
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// The words that it is about, as far as there are any.
    pub excerpt: String,
    /// Why, in both languages; what is missing is named.
    pub reason: Arc<Wording>,
    /// What may be written instead, in both languages.
    pub suggestion: Arc<Wording>,
    /// Where the rule comes from.
    pub source: Arc<str>,
}

/// What the rules say about a page, the heaviest first. Never a statement that the page is lawful.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Verdict {
    /// The remarks.
    pub remarks: Vec<Remark>,
}

/// A public page with the verdict on it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Its address.
    pub path: String,
    /// Its language.
    pub lang: Lang,
    /// The verdict.
    pub verdict: Arc<Verdict>,
}

impl Remark {
    /// A finding in a document, with the words that it is about.
    #[must_use]
    pub fn of(finding: Finding, document: &str) -> Self {
        let excerpt = excerpt(document.get(finding.span.clone()).unwrap_or_default());
        let Finding { rule, severity, reason, suggestion, source, .. } = finding;
        Self { rule, severity, excerpt, reason, suggestion, source }
    }

    /// Whether it withholds the page.
    #[must_use]
    pub fn withholds(&self) -> bool {
        matches!(self.severity, Severity::Error | Severity::Block)
    }
}

impl Verdict {
    /// The heaviest first; each said once.
    pub(super) fn of(mut remarks: Vec<Remark>) -> Self {
        remarks.sort_by(|a, b| (b.severity, &a.rule).cmp(&(a.severity, &b.rule)));
        remarks.dedup();
        Self { remarks }
    }

    /// A page that the rules could not be asked about, which is as good a reason to withhold it.
    pub(super) fn unread(why: &str) -> Self {
        let both = |text: &str| Arc::new(Wording { ja: text.to_owned(), en: text.to_owned() });
        Self::of(vec![Remark {
            rule: "AD-UNREAD".to_owned(),
            severity: Severity::Block,
            excerpt: String::new(),
            reason: both(why),
            suggestion: both(""),
            source: "".into(),
        }])
    }

    /// Whether the page may be shown.
    #[must_use]
    pub fn standing(&self) -> Standing {
        if self.remarks.iter().any(Remark::withholds) { Standing::Withheld } else { Standing::Open }
    }

    /// What withholds it.
    pub fn withholding(&self) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(|remark| remark.withholds())
    }
}

/// The text between the tags of a piece of a document, shortened.
fn excerpt(piece: &str) -> String {
    let mut text = String::new();
    for (place, part) in piece.split('<').enumerate() {
        text.push_str(if place == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) });
        text.push(' ');
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    match whole.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", whole.get(..end).unwrap_or_default()),
        None => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remark(severity: Severity) -> Remark {
        Remark { severity, ..Verdict::unread("x").remarks.remove(0) }
    }

    #[test]
    fn only_errors_and_blocks_withhold() {
        let standing = |all: &[Severity]| Verdict::of(all.iter().map(|one| remark(*one)).collect()).standing();
        assert_eq!(standing(&[]), Standing::Open);
        assert_eq!(standing(&[Severity::Review, Severity::Warn]), Standing::Open);
        assert_eq!(standing(&[Severity::Warn, Severity::Error, Severity::Review]), Standing::Withheld);
        assert_eq!(standing(&[Severity::Block]), Standing::Withheld);
    }

    #[test]
    fn the_heaviest_stands_first_and_is_said_once() {
        let verdict = Verdict::of([Severity::Warn, Severity::Block, Severity::Warn].map(remark).to_vec());
        assert_eq!(
            verdict.remarks.iter().map(|one| one.severity).collect::<Vec<_>>(),
            [Severity::Block, Severity::Warn]
        );
    }

    #[test]
    fn an_excerpt_has_no_tags_and_an_end() {
        assert_eq!(excerpt("<p>最高の<b>技術</b>\n です"), "最高の 技術 です");
        assert_eq!(excerpt(&"あ".repeat(61)), format!("{}…", "あ".repeat(60)));
        assert_eq!(excerpt(&"あ".repeat(60)), "あ".repeat(60));
    }
}
