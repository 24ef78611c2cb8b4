//! How a word stands in an English sentence: its negation comes some words before it.

use super::Standing;
use super::grammar as g;
use super::spelling;

/// An English negation reaches over so many words.
const REACH: usize = 4;
/// "Gone" follows within so many words.
const NEAR: usize = 8;

/// One sentence in words, in the parts that commas and "but" make of it.
pub(super) struct Sentence {
    parts: Vec<Vec<String>>,
    asks: bool,
}

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let text = spelling::folded(text);
    let ends = |c: char| matches!(c, '.' | '!' | '?' | ';' | '\n' | '。');
    text.split_inclusive(ends).map(sentence).collect()
}

fn sentence(text: &str) -> Sentence {
    let mut parts: Vec<Vec<String>> = Vec::new();
    for piece in text.split([',', '、']) {
        let words = piece.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(str::to_owned).collect();
        let turns = |word: &String| ["but", "however", "though", "although", "while"].contains(&word.as_str());
        parts.extend(words.split(turns).map(<[String]>::to_vec));
    }
    Sentence { parts, asks: text.trim_end().ends_with('?') }
}

/// One place of a word.
struct Place<'a> {
    sentence: &'a Sentence,
    part: usize,
    before: &'a [String],
    after: &'a [String],
    later: &'a [Sentence],
}

/// How the word stands at each of its places.
pub(super) fn standings(sentences: &[Sentence], word: &str) -> Vec<Standing> {
    let wanted: Vec<String> = spelling::folded(word).split_whitespace().map(str::to_owned).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        let later = sentences.get(number + 1..).unwrap_or_default();
        for (part, words) in sentence.parts.iter().enumerate() {
            for (at, window) in words.windows(wanted.len()).enumerate() {
                if window.iter().zip(&wanted).all(|(written, wanted)| spelling::is_same(written, wanted)) {
                    let before = words.get(..at).unwrap_or_default();
                    let after = words.get(at + wanted.len()..).unwrap_or_default();
                    found.push(standing(&Place { sentence, part, before, after, later }));
                }
            }
        }
    }
    found
}

fn standing(place: &Place<'_>) -> Standing {
    if is_compound(place) || is_denied(place) || is_listed(place) || is_denied_after(place) {
        Standing::Denied
    } else if has_passed(place) {
        Standing::Passed
    } else if is_imagined(place) {
        Standing::Imagined
    } else if is_of_another(place) {
        Standing::OfAnother
    } else if is_asked(place) {
        Standing::Asked
    } else {
        Standing::Reported
    }
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.contains(&word)
}

fn has(words: &[String], wanted: &[&str]) -> bool {
    words.iter().any(|word| is_one_of(word, wanted))
}

fn is_definite(place: &Place<'_>) -> bool {
    place.before.last().is_some_and(|word| is_one_of(word, g::EN_DEFINITE))
}

fn is_compound(place: &Place<'_>) -> bool {
    place.after.first().is_some_and(|word| is_one_of(word, g::EN_COMPOUNDS))
}

fn is_denied(place: &Place<'_>) -> bool {
    let searched = has(place.before, g::EN_SEARCHED);
    let denies = |word: &str| is_one_of(word, g::EN_NEGATIONS) || (searched && is_one_of(word, &["can't", "cannot"]));
    let near = place.before.iter().rev().filter(|word| !is_one_of(word, g::EN_JOINS)).take(REACH);
    near.take_while(|word| !is_one_of(word, g::EN_TURNS)).any(|word| denies(word))
        && !is_turned(place.before)
        && place.after.first().is_none_or(|word| word != "like")
}

/// "I can't say there is no pain", "not without pain": a negation that is taken back.
fn is_turned(before: &[String]) -> bool {
    let said = before.join(" ");
    let denied_later = |opening: &str| {
        said.split_once(opening).is_some_and(|(_, later)| later.split(' ').any(|word| is_one_of(word, g::EN_NEGATIONS)))
    };
    g::EN_TURNED.iter().any(|opening| denied_later(opening))
        || said.contains("not without")
        || said.contains("n't without")
}

