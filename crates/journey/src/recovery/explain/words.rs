//! The tree in words.

use super::{FlagTrace, Hour};
use crate::evidence::Force;
use crate::kleene::Truth;
use crate::recovery::flag::Tier;
use crate::recovery::free_text::{Mention, Standing};
use crate::recovery::sign::{Reading, SignTest};
use crate::slug::SymptomId;
use crate::text::Bilingual;
use crate::words::{Words, in_both};

pub(super) const fn mark(truth: Truth) -> char {
    match truth {
        Truth::True => '✓',
        Truth::False => '✗',
        Truth::Unknown => '?',
    }
}

pub(super) fn all() -> Bilingual {
    Bilingual::new("すべて", "all of")
}

pub(super) fn any() -> Bilingual {
    Bilingual::new("いずれか", "any of")
}

pub(super) fn not() -> Bilingual {
    Bilingual::new("次ではない", "not")
}

pub(super) fn tier(tier: Tier) -> Bilingual {
    let number = tier.code().trim_start_matches("tier-");
    Bilingual::new(format!("緊急度 {number}"), format!("Tier {number}"))
}

pub(super) fn flag(flag: &FlagTrace) -> Bilingual {
    let raised = if flag.is_raised() { '●' } else { '○' };
    let (ja, en) = match (flag.force, flag.hour) {
        (Force::KeptForRecord, _) => ("記録のみ", "kept for the record"),
        (Force::Acts, Hour::Before) => ("まだ期間外", "its hours have not begun"),
        (Force::Acts, Hour::Open) => ("期間内", "within its hours"),
        (Force::Acts, Hour::After) => ("期間を過ぎている", "its hours are over"),
    };
    let (id, tier) = (&flag.flag, tier(flag.tier));
    Bilingual::new(
        format!("{raised} {id}（{}、{ja}）{}", tier.ja, flag.says.ja),
        format!("{raised} {id} ({}, {en}): {}", tier.en, flag.says.en),
    )
}

pub(super) fn mention(mention: &Mention) -> Bilingual {
    let (ja, en) = match mention.standing {
        Standing::Reported => ("訴えている", "reported"),
        Standing::Denied => ("否定している", "denied"),
        Standing::Passed => ("すでに治まった", "has passed"),
        Standing::Imagined => ("仮定の話", "only imagined"),
        Standing::OfAnother => ("ほかの人の話", "somebody else's"),
        Standing::Asked => ("一般的な質問", "asked in general"),
    };
    let word = &mention.word;
    Bilingual::new(format!("「{word}」：{ja}"), format!("\"{word}\": {en}"))
}

/// A test, and the answer it met.
pub(super) fn test(test: &SignTest, reading: &Reading<'_>) -> Bilingual {
    let asks = in_both(|lang| Words::plain(lang).sign(test));
    let given = test.symptom().map(|symptom| given(symptom, reading)).unwrap_or_else(|| depth_given(reading));
    Bilingual::new(format!("{}（{}）", asks.ja, given.ja), format!("{} ({})", asks.en, given.en))
}

fn given(symptom: &SymptomId, reading: &Reading<'_>) -> Bilingual {
    match reading.now.answers.get(symptom) {
        Some(given) => {
            let told = in_both(|lang| Words::plain(lang).answer(*given).to_owned());
            Bilingual::new(format!("回答：{}", told.ja), format!("answered: {}", told.en))
        }
        None => Bilingual::new("未回答", "not answered"),
    }
}

fn depth_given(reading: &Reading<'_>) -> Bilingual {
    match reading.session.depth {
        Some(depth) => Bilingual::new(format!("記録：{depth}"), format!("recorded: {depth}")),
        None => Bilingual::new("深さの記録なし", "no depth recorded"),
    }
}
