//! People who show what goes wrong, recognisable by their names.

use super::agenda::{Event, Way, Wish};
use super::people::{Paid, Person, Story};
use super::stage::Stage;
use app::identity::Details;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use journey::text::Lang;

/// Somebody with a fixed name.
struct Case {
    family: (&'static str, &'static str),
    given: (&'static str, &'static str),
    story: Story,
    /// Treatment and indication.
    wish: (&'static str, &'static str),
    quirk: Option<(&'static str, &'static str)>,
    /// How many days before today the visit is.
    days_ago: i64,
    /// What to look at.
    shows: &'static str,
}

const NEEDLES: (&str, &str) = ("dermapen", "acne-scars");

const CASES: [Case; 12] = [
    Case {
        family: ("桜井", "サクライ"),
        given: ("美咲", "ミサキ"),
        story: Story::NonResponder,
        wish: NEEDLES,
        quirk: None,
        days_ago: 92,
        shows: "three sessions and no change of the score",
    },
    Case {
        family: ("大野", "オオノ"),
        given: ("真由", "マユ"),
        story: Story::Infection,
        wish: NEEDLES,
        quirk: None,
        days_ago: 41,
        shows: "an infection after needling, seen and closed by a physician",
    },
    Case {
        family: ("村上", "ムラカミ"),
        given: ("由美", "ユミ"),
        story: Story::Pigmentation,
        wish: NEEDLES,
        quirk: None,
        days_ago: 46,
        shows: "pigmentation after four weeks; the next session waits",
    },
    Case {
        family: ("平野", "ヒラノ"),
        given: ("奈々", "ナナ"),
        story: Story::SetAside,
        wish: NEEDLES,
        quirk: Some(("keloid_tendency", "yes")),
        days_ago: 20,
        shows: "a finding that a physician set aside in writing",
    },
    Case {
        family: ("石原", "イシハラ"),
        given: ("健太", "ケンタ"),
        story: Story::BeyondBound,
        wish: NEEDLES,
        quirk: None,
        days_ago: 14,
        shows: "a depth beyond the bound, with a physician's reason",
    },
    Case {
        family: ("原田", "ハラダ"),
        given: ("千尋", "チヒロ"),
        story: Story::RefusesCourse,
        wish: NEEDLES,
        quirk: None,
        days_ago: 12,
        shows: "a course that was refused",
    },
    Case {
        family: ("岩崎", "イワサキ"),
        given: ("沙耶", "サヤ"),
        story: Story::OpenEscalation,
        wish: NEEDLES,
        quirk: None,
        days_ago: 3,
        shows: "an escalation that is open today",
    },
    Case {
        family: ("中野", "ナカノ"),
        given: ("涼介", "リョウスケ"),
        story: Story::NoShow,
        wish: ("botox", "glabella-lines"),
        quirk: None,
        days_ago: 3,
        shows: "did not come",
    },
    Case {
        family: ("川口", "カワグチ"),
        given: ("楓", "カエデ"),
        story: Story::Unanswered,
        wish: NEEDLES,
        quirk: None,
        days_ago: 0,
        shows: "open questions that stand against the treatment",
    },
    Case {
        family: ("松尾", "マツオ"),
        given: ("理恵", "リエ"),
        story: Story::Usual,
        wish: ("botox", "glabella-lines"),
        quirk: None,
        days_ago: -9,
        shows: "a message that cannot be delivered",
    },
    Case {
        family: ("藤田", "フジタ"),
        given: ("恵", "メグミ"),
        story: Story::Twin,
        wish: NEEDLES,
        quirk: None,
        days_ago: -6,
        shows: "two records that wait for a decision",
    },
    Case {
        family: ("小川", "オガワ"),
        given: ("直子", "ナオコ"),
        story: Story::Twin,
        wish: NEEDLES,
        quirk: None,
        days_ago: 25,
        shows: "two records that were made one",
    },
];

/// The names of the people to look at, and what they show.
pub fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    CASES.iter().map(|case| (case.family.0, case.shows))
}

/// Plans when each of them books.
pub(super) fn plan(stage: &mut Stage) {
    for (number, case) in CASES.iter().enumerate() {
        let on = stage.open_until(stage.today.saturating_sub(case.days_ago.days()));
        let who = stage.people.len();
        stage.people.push(person(number, case));
        book(stage, who, Way::Phone, on, days_before(case));
        if case.story == Story::Twin {
            twin(stage, number, case, on);
        }
    }
}

/// Long before, so that the day is still free; the first of all books as soon as there is a telephone.
fn days_before(case: &Case) -> i64 {
    if case.days_ago > 90 { 4 } else { 30 }
}

fn book(stage: &mut Stage, who: usize, way: Way, on: Date, days_before: i64) {
    let day = on.saturating_sub(days_before.days());
    let wish = Wish { who, way, service: stage.people[who].service, from: on };
    let at = stage.wall(day, 7, u16::try_from(who % 60).unwrap_or(0));
    stage.plan(at, Event::Ask(wish));
}

/// The same person books counselling on the pages, under another telephone number.
fn twin(stage: &mut Stage, number: usize, case: &Case, on: Date) {
    let who = stage.people.len();
    let mut other = person(number, case);
    other.service = "counselling";
    other.indication = "";
    other.details.phone = format!("080-0000-{:04}", 900 + number);
    stage.people.push(other);
    let first = stage.open_until(on.saturating_sub(4.days()));
    book(stage, who, Way::Web, first, 3);
    if case.days_ago > 0 {
        stage.plan(stage.wall(stage.open_from(on.tomorrow().unwrap_or(on)), 12, 40), Event::Merge(who));
    }
}

fn person(number: usize, case: &Case) -> Person {
    let host = if case.shows.contains("message") { "no-such-host.invalid" } else { "example.jp" };
    let details = Details {
        family: case.family.0.into(),
        given: case.given.0.into(),
        family_kana: case.family.1.into(),
        given_kana: case.given.1.into(),
        birth_date: Some(
            date(1988, 3, 3).saturating_add(jiff::Span::new().days(i64::try_from(number).unwrap_or(0) * 211)),
        ),
        phone: format!("090-0000-{:04}", 900 + number),
        mail: format!("case{number:02}@{host}"),
    };
    Person {
        details,
        lang: Lang::Ja,
        story: case.story,
        service: case.wish.0,
        indication: case.wish.1,
        quirk: case.quirk,
        skin: "iii",
        score: 3,
        id: None,
        sessions: 0,
        last_toxin: None,
        paid_ahead: Paid::EachTime,
    }
}
