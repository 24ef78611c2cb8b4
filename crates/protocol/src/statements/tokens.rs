//! The fixed words of the format as people read them, and what of them is stricter.

use super::meaning::Meaning;
use super::statement::same;
use journey::course::{ProductScope, SameDay, ZoneScope};
use journey::evidence::Confidence;
use journey::period::{Hours, Period};
use journey::protocol::RegulatoryStatus;
use journey::quantity::{Amount, Measure};
use journey::recovery::{NextSession, Reader, SignClass, SymptomKind, Tier};
use journey::screening::{Headline, OverrideBy};
use journey::session::Ceiling;
use journey::staff::Role;
use journey::text::Bilingual;
use journey::words::{Words, in_both};
use std::collections::BTreeSet;
use std::fmt::Display;

/// What is told of a value, and in which sense.
pub(super) type Told = (Bilingual, Meaning);

fn ranked(ja: &str, en: &str, scale: &'static str, rank: i64) -> Told {
    (Bilingual::new(ja, en), Meaning::Rank(scale, rank))
}

pub(super) fn headline(headline: Headline) -> Told {
    let rank = Headline::ALL.iter().position(|one| *one == headline).and_then(|at| i64::try_from(at).ok());
    (in_both(|lang| Words::plain(lang).headline(headline).to_owned()), Meaning::Rank("headline", rank.unwrap_or(0)))
}

pub(super) fn override_by(by: OverrideBy) -> Told {
    match by {
        OverrideBy::Physician => {
            ranked("医師は変更できます（理由を記録）", "a physician may, with a reason on record", "override", 0)
        }
        OverrideBy::Never => ranked("変更できません", "nobody", "override", 1),
    }
}

pub(super) fn tier(tier: Tier) -> Told {
    let (ja, en, rank) = match tier {
        Tier::Tier0 => ("0（ご自宅で様子をみる）", "0 (self-care)", 0),
        Tier::Tier1 => ("1（翌診療日までに連絡）", "1 (answered by the next working day)", 1),
        Tier::Tier2 => ("2（当日中に医師が確認）", "2 (a doctor the same day)", 2),
        Tier::Tier3 => ("3（ただちに対応）", "3 (an emergency)", 3),
    };
    ranked(ja, en, "tier", rank)
}

pub(super) fn reader(reader: Reader) -> Told {
    match reader {
        Reader::Nurse => ranked("看護師", "a nurse", "reader", 0),
        Reader::Physician => ranked("医師", "a physician", "reader", 1),
    }
}

pub(super) fn next_session(next: NextSession) -> Told {
    match next {
        NextSession::Open => ranked("そのまま", "goes on", "next-session", 0),
        NextSession::Frozen => ranked("医師が認めるまで保留", "waits until a physician releases it", "next-session", 1),
    }
}

pub(super) fn class(class: SignClass) -> Bilingual {
    match class {
        SignClass::Expected => Bilingual::new("予想される反応", "an expected reaction"),
        SignClass::AdverseEvent => Bilingual::new("有害事象", "an adverse event"),
        SignClass::NonResponse => Bilingual::new("効果が出ていない", "no response"),
    }
}

pub(super) fn status(status: RegulatoryStatus) -> Bilingual {
    match status {
        RegulatoryStatus::Approved => Bilingual::new("承認", "approved"),
        RegulatoryStatus::OffLabel => Bilingual::new("適応外使用", "off-label"),
        RegulatoryStatus::Unapproved => Bilingual::new("未承認", "unapproved"),
    }
}

pub(super) fn confidence(confidence: Confidence) -> Bilingual {
    match confidence {
        Confidence::Strong => Bilingual::new("強い", "strong"),
        Confidence::Moderate => Bilingual::new("中程度", "moderate"),
        Confidence::Weak => Bilingual::new("弱い", "weak"),
        Confidence::House => Bilingual::new("本プロジェクトの提案", "a proposal of the project"),
        Confidence::Unverified => Bilingual::new("未確認", "unverified"),
    }
}

