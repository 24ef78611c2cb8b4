use unicode_normalization::UnicodeNormalization;

/// A name as it is searched for: full-width katakana without spaces or marks of length lost.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchKey(String);

/// A telephone number as digits only, domestic form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PhoneKey(String);

impl SearchKey {
    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PhoneKey {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Folds a name for search: width and case by NFKC, hiragana to katakana, spaces and middle dots dropped.
///
/// ```
/// use journey::identity::fold_kana;
/// assert_eq!(fold_kana("やまだ はなこ").as_str(), "ヤマダハナコ");
/// assert_eq!(fold_kana("ﾔﾏﾀﾞ　ﾊﾅｺ"), fold_kana("ヤマダ・ハナコ"));
/// ```
pub fn fold_kana(text: &str) -> SearchKey {
    SearchKey(
        text.nfkc()
            .flat_map(char::to_uppercase)
            .filter(|c| !c.is_whitespace() && !matches!(c, '・' | '.' | ','))
            .map(katakana)
            .collect(),
    )
}

fn katakana(c: char) -> char {
    match c {
        'ぁ'..='ゖ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        _ => c,
    }
}

/// Folds a telephone number: digits of any width, and +81 becomes a leading zero.
///
/// ```
/// use journey::identity::fold_phone;
/// assert_eq!(fold_phone("+81 90-1234-5678"), fold_phone("０９０（１２３４）５６７８"));
/// ```
pub fn fold_phone(text: &str) -> PhoneKey {
    let folded: String = text.nfkc().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let digits = match folded.strip_prefix("+81") {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => folded,
    };
    PhoneKey(digits.chars().filter(char::is_ascii_digit).collect())
}
