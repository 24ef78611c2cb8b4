//! A treatment page in both languages.

use maud::{Markup, Render, html};

use super::frame;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::badge::Tone;
use crate::look::definition::Definitions;
use crate::look::disclosure::{Disclosures, PriceAndRisk, Statement};
use crate::look::margin::{Source, WithMargin};
use crate::look::navigation::Crumb;
use crate::look::notice::Notice;
use crate::look::plot::{
    CoursePicture, DataTable, HealingDay, HealingStrip, Key, Legend, Maintenance, Phase, Range, Session, SessionState,
    Spoken, Tick, Visibility,
};
use crate::look::table::{Align, Column, Table};

fn course(title: &str, months: [&str; 7], maintenance: &str, legend: [&str; 3], summary: &str) -> Markup {
    let ticks: Vec<_> =
        months.iter().enumerate().map(|(month, label)| Tick { at: month as f64 * 30.4, label }).collect();
    let sessions: Vec<_> = ["1", "2", "3", "4"]
        .iter()
        .enumerate()
        .map(|(index, label)| Session {
            day: index as f64 * 28.0,
            label,
            healing_days: 5.0,
            state: SessionState::Planned,
        })
        .collect();
    let rows: Vec<_> = (0..4).map(|index| vec![format!("{}", index + 1), format!("{}", index * 28)]).collect();
    CoursePicture {
        spoken: Spoken { id: "course", title, description: title },
        days: Range::new(0.0, 184.0).unwrap(),
        ticks: &ticks,
        sessions: &sessions,
        maintenance: Some(Maintenance { from: 150.0, to: 184.0, label: maintenance }),
        legend: Legend(&[(Key::Session, legend[0]), (Key::Healing, legend[1]), (Key::Maintenance, legend[2])]),
        data: DataTable { summary, columns: &["#", "days"], rows: &rows },
    }
    .render()
}

fn strip(label: &str, first: &str, phases: [(&str, &str); 3]) -> Markup {
    let numbers: Vec<_> = (1..=9).map(|day: u8| day.to_string()).collect();
    let days: Vec<_> = std::iter::once(first)
        .chain(numbers.iter().map(String::as_str))
        .enumerate()
        .map(|(day, short)| HealingDay { short, spoken: short, visibility: visibility(day) })
        .collect();
    let phases: Vec<_> = phases
        .iter()
        .zip([Visibility::Seen, Visibility::Covered, Visibility::Unseen])
        .map(|((days, text), visibility)| Phase { days, text, visibility })
        .collect();
    HealingStrip { label, days: &days, phases: &phases }.render()
}

const fn visibility(day: usize) -> Visibility {
    match day {
        0..=2 => Visibility::Seen,
        3..=5 => Visibility::Covered,
        _ => Visibility::Unseen,
    }
}

