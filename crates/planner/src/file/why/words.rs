//! The reasons in words.

use super::obstacle::Obstacle;
use super::{Better, Costs};
use crate::file::calendar::Kind;
use crate::file::course::CourseFile;
use crate::file::solution::{CourseRow, CourseSolution};
use crate::file::words;
use journey::text::Lang;
use journey::tree::Tree;

pub(super) fn whole(solution: &CourseSolution, lang: Lang) -> String {
    let [cost, bound] = [solution.cost, solution.lower_bound].map(|number| words::points(number, lang));
    match (solution.proven, lang) {
        (true, Lang::Ja) => format!("この計画は{cost}です。これより点の低い計画はないことを確かめました。"),
        (true, Lang::En) => format!("The plan costs {cost}, and it is proven that none costs less."),
        (false, Lang::Ja) => {
            format!("この計画は{cost}です。{bound}より低い計画はありませんが、これが最良かは確かめていません。")
        }
        (false, Lang::En) => format!("The plan costs {cost}. None costs less than {bound}; it may not be the best."),
    }
}

pub(super) fn series(file: &CourseFile, place: usize, lang: Lang) -> String {
    words::sentence(&words::series(file, place, lang))
}

pub(super) fn session(
    file: &CourseFile,
    series: usize,
    rows: &[CourseRow],
    session: usize,
    costs: Costs,
    found: Option<Better>,
    lang: Lang,
) -> Tree {
    let row = rows[session];
    let calendar = &file.calendar;
    let (day, time) = (words::day(calendar, calendar.day(row.2), lang), words::time(calendar, row.2));
    let given = [(Kind::Practitioner, Some(row.3)), (Kind::Room, row.4), (Kind::Device, row.5)];
    let with = given.iter().filter_map(|(kind, id)| Some(format!("{} {}", words::kind(*kind, lang), (*id)?)));
    let with: Vec<String> = with.collect();
    let number = session + 1;
    let text = match lang {
        Lang::Ja => format!("{number}回目：{day} {time}、{}", with.join("、")),
        Lang::En => format!("Session {number}: {day} {time}, {}", with.join(", ")),
    };
    let mut below = vec![Tree::leaf(rhythm(file, series, rows, session, costs.rhythm, lang))];
    below.extend(wish(costs.wish, lang).map(Tree::leaf));
    below.extend(change(costs.change, lang).map(Tree::leaf));
    below.push(Tree::leaf(better(file, series, found, lang)));
    Tree { text, below }
}

fn rhythm(file: &CourseFile, series: usize, rows: &[CourseRow], session: usize, cost: u64, lang: Lang) -> String {
    let of = &file.series[series];
    let cost = words::points(cost, lang);
    let day = file.calendar.day(rows[session].2);
    let Some(before) = session.checked_sub(1).map(|before| file.calendar.day(rows[before].2)) else {
        let late = words::days(day.saturating_sub(of.earliest), lang);
        return match lang {
            Lang::Ja => format!("可能な最初の日から{late}後です（{cost}）。"),
            Lang::En => format!("It is {late} after the first possible day ({cost})."),
        };
    };
    let (gap, ideal) = (words::days(day.saturating_sub(before), lang), of.gap.ideal);
    match lang {
        Lang::Ja => format!("前回から{gap}後です。理想は{ideal}日です（{cost}）。"),
        Lang::En => format!("It is {gap} after the one before; {ideal} are ideal ({cost})."),
    }
}

fn wish(cost: u64, lang: Lang) -> Option<String> {
    let counted = words::points(cost, lang);
    let says = match lang {
        Lang::Ja => format!("時間帯のご希望による点は{counted}です。"),
        Lang::En => format!("By the wishes its time costs {counted}."),
    };
    (cost > 0).then_some(says)
}

fn change(cost: u64, lang: Lang) -> Option<String> {
    let counted = words::points(cost, lang);
    let says = match lang {
        Lang::Ja => format!("前回と施術者が替わります（{counted}）。"),
        Lang::En => format!("The practitioner is not the one before ({counted})."),
    };
    (cost > 0).then_some(says)
}

