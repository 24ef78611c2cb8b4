//! The frame of the console: a narrow column of places, the work beside it.

use maud::{Markup, html};

use super::{FrameWords, Nameplate, nameplate, skip_link};
use crate::look::assets::Part;
use crate::look::head::{Head, document};
use crate::look::navigation::{LanguageLink, NavLink};

/// Places of the console that belong together.
#[derive(Clone, Copy, Debug)]
pub struct NavGroup<'a> {
    /// What they have in common.
    pub label: &'a str,
    /// The places.
    pub links: &'a [NavLink<'a>],
}

/// Who is working, and the way out.
#[derive(Clone, Debug)]
pub struct SignedIn<'a> {
    /// The name.
    pub name: &'a str,
    /// The role, in words.
    pub role: &'a str,
    /// The form that signs out; it carries the caller's token.
    pub sign_out: Markup,
}

/// Everything around a page of the console.
#[derive(Clone, Debug)]
pub struct ConsoleShell<'a> {
    /// What the page says about itself; never to be indexed.
    pub head: Head<'a>,
    /// One word for the page; the body gets the class `page-<word>`.
    pub page: &'a str,
    /// The name of the clinic.
    pub clinic: Nameplate<'a>,
    /// Words of the frame.
    pub words: FrameWords<'a>,
    /// The places, in groups.
    pub navigation: &'a [NavGroup<'a>],
    /// The console in the other languages.
    pub languages: &'a [LanguageLink<'a>],
    /// Who is working; none before signing in.
    pub signed_in: Option<SignedIn<'a>>,
    /// A line above everything.
    pub banner: Option<&'a str>,
}

/// A page of the console around its content. The content begins with the one `h1`.
pub fn console_shell(frame: &ConsoleShell, content: Markup) -> Markup {
    let body = html! {
        (skip_link(frame.words.skip))
        div.desk {
            header.side {
                @if let Some(text) = frame.banner { p.banner { (text) } }
                (nameplate(&frame.clinic))
                nav aria-label=(frame.words.menu) {
                    @for group in frame.navigation { (places(group)) }
                }
                div.side-foot {
                    @if let Some(person) = &frame.signed_in {
                        p.person { (person.name) br; small { (person.role) } }
                        (person.sign_out)
                    }
                    @for link in frame.languages { (link) }
                }
            }
            main #content tabindex="-1" { (content) }
        }
    };
    document(&frame.head, Part::Console, frame.page, body)
}

fn places(group: &NavGroup) -> Markup {
    html! {
        p.side-label { (group.label) }
        ul { @for link in group.links { li { (link) } } }
    }
}
