//! The list of articles, and one of them.

use maud::html;

use super::frame;
use crate::look::listing::{Date, Listing, ListingEntry};
use crate::look::navigation::Link;

pub fn list() -> String {
    let tags = [Link { label: "ニキビ跡", href: "#content" }, Link { label: "ダーマペン", href: "#content" }];
    let entry = |label, excerpt| ListingEntry {
        link: Link { label, href: "#content" },
        date: Some(Date { machine: "2026-11-22", shown: "2026年11月22日（日）" }),
        excerpt,
        tags: &tags,
    };
    let entries = [
        entry(
            "マイクロニードリングがうまくいかないとき",
            "針の施術でまれに起こることと、その手前で気づくための目安をまとめました。",
        ),
        entry("皮脂とボトックス", "皮脂が気になる肌への注射について、わかっていることと、まだわかっていないこと。"),
    ];
    frame::japanese("記事", &[], html! { h1 { "記事" } (Listing { entries: &entries }) })
}

pub fn one() -> String {
    let content = html! {
        article.prose {
            h1 { "マイクロニードリングがうまくいかないとき" }
            p { "針の施術は、肌が治る力を借ります。治る力が足りないとき、あるいは妨げられたとき、うまくいかないことがあります。" }
            h2 { "早く気づくために" }
            p { "赤みは数日で引いていきます。" a href="#content" { "回復の日々" } "に、日ごとの目安があります。" }
            ul { li { "痛みが日ごとに強くなる" } li { "膿をもつ" } }
            blockquote { p { "迷ったら、お電話ください。" } }
            h3 { "表" }
            table { thead { tr { th { "日" } th { "様子" } } } tbody { tr { td { "当日" } td { "赤み" } } } }
        }
    };
    frame::japanese("うまくいかないとき", &[], content)
}
