//! Who they are, when they come, and what there is to look at.

use super::people::Story;

/// A name as it is written and as it sounds.
type Name = (&'static str, &'static str);

/// Somebody with a fixed name.
pub(super) struct Case {
    pub family: Name,
    pub given: Name,
    pub story: Story,
    /// Treatment and indication.
    pub wish: (&'static str, &'static str),
    /// The answer in which the person differs from most.
    pub quirk: Option<(&'static str, &'static str)>,
    /// How many days before today the visit is.
    pub days_ago: i64,
    /// What to look at.
    pub shows: &'static str,
}

const NEEDLES: (&str, &str) = ("dermapen", "acne-scars");

const fn case(
    name: (Name, Name),
    story: Story,
    wish: (&'static str, &'static str),
    days_ago: i64,
    shows: &'static str,
) -> Case {
    Case { family: name.0, given: name.1, story, wish, quirk: None, days_ago, shows }
}

impl Case {
    const fn but(self, fact: &'static str, answer: &'static str) -> Self {
        Self { quirk: Some((fact, answer)), ..self }
    }
}

pub(super) const CASES: [Case; 23] = [
    case(
        (("桜井", "サクライ"), ("美咲", "ミサキ")),
        Story::NonResponder,
        NEEDLES,
        92,
        "three sessions and no change of the score",
    ),
    case(
        (("大野", "オオノ"), ("真由", "マユ")),
        Story::Infection,
        NEEDLES,
        41,
        "an infection after needling, seen and closed by a physician",
    ),
    case(
        (("村上", "ムラカミ"), ("由美", "ユミ")),
        Story::Pigmentation,
        NEEDLES,
        46,
        "pigmentation after four weeks; the next session waits",
    ),
    case(
        (("平野", "ヒラノ"), ("奈々", "ナナ")),
        Story::SetAside,
        NEEDLES,
        20,
        "a finding that a physician set aside in writing",
    )
    .but("keloid_tendency", "yes"),
    case(
        (("石原", "イシハラ"), ("健太", "ケンタ")),
        Story::BeyondBound,
        NEEDLES,
        14,
        "a depth beyond the bound, with a physician's reason",
    ),
    case((("原田", "ハラダ"), ("千尋", "チヒロ")), Story::RefusesCourse, NEEDLES, 12, "a course that was refused"),
    case(
        (("岩崎", "イワサキ"), ("沙耶", "サヤ")),
        Story::OpenEscalation,
        NEEDLES,
        3,
        "an escalation that is open today",
    ),
    case((("中野", "ナカノ"), ("涼介", "リョウスケ")), Story::NoShow, ("botox", "glabella-lines"), 3, "did not come"),
    case(
        (("川口", "カワグチ"), ("楓", "カエデ")),
        Story::Unanswered,
        NEEDLES,
        0,
        "open questions that stand against the treatment",
    ),
    case(
        (("松尾", "マツオ"), ("理恵", "リエ")),
        Story::Usual,
        ("botox", "glabella-lines"),
        -9,
        "a message that cannot be delivered",
    ),
    case((("藤田", "フジタ"), ("恵", "メグミ")), Story::Twin, NEEDLES, -6, "two records that wait for a decision"),
    case((("小川", "オガワ"), ("直子", "ナオコ")), Story::Twin, NEEDLES, 25, "two records that were made one"),
    case(
        (("宮本", "ミヤモト"), ("彩花", "アヤカ")),
        Story::Steady,
        ("salicylic-peel", "acne"),
        88,
        "a course of peels",
    ),
    case(
        (("菅原", "スガワラ"), ("理子", "リコ")),
        Story::Steady,
        ("ipl", "sun-spots"),
        87,
        "a course of light treatments, each setting decided by a physician",
    ),
    case(
        (("久保", "クボ"), ("香澄", "カスミ")),
        Story::Steady,
        ("tranexamic-oral", "melasma"),
        58,
        "eight weeks of tablets in two dispensings",
    ),
    case(
        (("川崎", "カワサキ"), ("恵理", "エリ")),
        Story::Steady,
        ("medical-diet", "obesity-disease"),
        86,
        "a weekly injection that rises step by step",
    ),
    case(
        (("三宅", "ミヤケ"), ("日和", "ヒヨリ")),
        Story::Steady,
        ("isotretinoin", "acne"),
        85,
        "capsules with a pregnancy test at each visit",
    ),
    case(
        (("千葉", "チバ"), ("雅美", "マサミ")),
        Story::Steady,
        ("vitamin-c-iv", "skin-tone"),
        33,
        "a drip after the enzyme was measured",
    ),
    case(
        (("西村", "ニシムラ"), ("愛梨", "アイリ")),
        Story::NoTest,
        ("isotretinoin", "acne"),
        34,
        "capsules not handed out: the pregnancy test is missing",
    ),
    case(
        (("横山", "ヨコヤマ"), ("美帆", "ミホ")),
        Story::MissedDoses,
        ("medical-diet", "obesity-disease"),
        80,
        "two weekly doses missed; the step stays",
    ),
    case(
        (("内田", "ウチダ"), ("朱里", "アカリ")),
        Story::NotMeasured,
        ("vitamin-c-iv", "skin-tone"),
        8,
        "a drip that waits for the enzyme to be measured",
    ),
    case(
        (("今村", "イマムラ"), ("紗英", "サエ")),
        Story::PaleSpots,
        ("laser-toning", "melasma"),
        36,
        "pale spots after two sessions; the third waits",
    ),
    case(
        (("堀", "ホリ"), ("敦子", "アツコ")),
        Story::Steady,
        ("tranexamic-oral", "melasma"),
        10,
        "tablets that are not given: a blood clot in the past",
    )
    .but("thrombosis_or_tendency", "yes"),
];
