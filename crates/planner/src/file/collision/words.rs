//! A collision in words.

use super::{Collision, Fewest, Outcome, Relief, Rule};
use crate::file::calendar::Kind;
use crate::file::course::CourseFile;
use crate::file::words::{days, kind, sentence, series};
use journey::text::Lang;
use journey::tree::Tree;

pub(super) fn tell(file: &CourseFile, collision: &Collision, lang: Lang) -> Tree {
    let names: Vec<String> = collision.series.iter().map(|&one| series(file, one, lang)).collect();
    if collision.reliefs.is_empty() {
        return Tree::leaf(too_many(file, collision, lang));
    }
    let below = collision.reliefs.iter().map(|relief| Tree {
        text: sentence(&rule(file, relief.rule, lang)),
        below: vec![Tree::leaf(way_out(file, relief, lang))],
    });
    let text = match lang {
        Lang::Ja => format!(
            "計画を立てられません。{}について、次の規則は{}日間の暦の中で同時には守れません。",
            names.join("、"),
            file.calendar.days
        ),
        Lang::En => format!(
            "There is no plan. Of {}, these rules cannot all be kept within the {} days of the calendar:",
            names.join(" and "),
            file.calendar.days
        ),
    };
    let mut below: Vec<Tree> = below.collect();
    below.push(Tree::leaf(how_few(collision.fewest, lang).to_owned()));
    Tree { text, below }
}

const fn how_few(fewest: Fewest, lang: Lang) -> &'static str {
    match (fewest, lang) {
        (Fewest::Proven, Lang::Ja) => "これより少ない規則どうしが、この施術の間でぶつかることはありません。",
        (Fewest::Proven, Lang::En) => "No fewer rules about these treatments collide.",
        (Fewest::Irreducible, Lang::Ja) => {
            "どの規則を外しても、残りは両立します。ほかにもっと少ない組み合わせがあるかは、時間内に確かめられませんでした。"
        }
        (Fewest::Irreducible, Lang::En) => {
            "Without any one of them the others agree; whether fewer others collide was not found out in time."
        }
    }
}

/// Not even without any rule.
fn too_many(file: &CourseFile, collision: &Collision, lang: Lang) -> String {
    let sessions: u64 = collision.series.iter().map(|&one| u64::from(file.series[one].count)).sum();
    let days = file.calendar.days;
    match lang {
        Lang::Ja => format!("計画を立てられません。{sessions}回は、1日1回として{days}日間の暦に入りません。"),
        Lang::En => format!("There is no plan: {sessions} sessions, one a day, do not fit into {days} days."),
    }
}

fn rule(file: &CourseFile, rule: Rule, lang: Lang) -> String {
    match rule {
        Rule::First(one) => first(file, one, lang),
        Rule::LeastGap(one) => least_gap(file, one, lang),
        Rule::GreatestGap(one) => greatest_gap(file, one, lang),
        Rule::Spacing(place) => spacing(file, place, lang),
        Rule::Event(place) => event(file, place, lang),
        Rule::Need(one, of_kind) => need(file, one, of_kind, lang),
        Rule::Wish => match lang {
            Lang::Ja => "患者さまが来院できる曜日・時間帯が限られています。".to_owned(),
            Lang::En => "the patient can come only at some times of the week.".to_owned(),
        },
    }
}

fn first(file: &CourseFile, one: usize, lang: Lang) -> String {
    let (name, of) = (series(file, one, lang), &file.series[one]);
    match lang {
        Lang::Ja => format!("{name}の初回は{}日目から{}日目までに行います。", of.earliest, of.latest),
        Lang::En => format!("the first session of {name} is from day {} to day {}.", of.earliest, of.latest),
    }
}

fn least_gap(file: &CourseFile, one: usize, lang: Lang) -> String {
    let (name, of) = (series(file, one, lang), &file.series[one]);
    let least = days(of.gap.min, lang);
    match lang {
        Lang::Ja => format!("{name}の{}回は、それぞれ{least}以上空けます。", of.count),
        Lang::En => format!("the {} sessions of {name} lie at least {least} apart.", of.count),
    }
}

