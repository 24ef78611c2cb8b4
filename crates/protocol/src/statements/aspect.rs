//! One thing that a statement says.

use super::meaning::Meaning;
use journey::text::Bilingual;
use serde::Serialize;

/// What it says, in words, and in the sense that counts.
#[derive(Clone, Debug)]
pub(crate) struct Aspect {
    pub field: Field,
    pub text: Bilingual,
    pub meaning: Meaning,
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident, $ja:literal, $en:literal;)*) => {
        /// What an aspect of a statement is called.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Field { $($(#[$doc])* $name,)* }

        impl Field {
            /// How it is called.
            pub fn label(self) -> Bilingual {
                match self { $(Self::$name => Bilingual::new($ja, $en),)* }
            }
        }
    };
}

fields! {
    /// How it is shown.
    Name, "名称", "Name";
    /// In a sentence or two.
    Summary, "概要", "Summary";
    /// How it stands with the regulator.
    Status, "承認の状況", "Status";
    /// Families of treatments.
    Groups, "分類", "Families";
    /// What people come with.
    Concerns, "ご相談", "Concerns";
    /// That it is unapproved.
    Unapproved, "未承認であること", "Unapproved";
    /// How it is obtained.
    Obtained, "入手経路", "How it is obtained";
    /// A domestic equivalent.
    Equivalent, "国内の承認品", "Domestic equivalent";
    /// Safety abroad.
    Overseas, "海外の安全性情報", "Safety information abroad";
    /// Public relief.
    Relief, "公的な救済制度", "Public relief";
    /// How it works.
    Mechanism, "しくみ", "How it works";
    /// How it feels.
    Feel, "感じ方", "How it feels";
    /// Whom it suits.
    ForWhom, "対象", "Whom it suits";
    /// Whom it does not suit.
    NotFor, "対象外", "Whom it does not suit";
    /// The days after.
    Downtime, "施術後の日々", "The days after";
    /// Evidence in words for patients.
    InWords, "根拠の説明", "Evidence in words";
    /// How often.
    HowOften, "頻度", "How often";
    /// When a rule speaks.
    When, "条件", "When";
    /// The fact that says where.
    Where, "場所をうかがう項目", "Where, as answered to";
    /// Who may set it aside.
    Override, "医師による変更", "Who may override";
    /// How far it reaches.
    Verdict, "判定", "Verdict";
    /// How a deferral ends.
    Until, "いつまで", "Until";
    /// From when.
    From, "いつから", "From";
    /// The last.
    To, "いつまで", "To";
    /// Where.
    Zones, "部位", "Zones";
    /// For which indications.
    Indications, "対象となる適応", "Indications";
    /// For which products.
    Products, "製品", "Products";
    /// The fewest.
    Fewest, "最少", "Fewest";
    /// The usual number or length.
    Usual, "通常", "Usual";
    /// The most.
    Most, "最多", "Most";
    /// Not before this.
    Floor, "最短", "Not before";
    /// Best after this.
    Ideal, "目安", "Best after";
    /// Preferably not after this.
    Latest, "最長の目安", "Preferably by";
    /// After so many sessions.
    AfterSessions, "回数の後", "After sessions";
    /// How long to wait.
    Wait, "待つ期間", "Wait";
    /// Towards what.
    Other, "相手の施術", "Other treatment";
    /// On one day.
    SameDay, "同じ日", "Same day";
    /// Where a spacing rule holds.
    ZoneScope, "部位の範囲", "Which zones";
    /// For which products a spacing rule holds.
    ProductScope, "製品の範囲", "Which products";
    /// For which depths.
    Depth, "深さ", "Depth";
    /// For which doses.
    Dose, "量", "Dose";
    /// Days.
    Days, "日数", "Days";
    /// What goes before.
    Follows, "前の項目", "Follows";
    /// Minutes.
    Minutes, "所要時間", "Minutes";
    /// Minutes afterwards.
    Cleaning, "片付け", "Cleaning";
    /// What must be held.
    Competence, "必要な資格", "Competence";
    /// The kind of room.
    Room, "部屋", "Room";
    /// The kind of device.
    Device, "機器", "Device";
    /// Which roles.
    Roles, "職種", "Roles";
    /// How recent.
    Renewed, "研修の有効期間", "Renewed within";
    /// Whose ceiling.
    Ceiling, "上限の種類", "Ceiling";
    /// The least.
    Min, "下限", "Least";
    /// The most.
    Max, "上限", "Ceiling value";
    /// Between two settings.
    Step, "目盛り", "Step";
    /// To what a bound applies.
    Per, "単位", "Per";
    /// Rising doses.
    Steps, "段階", "Steps";
    /// Time on a step.
    Hold, "各段階の最短期間", "Least time on a step";
    /// The rhythm.
    Every, "投与の間隔", "Every";
    /// A late dose.
    Late, "遅れたとき", "Late dose";
    /// Missed doses until a physician decides.
    DoctorAfter, "医師の判断になる回数", "Missed doses until a doctor decides";
    /// Missed doses until it begins anew.
    RestartAfter, "最初の段階に戻る回数", "Missed doses until it begins anew";
    /// A percentage.
    Percent, "差の割合", "Difference";
    /// A band.
    Band, "区域", "Band";
    /// A question.
    Ask, "質問", "Question";
    /// How it is answered.
    Answer, "回答の形式", "Answered by";
    /// Days with what is usual and what is the upper edge.
    Phases, "日ごとの目安", "Day by day";
    /// The hours in which a flag speaks.
    Window, "期間", "Window";
    /// How urgent.
    Tier, "緊急度", "Tier";
    /// What a sign is.
    Class, "種類", "Class";
    /// Who reads.
    Reader, "確認する人", "Read by";
    /// What it means for the next session.
    NextSession, "次回の施術", "Next session";
    /// What to do.
    Advice, "案内", "Advice";
    /// Words in free text.
    WordsJa, "自由記載の語（日本語）", "Words in free text (Japanese)";
    /// Words in free text.
    WordsEn, "自由記載の語（英語）", "Words in free text (English)";
    /// Symptoms asked again.
    AskAgain, "もう一度うかがう項目", "Asked again";
    /// The scale.
    Scale, "尺度", "Scale";
    /// By how much.
    Improvement, "改善の幅", "Improvement";
    /// What was counted.
    Definition, "定義", "What was counted";
    /// What may be done otherwise.
    Options, "ほかにできること", "Options";
    /// The wording.
    Says, "文言", "Wording";
    /// What may be done instead.
    Instead, "代わりの案内", "Instead";
    /// Other spellings.
    Aliases, "別名", "Also written";
    /// The generic name.
    Generic, "一般名", "Generic name";
    /// The maker.
    Maker, "製造元", "Maker";
    /// Which kind.
    Kind, "種類", "Kind";
    /// Uses that are approved.
    ApprovedFor, "承認された用途", "Approved for";
    /// How it reaches the clinic.
    Route, "入手経路", "Route";
    /// The system of its units.
    UnitSystem, "単位の体系", "System of units";
    /// Units in a millilitre.
    UnitsPerMl, "1 mLあたりの単位", "Units in each mL";
    /// What a vial holds.
    Vials, "1バイアルの内容量", "Vials";
    /// Hours after opening.
    UseWithin, "使用期限", "Use within";
    /// When it was last checked.
    CheckedOn, "確認日", "Checked on";
    /// In which direction it gets better.
    Better, "良い方向", "Better";
    /// What is noise.
    Noise, "誤差の範囲", "Noise";
    /// Named points.
    Levels, "段階の名称", "Named points";
    /// What is counted.
    Inputs, "数える項目", "Inputs";
    /// How a score is made.
    Sum, "点数の計算", "How it is scored";
    /// What ranges mean.
    Meaning, "点数の意味", "What scores mean";
    /// A shape.
    Shape, "形", "Shape";
    /// Possible answers.
    Choices, "選択肢", "Choices";
    /// The words of never.
    Never, "「なし」の表現", "Words of never";
    /// How long an answer is believed.
    ValidFor, "回答の有効期間", "Answer holds";
    /// Who answers.
    AskedOf, "回答する人", "Answered by whom";
    /// The list it is asked in.
    Checklist, "一覧", "Checklist";
    /// How well it is supported.
    Confidence, "確かさ", "Confidence";
    /// Who says so.
    Source, "出典", "Source";
    /// What others say.
    Conflict, "異なる見解", "Others say";
    /// Whether it acts.
    Force, "適用", "Force";
    /// Whose leave it needs.
    Standing, "院の医師の判断", "The clinic's physician";
    /// The year.
    Year, "年", "Year";
    /// Where a source is found.
    Address, "所在", "Found at";
    /// How much was read.
    Seen, "読んだ範囲", "Read";
}
