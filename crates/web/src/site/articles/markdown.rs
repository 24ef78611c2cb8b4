use crate::wording::Wording;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};
use maud::{Markup, PreEscaped};

/// The body of an article. Its headings begin below the one `h1` of the page; HTML in the text is left out.
pub(super) fn body(words: Wording, text: &str) -> Markup {
    let (arena, options) = (Arena::new(), options());
    let root = parse_document(&arena, text, &options);
    let levels = root.descendants().filter_map(|node| match node.data.borrow().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    });
    let lift = 2i8.saturating_sub_unsigned(levels.min().unwrap_or(2));
    for node in root.descendants() {
        if let NodeValue::Heading(heading) = &mut node.data.borrow_mut().value {
            heading.level = heading.level.saturating_add_signed(lift).clamp(2, 6);
        }
    }
    let mut shown = String::new();
    if format_html(root, &options, &mut shown).is_err() {
        shown.clear();
    }
    let back = format!("aria-label=\"{} ", words.t("site-footnote-back"));
    PreEscaped(shown.replace("aria-label=\"Back to reference ", &back))
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.cjk_friendly_emphasis = true;
    options.extension.footnotes = true;
    options.extension.table = true;
    options.extension.strikethrough = true;
    options
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::text::Lang;

    fn shown(text: &str) -> String {
        body(Wording(Lang::Ja), text).into_string()
    }

    #[test]
    fn headings_begin_at_the_second_level_wherever_the_text_begins() {
        assert!(shown("# 大\n\n## 小").contains("<h2>大</h2>\n<h3>小</h3>"));
        assert!(shown("## 大\n\n### 小").contains("<h2>大</h2>\n<h3>小</h3>"));
        assert!(shown("### 大").contains("<h2>大</h2>"));
    }

    #[test]
    fn emphasis_beside_japanese_punctuation_is_emphasis() {
        assert!(shown("これは**「肌」**です。").contains("<strong>「肌」</strong>"));
    }

    #[test]
    fn html_and_scripted_links_do_not_reach_the_page() {
        let page = shown("<script>x</script>\n\n[a](javascript:x)");
        assert!(!page.contains("<script>") && !page.contains("javascript:"));
    }

    #[test]
    fn a_footnote_leads_back_in_the_language_of_the_page() {
        let page = shown("本文[^a]。\n\n[^a]: 注。");
        assert!(page.contains("footnote-backref") && !page.contains("Back to reference"));
    }
}
