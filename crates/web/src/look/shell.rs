//! The frames around a page: public, private, console.

pub mod console;
pub mod portal;
pub mod public;

pub use console::{ConsoleShell, console_shell};
pub use portal::{PortalShell, portal_shell};
pub use public::{PageShell, shell};

use maud::{Markup, html};

/// The clinic as its frame names it.
#[derive(Clone, Copy, Debug)]
pub struct Nameplate<'a> {
    /// The name of the clinic.
    pub name: &'a str,
    /// The first page.
    pub home: &'a str,
}

/// What the words of a frame are for those who do not see it.
#[derive(Clone, Copy, Debug)]
pub struct FrameWords<'a> {
    /// "Skip to the content".
    pub skip: &'a str,
    /// The name of the menu.
    pub menu: &'a str,
    /// The name of the breadcrumbs.
    pub breadcrumbs: &'a str,
    /// The name of the links at the foot.
    pub foot: &'a str,
}

fn skip_link(label: &str) -> Markup {
    html! { a.skip href="#content" { (label) } }
}

fn nameplate(plate: &Nameplate) -> Markup {
    html! { a.nameplate href=(plate.home) { (plate.name) } }
}
