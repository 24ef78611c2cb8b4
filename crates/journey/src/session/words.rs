//! The few sentences about settings that no protocol writes, for they follow from the registry or from silence.

use crate::quantity::Amount;
use crate::text::Bilingual;

/// More than the device can do.
pub(super) fn over_mechanical(max: Amount) -> Bilingual {
    Bilingual::new(
        format!("この機器で設定できる上限は {max} です。"),
        format!("This device can be set to {max} at most."),
    )
}

/// Less than the device can do.
pub(super) fn under_mechanical(min: Amount) -> Bilingual {
    Bilingual::new(
        format!("この機器で設定できる下限は {min} です。"),
        format!("This device can be set to {min} at least."),
    )
}

/// No such step.
pub(super) fn off_step(instead: Amount) -> Bilingual {
    Bilingual::new(
        format!("この機器の目盛りにない値です。すぐ下の目盛りは {instead} です。"),
        format!("The device has no such step. The step just below is {instead}."),
    )
}

/// The device's next setting below.
pub(super) fn use_instead(instead: Amount) -> Bilingual {
    Bilingual::new(format!("{instead} を使う"), format!("Use {instead}"))
}

/// No bound speaks for the setting.
pub(super) fn no_bound_known() -> Bilingual {
    Bilingual::new(
        "この適応・部位・製品の組み合わせには、確認された範囲がありません。医師が判断します。",
        "No bound is known for this indication, zone and product. A doctor decides.",
    )
}

/// The zone does not belong to the indication.
pub(super) fn zone_outside() -> Bilingual {
    Bilingual::new(
        "この適応の対象外の部位です。医師が判断します。",
        "This zone is not part of the indication. A doctor decides.",
    )
}

/// The product does not belong to the protocol.
pub(super) fn product_outside() -> Bilingual {
    Bilingual::new(
        "このプロトコルに登録のない製品です。医師が判断します。",
        "This product is not part of the protocol. A doctor decides.",
    )
}

/// A bound by point needs the number of points.
pub(super) fn points_missing() -> Bilingual {
    Bilingual::new("ポイント数を記録してください。", "Please record the number of points.")
}

/// The bound awaits approval.
pub(super) fn awaits_approval() -> Bilingual {
    Bilingual::new(
        "この範囲は、院の医師による承認がまだありません。医師が判断します。",
        "The clinic's physician has not approved this bound yet. A doctor decides.",
    )
}
