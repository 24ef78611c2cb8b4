/// Somebody whom nobody has seen before; every number is another person.
#[derive(Clone, Debug)]
pub struct Person {
    family: String,
    family_kana: String,
    born: [String; 3],
    phone: String,
    /// The mail address, by which an independent query finds the booking again.
    pub mail: String,
}

impl Person {
    /// The person of a number below a hundred million.
    pub fn of(number: u32) -> Self {
        const LETTERS: [char; 10] = ['ア', 'カ', 'サ', 'タ', 'ナ', 'ハ', 'マ', 'ヤ', 'ラ', 'ワ'];
        let digits = number.to_string();
        let kana: String = digits.bytes().filter_map(|digit| LETTERS.get(usize::from(digit - b'0'))).collect();
        let born = [1940 + number % 60, 1 + number / 60 % 12, 1 + number / 720 % 28];
        Self {
            family: format!("計測{number}"),
            family_kana: format!("ケイソク{kana}"),
            born: born.map(|part| part.to_string()),
            phone: format!("080{number:08}"),
            mail: format!("visitor{number}@example.jp"),
        }
    }

    /// What the person writes into the form behind a held time.
    pub fn form(&self) -> [(&str, &str); 9] {
        let [year, month, day] = &self.born;
        [
            ("family", &self.family),
            ("given", "花"),
            ("family_kana", &self.family_kana),
            ("given_kana", "ハナ"),
            ("birth-year", year),
            ("birth-month", month),
            ("birth-day", day),
            ("phone", &self.phone),
            ("mail", &self.mail),
        ]
    }
}
