use super::{Common, lines};
use crate::assets;
use crate::guest::Guest;
use crate::look::assets::AssetBase;
use crate::look::head::{Alternate, Head, Robots};
use crate::look::navigation::{Crumb, LanguageLink, NavLink, Place};
use crate::look::shell::{Nameplate, PageShell, shell};
use crate::web::Web;
use journey::text::Lang;
use maud::Markup;

/// What a public page says about itself.
pub(crate) struct Page<'a> {
    /// One word, for the style of the page.
    pub name: &'a str,
    /// The title, without the clinic's name.
    pub title: &'a str,
    /// One or two sentences for search engines.
    pub description: Option<&'a str>,
    /// The way here from the first page, without it: labels and addresses; the last has none.
    pub crumbs: &'a [(&'a str, Option<&'a str>)],
    /// Whether search engines may show it.
    pub robots: Robots,
    /// JSON-LD.
    pub structured_data: Option<&'a str>,
}

/// The menu, without what is withheld: a message key and the rest of the address.
const MENU: [(&str, &str); 6] = [
    ("menu-treatments", "treatments"),
    ("menu-concerns", "concerns"),
    ("menu-practitioners", "practitioners"),
    ("menu-access", "access"),
    ("menu-counselling", "counselling"),
    ("menu-articles", "articles"),
];

/// A public page around its content, which begins with the one `h1`.
pub(crate) fn public(guest: &Guest, page: &Page<'_>, content: Markup) -> Markup {
    let (words, lang, web) = (guest.words(), guest.lang, &guest.web);
    let common = Common::new(web, lang);
    let about = &web.clinic.particulars;
    let title = format!("{} | {}", page.title, about.name.get(lang));
    let canonical = format!("{}{}", web.settings.public_url, guest.path);
    let others: Vec<(&str, String)> = Lang::ALL
        .iter()
        .filter(|one| web.gate.is_open(&guest.path_in(**one)))
        .map(|one| (one.code(), format!("{}{}", web.settings.public_url, guest.path_in(*one))))
        .collect();
    let alternates: Vec<Alternate<'_>> = others.iter().map(|(lang, href)| Alternate { lang, href }).collect();
    let menu: Vec<(String, String)> =
        MENU.iter().filter(|(_, rest)| guest.shows(rest)).map(|(key, rest)| (words.t(key), guest.to(rest))).collect();
    let navigation: Vec<NavLink<'_>> =
        menu.iter().map(|(label, href)| NavLink { label, href, place: place(guest, href), waiting: None }).collect();
    let (home, home_label) = (guest.to(""), words.t("menu-home"));
    let mut crumbs = vec![Crumb { label: &home_label, href: Some(&home) }];
    crumbs.extend(page.crumbs.iter().map(|(label, href)| Crumb { label, href: *href }));
    let (other, other_label) = (guest.path_in(lang.other()), words.t("frame-other-language"));
    let (book, book_label) = (guest.to("book"), words.t("menu-book"));
    let (privacy, privacy_label) = (guest.to("privacy"), words.t("menu-privacy"));
    let (hours, address) = (lines(&common.hours), lines(&common.address));
    let colophon = words.with("frame-colophon", &[("clinic", about.name.get(lang))]);
    let frame = PageShell {
        head: Head {
            lang: lang.code(),
            title: &title,
            description: page.description,
            canonical: (page.robots == Robots::Index).then_some(canonical.as_str()),
            alternates: if page.robots == Robots::Index { &alternates } else { &[] },
            robots: page.robots,
            structured_data: page.structured_data,
            assets: AssetBase(&assets::BASE),
        },
        page: page.name,
        clinic: Nameplate { name: about.name.get(lang), home: &home },
        words: common.words(),
        navigation: &navigation,
        booking: Some(NavLink { label: &book_label, href: &book, place: place(guest, &book), waiting: None }),
        languages: &[LanguageLink { lang: lang.other().code(), label: &other_label, href: &other }],
        breadcrumbs: if page.crumbs.is_empty() { &[] } else { &crumbs },
        banner: common.banner.as_deref(),
        contact: common.contact(web, &hours, &address),
        foot: &[NavLink { label: &privacy_label, href: &privacy, place: place(guest, &privacy), waiting: None }],
        colophon: &colophon,
    };
    shell(&frame, content)
}

fn place(guest: &Guest, href: &str) -> Place {
    if guest.path == href { Place::Here } else { Place::Elsewhere }
}

/// A page that stands outside the site's structure: an error.
pub(crate) fn plain(web: &Web, lang: Lang, title: &str, content: Markup) -> Markup {
    let guest = Guest { web: web.clone(), lang, path: format!("/{}/", lang.code()) };
    let page =
        Page { name: "plain", title, description: None, crumbs: &[], robots: Robots::Hide, structured_data: None };
    public(&guest, &page, content)
}
