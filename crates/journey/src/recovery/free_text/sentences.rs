//! Sentences as patients write them: half of them report something, half do not.

use super::mentions;
use crate::recovery::Words;

fn words() -> Words {
    let own = |list: &[&str]| list.iter().map(ToString::to_string).collect();
    Words {
        ja: own(&["痛", "膿", "息苦し", "腫れ", "水ぶくれ", "しこり", "じんましん", "まぶたが下が", "シミ"]),
        en: own(&["pain", "pus", "trouble breathing", "blister", "lump", "swelling", "fever", "hives", "oozing"]),
    }
}

const JA_REPORTED: [&str; 33] = [
    "昨夜から痛いです",
    "膿が出ています",
    "痛くないわけではないです",
    "膿がないとは言えません",
    "痛みがないとは言えない",
    "痛くなくはないです",
    "腫れが引かないです",
    "膿が止まりません",
    "しこりがなくならない",
    "水ぶくれが治らない",
    "まだ腫れが引いていません",
    "痛みは引いたと思ったらまた出てきました",
    "腫れはなくなりましたが、夜にぶり返しました",
    "痛くて眠れない",
    "ｼｺﾘがあります",
    "シコリのようなものに触れます",
    "うみが出てきました",
    "顔がはれています",
    "蕁麻疹が出ました",
    "瞼が下がってきました",
    "水膨れが三つあります",
    "これは膿ですか",
    "膿が出ていますが大丈夫ですか",
    "息苦しいのは普通ですか",
    "夫に膿が出ていると言われました",
    "妻が頬に膿があると気づきました",
    "押したら膿が出ました",
    "熱はありませんが、膿が出ています",
    "腫れは引きましたが痛いです",
    "痛くても我慢しています",
    "膿みたいなものがあります",
    "痛みさえなければ快適です",
    "いきぐるしいです",
];

const JA_NOT: [&str; 33] = [
    "痛くないです",
    "膿はありません。順調です",
    "痛みは引きました",
    "腫れもすっかり引きました",
    "しこりは消えました",
    "水ぶくれは治りました",
    "膿は昨日で止まりました",
    "痛みは三日目には完全に消えました",
    "痛みがなくなりました",
    "もう痛くなくなりました",
    "痛みはほとんどありません",
    "痛みも腫れもありません",
    "赤み、腫れ、膿などはありません",
    "膿や水ぶくれは出ていません",
    "膿らしきものは見当たりません",
    "しこりは今のところないです",
    "痛みはそれほどありません",
    "膿が出たら連絡します",
    "もし痛くなったらどうすればいいですか",
    "腫れた場合は冷やしてもいいですか",
    "膿が出るようなら受診します",
    "膿が出ることはありますか",
    "痛みは普通ですか",
    "友人は同じ施術で腫れました",
    "妹がダーマペンで膿んだそうです",
    "母の痛みが心配です",
    "痛み止めは飲んでいません",
    "次の施術を楽しみにしています",
    "少し乾燥するだけで、違うみたいです",
    "腫れはゼロです",
    "膿は一切出ておらず元気です",
    "痛みなく過ごせています",
    "痛みは、今朝には引きました",
];

const EN_REPORTED: [&str; 33] = [
    "There is pus on my cheek",
    "I have pain since last night",
    "I can't say there is no pain",
    "It's not that I don't have pain",
    "I am not without pain",
    "The pain won't go away",
    "the swelling is not going down",
    "The swelling hasn't gone down",
    "The pus is not gone",
    "no change in the swelling",
    "No relief from the pain",
    "No doubt it is pus",
    "I didn't expect this pain",
    "I could not sleep because of the pain",
    "I don't know if it is pus",
    "not sure if this is pus",
    "The pain went away but came back",
    "The blister healed and then returned",
    "there is puss coming out",
    "a blistr on my chin",
    "Swelllling on the left side",
    "ＰＵＳ on the chin",
    "I've got troubble breathing",
    "Is this pus?",
    "I have a lump, is that normal?",
    "My husband noticed pus on my cheek",
    "My sister says I have a lump",
    "If I press it pus comes out",
    "When I touch it there is pain",
    "No fever, some pus.",
    "Not red, but the pain is worse.",
    "It hasn't stopped oozing",
    "when does the pain stop?",
];

