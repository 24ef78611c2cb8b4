//! The few sentences about dates that no protocol writes, for they follow from an indication's interval.

use crate::text::Bilingual;

/// The course's own interval is not over.
pub(super) fn interval() -> Bilingual {
    Bilingual::new(
        "前回の施術から間隔をあけることをおすすめする期間です。医師の確認が必要です。",
        "The recommended time since the last session is not over yet; a doctor checks first.",
    )
}

/// The best time after the last session.
pub(super) fn ideal() -> Bilingual {
    Bilingual::new("次の施術の目安となる日です。", "The usual time for the next session.")
}

/// The course prefers a session by then.
pub(super) fn latest() -> Bilingual {
    Bilingual::new(
        "この日ごろまでに続けるのが目安です。過ぎた場合は医師にご相談ください。",
        "The course is usually continued by about this day. If it has passed, a doctor can advise.",
    )
}

/// On one day, the treatment that is asked about goes first.
pub(super) fn this_first() -> Bilingual {
    Bilingual::new("同じ日に行う場合は、この施術を先に行います。", "On the same day, this treatment goes first.")
}

/// On one day, the other treatment goes first.
pub(super) fn other_first() -> Bilingual {
    Bilingual::new(
        "同じ日に行う場合は、もう一方の施術を先に行います。",
        "On the same day, the other treatment goes first.",
    )
}

/// A touch-up of which the protocol says nothing.
pub(super) fn touch_up() -> Bilingual {
    Bilingual::new("追加の施術は、医師が診察のうえ判断します。", "A doctor decides about a touch-up.")
}
