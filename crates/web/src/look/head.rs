//! The head of every page.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::assets::{AssetBase, Part};

/// The same page in another language.
#[derive(Clone, Copy, Debug)]
pub struct Alternate<'a> {
    /// The language tag, or `x-default`.
    pub lang: &'a str,
    /// The whole address with scheme and host.
    pub href: &'a str,
}

/// Whether search engines may keep the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Robots {
    /// They may.
    Index,
    /// They may not: anything private, anything of the console, anything withheld.
    Hide,
}

/// What a page says about itself.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The language tag of the page, `ja` or `en`.
    pub lang: &'a str,
    /// The title, with the clinic's name where the caller wants it.
    pub title: &'a str,
    /// One sentence for search results.
    pub description: Option<&'a str>,
    /// The one whole address of the page.
    pub canonical: Option<&'a str>,
    /// The page in its other languages.
    pub alternates: &'a [Alternate<'a>],
    /// Whether search engines may keep it.
    pub robots: Robots,
    /// JSON-LD, as text.
    pub structured_data: Option<&'a str>,
    /// Where the assets are.
    pub assets: AssetBase<'a>,
}

/// A whole document around a body.
pub(super) fn document(head: &Head, part: Part, page: &str, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(head.lang) {
            head { (contents(head, part)) }
            body class={ (class_of(part)) " page-" (page) } { (body) }
        }
    }
}

fn contents(head: &Head, part: Part) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdfcf9";
        meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171a";
        meta name="format-detection" content="telephone=no";
        title { (head.title) }
        @if let Some(text) = head.description { meta name="description" content=(text); }
        @if head.robots == Robots::Hide { meta name="robots" content="noindex, nofollow"; }
        @if let Some(href) = head.canonical { link rel="canonical" href=(href); }
        @for other in head.alternates {
            link rel="alternate" hreflang=(other.lang) href=(other.href);
        }
        link rel="icon" type="image/svg+xml" href=(head.assets.href("mark.svg"));
        @for file in part.stylesheets() { link rel="stylesheet" href=(head.assets.href(file)); }
        @for file in part.scripts() { script type="module" src=(head.assets.href(file)) {} }
        @if let Some(json) = head.structured_data {
            script type="application/ld+json" { (PreEscaped(json.replace('<', "\\u003c"))) }
        }
    }
}

const fn class_of(part: Part) -> &'static str {
    match part {
        Part::Public => "public",
        Part::Portal => "portal",
        Part::Console => "console",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(structured_data: Option<&str>, robots: Robots) -> String {
        let head = Head {
            lang: "ja",
            title: "料金",
            description: None,
            canonical: None,
            alternates: &[],
            robots,
            structured_data,
            assets: AssetBase("/assets"),
        };
        document(&head, Part::Public, "prices", html! {}).into_string()
    }

    #[test]
    fn structured_data_cannot_close_its_own_element() {
        let page = rendered(Some(r#"{"name":"</script><b>"}"#), Robots::Index);
        assert!(!page.contains("</script><b>"));
    }

    #[test]
    fn only_a_hidden_page_asks_search_engines_to_leave() {
        assert!(rendered(None, Robots::Hide).contains("noindex"));
        assert!(!rendered(None, Robots::Index).contains("noindex"));
    }
}
