//! The frame of the public site.

use maud::{Markup, html};

use super::{FrameWords, Nameplate, nameplate, skip_link};
use crate::look::assets::Part;
use crate::look::contact::Contact;
use crate::look::head::{Head, document};
use crate::look::navigation::{Breadcrumbs, Crumb, LanguageLink, NavLink};

/// Everything around a public page.
#[derive(Clone, Copy, Debug)]
pub struct PageShell<'a> {
    /// What the page says about itself.
    pub head: Head<'a>,
    /// One word for the page; the body gets the class `page-<word>`.
    pub page: &'a str,
    /// The name of the clinic.
    pub clinic: Nameplate<'a>,
    /// Words of the frame.
    pub words: FrameWords<'a>,
    /// The menu.
    pub navigation: &'a [NavLink<'a>],
    /// The one entry that stands apart (booking).
    pub booking: Option<NavLink<'a>>,
    /// The page in the other languages.
    pub languages: &'a [LanguageLink<'a>],
    /// The way here.
    pub breadcrumbs: &'a [Crumb<'a>],
    /// A line above everything, such as "a demonstration, all data invented".
    pub banner: Option<&'a str>,
    /// How to reach the clinic.
    pub contact: Contact<'a>,
    /// Links at the foot.
    pub foot: &'a [NavLink<'a>],
    /// The last line.
    pub colophon: &'a str,
}

/// A public page around its content. The content begins with the one `h1`.
pub fn shell(frame: &PageShell, content: Markup) -> Markup {
    let body = html! {
        (skip_link(frame.words.skip))
        header.masthead {
            @if let Some(text) = frame.banner { p.banner { (text) } }
            div.masthead-row {
                (nameplate(&frame.clinic))
                button.menu-button type="button" popovertarget="menu" { (frame.words.menu) }
                nav.menu #menu popover aria-label=(frame.words.menu) {
                    ul { @for link in frame.navigation { li { (link) } } }
                    div.menu-side {
                        @for link in frame.languages { (link) }
                        @if let Some(link) = frame.booking { div.menu-booking { (link) } }
                    }
                }
            }
        }
        div.sheet {
            (Breadcrumbs { label: frame.words.breadcrumbs, crumbs: frame.breadcrumbs })
            main #content tabindex="-1" { (content) }
        }
        footer.foot {
            div.foot-row {
                (frame.contact)
                nav aria-label=(frame.words.foot) {
                    ul { @for link in frame.navigation.iter().chain(frame.foot) { li { (link) } } }
                }
            }
            p.colophon { (frame.colophon) }
        }
    };
    document(&frame.head, Part::Public, frame.page, body)
}
