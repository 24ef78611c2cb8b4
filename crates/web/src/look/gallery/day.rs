//! The console: the day and the inbox.

use maud::{Render, html};

use super::checkin::{BAND, SEEN};
use super::frame;
use crate::look::action::{LinkAction, Weight};
use crate::look::badge::{Badge, Tone};
use crate::look::day_grid::{Appointment, Closed, Column, DayGrid, Lane, Length, Moving, Tick, Use};
use crate::look::empty::Empty;
use crate::look::inbox::{Inbox, Task};
use crate::look::navigation::{Link, Pagination};
use crate::look::plot::moves::{Day, Place, Side};
use crate::look::plot::{Moves, Range, Sparkline};

const fn at(hour: u16, minute: u16) -> Tick {
    Tick::of_minute(hour * 60 + minute)
}

const fn visit<'a>(id: &'a str, at: Tick, minutes: u16, words: [&'a str; 3]) -> Appointment<'a> {
    Appointment {
        visit: id,
        at,
        length: Length::of_minutes(minutes),
        time: words[0],
        patient: words[1],
        treatment: words[2],
        session: None,
        mark: None,
        href: "#content",
        move_action: Some("#content"),
    }
}

pub fn grid() -> String {
    let lunch = [Closed { at: at(13, 0), length: Length::of_minutes(60), label: "昼休み" }];
    let doctor = [
        Appointment {
            mark: Some(Badge { tone: Tone::Caution, label: "医師の確認" }),
            ..visit("a", at(10, 0), 30, ["10:00–10:30", "青木 さくら", "診察・初診"])
        },
        Appointment {
            session: Some("1/3"), ..visit("b", at(10, 35), 25, ["10:35–11:00", "石田 美咲", "ボトックス"])
        },
        visit("c", at(11, 10), 15, ["11:10–11:25", "上田 恵", "再診"]),
        Appointment {
            session: Some("2/3"),
            ..visit("d", at(14, 0), 45, ["14:00–14:45", "江口 真理", "マイクロボトックス"])
        },
    ];
    let nurse = [
        Appointment {
            session: Some("2/4"), ..visit("e", at(10, 30), 80, ["10:30–11:50", "岡田 由美", "ダーマペン"])
        },
        Appointment {
            session: Some("4/4"),
            mark: Some(Badge { tone: Tone::Information, label: "同意書なし" }),
            ..visit("f", at(14, 0), 80, ["14:00–15:20", "加藤 彩", "ダーマペン"])
        },
        Appointment {
            mark: Some(Badge { tone: Tone::Alarm, label: "要連絡" }),
            ..visit("g", at(15, 30), 40, ["15:30–16:10", "木村 玲奈", "サリチル酸ピーリング"])
        },
    ];
    let room = [Use { at: at(10, 30), length: Length::of_minutes(80), label: "10:30–11:50 岡田" }];
    let columns = [
        Column {
            practitioner: "sakamoto",
            name: "坂本",
            note: "院長",
            closed: &lunch,
            appointments: &doctor,
            none: "",
        },
        Column {
            practitioner: "hayashi",
            name: "林",
            note: "医師",
            closed: &lunch,
            appointments: &[],
            none: "予約はありません",
        },
        Column {
            practitioner: "nishida",
            name: "西田",
            note: "看護師",
            closed: &lunch,
            appointments: &nurse,
            none: "",
        },
        Column {
            practitioner: "okabe",
            name: "岡部",
            note: "看護師",
            closed: &lunch,
            appointments: &doctor[..0],
            none: "予約はありません",
        },
    ];
    let content = html! {
        h1 { "11月22日（日）" }
        (DayGrid {
            label: "11月22日の予約",
            columns: &columns,
            lanes: &[Lane { name: "処置1", uses: &room }, Lane { name: "処置2", uses: &[] }, Lane { name: "ペン", uses: &room }],
            now: Some(at(11, 20)),
            moving: Some(Moving { explain: "#content", hint: "矢印キーで移動、Shiftと矢印キーで時間を変更、Enterで確定、Escで取り消します。", fields: html! {} }),
        })
    };
    frame::console("予約表", content)
}

pub fn moves() -> String {
    let place = |from, to, side, number| Place { from, to, side, number };
    let left = [place(600.0, 715.0, Side::Before, "1"), place(705.0, 720.0, Side::Stays, "2")];
    let taken = [place(660.0, 775.0, Side::After, "1")];
    let days = [
        Day { label: "11月24日(火)", spoken: "1件が移り、1件がお電話待ちです", places: &left },
        Day { label: "11月26日(木)", spoken: "1件が入ります", places: &taken },
    ];
    let content = html! {
        h1 { "新しい日時の提案" }
        (Moves {
            label: "変更前と変更後の日程",
            hours: Range::new(600.0, 1140.0).unwrap(),
            ends: ("10:00", "19:00"),
            days: &days,
            legend: &[(Side::Before, "これまで"), (Side::After, "これから"), (Side::Stays, "お電話まで据え置き")],
        })
    };
    frame::console("新しい日時の提案", content)
}

pub fn inbox() -> String {
    let curve = Sparkline {
        title: "赤み：予想の範囲",
        across: Range::new(0.0, 7.0).unwrap(),
        upward: Range::new(0.0, 10.0).unwrap(),
        band: &BAND,
        points: &SEEN,
    };
    let task = |shown, tone, label, what, action| Task {
        deadline: "2026-11-22T15:00:00+09:00",
        deadline_shown: shown,
        badge: Badge { tone, label },
        who: html! { a href="#content" { "木村 玲奈" } " " span.hint { "ピーリング 2日目" } },
        what,
        curve: Some(curve.render()),
        action: html! { (LinkAction { label: action, href: "#content", weight: Weight::Quiet }) },
    };
    let tasks = [
        task("15:00まで", Tone::Alarm, "当日中に医師", "痛みが前回より強く、広がっている", "電話する"),
        task("今日中", Tone::Caution, "看護師", "回答が一部空欄", "もう一度たずねる"),
        task("明日", Tone::Plain, "翌営業日", "乾燥が続いている", "返信する"),
    ];
    let content = html! {
        h1 { "回復の確認" }
        (Inbox { label: "期限の近い順", tasks: &tasks })
        (Pagination { label: "ページ", position: "1 / 2", previous: None, next: Some(Link { label: "次の20件", href: "#content" }) })
        section {
            h2 { "非応答の確認" }
            (Empty { title: "まだありません", text: "3回目の施術のあと、写真と尺度が予想に届かない方がここに並びます。", action: None })
        }
    };
    frame::console("回復の確認", content)
}
