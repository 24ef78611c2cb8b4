//! The small words by which a sentence denies, imagines or tells of somebody else.

/// What may stand between a Japanese word and its negation.
pub(super) const JA_BETWEEN: &[&str] = &[
    "み",
    "い",
    "く",
    "さ",
    "し",
    "り",
    "は",
    "が",
    "も",
    "など",
    "とか",
    "って",
    "なんて",
    "全く",
    "全然",
    "まったく",
    "ぜんぜん",
    "特に",
    "とくに",
    "もう",
    "ほとんど",
    "症状",
    "あまり",
    "それほど",
    "そんなに",
    "そこまで",
    "別に",
    "一切",
    "何も",
    "まだ",
    "今のところ",
    "最初から",
    "初めから",
    "はじめから",
    "いまのところ",
    "今は",
    "らしきもの",
    "っぽいもの",
    "のようなもの",
];
/// How a Japanese negation begins.
pub(super) const JA_NEGATIONS: &[&str] = &[
    "ない",
    "無い",
    "なし",
    "無し",
    "なく",
    "無く",
    "なかっ",
    "なければ",
    "ありませ",
    "ございませ",
    "ゼロ",
    "ぜろ",
    "感じな",
    "感じませ",
    "感じられな",
    "出ていな",
    "出ていませ",
    "出ておら",
    "出ておりませ",
    "出てな",
    "出てませ",
    "出な",
    "出ませ",
    "見られな",
    "見られませ",
    "みられな",
    "みられませ",
    "見当たら",
    "見当たりませ",
    "していな",
    "していませ",
    "しな",
    "しませ",
    "気になりませ",
];
/// What joins things that are denied together: 「膿や腫れはありません」.
pub(super) const JA_JOINS: &[&str] = &["や", "と", "も", "・", "、", ","];
/// What must follow a thing that is denied together with others.
pub(super) const JA_AFTER_NOUN: &[&str] = &["は", "が", "も", "など", "とか", "や", "と", "、", "・", ",", "なし"];
/// After a negation these turn it round: 「ないわけではない」「なくならない」.
pub(super) const JA_TURNED: &[&str] = &[
    "わけでは",
    "わけじゃ",
    "わけでも",
    "わけが",
    "とは言",
    "と言え",
    "といえ",
    "と言った",
    "とはい",
    "とは限",
    "とは思え",
    "とも言",
    "ともい",
    "とも限",
    "ことはな",
    "ことはあ",
    "こともな",
    "こともあ",
    "はな",
    "はあり",
    "もな",
    "もあり",
    "でもな",
    "なら",
    "なりませ",
];
/// It has passed.
pub(super) const JA_PASSED: &[&str] = &[
    "引きまし",
    "引いた",
    "引いてい",
    "ひきまし",
    "治りまし",
    "治った",
    "治まりまし",
    "治まった",
    "おさまりまし",
    "おさまった",
    "収まりまし",
    "収まった",
    "消えまし",
    "消えた",
    "消えてい",
    "取れまし",
    "取れた",
    "とれまし",
    "とれた",
    "止まりまし",
    "止まった",
    "落ち着きまし",
    "落ち着いた",
    "完治",
    "解消",
];
/// It has passed, but is there again.
pub(super) const JA_RETURNS: &[&str] = &["また", "再び", "ぶり返", "戻って", "と思った", "再発"];
/// Between the word and what is said of it, these begin to speak of something else.
pub(super) const JA_APART: &[&str] = &["ます", "まし", "です", "けど", "のに", "ので", "出て", "が", "は", "、", ","];
/// It is only imagined.
pub(super) const JA_IMAGINED: &[&str] = &["たら", "れば", "場合", "ようなら", "ときは", "時は", "るなら"];
/// It is there all the same.
pub(super) const JA_REAL: &[&str] = &["ます", "まし", "です", "さえ", "と思っ", "けど"];
/// Other people.
pub(super) const JA_OTHERS: &[&str] = &[
    "友人",
    "友達",
    "知人",
    "知り合い",
    "同僚",
    "家族",
    "母",
    "父",
    "妹",
    "姉",
    "弟",
    "兄",
    "夫",
    "妻",
    "主人",
    "子ども",
    "子供",
    "息子",
    "娘",
    "彼女",
    "彼",
    "他の人",
    "ほかの人",
    "ネット",
    "口コミ",
    "動画",
];
/// Other people tell of the patient.
pub(super) const JA_OBSERVED: &[&str] = &["言", "指摘", "気づ", "気付", "見て", "私", "自分"];
/// What a question in general does not have.
pub(super) const JA_OWN: &[&str] = &["てい", "てる", "てき", "まし", "った", "ですが", "けど", "のに", "んで"];
/// Compounds in which the word says nothing.
pub(super) const JA_COMPOUNDS: &[&str] = &["痛み止", "鎮痛", "解熱", "熱心"];

