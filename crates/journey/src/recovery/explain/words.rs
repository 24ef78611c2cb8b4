//! The tree in words.

use super::{FlagTrace, Hour};
use crate::evidence::Force;
use crate::kleene::Truth;
use crate::quantity::DepthRange;
use crate::recovery::flag::Tier;
use crate::recovery::free_text::{Mention, Standing};
use crate::recovery::sign::{Reading, SignTest, Trend};
use crate::recovery::{Severity, SymptomAnswer};
use crate::slug::SymptomId;
use crate::text::Bilingual;

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

const fn severity(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::None => ("なし", "none"),
        Severity::Mild => ("軽い", "mild"),
        Severity::Moderate => ("中くらい", "moderate"),
        Severity::Severe => ("強い", "severe"),
    }
}

const fn answer(answer: SymptomAnswer) -> (&'static str, &'static str) {
    match answer {
        SymptomAnswer::Severity(given) => severity(given),
        SymptomAnswer::Yes => ("はい", "yes"),
        SymptomAnswer::No => ("いいえ", "no"),
    }
}

/// A test, and the answer it met.
pub(super) fn test(test: &SignTest, reading: &Reading<'_>) -> Bilingual {
    let asks = asks(test);
    let given = test.symptom().map(|symptom| given(symptom, reading)).unwrap_or_else(|| depth_given(reading));
    Bilingual::new(format!("{}（{}）", asks.ja, given.ja), format!("{} ({})", asks.en, given.en))
}

fn given(symptom: &SymptomId, reading: &Reading<'_>) -> Bilingual {
    match reading.now.answers.get(symptom) {
        Some(given) => {
            let (ja, en) = answer(*given);
            Bilingual::new(format!("回答：{ja}"), format!("answered: {en}"))
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

fn asks(test: &SignTest) -> Bilingual {
    match test {
        SignTest::Is { symptom, answer: wanted } => {
            let (ja, en) = answer(*wanted);
            Bilingual::new(format!("{symptom} が「{ja}」"), format!("{symptom} is {en}"))
        }
        SignTest::AtLeast { symptom, severity: wanted } => {
            let (ja, en) = severity(*wanted);
            Bilingual::new(format!("{symptom} が「{ja}」以上"), format!("{symptom} is at least {en}"))
        }
        SignTest::Moves { symptom, trend: Trend::Rising } => {
            Bilingual::new(format!("{symptom} が前回より強い"), format!("{symptom} is stronger than last time"))
        }
        SignTest::Moves { symptom, trend: Trend::RisingAfterFalling } => Bilingual::new(
            format!("{symptom} がいったん引いたあと強くなっている"),
            format!("{symptom} is stronger again after it had fallen"),
        ),
        SignTest::BeyondExpected { symptom, days } => Bilingual::new(
            format!("{symptom} が{days}日前に見込まれる範囲を超えている"),
            format!("{symptom} is beyond what was expected {days} days ago"),
        ),
        SignTest::Depth(range) => depth(range),
    }
}

fn depth(range: &DepthRange) -> Bilingual {
    let (low, high) = (range.at_least, range.below);
    let ja = [low.map(|low| format!("{low}以上")), high.map(|high| format!("{high}未満"))];
    let en = [low.map(|low| format!("at least {low}")), high.map(|high| format!("below {high}"))];
    let join = |parts: [Option<String>; 2], by: &str| parts.into_iter().flatten().collect::<Vec<_>>().join(by);
    Bilingual::new(format!("深さが{}", join(ja, "、")), format!("depth {}", join(en, " and ")))
}