const EN_NOT: [&str; 33] = [
    "There is no pain at all.",
    "I don't see any pus",
    "dont have any swelling",
    "The pain is gone",
    "the swelling has completely gone down",
    "The pain went away on its own",
    "The pus I had is gone",
    "The blister has healed",
    "It stopped oozing yesterday",
    "I used to have pain there",
    "no longer any pain",
    "No redness, swelling, bruising or pus",
    "no redness no pain",
    "No pain or swelling or fever",
    "Without pain so far",
    "pain-free since Monday",
    "I can't see any pus",
    "neither pain nor swelling",
    "pus: none",
    "If I get a fever, whom do I call?",
    "What if there are blisters?",
    "I will call in case of fever",
    "should I get hives I will call",
    "Is pus normal?",
    "Is it normal to have swelling?",
    "My friend had blisters after hers",
    "I read that people get hives",
    "My mother has a fever so I stayed home",
    "I took no painkillers",
    "Do I need pain medication later?",
    "I push the pram to work",
    "I don't think it is pus",
    "No I don't have pain",
];

/// Written after the reader and before it was tried on them.
const LATER_REPORTED: [&str; 24] = [
    "右頬に膿がたまっています",
    "昨日より腫れがひどいです",
    "痛みが強くて食事ができません",
    "しこりがあるような気がします",
    "じんましんがまだ消えません",
    "水ぶくれがつぶれました",
    "腫れはないと思っていましたが、今朝は腫れています",
    "友人に見てもらったら膿が出ていると言われました",
    "痛くないと言えば嘘になります",
    "まぶたが下がってきた気がします",
    "赤みは引きましたが、しこりが残っています",
    "息苦しさがあります",
    "My cheek is swelling up",
    "Pus keeps coming out",
    "It is painful when I smile",
    "the lump has not gone away",
    "Yesterday no pain, today a lot of pain",
    "Never had such pain before",
    "I still have hives on my arms",
    "Why is there pus?",
    "Not only redness but also pus",
    "the swelling is worse than on day one",
    "I can't stop the oozing",
    "I thought the pain was gone, it is not",
];

const LATER_NOT: [&str; 24] = [
    "特に痛みや腫れはないです",
    "痛みも赤みもなく順調です",
    "膿は出ませんでした",
    "水ぶくれなどは見られません",
    "腫れは2日でおさまりました",
    "しこりは感じません",
    "腫れることはありますか",
    "じんましんが出たらすぐ電話します",
    "もう息苦しくありません",
    "痛みは最初からありませんでした",
    "子どもの水ぶくれがうつらないか気になります",
    "痛みはまったく感じませんでした",
    "I have not had any pain",
    "no signs of swelling",
    "There was never any pus",
    "The lump disappeared after a week",
    "Everything is fine, no fever or hives",
    "my swelling is completely gone now",
    "If pus appears I will come in",
    "Can I take something if I get a fever?",
    "Will there be swelling tomorrow?",
    "My daughter has hives today",
    "I wasn't in pain at all",
    "without any blisters",
];

fn misjudged() -> Vec<String> {
    let words = words();
    let wrong = |list: &[&'static str], raises: bool| -> Vec<String> {
        list.iter().filter(|text| mentions(text, &words) != raises).map(|text| format!("{raises}: {text}")).collect()
    };
    let first = [wrong(&JA_REPORTED, true), wrong(&JA_NOT, false), wrong(&EN_REPORTED, true), wrong(&EN_NOT, false)];
    [first.concat(), wrong(&LATER_REPORTED, true), wrong(&LATER_NOT, false)].concat()
}

#[test]
fn what_is_reported_is_heard_and_what_is_not_is_let_be() {
    assert_eq!(misjudged(), Vec::<String>::new());
}

#[test]
fn a_long_list_is_read_to_its_end() {
    assert!(mentions(&("痛みも腫れも".repeat(500) + "ありません。膿が出ました"), &words()));
    assert!(mentions(&("no pain or ".repeat(500) + "swelling. There is pus"), &words()));
}
