//! The frame of the patient's private page: no menu to get lost in, the telephone always in reach.

use maud::{Markup, html};

use super::{FrameWords, Nameplate, nameplate, skip_link};
use crate::look::assets::Part;
use crate::look::contact::Contact;
use crate::look::head::{Head, document};
use crate::look::navigation::{LanguageLink, NavLink};

/// Everything around a private page.
#[derive(Clone, Copy, Debug)]
pub struct PortalShell<'a> {
    /// What the page says about itself; never to be indexed.
    pub head: Head<'a>,
    /// One word for the page; the body gets the class `page-<word>`.
    pub page: &'a str,
    /// The name of the clinic.
    pub clinic: Nameplate<'a>,
    /// Words of the frame.
    pub words: FrameWords<'a>,
    /// The few places of the private page.
    pub navigation: &'a [NavLink<'a>],
    /// The page in the other languages.
    pub languages: &'a [LanguageLink<'a>],
    /// A line above everything.
    pub banner: Option<&'a str>,
    /// How to reach the clinic, with what to do in an emergency.
    pub contact: Contact<'a>,
}

/// A private page around its content. The content begins with the one `h1`.
pub fn portal_shell(frame: &PortalShell, content: Markup) -> Markup {
    let body = html! {
        (skip_link(frame.words.skip))
        header.masthead {
            @if let Some(text) = frame.banner { p.banner { (text) } }
            div.masthead-row {
                (nameplate(&frame.clinic))
                div.menu-side {
                    (frame.contact.telephone)
                    @for link in frame.languages { (link) }
                }
            }
            @if !frame.navigation.is_empty() {
                nav.places aria-label=(frame.words.menu) {
                    ul { @for link in frame.navigation { li { (link) } } }
                }
            }
        }
        div.sheet { main #content tabindex="-1" { (content) } }
        footer.foot { div.foot-row { (frame.contact) } }
    };
    document(&frame.head, Part::Portal, frame.page, body)
}