fn better(file: &CourseFile, series: usize, found: Option<Better>, lang: Lang) -> String {
    let Some(found) = found else {
        return match lang {
            Lang::Ja => "この回だけを見れば、これより良い日はありません。".to_owned(),
            Lang::En => "For this session by itself no day would be better.".to_owned(),
        };
    };
    let (day, less) = (words::day(&file.calendar, found.day, lang), words::points(found.less, lang));
    let against = against(file, series, found.obstacle, lang);
    match lang {
        Lang::Ja => format!("{day}なら{less}低くなりますが、{against}。"),
        Lang::En => format!("{} would cost {less} less, but {against}.", words::sentence(&day)),
    }
}

fn against(file: &CourseFile, series: usize, obstacle: Obstacle, lang: Lang) -> String {
    let of = &file.series[series];
    let (min, max) = (words::days(of.gap.min, lang), words::days(of.gap.max, lang));
    match (obstacle, lang) {
        (Obstacle::First, Lang::Ja) => format!("初回は{}日目から{}日目までです", of.earliest, of.latest),
        (Obstacle::First, Lang::En) => format!("the first session is from day {} to day {}", of.earliest, of.latest),
        (Obstacle::TooSoon, Lang::Ja) => format!("前回から{min}空いていません"),
        (Obstacle::TooSoon, Lang::En) => format!("that is less than {min} after the one before"),
        (Obstacle::TooLate, Lang::Ja) => format!("前回から{max}を超えます"),
        (Obstacle::TooLate, Lang::En) => format!("that is more than {max} after the one before"),
        (Obstacle::BeforeNext, Lang::Ja) => format!("次回まで{min}空いていません"),
        (Obstacle::BeforeNext, Lang::En) => format!("the next one would follow in less than {min}"),
        (Obstacle::FarFromNext, Lang::Ja) => format!("次回まで{max}を超えます"),
        (Obstacle::FarFromNext, Lang::En) => format!("the next one would follow after more than {max}"),
        (Obstacle::Event, Lang::Ja) => "施術か経過がご予定に重なります".to_owned(),
        (Obstacle::Event, Lang::En) => "the session or its healing would fall on an event".to_owned(),
        (Obstacle::SameDay(other), Lang::Ja) => format!("同じ日に{}があります", words::series(file, other, lang)),
        (Obstacle::SameDay(other), Lang::En) => format!("{} is on the same day", words::series(file, other, lang)),
        (Obstacle::Spacing(..) | Obstacle::Missing(_) | Obstacle::Wish | Obstacle::NotAtOnce | Obstacle::Later, _) => {
            out_of_reach(file, obstacle, lang)
        }
    }
}

/// What the series itself has no part in.
fn out_of_reach(file: &CourseFile, obstacle: Obstacle, lang: Lang) -> String {
    match (obstacle, lang) {
        (Obstacle::Spacing(other, day), _) => {
            let (name, day) = (words::series(file, other, lang), words::day(&file.calendar, day, lang));
            match lang {
                Lang::Ja => format!("{day}の{name}と近すぎます"),
                Lang::En => format!("it is too close to {name} on {day}"),
            }
        }
        (Obstacle::Missing(kind), Lang::Ja) => format!("空いている{}がありません", words::kind(kind, lang)),
        (Obstacle::Missing(kind), Lang::En) => format!("no {} is free", words::kind(kind, lang)),
        (Obstacle::Wish, Lang::Ja) => "来院できる時間帯に空きがありません".to_owned(),
        (Obstacle::Wish, Lang::En) => "nothing is free when the patient can come".to_owned(),
        (Obstacle::Later, Lang::Ja) => "その後の回の点がそれ以上に高くなります".to_owned(),
        (Obstacle::Later, Lang::En) => "what follows would cost more than that".to_owned(),
        (_, Lang::Ja) => "必要なものが同時には空いていません".to_owned(),
        (_, Lang::En) => "not everything needed is free at once".to_owned(),
    }
}