fn greatest_gap(file: &CourseFile, one: usize, lang: Lang) -> String {
    let (name, of) = (series(file, one, lang), &file.series[one]);
    let most = days(of.gap.max, lang);
    match lang {
        Lang::Ja => format!("{name}の{}回は、間隔を{most}以内にします。", of.count),
        Lang::En => format!("the {} sessions of {name} lie at most {most} apart.", of.count),
    }
}

fn spacing(file: &CourseFile, place: usize, lang: Lang) -> String {
    let of = file.spacing[place];
    let (a, b) = (series(file, of.a, lang), series(file, of.b, lang));
    let (after_a, after_b) = (days(of.a_then_b, lang), days(of.b_then_a, lang));
    match lang {
        Lang::Ja => format!("{a}のあと{b}までは{after_a}、{b}のあと{a}までは{after_b}空けます。"),
        Lang::En => format!("{b} waits {after_a} after {a}, and {a} waits {after_b} after {b}."),
    }
}

fn event(file: &CourseFile, place: usize, lang: Lang) -> String {
    let (from, to) = file.blackouts[place];
    match lang {
        Lang::Ja => format!("{from}日目から{to}日目までの予定に、施術やその後の経過を重ねません。"),
        Lang::En => format!("no session and no healing falls on the event from day {from} to day {to}."),
    }
}

fn need(file: &CourseFile, one: usize, of_kind: Kind, lang: Lang) -> String {
    let (name, what) = (series(file, one, lang), kind(of_kind, lang));
    let service = &file.calendar.services[file.series[one].service];
    let skill = service.need(of_kind).map_or("", |need| need.skill.as_str());
    match lang {
        Lang::Ja => format!("{name}には、空いている{what}（{skill}）が必要です。"),
        Lang::En => format!("{name} needs a free {what} ({skill})."),
    }
}

fn way_out(file: &CourseFile, relief: &Relief, lang: Lang) -> String {
    let eased = eased(file, relief, lang);
    match (relief.outcome, lang) {
        (Outcome::Whole, Lang::Ja) => format!("{eased}、コース全体を計画できます。"),
        (Outcome::Whole, Lang::En) => format!("{eased}, the whole course can be planned."),
        (Outcome::Part, Lang::Ja) => format!("{eased}、ここに挙げた規則は守れますが、ほかの規則とはまだ両立しません。"),
        (Outcome::Part, Lang::En) => format!("{eased}, these rules agree, but others still collide."),
        (Outcome::Unknown, Lang::Ja) => {
            format!("{eased}、ここに挙げた規則は守れます。ほかの規則と両立するかは、時間内に確かめられませんでした。")
        }
        (Outcome::Unknown, Lang::En) => {
            format!("{eased}, these rules agree; whether others collide was not found out in time.")
        }
    }
}

fn eased(file: &CourseFile, relief: &Relief, lang: Lang) -> String {
    let Some(by) = relief.by else {
        return match lang {
            Lang::Ja => "この規則がなければ".to_owned(),
            Lang::En => "Without this rule".to_owned(),
        };
    };
    let more = days(by, lang);
    match (relief.rule, lang) {
        (Rule::First(_), Lang::Ja) => format!("この期間を前後に{more}広げれば"),
        (Rule::First(_), Lang::En) => format!("With {more} more at both ends"),
        (Rule::GreatestGap(one), Lang::Ja) => format!("上限を{}にすれば", days(file.series[one].gap.max + by, lang)),
        (Rule::GreatestGap(one), Lang::En) => format!("At {} apart", days(file.series[one].gap.max + by, lang)),
        (Rule::LeastGap(one), Lang::Ja) => format!("下限を{}にすれば", days(file.series[one].gap.min - by, lang)),
        (Rule::LeastGap(one), Lang::En) => format!("At {} apart", days(file.series[one].gap.min - by, lang)),
        (_, Lang::Ja) => format!("どちらの間隔も{more}短くすれば"),
        (_, Lang::En) => format!("With both waits {more} shorter"),
    }
}
