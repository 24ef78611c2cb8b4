//! Booking: a month, the times of a day, the questions, the verdict.

use maud::html;

use super::frame;
use crate::look::action::{Button, LinkAction, Weight, actions};
use crate::look::badge::Tone;
use crate::look::calendar::{Day, DayState, Month, Today, Weekday};
use crate::look::error_summary::ErrorSummary;
use crate::look::field::date_parts::Part;
use crate::look::field::{
    Checklist, Choice, DateParts, Field, Layout, LineField, LineKind, Need, PassageField, Pick, RadioGroup,
    SelectField, Width,
};
use crate::look::navigation::Link;
use crate::look::times::{Held, PartOfDay, Press, Time, Times};
use crate::look::verdict::{Reason, Verdict};

const WEEKDAYS: [Weekday; 7] = [
    Weekday { short: "日", long: "日曜日" },
    Weekday { short: "月", long: "月曜日" },
    Weekday { short: "火", long: "火曜日" },
    Weekday { short: "水", long: "水曜日" },
    Weekday { short: "木", long: "木曜日" },
    Weekday { short: "金", long: "金曜日" },
    Weekday { short: "土", long: "土曜日" },
];

const fn state(day: u8) -> DayState<'static> {
    match day {
        1..=21 | 25 => DayState::Closed,
        24 | 28 | 29 => DayState::Taken,
        26 => DayState::Chosen("#content"),
        _ => DayState::Free("#content"),
    }
}

pub fn times() -> String {
    let days: Vec<_> = (1..=30)
        .map(|number| Day {
            number,
            label: "11月の日と空き",
            state: state(number),
            today: if number == 22 { Today::Yes } else { Today::No },
        })
        .collect();
    let morning = ["10:00", "10:05", "10:30", "11:15"].map(|shown| Time {
        shown,
        note: Some("坂本"),
        press: Press::Opens("#content"),
    });
    let afternoon = ["13:00", "13:40", "14:20", "15:05", "16:30"].map(|shown| Time {
        shown,
        note: Some("林"),
        press: Press::Opens("#content"),
    });
    let content = html! {
        h1 { "ダーマペン　ご来院の日時" }
        p.lead { "診察と施術で約80分です。" }
        (Month {
            caption: "2026年11月",
            weekdays: WEEKDAYS,
            lead: 0,
            days: &days,
            previous: None,
            next: Some(Link { label: "12月 →", href: "#content" }),
            legend: ("空きあり", "満"),
        })
        section {
            h2 { "11月26日（木）" }
            (Times { parts: &[
                PartOfDay { title: "午前", times: &morning, none: "" },
                PartOfDay { title: "午後", times: &afternoon, none: "" },
                PartOfDay { title: "夕方", times: &[], none: "この時間帯の空きはありません。キャンセル待ちをご利用いただけます。" },
            ] })
        }
        (Held {
            what: "ダーマペン　11月26日（木）10:30",
            until: "14:20まで確保しています",
            action: Some(html! { a href="#content" { "別の時間にする" } }),
        })
    };
    frame::japanese("日時を選ぶ", &[], content)
}

const fn field<'a>(name: &'a str, label: &'a str, hint: Option<&'a str>) -> Field<'a> {
    Field { name, label, hint, error: None, need: Need::Unmarked }
}

const fn choice<'a>(value: &'a str, label: &'a str) -> Choice<'a> {
    Choice { value, label, hint: None, pick: Pick::Open }
}

pub fn questions() -> String {
    let kana = Field { error: Some("カタカナでご記入ください。"), ..field("kana", "フリガナ", None) };
    let mail = Field { need: Need::Optional("任意"), ..field("mail", "メールアドレス", None) };
    let born = DateParts {
        field: field("birth", "生年月日", Some("ご本人の確認に使います。")),
        parts: [
            Part { name: "year", label: "年", value: "", autocomplete: Some("bday-year") },
            Part { name: "month", label: "月", value: "", autocomplete: Some("bday-month") },
            Part { name: "day", label: "日", value: "", autocomplete: Some("bday-day") },
        ],
    };
    let line = |field, kind, autocomplete| LineField {
        field,
        kind,
        value: "",
        autocomplete: Some(autocomplete),
        width: Width::Medium,
    };
    let content = html! {
        h1 { "いくつかお聞かせください" }
        p.lead { "1分ほどです。わからない項目は空欄で大丈夫です。来院時に確認します。" }
        (ErrorSummary { title: "1か所ご確認ください", errors: &[("kana", "フリガナをカタカナでご記入ください。")] })
        form method="post" {
            (line(field("name", "お名前", None), LineKind::Text, "name"))
            (line(kana, LineKind::Text, "off"))
            (born)
            (line(field("tel", "電話番号", Some("当日の連絡に使います。")), LineKind::Telephone, "tel"))
            (line(mail, LineKind::Mail, "email"))
            (RadioGroup { field: field("pregnant", "妊娠中、または授乳中ですか", Some("お薬と麻酔を安全に選ぶためにうかがいます。")), choices: &[choice("no", "いいえ"), choice("yes", "はい"), choice("unknown", "わからない")], layout: Layout::Row })
            (Checklist {
                field: field("illness", "あてはまるものはありますか", None),
                choices: &[
                    Choice { pick: Pick::Taken, ..choice("keloid", "傷あとが盛り上がりやすい（ケロイド体質）") },
                    choice("herpes", "口唇ヘルペスをくり返す"),
                    Choice { hint: Some("ワーファリン、エリキュースなど"), ..choice("anticoagulant", "血液をさらさらにする薬を飲んでいる") },
                ],
                none: Some(choice("none", "どれもあてはまらない")),
                layout: Layout::Column,
            })
            (SelectField { field: field("from", "当院をどちらで知りましたか", None), blank: Some("選んでください"), choices: &[choice("web", "ウェブ")] })
            (PassageField { field: field("wish", "お伝えになりたいこと", None), rows: 3, value: "" })
            (actions(&[&Button { label: "次へ", weight: Weight::Primary, sends: None }, &LinkAction { label: "日時の選択に戻る", href: "#content", weight: Weight::Inline }]))
        }
    };
    frame::japanese("質問", &[], content)
}

pub fn verdict() -> String {
    let content = html! {
        (Verdict {
            sentence: "ご予約いただけます。施術の前に医師が確認します。",
            caveat: Some("施術の可否は診察で決まります。"),
            reasons: &[
                Reason { tone: Tone::Caution, label: "医師の確認", text: "傷あとが盛り上がりやすいとのことですので、針の深さを医師が決めます。", changes: Some("過去の傷あとの写真があれば、来院時にお見せください。") },
                Reason { tone: Tone::Refusal, label: "この施術は見送り", text: "安全のため、妊娠中・授乳中はこの施術をお受けいただけません。ほかの方法は医師にご相談ください。", changes: None },
                Reason { tone: Tone::Information, label: "お知らせ", text: "施術の前後1週間は日焼けをお避けください。", changes: None },
                Reason { tone: Tone::Cleared, label: "問題なし", text: "そのほかの項目に気になる点はありませんでした。", changes: None },
            ],
            next: html! { (LinkAction { label: "予約を確定する", href: "#content", weight: Weight::Primary }) },
        })
    };
    frame::japanese("結果", &[], content)
}
