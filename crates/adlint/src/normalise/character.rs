//! What one character is.

/// How a normalised letter stands in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// In as many bytes.
    Same,
    /// In some other way, or not at all.
    Otherwise,
}

/// Nobody sees it: zero width, direction, variation, soft hyphen, tags.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
        || (letter.is_control() && !letter.is_whitespace())
}

/// Kana, kanji and what belongs to them.
pub fn is_japanese(letter: char) -> bool {
    matches!(letter,
        '\u{3005}'..='\u{3007}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3041}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Kanji in the plane of common letters.
pub fn is_kanji(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

/// Hiragana.
pub fn is_hiragana(letter: char) -> bool {
    matches!(letter, '\u{3041}'..='\u{3096}')
}

/// Katakana, with its long vowel.
pub fn is_katakana(letter: char) -> bool {
    matches!(letter, '\u{30a1}'..='\u{30fa}' | '\u{30fc}')
}

/// Japanese letters that no normal form changes when they stand alone.
pub fn is_stable(letter: char) -> bool {
    matches!(letter,
        '\u{3001}' | '\u{3002}' | '\u{3005}' | '\u{300c}'..='\u{300f}' | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fc}' | '\u{4e00}'..='\u{9fff}')
        && letter != '髙'
}

/// One letter for those that look the same or mean the same; `before` is the letter before it.
pub fn plain(letter: char, before: Option<char>) -> char {
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' if before.is_some_and(is_katakana) => 'ー',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{301c}' | '\u{223c}' | '\u{223e}' => '~',
        '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
        '\u{ff61}' => '。',
        '髙' => '高',
        '\u{0430}' => 'a',
        '\u{0435}' => 'e',
        '\u{043e}' | '\u{03bf}' => 'o',
        '\u{0440}' | '\u{03c1}' => 'p',
        '\u{0441}' => 'c',
        '\u{0445}' => 'x',
        '\u{0443}' => 'y',
        '\u{0456}' | '\u{03b9}' => 'i',
        '\u{0455}' => 's',
        other => other,
    }
}