pub(super) fn same_day(same_day: SameDay) -> Told {
    match same_day {
        SameDay::Never => ranked("行わない", "no", "same-day", 1),
        SameDay::Either => ranked("順序を問わず可", "yes, in any order", "same-day", 0),
        SameDay::ThisFirst => {
            (Bilingual::new("この施術を先に行う", "yes, this one first"), Meaning::Rank("one-order", 0))
        }
        SameDay::OtherFirst => {
            (Bilingual::new("相手の施術を先に行う", "yes, the other first"), Meaning::Rank("other-order", 0))
        }
    }
}

pub(super) fn zone_scope(scope: ZoneScope) -> Told {
    match scope {
        ZoneScope::Same => ranked("同じ部位のみ", "only where a zone is shared", "zone-scope", 0),
        ZoneScope::Any => ranked("部位を問わない", "any", "zone-scope", 1),
    }
}

pub(super) fn product_scope(scope: ProductScope) -> Told {
    match scope {
        ProductScope::Any => ranked("製品を問わない", "any", "product-scope", 1),
        ProductScope::Same => (Bilingual::new("同じ製品のみ", "the same only"), Meaning::Rank("same-product", 0)),
        ProductScope::Other => (Bilingual::new("別の製品のみ", "another only"), Meaning::Rank("other-product", 0)),
    }
}

pub(super) fn ceiling(ceiling: Ceiling) -> Bilingual {
    match ceiling {
        Ceiling::Labelled => Bilingual::new("添付文書・表示", "labelled"),
        Ceiling::Clinic => Bilingual::new("院内", "clinic"),
    }
}

pub(super) fn symptom_kind(kind: SymptomKind) -> Bilingual {
    match kind {
        SymptomKind::Severity => Bilingual::new("なし・軽い・中くらい・強い", "none, mild, moderate, severe"),
        SymptomKind::YesNo => Bilingual::new("はい・いいえ", "yes or no"),
    }
}

pub(super) fn role(role: Role) -> Bilingual {
    let ja = match role {
        Role::Reception => "受付",
        Role::Counsellor => "カウンセラー",
        Role::Nurse => "看護師",
        Role::Physician => "医師",
        Role::Editor => "編集担当",
        Role::Manager => "運営担当",
        Role::Administrator => "システム管理者",
    };
    Bilingual::new(ja, role.code())
}

/// A wait: longer is stricter.
pub(super) fn wait(period: Period) -> Told {
    (in_both(|lang| Words::plain(lang).period(period)), Meaning::Rank("days", i64::from(period.rough_days())))
}

/// A time in which something must have happened: shorter is stricter.
pub(super) fn deadline(period: Period) -> Told {
    let days = i64::from(period.rough_days());
    (in_both(|lang| Words::plain(lang).period(period)), Meaning::Rank("days-left", -days))
}

/// Hours in which something must happen: fewer are stricter.
pub(super) fn hours_left(Hours(hours): Hours) -> Told {
    let text = in_both(|lang| Words::plain(lang).hours(u32::from(hours)));
    (text, Meaning::Rank("hours-left", -i64::from(hours)))
}

/// A ceiling: lower is stricter.
pub(super) fn most(amount: Amount) -> Told {
    let text = in_both(|lang| Words::plain(lang).amount(amount));
    (text, Meaning::Rank(amount.measure().code(), -i64::from(amount.smallest())))
}

/// A floor: higher is stricter.
pub(super) fn least(amount: Amount) -> Told {
    let text = in_both(|lang| Words::plain(lang).amount(amount));
    (text, Meaning::Rank(amount.measure().code(), i64::from(amount.smallest())))
}

/// A count of which fewer is stricter.
pub(super) fn at_most(count: u16) -> Told {
    (same(count), Meaning::Rank("count-left", -i64::from(count)))
}

/// A measure in a word.
pub(super) fn measure(measure: Measure) -> Bilingual {
    match measure {
        Measure::Depth => Bilingual::new("深さ", "depth"),
        Measure::Units => Bilingual::new("用量", "dose"),
        Measure::Volume => Bilingual::new("液量", "volume"),
        Measure::Energy => Bilingual::new("フルエンス", "fluence"),
        Measure::Mass => Bilingual::new("質量", "mass"),
    }
}

/// Names as a set, for comparing.
pub(super) fn set<T: Display>(names: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    names.into_iter().map(|name| name.to_string()).collect()
}
