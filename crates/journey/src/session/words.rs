//! The few sentences about settings that no protocol writes, for they follow from the registry or from silence.

use crate::period::Hours;
use crate::quantity::{Amount, HundredthsMg};
use crate::text::Bilingual;
use jiff::civil::Date;

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

/// The points of a setting are not marked.
pub(super) fn positions_missing() -> Bilingual {
    Bilingual::new("顔の図に位置を記録してください。", "Please mark the points on the drawing of the face.")
}

/// A session within the time whose product or dose is not known.
pub(super) fn dose_unknown(on: Date) -> Bilingual {
    Bilingual::new(
        format!("{on} の施術は、製剤または量が分かっていません。合計を確認できないため、医師が判断します。"),
        format!(
            "Product or dose of the session on {on} is not known, so the total cannot be checked. A doctor decides."
        ),
    )
}

/// The operator's role is not among those named.
pub(super) fn role_missing() -> Bilingual {
    Bilingual::new("担当できる職種のスタッフが行います。", "Somebody in a role that may do this carries it out.")
}

/// The competence is not held on the day.
pub(super) fn competence_missing() -> Bilingual {
    Bilingual::new(
        "この施術の資格が有効なスタッフが行います。",
        "Somebody whose competence is valid on the day carries it out.",
    )
}

/// The competence was gained too long ago.
pub(super) fn renewal_missing() -> Bilingual {
    Bilingual::new(
        "定められた期間内に研修を受けたスタッフが行います。",
        "Somebody whose last training is recent enough carries it out.",
    )
}

/// Nobody wrote down when the vial was opened.
pub(super) fn opening_missing() -> Bilingual {
    Bilingual::new(
        "開封・調製した時刻を記録してください。分からない場合は医師が判断します。",
        "Please record when the vial was opened or prepared. If nobody knows, a doctor decides.",
    )
}

/// The vial has been open for too long.
pub(super) fn vial_too_old(hours: Hours) -> Bilingual {
    let hours = hours.0;
    Bilingual::new(
        format!("開封・調製から{hours}時間を過ぎています。新しいものを使うか、医師が判断します。"),
        format!("This vial was opened or prepared more than {hours} hours ago. Use a new one, or a doctor decides."),
    )
}

/// The dose of another step.
pub(super) fn dose_instead(mass: HundredthsMg) -> Bilingual {
    Bilingual::new(format!("{mass} の段階です"), format!("The step is {mass}"))
}
