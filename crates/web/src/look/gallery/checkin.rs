//! The private page: a check-in with its curve, and the page when an answer alarms.

use maud::{Markup, Render, html};

use super::frame;
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::Tone;
use crate::look::field::{Choice, Field, Layout, Need, Pick, RadioGroup};
use crate::look::notice::{Alarm, Notice};
use crate::look::plot::{BandPoint, Curve, DataTable, Key, Legend, Point, Range, Series, Spoken, Tick};
use crate::look::timeline::{Entry, Tense, Timeline};

pub const BAND: [BandPoint; 5] = [
    BandPoint { at: 0.0, low: 5.0, high: 9.0 },
    BandPoint { at: 1.0, low: 4.0, high: 8.0 },
    BandPoint { at: 3.0, low: 1.5, high: 5.0 },
    BandPoint { at: 5.0, low: 0.3, high: 2.5 },
    BandPoint { at: 7.0, low: 0.0, high: 1.0 },
];

pub const SEEN: [Point; 4] = [
    Point { at: 0.0, value: 7.0 },
    Point { at: 1.0, value: 6.0 },
    Point { at: 2.0, value: 4.5 },
    Point { at: 3.0, value: 3.0 },
];

fn redness() -> Markup {
    let days = ["当日", "1", "2", "3", "4", "5", "6", "7日目"];
    let ticks: Vec<_> = days.iter().enumerate().map(|(day, label)| Tick { at: day as f64, label }).collect();
    Curve {
        spoken: Spoken {
            id: "redness",
            title: "赤み",
            description: "当日7から3日目3まで、予想の範囲で下がっています。",
        },
        across: Range::new(0.0, 7.0).unwrap(),
        across_ticks: &ticks,
        upward: Range::new(0.0, 10.0).unwrap(),
        upward_ticks: &[
            Tick { at: 0.0, label: "なし" },
            Tick { at: 5.0, label: "中" },
            Tick { at: 10.0, label: "強い" },
        ],
        band: &BAND,
        target: Some(Tick { at: 1.0, label: "めやす" }),
        series: &[
            Series { points: &SEEN },
            Series {
                points: &[
                    Point { at: 0.0, value: 8.5 },
                    Point { at: 1.0, value: 7.5 },
                    Point { at: 3.0, value: 4.5 },
                    Point { at: 6.0, value: 1.5 },
                ],
            },
        ],
        legend: Legend(&[
            (Key::First, "今回"),
            (Key::Second, "前回"),
            (Key::Band, "予想の範囲"),
            (Key::Target, "めやす"),
        ]),
        data: DataTable {
            summary: "表で見る",
            columns: &["日", "赤み"],
            rows: &[vec!["当日".to_owned(), "7".to_owned()]],
        },
    }
    .render()
}

pub fn curve() -> String {
    let question = Field {
        name: "redness-today",
        label: "今日の赤みはどのくらいですか",
        hint: None,
        error: None,
        need: Need::Unmarked,
    };
    let choices = ["なし", "少し", "中くらい", "強い", "とても強い"].map(|label| Choice {
        value: label,
        label,
        hint: None,
        pick: if label == "少し" { Pick::Taken } else { Pick::Open },
    });
    let content = html! {
        h1 { "施術から3日目です" }
        (Notice { tone: Tone::Cleared, title: "予想の範囲で回復しています。", body: html! { p { "保湿と日焼け止めをお続けください。" } } })
        (redness())
        form method="post" {
            (RadioGroup { field: question, choices: &choices, layout: Layout::Scale })
            (actions(&[&Button { label: "送る", weight: Weight::Primary, sends: None }]))
        }
        section {
            h2 { "これまでとこれから" }
            (Timeline { label: "経過", entries: &[
                Entry { date: "2026-11-19", shown: "11月19日（木）", title: "ダーマペン 2回目", body: None, tense: Tense::Past },
                Entry { date: "2026-11-22", shown: "今日", title: "3日目の確認", body: Some(html! { p.hint { "5つの質問です。" } }), tense: Tense::Now },
                Entry { date: "2026-12-17", shown: "12月17日（木）", title: "ダーマペン 3回目", body: None, tense: Tense::Planned },
            ] })
        }
    };
    frame::private("経過", content)
}

pub fn alarm() -> String {
    let content = html! {
        (Alarm {
            title: "今日中に医師が確認したい症状です。今すぐお電話ください。",
            lines: &["ただいま診療時間外です。この画面の回答は、すぐには読まれません。お電話ください。"],
            numbers: &[("当番の医師", frame::TELEPHONE), ("提携の病院（夜間）", frame::TELEPHONE)],
        })
    };
    frame::private("お電話ください", content)
}