/// English negations before the word.
pub(super) const EN_NEGATIONS: &[&str] = &[
    "no", "not", "without", "never", "none", "neither", "nor", "zero", "isn't", "aren't", "wasn't", "weren't", "don't",
    "doesn't", "didn't", "haven't", "hasn't", "hadn't", "isnt", "dont", "doesnt", "didnt", "havent", "hasnt", "wasnt",
];
/// After these an English negation speaks of something else: "no relief from pain".
pub(super) const EN_TURNS: &[&str] = &[
    "but",
    "relief",
    "better",
    "stop",
    "stopping",
    "stopped",
    "improvement",
    "only",
    "such",
    "change",
    "difference",
    "doubt",
    "question",
    "expect",
    "expected",
    "sleep",
    "eat",
    "because",
    "due",
    "sure",
    "know",
    "certain",
    "tell",
    "bear",
    "stand",
    "ignore",
    "mentioned",
    "told",
    "about",
    "end",
];
/// Joins things that are denied together; they do not count as distance.
pub(super) const EN_JOINS: &[&str] = &["or", "nor", "any", "and"];
/// Openings that turn a later negation round: "I can't say there is no pain".
pub(super) const EN_TURNED: &[&str] = &[
    "can't say ",
    "cannot say ",
    "couldn't say ",
    "wouldn't say ",
    "not that ",
    "not like ",
    "not as if ",
    "not true ",
];
/// Before "can't": then the thing was looked for and not found.
pub(super) const EN_SEARCHED: &[&str] = &["see", "find", "feel", "notice", "spot"];
/// Next to the word: it is a remedy, or its absence.
pub(super) const EN_COMPOUNDS: &[&str] =
    &["free", "killer", "killers", "reliever", "relief", "medication", "medicine", "meds", "tablet", "tablets"];
/// A list has none of these: "No redness, swelling or pus".
pub(super) const EN_SENTENCE: &[&str] = &[
    "i", "is", "are", "was", "have", "has", "there", "it", "some", "a", "an", "the", "my", "this", "still", "now",
    "with", "lots", "getting", "comes",
];
/// May stand between the word and "gone".
pub(super) const EN_FILLERS: &[&str] = &[
    "i",
    "had",
    "have",
    "has",
    "is",
    "are",
    "was",
    "were",
    "been",
    "all",
    "completely",
    "now",
    "finally",
    "already",
    "totally",
    "fully",
    "that",
    "which",
    "since",
    "yesterday",
    "today",
    "also",
    "just",
    "quickly",
    "soon",
    "there",
];
/// It has passed.
pub(super) const EN_PASSED: &[&str] =
    &["gone", "disappeared", "resolved", "vanished", "healed", "stopped", "subsided", "cleared", "ended"];
/// It is there again.
pub(super) const EN_RETURNS: &[&str] =
    &["came", "comes", "coming", "returned", "returns", "again", "reappeared", "worse", "me"];
/// "If" after these asks, and imagines nothing.
pub(super) const EN_WONDERS: &[&str] =
    &["know", "sure", "unsure", "wonder", "wondering", "tell", "as", "even", "see", "ask", "certain", "say", "idea"];
/// What one does to oneself: "if I press it pus comes out".
pub(super) const EN_TOUCHES: &[&str] = &[
    "press", "touch", "squeeze", "push", "move", "chew", "swallow", "smile", "open", "close", "lie", "bend", "wash",
    "rub", "scratch",
];
/// What they stand before is there already.
pub(super) const EN_DEFINITE: &[&str] = &["the", "this", "my", "that", "these", "those"];
/// Imagined without "if".
pub(super) const EN_IMAGINED: &[&str] =
    &["in case", "should i get", "should i have", "should i develop", "should there", "unless"];
/// Other people.
pub(super) const EN_OTHERS: &[&str] = &[
    "friend",
    "friends",
    "sister",
    "mother",
    "mom",
    "mum",
    "father",
    "dad",
    "husband",
    "wife",
    "brother",
    "daughter",
    "son",
    "colleague",
    "neighbour",
    "neighbor",
    "someone",
    "somebody",
    "people",
    "others",
    "roommate",
];
/// Other people tell of the patient.
pub(super) const EN_OBSERVED: &[&str] = &[
    "noticed", "says", "said", "saw", "sees", "thinks", "told", "found", "spotted", "pointed", "asked", "asking",
    "i'm", "me", "i've",
];
/// How a question begins.
pub(super) const EN_ASKS: &[&str] =
    &["is", "are", "does", "do", "can", "could", "will", "would", "should", "how", "what", "why", "when"];
/// What a question in general does not have.
pub(super) const EN_OWN: &[&str] =
    &["i", "i'm", "i've", "my", "this", "these", "that", "there's", "there", "me", "mine", "we"];