pub fn japanese() -> String {
    let crumbs = [
        Crumb { label: "はじめ", href: Some("#content") },
        Crumb { label: "施術", href: Some("#content") },
        Crumb { label: "ダーマペン", href: None },
    ];
    let first = html! {
        h1 { "ダーマペン" }
        p.lead { "細い針で肌に小さな孔をあけ、治る力を借りてニキビ跡の凹凸をなだらかにしていく施術です。" }
        (Definitions { items: &[
            ("向いている方", html! { "ニキビ跡の凹み、毛穴の開きが気になる方" }),
            ("お受けいただけない方", html! { "施術部位に炎症や感染のある方、ケロイド体質の方" }),
            ("1回の時間", html! { "約80分（麻酔の待ち時間を含みます）" }),
        ] })
        (actions(&[
            &LinkAction { label: "診察を予約する", href: "#content", weight: Weight::Primary },
            &LinkAction { label: "無料カウンセリングについて", href: "#content", weight: Weight::Inline },
        ]))
    };
    let source = Source {
        citation: "架空らほか 2021年「痤瘡瘢痕に対するマイクロニードリング」",
        confidence: "根拠：中程度",
        href: Some("#content"),
    };
    let content = html! {
        (WithMargin { body: first, label: "注と出典", notes: html! { p { "施術の可否は診察で決まります。" } } })
        (WithMargin {
            body: html! {
                h2 { "コースの見通し" }
                p { "4週間おきに4回がひとつの目安です。1回ごとに肌の様子を診て、続けるかどうかをご相談します。" }
                (course("4回のコース", ["0", "1", "2", "3", "4", "5", "6か月"], "維持の時期", ["施術", "回復の期間", "維持の時期"], "表で見る"))
            },
            label: "注と出典",
            notes: source.render(),
        })
        (WithMargin {
            body: html! {
                (PriceAndRisk {
                    price_title: "料金",
                    price: Definitions { items: &[
                        ("全顔 1回", html! { "33,000円（税込）" }),
                        ("全顔 4回", html! { "118,800円（税込）" }),
                        ("麻酔クリーム", html! { "3,300円（税込）" }),
                    ] }.render(),
                    risk_title: "リスク・副作用",
                    risk: html! { ul {
                        li { "赤み、ほてり、点状の出血" }
                        li { "皮むけ、乾燥" }
                        li { "色素沈着、感染、瘢痕（まれ）" }
                    } },
                })
            },
            label: "注と出典",
            notes: html! { p { "公的医療保険は適用されません。" } },
        })
        (WithMargin {
            body: html! {
                h2 { "回復の日々" }
                (strip("施術後の日ごとの様子", "当日", [
                    ("当日〜2日目", "赤みとほてりがあります。お化粧は翌日の夕方からお使いいただけます。"),
                    ("3〜5日目", "赤みはお化粧で隠れるほどになり、細かく皮がむけます。"),
                    ("6日目から", "周りの方には気づかれにくくなります。"),
                ]))
            },
            label: "注と出典",
            notes: source.render(),
        })
        (Table {
            caption: "ほかの施術との間隔",
            columns: &[
                Column { label: "施術", align: Align::Start },
                Column { label: "前に受けたとき", align: Align::End },
                Column { label: "後に受けるとき", align: Align::End },
            ],
            rows: &[
                vec![html! { "サリチル酸ピーリング" }, html! { "14日" }, html! { "28日" }],
                vec![html! { "ボトックス注射" }, html! { "14日" }, html! { "同じ日も可" }],
            ],
        })
        (Notice { tone: Tone::Caution, title: "内服薬をお使いの方へ", body: html! { p { "イソトレチノインを内服中、または中止から日が浅い方は、先に医師の診察をお受けください。" } } })
        (Disclosures { title: "未承認機器についてのご説明", statements: [
            Statement { heading: "未承認であること", text: "この施術に用いる機器は、国内で医薬品医療機器等法上の承認を受けていません。" },
            Statement { heading: "入手の経路", text: "当院の医師が個人輸入しています。" },
            Statement { heading: "国内の承認機器の有無", text: "同じ性能をもつ承認機器はありません。" },
            Statement { heading: "諸外国での安全性の情報", text: "米国で承認を受けています。報告されている副作用は上記のとおりです。" },
            Statement { heading: "救済制度について", text: "医薬品副作用被害救済制度の対象になりません。" },
        ] })
    };
    frame::japanese("ダーマペン | すはだ皮膚科 青山", &crumbs, content)
}

pub fn english() -> String {
    let crumbs = [Crumb { label: "Home", href: Some("#content") }, Crumb { label: "Microneedling", href: None }];
    let content = html! {
        (WithMargin {
            body: html! {
                h1 { "Microneedling" }
                p.lead { "Fine needles make small channels in the skin; as it heals, the hollows of acne scars become shallower." }
                (Definitions { items: &[
                    ("For", html! { "Hollow acne scars, enlarged pores" }),
                    ("Not for", html! { "Inflamed or infected skin, a tendency to keloids" }),
                    ("Each visit", html! { "About 80 minutes, with numbing" }),
                ] })
                (actions(&[&LinkAction { label: "Book an examination", href: "#content", weight: Weight::Primary }]))
            },
            label: "Notes",
            notes: html! { p { "The doctor decides at your examination." } },
        })
        (WithMargin {
            body: html! {
                h2 { "The course" }
                (course("Four sessions", ["0", "1", "2", "3", "4", "5", "6 mo"], "maintenance", ["session", "healing", "maintenance"], "As a table"))
                h2 { "The days after" }
                (strip("Day by day after a session", "0", [
                    ("Day 0 to 2", "Redness and warmth. Make-up from the evening of the next day."),
                    ("Day 3 to 5", "Redness that make-up covers; the skin flakes finely."),
                    ("From day 6", "Others will hardly notice."),
                ]))
            },
            label: "Notes",
            notes: html! { p { "Not covered by public insurance." } },
        })
    };
    frame::english("Microneedling | Suhada Dermatology Aoyama", &crumbs, content)
}
