//! Ways through the site: menus, breadcrumbs, pages of a list.

use maud::{Markup, Render, html};

/// Whether a link leads to the page that is being shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// The page itself, or the part of the site that holds it.
    Here,
    /// Another page.
    Elsewhere,
}

impl Place {
    /// The value of `aria-current`, if any.
    const fn current(self) -> Option<&'static str> {
        match self {
            Self::Here => Some("page"),
            Self::Elsewhere => None,
        }
    }
}

/// One entry of a menu.
#[derive(Clone, Copy, Debug)]
pub struct NavLink<'a> {
    /// What it is called.
    pub label: &'a str,
    /// Where it leads.
    pub href: &'a str,
    /// Whether we are there.
    pub place: Place,
    /// How many things wait there, in words that a reader hears ("3件").
    pub waiting: Option<&'a str>,
}

impl Render for NavLink<'_> {
    fn render(&self) -> Markup {
        html! {
            a href=(self.href) aria-current=[self.place.current()] {
                (self.label)
                @if let Some(count) = self.waiting { " " span.waiting { (count) } }
            }
        }
    }
}

/// The same page in another language, named in that language.
#[derive(Clone, Copy, Debug)]
pub struct LanguageLink<'a> {
    /// The language tag.
    pub lang: &'a str,
    /// The name of the language in itself.
    pub label: &'a str,
    /// Where that page is.
    pub href: &'a str,
}

impl Render for LanguageLink<'_> {
    fn render(&self) -> Markup {
        html! { a.language lang=(self.lang) hreflang=(self.lang) href=(self.href) { (self.label) } }
    }
}

/// A step on the way from the first page to this one.
#[derive(Clone, Copy, Debug)]
pub struct Crumb<'a> {
    /// The name of the page.
    pub label: &'a str,
    /// Where it is; none for the page itself.
    pub href: Option<&'a str>,
}

/// The way from the first page to this one.
#[derive(Clone, Copy, Debug)]
pub struct Breadcrumbs<'a> {
    /// What the list is called for those who hear it.
    pub label: &'a str,
    /// The steps, the first page first.
    pub crumbs: &'a [Crumb<'a>],
}

impl Render for Breadcrumbs<'_> {
    fn render(&self) -> Markup {
        html! {
            @if !self.crumbs.is_empty() {
                nav.breadcrumbs aria-label=(self.label) {
                    ol { @for crumb in self.crumbs { li { (step(crumb)) } } }
                }
            }
        }
    }
}

fn step(crumb: &Crumb) -> Markup {
    match crumb.href {
        Some(href) => html! { a href=(href) { (crumb.label) } },
        None => html! { span aria-current="page" { (crumb.label) } },
    }
}

/// A named link.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// What it is called.
    pub label: &'a str,
    /// Where it leads.
    pub href: &'a str,
}

/// Older and newer pages of a list, and where we stand.
#[derive(Clone, Copy, Debug)]
pub struct Pagination<'a> {
    /// What the list is called for those who hear it.
    pub label: &'a str,
    /// Where we stand ("2 / 5").
    pub position: &'a str,
    /// The page before.
    pub previous: Option<Link<'a>>,
    /// The page after.
    pub next: Option<Link<'a>>,
}

impl Render for Pagination<'_> {
    fn render(&self) -> Markup {
        html! {
            nav.pagination aria-label=(self.label) {
                @if let Some(link) = self.previous { a rel="prev" href=(link.href) { (link.label) } }
                span.position { (self.position) }
                @if let Some(link) = self.next { a rel="next" href=(link.href) { (link.label) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_steps_leave_no_empty_landmark() {
        assert_eq!(Breadcrumbs { label: "現在地", crumbs: &[] }.render().into_string(), "");
    }

    #[test]
    fn the_page_itself_is_not_a_link() {
        let crumbs = [Crumb { label: "はじめ", href: Some("/ja/") }, Crumb { label: "料金", href: None }];
        let text = Breadcrumbs { label: "現在地", crumbs: &crumbs }.render().into_string();
        assert_eq!(text.matches("<a ").count(), 1);
        assert!(text.contains(r#"<span aria-current="page">料金"#));
    }
}