/// "No redness, swelling, bruising or pus".
fn is_listed(place: &Place<'_>) -> bool {
    let Some(parts) = place.sentence.parts.get(..=place.part) else {
        return false;
    };
    let bare = |part: &&Vec<String>| part.len() <= REACH && !has(part, g::EN_SENTENCE);
    let denied = |part: &Vec<String>| has(part, &["no", "without", "not", "never"]) && !has(part, g::EN_TURNS);
    let listed = parts.iter().rev().take_while(bare).any(denied)
        || parts.iter().rev().find(|part| !bare(part)).is_some_and(|part| part.len() <= REACH + 1 && denied(part));
    let joined = place.sentence.parts.iter().skip(1).any(|part| has(part, &["or", "nor"]));
    place.part > 0 && listed && joined && parts.last().is_some_and(|part| bare(&part))
}

/// "pus: none".
fn is_denied_after(place: &Place<'_>) -> bool {
    matches!(place.after, [only] if is_one_of(only, &["none", "no", "nil", "zero", "absent", "0"]))
}

fn has_passed(place: &Place<'_>) -> bool {
    let returns = |words: &[String]| has(words, g::EN_RETURNS);
    let rest = place.sentence.parts.iter().skip(place.part + 1);
    let later = place.later.iter().flat_map(|sentence| &sentence.parts);
    (is_gone(place.after) || had_been(place.before))
        && !has(place.before, &["thought", "hoped", "think", "hope"])
        && !returns(place.after)
        && !rest.chain(later).any(|part| returns(part))
}

fn is_gone(after: &[String]) -> bool {
    let pairs = after.iter().zip(after.iter().map(Some).skip(1).chain([None])).take(NEAR);
    for (word, next) in pairs {
        let next = next.map(String::as_str).unwrap_or_default();
        let went = word == "went" && is_one_of(next, &["away", "down"]);
        if is_one_of(word, g::EN_PASSED) || went || (is_one_of(word, &["is", "was", "all"]) && next == "over") {
            return true;
        }
        if !is_one_of(word, g::EN_FILLERS) {
            return false;
        }
    }
    false
}

/// "I used to have pain", "it stopped oozing".
fn had_been(before: &[String]) -> bool {
    let denied = has(before, g::EN_NEGATIONS);
    before.windows(2).any(|pair| matches!(pair, [used, to] if used == "used" && to == "to"))
        || (before.last().is_some_and(|word| word == "stopped") && !denied)
}

fn is_imagined(place: &Place<'_>) -> bool {
    if is_definite(place) {
        return false;
    }
    let said = place.before.join(" ");
    let Some(at) = place.before.iter().rposition(|word| word == "if") else {
        return g::EN_IMAGINED.iter().any(|opening| said.contains(opening));
    };
    let asks = at.checked_sub(1).and_then(|at| place.before.get(at)).is_some_and(|word| is_one_of(word, g::EN_WONDERS));
    !asks && !has(place.before.get(at..).unwrap_or_default(), g::EN_TOUCHES)
}

fn is_of_another(place: &Place<'_>) -> bool {
    let Some(at) = place.before.iter().position(|word| is_one_of(word, g::EN_OTHERS)) else {
        return false;
    };
    let told = place.before.get(at..).unwrap_or_default();
    !has(told, g::EN_OBSERVED) && !has(told, &["i", "my"])
}

/// A question in general: "Is pus normal?", but not "Is this pus?".
fn is_asked(place: &Place<'_>) -> bool {
    let mut words = place.sentence.parts.iter().flatten();
    let first = words.next().map(String::as_str).unwrap_or_default();
    let ahead = is_one_of(first, &["will", "would", "could", "should", "can"]);
    let own = |word: &str| is_one_of(word, g::EN_OWN) && !(ahead && word == "there");
    place.sentence.asks && !is_definite(place) && is_one_of(first, g::EN_ASKS) && !words.any(|word| own(word))
}
