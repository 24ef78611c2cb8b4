//! The frames of the gallery, for an invented clinic.

use maud::{Markup, html};

use crate::look::assets::AssetBase;
use crate::look::contact::{Contact, Telephone};
use crate::look::head::{Head, Robots};
use crate::look::navigation::{Crumb, LanguageLink, NavLink, Place};
use crate::look::shell::console::{NavGroup, SignedIn};
use crate::look::shell::{
    ConsoleShell, FrameWords, Nameplate, PageShell, PortalShell, console_shell, portal_shell, shell,
};

pub const TELEPHONE: Telephone = Telephone { dial: "+81300000000", shown: "03-0000-0000" };

const fn head<'a>(lang: &'a str, title: &'a str, robots: Robots) -> Head<'a> {
    Head {
        lang,
        title,
        description: None,
        canonical: None,
        alternates: &[],
        robots,
        structured_data: None,
        assets: AssetBase("assets"),
    }
}

const fn link<'a>(label: &'a str, place: Place) -> NavLink<'a> {
    NavLink { label, href: "#content", place, waiting: None }
}

const CLINIC_JA: Nameplate = Nameplate { name: "すはだ皮膚科 青山", home: "#content" };

const WORDS_JA: FrameWords =
    FrameWords { skip: "本文へ", menu: "メニュー", breadcrumbs: "現在地", foot: "サイトの案内" };

const CONTACT_JA: Contact = Contact {
    title: "お問い合わせ",
    telephone: TELEPHONE,
    hours: &["月・火・木・金 10:00〜19:00", "土・日 10:00〜18:00　水曜休診"],
    address: &["東京都港区（架空の住所）"],
    emergency: Some("診療時間外に急な症状があるときは、留守番電話でご案内する当番の番号へおかけください。"),
};

pub fn japanese(title: &str, crumbs: &[Crumb], content: Markup) -> String {
    let navigation = [
        link("施術", Place::Here),
        link("お悩み", Place::Elsewhere),
        link("記事", Place::Elsewhere),
        link("料金", Place::Elsewhere),
        link("アクセス", Place::Elsewhere),
    ];
    let frame = PageShell {
        head: head("ja", title, Robots::Index),
        page: "gallery",
        clinic: CLINIC_JA,
        words: WORDS_JA,
        navigation: &navigation,
        booking: Some(link("予約", Place::Elsewhere)),
        languages: &[LanguageLink { lang: "en", label: "English", href: "#content" }],
        breadcrumbs: crumbs,
        banner: Some("デモ環境です。人物・料金はすべて架空のものです。"),
        contact: CONTACT_JA,
        foot: &[link("プライバシー", Place::Elsewhere)],
        colophon: "院長　坂本（皮膚科専門医）",
    };
    shell(&frame, content).into_string()
}

pub fn english(title: &str, crumbs: &[Crumb], content: Markup) -> String {
    let navigation = [
        link("Treatments", Place::Here),
        link("Concerns", Place::Elsewhere),
        link("Articles", Place::Elsewhere),
        link("Prices", Place::Elsewhere),
        link("Access", Place::Elsewhere),
    ];
    let frame = PageShell {
        head: head("en", title, Robots::Index),
        page: "gallery",
        clinic: Nameplate { name: "Suhada Dermatology Aoyama", home: "#content" },
        words: FrameWords { skip: "Skip to content", menu: "Menu", breadcrumbs: "You are here", foot: "Site" },
        navigation: &navigation,
        booking: Some(link("Book", Place::Elsewhere)),
        languages: &[LanguageLink { lang: "ja", label: "日本語", href: "#content" }],
        breadcrumbs: crumbs,
        banner: None,
        contact: Contact {
            title: "Contact",
            telephone: TELEPHONE,
            hours: &["Mon, Tue, Thu, Fri 10:00–19:00", "Sat, Sun 10:00–18:00, closed Wed"],
            address: &["Minato, Tokyo (invented address)"],
            emergency: None,
        },
        foot: &[link("Privacy", Place::Elsewhere)],
        colophon: "Director: Dr Sakamoto, board-certified dermatologist",
    };
    shell(&frame, content).into_string()
}

pub fn private(title: &str, content: Markup) -> String {
    let frame = PortalShell {
        head: head("ja", title, Robots::Hide),
        page: "gallery",
        clinic: CLINIC_JA,
        words: WORDS_JA,
        navigation: &[link("経過", Place::Here), link("ご予約", Place::Elsewhere), link("書類", Place::Elsewhere)],
        languages: &[LanguageLink { lang: "en", label: "English", href: "#content" }],
        banner: None,
        contact: CONTACT_JA,
    };
    portal_shell(&frame, content).into_string()
}

pub fn console(title: &str, content: Markup) -> String {
    let waiting = NavLink { waiting: Some("3件"), ..link("回復の確認", Place::Elsewhere) };
    let frame = ConsoleShell {
        head: head("ja", title, Robots::Hide),
        page: "gallery",
        clinic: CLINIC_JA,
        words: WORDS_JA,
        navigation: &[
            NavGroup {
                label: "今日", links: &[link("予約表", Place::Here), waiting, link("受付", Place::Elsewhere)]
            },
            NavGroup {
                label: "診療",
                links: &[
                    link("患者", Place::Elsewhere),
                    link("コース", Place::Elsewhere),
                    link("在庫", Place::Elsewhere),
                ],
            },
            NavGroup {
                label: "サイト", links: &[link("記事", Place::Elsewhere), link("料金", Place::Elsewhere)]
            },
        ],
        languages: &[LanguageLink { lang: "en", label: "English", href: "#content" }],
        signed_in: Some(SignedIn {
            name: "上野",
            role: "受付",
            sign_out: html! { a href="#content" { "ログアウト" } },
        }),
        banner: None,
    };
    console_shell(&frame, content).into_string()
}
