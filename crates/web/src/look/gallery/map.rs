//! The session with its face map, and before and after.

use maud::html;

use super::frame;
use crate::look::before_after::{BeforeAfter, Photo};
use crate::look::definition::Definitions;
use crate::look::face_map::{Depth, FaceMap, Fraction, MapPoint, Moment, View, ViewWords, ZoneMark, ZoneState};

const ZONES: [(&str, &str); 18] = [
    ("forehead", "額"),
    ("glabella", "眉間"),
    ("temple-left", "こめかみ（左）"),
    ("temple-right", "こめかみ（右）"),
    ("crows-feet-left", "目尻（左）"),
    ("crows-feet-right", "目尻（右）"),
    ("eyelid-left", "まぶた（左）"),
    ("eyelid-right", "まぶた（右）"),
    ("under-eye-left", "目の下（左）"),
    ("under-eye-right", "目の下（右）"),
    ("nose", "鼻"),
    ("cheek-left", "頬（左）"),
    ("cheek-right", "頬（右）"),
    ("perioral", "口のまわり"),
    ("chin", "あご先"),
    ("jaw-left", "エラ（左）"),
    ("jaw-right", "エラ（右）"),
    ("neck", "首"),
];

fn state(shape: &str) -> ZoneState {
    match shape {
        "cheek-left" => ZoneState::Chosen,
        "cheek-right" | "forehead" => ZoneState::Treated,
        _ => ZoneState::Plain,
    }
}

fn point(x: f64, y: f64, depth: Depth, moment: Moment) -> MapPoint<'static> {
    MapPoint {
        view: View::Front,
        x: Fraction::new(x).unwrap(),
        y: Fraction::new(y).unwrap(),
        depth,
        moment,
        label: "頬（左）深さ1.5 mm 0.1 mL 2単位",
    }
}

pub fn session() -> String {
    let zones = ZONES.map(|(shape, label)| ZoneMark { shape, label, href: Some("#rows"), state: state(shape) });
    let views = [
        ViewWords { view: View::Front, caption: "正面", corners: Some(("右", "左")) },
        ViewWords { view: View::Right, caption: "右から", corners: None },
        ViewWords { view: View::Left, caption: "左から", corners: None },
    ];
    let points = [
        point(0.66, 0.53, Depth::Shallow, Moment::Now),
        point(0.70, 0.56, Depth::Middle, Moment::Now),
        point(0.73, 0.52, Depth::Deep, Moment::Now),
        point(0.68, 0.60, Depth::Deep, Moment::Last),
        point(0.32, 0.55, Depth::Shallow, Moment::Last),
    ];
    let side = html! {
        (Definitions { items: &[
            ("合計", html! { "12単位・0.6 mL" }),
            ("選んだ部位", html! { "頬（左）" }),
            ("前回", html! { "10単位" }),
        ] })
    };
    let photo = |caption| Photo { src: "assets/mark.svg", alt: "正面", date: "2026-11-22", caption };
    let content = html! {
        h1 { "加藤 彩　マイクロボトックス 2/3" }
        (FaceMap { label: "施術部位", views: &views, zones: &zones, points: &points, side: Some(&side) })
        section #rows { h2 { "部位ごとの設定" } p { "部位を選ぶと、ここに設定が並びます。" } }
        (BeforeAfter { before: photo("2026年9月1日　施術前"), after: photo("2026年11月22日　2回目の後"), statement: "マイクロボトックス 2回　66,000円（税込）　リスク：内出血、左右差" })
    };
    frame::console("施術の記録", content)
}
