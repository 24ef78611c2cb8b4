//! Of which stage and which kind a statement is.

use journey::text::Bilingual;
use serde::Serialize;

/// A stage of the treatment, or what stands beside the stages; in reading order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// What it is and how it stands with the regulator.
    About,
    /// Stage 1: what its page says.
    Catalogue,
    /// Stage 4: what a course is for, and its rhythm.
    Course,
    /// Stage 3: who may have it.
    Screening,
    /// Stages 2 and 5: the steps, who carries them out, and within which bounds.
    Session,
    /// Stage 6: how it heals.
    Recovery,
    /// Stages 7 and 8: what comes of it, and how long it lasts.
    Results,
    /// What the patient signs for.
    Consent,
    /// What is asked.
    Facts,
    /// Products, scales and places that the protocol speaks of.
    Registry,
    /// What is cited.
    Sources,
}

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident, $stage:ident, $adding:ident, $ja:literal, $en:literal;)*) => {
        /// What kind of statement it is; in reading order.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Part { $($(#[$doc])* $name,)* }

        impl Part {
            /// The stage it belongs to.
            pub const fn stage(self) -> Stage {
                match self { $(Self::$name => Stage::$stage,)* }
            }

            /// What is meant when one more such statement acts.
            pub(crate) const fn adding(self) -> Adding {
                match self { $(Self::$name => Adding::$adding,)* }
            }

            /// The heading above such statements.
            pub fn heading(self) -> Bilingual {
                match self { $(Self::$name => Bilingual::new($ja, $en),)* }
            }
        }
    };
}

impl Part {
    /// The kind under whose heading it is read: what belongs to an indication or a product stands with it.
    pub(crate) const fn section(self) -> Self {
        match self {
            Self::Sessions | Self::Interval | Self::Pause => Self::Indication,
            Self::Dilution | Self::UseWithin => Self::Product,
            _ => self,
        }
    }
}

/// What one more statement means for a patient.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Adding {
    /// One more hurdle.
    Restricts,
    /// Nobody can say from the file alone.
    Unclear,
    /// It supports another statement and does nothing itself.
    Supports,
}

parts! {
    /// Name, summary, status.
    About, About, Unclear, "施術について", "What it is";
    /// The five statements.
    Disclosures, About, Unclear, "未承認・適応外に関する表示", "Disclosures";
    /// The page.
    Page, Catalogue, Unclear, "説明文", "Description";
    /// What it is said to do.
    Claim, Catalogue, Unclear, "期待される効果と根拠", "Claims and their evidence";
    /// Risks.
    Risk, Catalogue, Unclear, "リスク・副作用", "Risks and side effects";
    /// What else there is.
    Alternative, Catalogue, Unclear, "ほかの選択肢", "Alternatives";
    /// What to do afterwards.
    Aftercare, Catalogue, Unclear, "施術後の過ごし方", "Aftercare";
    /// What a course is for.
    Indication, Course, Unclear, "適応", "Indications";
    /// The number of sessions of an indication.
    Sessions, Course, Unclear, "回数", "Number of sessions";
    /// The interval of an indication.
    Interval, Course, Restricts, "間隔", "Interval";
    /// The pause of an indication.
    Pause, Course, Restricts, "休止期間", "Pauses";
    /// Who may have it.
    Screening, Screening, Restricts, "お受けいただけるかの判断", "Who may have it";
    /// The steps.
    Segment, Session, Unclear, "施術の手順", "Steps of a session";
    /// Who carries it out.
    Operator, Session, Restricts, "担当者の条件", "Who may carry it out";
    /// Waits to other treatments.
    Spacing, Course, Restricts, "ほかの施術との間隔", "Time between treatments";
    /// A second dose.
    TouchUp, Course, Unclear, "追加の施術", "Touch-up";
    /// What a device can do.
    Mechanical, Session, Restricts, "設定の上限（機器）", "Mechanical ceilings";
    /// What the label covers, or the clinic allows.
    Bound, Session, Unclear, "設定の範囲（表示・院内）", "Labelled and clinic ceilings";
    /// Doses that rise.
    Titration, Session, Unclear, "段階的な増量", "Titration";
    /// Left and right.
    Asymmetry, Session, Restricts, "左右差", "Left and right";
    /// Where no point should lie.
    NoGo, Session, Restricts, "避ける場所", "Where not to treat";
    /// Before something that lies ahead.
    Downtime, Course, Restricts, "大切な予定までの日数", "Days before an event";
    /// When check-ins come.
    CheckIns, Recovery, Unclear, "経過の確認日", "Check-ins";
    /// What they ask.
    Symptom, Recovery, Unclear, "経過でうかがうこと", "What check-ins ask";
    /// What is expected.
    Curve, Recovery, Unclear, "予想される経過", "Expected course";
    /// What alarms.
    Flag, Recovery, Restricts, "注意すべき症状", "Flags";
    /// Answers that do not fit.
    Contradiction, Recovery, Restricts, "食い違う回答", "Answers that do not fit";
    /// What may be expected of a course.
    Response, Results, Unclear, "効果の目安", "Expected response";
    /// How long it lasts.
    Effect, Results, Unclear, "効果の持続", "How long the effect lasts";
    /// When to come again.
    Maintenance, Results, Unclear, "メンテナンス", "Maintenance";
    /// What is signed for.
    Consent, Consent, Unclear, "同意事項", "Consent";
    /// Questions.
    Fact, Facts, Unclear, "うかがうこと", "What is asked";
    /// Products.
    Product, Registry, Unclear, "製品・機器", "Products and devices";
    /// How a product is prepared.
    Dilution, Registry, Unclear, "溶解・希釈", "Dilutions";
    /// How long a vial may be used.
    UseWithin, Registry, Restricts, "開封後の使用期限", "Use after opening";
    /// Scales.
    Scale, Registry, Unclear, "評価尺度", "Scales";
    /// Bands of the face.
    Band, Registry, Unclear, "顔の図の区域", "Bands of the face";
    /// Sources.
    Source, Sources, Supports, "出典", "Sources";
}

impl Stage {
    /// Every stage, in reading order.
    pub const ALL: [Self; 11] = [
        Self::About,
        Self::Catalogue,
        Self::Course,
        Self::Screening,
        Self::Session,
        Self::Recovery,
        Self::Results,
        Self::Consent,
        Self::Facts,
        Self::Registry,
        Self::Sources,
    ];

    /// The heading above its statements.
    pub fn heading(self) -> Bilingual {
        let (ja, en) = match self {
            Self::About => ("施術について", "About the treatment"),
            Self::Catalogue => ("患者さんへの説明", "What patients read"),
            Self::Course => ("適応と日程", "Indications and dates"),
            Self::Screening => ("お受けいただけるかの判断", "Who may have it"),
            Self::Session => ("施術", "Session"),
            Self::Recovery => ("経過", "Recovery"),
            Self::Results => ("効果", "Results"),
            Self::Consent => ("同意事項", "Consent"),
            Self::Facts => ("うかがうこと", "What is asked"),
            Self::Registry => ("製品・尺度・部位", "Products, scales and places"),
            Self::Sources => ("出典", "Sources"),
        };
        Bilingual::new(ja, en)
    }
}
