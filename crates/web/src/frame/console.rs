use super::Common;
use crate::assets;
use crate::console::Desk;
use crate::look::assets::AssetBase;
use crate::look::head::{Head, Robots};
use crate::look::navigation::{LanguageLink, NavLink, Place};
use crate::look::shell::console::{NavGroup, SignedIn};
use crate::look::shell::{ConsoleShell, Nameplate, console_shell};
use crate::web::Web;
use crate::wording::Wording;
use app::actor::{Clinician, Dispatcher, FrontDesk, Manager, Physician, Publisher};
use journey::staff::Role;
use journey::text::Lang;
use maud::{Markup, html};

/// What a page of the console says about itself.
pub(crate) struct ConsolePage<'a> {
    /// One word, for the style of the page.
    pub name: &'a str,
    /// The title.
    pub title: &'a str,
}

/// One place of the console: message key, address, and the roles that may go there.
struct Entry(&'static str, &'static str, &'static [Role]);

const DAY: [Entry; 5] = [
    Entry("console-nav-day", "/console", FrontDesk::ROLES),
    Entry("console-nav-new", "/console/book", FrontDesk::ROLES),
    Entry("console-nav-waitlist", "/console/waitlist", FrontDesk::ROLES),
    Entry("console-nav-calendar", "/console/calendar", FrontDesk::ROLES),
    Entry("console-nav-recovery", "/console/recovery", Clinician::ROLES),
];
const PEOPLE: [Entry; 3] = [
    Entry("console-nav-patients", "/console/patients", FrontDesk::ROLES),
    Entry("console-nav-duplicates", "/console/duplicates", FrontDesk::ROLES),
    Entry("console-nav-recall", "/console/recall", FrontDesk::ROLES),
];
const HOUSE: [Entry; 5] = [
    Entry("console-nav-protocols", "/console/protocols", Physician::ROLES),
    Entry("console-nav-pages", "/console/pages", Publisher::ROLES),
    Entry("console-nav-outbox", "/console/outbox", Dispatcher::ROLES),
    Entry("console-nav-roster", "/console/roster", Manager::ROLES),
    Entry("console-nav-staff", "/console/staff", Manager::ROLES),
];

/// A page of the console around its content, which begins with the one `h1`.
pub(crate) fn console(desk: &Desk, page: &ConsolePage<'_>, content: Markup) -> Markup {
    let words = desk.words();
    let role = desk.roles().iter().map(|role| words.t(&format!("role-{}", role.code()))).collect::<Vec<_>>().join("・");
    let groups = [("console-group-day", &DAY[..]), ("console-group-people", &PEOPLE), ("console-group-house", &HOUSE)]
        .map(|(key, entries)| (words.t(key), places(desk, entries)));
    let links: Vec<(&str, Vec<NavLink<'_>>)> = groups
        .iter()
        .map(|(label, places)| {
            let shown = places.iter().map(|(label, href)| NavLink {
                label,
                href,
                place: if desk.path == *href { Place::Here } else { Place::Elsewhere },
                waiting: None,
            });
            (label.as_str(), shown.collect())
        })
        .collect();
    let navigation: Vec<NavGroup<'_>> =
        links.iter().filter(|(_, links)| !links.is_empty()).map(|(label, links)| NavGroup { label, links }).collect();
    let sign_out = html! {
        form method="post" action="/console/sign-out" { button.action.action-quiet type="submit" { (words.t("console-sign-out")) } }
    };
    let signed_in = SignedIn { name: &desk.name, role: &role, sign_out };
    around(&desk.web, desk.lang, page, &navigation, Some(signed_in), content)
}

fn places(desk: &Desk, entries: &[Entry]) -> Vec<(String, &'static str)> {
    let allowed = |entry: &&Entry| entry.2.iter().any(|role| desk.roles().contains(role));
    entries.iter().filter(allowed).map(|entry| (desk.words().t(entry.0), entry.1)).collect()
}

/// A page of the console for nobody in particular: signing in, an error.
pub(crate) fn console_plain(web: &Web, lang: Lang, title: &str, content: Markup) -> Markup {
    around(web, lang, &ConsolePage { name: "plain", title }, &[], None, content)
}

fn around(
    web: &Web,
    lang: Lang,
    page: &ConsolePage<'_>,
    navigation: &[NavGroup<'_>],
    signed_in: Option<SignedIn<'_>>,
    content: Markup,
) -> Markup {
    let words = Wording(lang);
    let common = Common::new(web, lang);
    let title = format!("{} | Suhada", page.title);
    let (other, other_label) = (format!("/console/language/{}", lang.other().code()), words.t("frame-other-language"));
    let frame = ConsoleShell {
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
        clinic: Nameplate { name: web.clinic.particulars.name.get(lang), home: "/console" },
        words: common.words(),
        navigation,
        languages: &[LanguageLink { lang: lang.other().code(), label: &other_label, href: &other }],
        signed_in,
        banner: common.banner.as_deref(),
    };
    console_shell(&frame, content)
}
