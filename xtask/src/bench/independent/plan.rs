//! A clinic of twenty practitioners, ten rooms and ten devices, written down as `suhada clinic` reads it.

use std::fmt::Write;

/// The times that a service of one step takes on every day, half an hour each.
pub const HALF_HOUR: i64 = 1_800_000_000;

/// How practitioners and rooms are shared out. There are always twenty and ten.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mix {
    physicians: usize,
    nurses: usize,
    counsellors: usize,
    examination_rooms: usize,
    treatment_rooms: usize,
    counselling_rooms: usize,
}

impl Mix {
    /// Much room for counselling: six at a time.
    pub const COUNSELLING: Self = Self {
        physicians: 6,
        nurses: 8,
        counsellors: 6,
        examination_rooms: 2,
        treatment_rooms: 2,
        counselling_rooms: 6,
    };
    /// One counsellor in one room: of those who want the same time, one can have it.
    pub const ONE_COUNSELLOR: Self = Self {
        physicians: 8,
        nurses: 11,
        counsellors: 1,
        examination_rooms: 2,
        treatment_rooms: 7,
        counselling_rooms: 1,
    };
    /// An ordinary house.
    pub const ORDINARY: Self = Self {
        physicians: 6,
        nurses: 10,
        counsellors: 4,
        examination_rooms: 3,
        treatment_rooms: 5,
        counselling_rooms: 2,
    };

    /// How many visits for counselling fit at one time.
    pub const fn counselling_at_once(self) -> usize {
        if self.counsellors < self.counselling_rooms { self.counsellors } else { self.counselling_rooms }
    }
}

const HEAD: &str = r#"kind = "real"
zone = "Asia/Tokyo"
from = "2020-01-01"

[particulars]
name = { ja = "計測クリニック", en = "Measured Clinic" }
tagline = { ja = "計測のための診療所です。", en = "A clinic for measurements." }
phone = "03-0000-0100"
on_call_phone = "03-0000-0199"
mail = "info@suhada.example"
postal_code = "107-0000"
address = { ja = "架空の住所", en = "A fictional address" }
floor = { ja = "1階", en = "Ground floor" }
departments = []
cover_note = { ja = "お電話ください。", en = "Please call." }
change_note = { ja = "お電話ください。", en = "Please call." }
hospital = { name = { ja = "架空の病院", en = "A fictional hospital" }, phone = "03-0000-0300" }
landmark = { says = { ja = "目印はありません。", en = "There is no landmark." } }
routes = []

[[hours]]
weekdays = [1, 2, 3, 4, 5, 6, 7]
opens = "08:00"
closes = "20:00"
"#;

const SERVICES: &str = r#"
[[services]]
slug = "counselling"
kind = "counselling"
name = { ja = "カウンセリング", en = "Counselling" }
summary = { ja = "ご相談です。", en = "Talking first." }
online = "bookable"
segments = [{ kind = "counselling", minutes = 30, competence = "counselling", room = "counselling" }]

[[services]]
slug = "examination"
kind = "examination"
name = { ja = "診察", en = "Examination" }
summary = { ja = "医師の診察です。", en = "A doctor looks." }
online = "bookable"
segments = [{ kind = "examination", minutes = 15, competence = "examination", room = "examination" }]

[[services]]
slug = "laser"
kind = "basic"
name = { ja = "レーザー", en = "Laser" }
summary = { ja = "撮影と施術です。", en = "Photographs and a treatment." }
online = "bookable"
segments = [
  { kind = "photo", minutes = 10, competence = "nursing", room = "treatment", device = "camera" },
  { kind = "procedure", minutes = 40, cleaning = 10, competence = "nursing", room = "treatment", device = "laser" },
]
"#;

/// The clinic as a file for `suhada clinic`.
pub fn toml(mix: Mix) -> String {
    let mut text = HEAD.to_owned();
    let people = [
        ("physician", "examination", mix.physicians),
        ("nurse", "nursing", mix.nurses),
        ("counsellor", "counselling", mix.counsellors),
    ];
    for (role, competence, count) in people {
        (1..=count).for_each(|number| person(&mut text, role, competence, number));
    }
    let rooms = [
        ("examination", mix.examination_rooms),
        ("treatment", mix.treatment_rooms),
        ("counselling", mix.counselling_rooms),
    ];
    for (class, count) in rooms {
        (1..=count).for_each(|number| thing(&mut text, "rooms", class, number));
    }
    for (class, count) in [("laser", 5), ("camera", 5)] {
        (1..=count).for_each(|number| thing(&mut text, "devices", class, number));
    }
    text + SERVICES
}

fn person(text: &mut String, role: &str, competence: &str, number: usize) {
    // Writing into a text cannot fail.
    let _ = write!(
        text,
        r#"
[[staff]]
login = "{role}{number}"
name = {{ ja = "{role} {number}", en = "{role} {number}" }}
title = {{ ja = "職員", en = "Staff" }}
bio = {{ ja = "計測のための人物です。", en = "Made for measurements." }}
since = 2020
roles = ["{role}"]
listed = "public"
competences = [{{ id = "{competence}", from = "2020-01-01", evidence = "計測" }}]
hours = [{{ weekdays = [1, 2, 3, 4, 5, 6, 7], opens = "08:00", closes = "20:00" }}]
"#
    );
}

fn thing(text: &mut String, table: &str, class: &str, number: usize) {
    // Writing into a text cannot fail.
    let _ = write!(
        text,
        r#"
[[{table}]]
name = {{ ja = "{class} {number}", en = "{class} {number}" }}
class = "{class}"
"#
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_they_are_shared_out_there_are_twenty_people_ten_rooms_and_ten_devices() {
        for mix in [Mix::COUNSELLING, Mix::ONE_COUNSELLOR, Mix::ORDINARY] {
            let text = toml(mix);
            let counts = ["[[staff]]", "[[rooms]]", "[[devices]]"].map(|table| text.matches(table).count());
            assert_eq!(counts, [20, 10, 10]);
        }
    }

    #[test]
    fn where_there_is_one_counsellor_one_visit_fits_at_a_time() {
        assert_eq!(Mix::ONE_COUNSELLOR.counselling_at_once(), 1);
        assert_eq!(Mix::ORDINARY.counselling_at_once(), 2);
    }
}
