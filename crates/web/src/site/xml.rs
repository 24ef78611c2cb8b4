//! The little XML that feeds and the list of pages need.

/// A text as it stands between or inside tags.
pub(super) fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut shown, c| {
        match c {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '>' => shown.push_str("&gt;"),
            '"' => shown.push_str("&quot;"),
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => shown.push(c),
        }
        shown
    })
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_in_a_text_can_open_or_close_a_tag() {
        assert_eq!(escaped("a < b & \"c\">"), "a &lt; b &amp; &quot;c&quot;&gt;");
        assert_eq!(escaped("肌\u{0}"), "肌");
    }
}
