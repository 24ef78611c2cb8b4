//! How a word stands in a Japanese sentence: its negation follows right after it.

use super::Standing;
use super::grammar as g;
use super::spelling;

/// How far a Japanese negation is looked for, in pieces.
const PIECES: u8 = 6;
/// The longest thing that is denied together with others, in characters.
const NOUN: usize = 6;
/// What is said of a word follows within so many characters.
const NEAR: usize = 12;
/// A return is told within so many characters.
const SOON: usize = 40;

/// One place of a word: what stands before and after it in its sentence, and after it at all.
struct Place<'a> {
    before: &'a str,
    after: &'a str,
    rest: &'a str,
    asks: bool,
}

/// How the word stands at each of its places.
pub(super) fn standings(text: &str, word: &str) -> Vec<Standing> {
    let (text, word) = spelling::japanese(text, word);
    if word.is_empty() {
        return Vec::new();
    }
    let outside = |at: usize| !is_in_compound(&text, at, word.len());
    let places = text.match_indices(&word).filter(|(at, _)| outside(*at));
    places.map(|(at, _)| standing(&place(&text, at, word.len()))).collect()
}

fn is_in_compound(text: &str, at: usize, len: usize) -> bool {
    let covers = |compound: &str| {
        text.match_indices(compound).any(|(start, found)| start <= at && at + len <= start + found.len())
    };
    g::JA_COMPOUNDS.iter().any(|compound| covers(compound))
}

fn place(text: &str, at: usize, len: usize) -> Place<'_> {
    let ends = |c: char| matches!(c, '。' | '.' | '!' | '?' | '\n');
    let (head, rest) = (text.get(..at).unwrap_or_default(), text.get(at + len..).unwrap_or_default());
    let before = head.rsplit(ends).next().unwrap_or_default();
    let after = rest.split(ends).next().unwrap_or_default();
    let asks = rest.get(after.len()..).is_some_and(|end| end.starts_with('?'))
        || ["か", "かね", "かな"].iter().any(|end| after.trim_end().ends_with(end));
    Place { before, after, rest, asks }
}

fn standing(place: &Place<'_>) -> Standing {
    let soon: String = place.rest.chars().take(SOON).collect();
    let returns = has(&soon, g::JA_RETURNS);
    match negation(place.after, PIECES) {
        Some(rest) if is_turned(rest) || (rest.starts_with("なり") || rest.starts_with("なった")) && returns => {
            return Standing::Reported;
        }
        Some(_) => return Standing::Denied,
        None => {}
    }
    if has_passed(place.after) {
        return if returns { Standing::Reported } else { Standing::Passed };
    }
    if is_imagined(place.after) {
        Standing::Imagined
    } else if is_of_another(place) {
        Standing::OfAnother
    } else if is_asked(place) {
        Standing::Asked
    } else {
        Standing::Reported
    }
}

fn has(text: &str, pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| text.contains(piece))
}

fn begins(text: &str, pieces: &[&str]) -> bool {
    pieces.iter().any(|piece| text.starts_with(piece))
}

/// What follows the negation of the word, if it is negated: in 「痛くて眠れない」 the pain is real.
fn negation(after: &str, pieces: u8) -> Option<&str> {
    if let Some(rest) = g::JA_NEGATIONS.iter().find_map(|negation| after.strip_prefix(negation)) {
        return Some(rest);
    }
    let pieces = pieces.checked_sub(1)?;
    let beyond = g::JA_BETWEEN.iter().filter_map(|filler| after.strip_prefix(filler));
    let listed = g::JA_JOINS.iter().filter_map(|join| after.strip_prefix(join)).flat_map(after_nouns);
    beyond.chain(listed).find_map(|rest| negation(rest, pieces))
}

/// What may follow a further thing in a list, for each length that it may have.
fn after_nouns(list: &str) -> impl Iterator<Item = &str> {
    let is_noun = |c: &char| !"はがをにでてのもとや、,・".contains(*c);
    let ends = list.char_indices().skip(1).take(NOUN).map(|(end, _)| end);
    ends.filter(move |end| list.get(..*end).is_some_and(|noun| noun.chars().all(|c| is_noun(&c))))
        .filter_map(move |end| list.get(end..))
        .filter(|rest| begins(rest, g::JA_AFTER_NOUN))
}

/// 「ないわけではない」「ないとは言えない」「なくならない」: a negation that is taken back.
fn is_turned(rest: &str) -> bool {
    begins(rest.trim_start_matches(['い', 'ん', 'た']), g::JA_TURNED)
}

/// The first piece of a list that a text has: what stands before it, and after.
fn first<'a>(text: &'a str, pieces: &[&str]) -> Option<(&'a str, &'a str)> {
    let found = pieces.iter().filter_map(|piece| text.find(piece).map(|at| (at, piece.len())));
    let (at, len) = found.min_by_key(|(at, _)| *at)?;
    Some((text.get(..at)?, text.get(at + len..)?))
}

fn has_passed(after: &str) -> bool {
    let said = after.trim_start_matches(['み', 'さ']);
    let said = said.strip_prefix(['は', 'も', 'が']).unwrap_or(said);
    let said = said.strip_prefix('、').unwrap_or(said);
    first(said, g::JA_PASSED).is_some_and(|(gap, rest)| {
        let gap = gap.replace("には", "").replace("では", "");
        gap.chars().count() <= NEAR && !has(&gap, g::JA_APART) && !begins(rest, &["な", "ませ"])
    })
}

fn is_imagined(after: &str) -> bool {
    let clause = after.split(['、', ',']).next().unwrap_or_default();
    first(clause, g::JA_IMAGINED).is_some_and(|(gap, _)| gap.chars().count() <= NEAR && !has(gap, g::JA_REAL))
}

fn is_of_another(place: &Place<'_>) -> bool {
    let clause = place.before.rsplit(['、', ',']).next().unwrap_or_default();
    let named = |other: &str| {
        clause.match_indices(other).any(|(at, name)| {
            clause.get(at + name.len()..).is_some_and(|rest| rest.is_empty() || begins(rest, &["が", "は", "の"]))
        })
    };
    g::JA_OTHERS.iter().any(|other| named(other)) && !has(clause, g::JA_OBSERVED) && !has(place.after, g::JA_OBSERVED)
}

/// A question in general; 「これは膿ですか」 and 「膿が出ていますが大丈夫ですか」 tell of something that is there.
fn is_asked(place: &Place<'_>) -> bool {
    place.asks
        && !begins(
            place.after,
            &["い", "く", "し", "そ", "です", "でしょう", "かな", "かも", "っぽ", "みたい", "のよう"],
        )
        && !has(place.after, g::JA_OWN)
        && !has(place.before, &["これ", "この", "ここ", "今"])
}
