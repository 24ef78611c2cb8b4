use super::{Common, lines};
use crate::assets;
use crate::guest::Guest;
use crate::look::assets::AssetBase;
use crate::look::head::{Head, Robots};
use crate::look::navigation::{LanguageLink, NavLink};
use crate::look::shell::{Nameplate, PortalShell, portal_shell};
use maud::Markup;

/// What a private page says about itself.
pub(crate) struct PortalPage<'a> {
    /// One word, for the style of the page.
    pub name: &'a str,
    /// The title; it names no treatment.
    pub title: &'a str,
    /// The few places of the private page.
    pub navigation: &'a [NavLink<'a>],
}

/// A private page around its content, which begins with the one `h1`.
pub(crate) fn portal(guest: &Guest, page: &PortalPage<'_>, content: Markup) -> Markup {
    let (words, lang, web) = (guest.words(), guest.lang, &guest.web);
    let common = Common::new(web, lang);
    let about = &web.clinic.particulars;
    let title = format!("{} | {}", page.title, about.name.get(lang));
    let home = guest.to("");
    let (other, other_label) = (guest.path_in(lang.other()), words.t("frame-other-language"));
    let (hours, address) = (lines(&common.hours), lines(&common.address));
    let frame = PortalShell {
        head: Head {
            lang: lang.code(),
            title: &title,
            description: None,
            canonical: None,
            alternates: &[],
            robots: Robots::Hide,
            structured_data: None,
            assets: AssetBase(&assets::BASE),
        },
        page: page.name,
        clinic: Nameplate { name: about.name.get(lang), home: &home },
        words: common.words(),
        navigation: page.navigation,
        languages: &[LanguageLink { lang: lang.other().code(), label: &other_label, href: &other }],
        banner: common.banner.as_deref(),
        contact: common.contact(web, &hours, &address),
    };
    portal_shell(&frame, content)
}
