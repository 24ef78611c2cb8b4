//! Numbers, telephone numbers and addresses: what a list of words cannot hold.

use super::hit::{ClassId, Hit, Standing};

/// The classes that need no words.
#[derive(Debug, Clone, Copy)]
pub struct Shapes {
    /// A number in digits or kanji, "several" included.
    pub number: ClassId,
    /// A telephone number.
    pub telephone: ClassId,
    /// An e-mail address.
    pub mail: ClassId,
    /// Four digits that can be a year.
    pub year: ClassId,
}

const KANJI: [char; 14] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '数', '両'];
const COUNTERS: [&str; 22] = [
    "回", "か月", "ヶ月", "ヵ月", "カ月", "ケ月", "箇月", "週", "日", "年", "時間", "分", "名", "人", "例", "歳", "度",
    "種", "割", "倍", "万", "位",
];

/// Finds them all.
pub fn find(text: &str, shapes: Shapes, found: &mut Vec<Hit>) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_digit() {
            let end = digits_end(bytes, at);
            found.push(hit(shapes.number, at, end));
            if is_year(bytes, at, end) {
                found.push(hit(shapes.year, at, end));
            }
            if let Some(end) = telephone_end(bytes, at) {
                found.push(hit(shapes.telephone, at, end));
                at = end;
                continue;
            }
            at = end;
        } else if byte == b'@' {
            mail(bytes, at, shapes, found);
            at += 1;
        } else if byte >= 0xe4 {
            at = kanji(text, at, shapes, found);
        } else {
            at += 1;
        }
    }
}

fn hit(class: ClassId, start: usize, end: usize) -> Hit {
    let short = |position| u32::try_from(position).unwrap_or(u32::MAX);
    Hit { start: short(start), end: short(end), class, standing: Standing::Free }
}

/// The end of digits with the commas and points inside them.
fn digits_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start;
    loop {
        match (bytes.get(end), bytes.get(end + 1)) {
            (Some(byte), _) if byte.is_ascii_digit() => end += 1,
            (Some(b',' | b'.'), Some(next)) if next.is_ascii_digit() => end += 1,
            _ => return end,
        }
    }
}

fn is_year(bytes: &[u8], start: usize, end: usize) -> bool {
    end - start == 4 && bytes.get(start..start + 2).is_some_and(|century| century == b"19" || century == b"20")
}

/// Groups of digits joined by hyphens, 10 to 13 digits, beginning with 0 or after a plus.
fn telephone_end(bytes: &[u8], start: usize) -> Option<usize> {
    let plus = start.checked_sub(1).is_some_and(|before| bytes.get(before) == Some(&b'+'));
    if bytes.get(start) != Some(&b'0') && !plus {
        return None;
    }
    let (mut end, mut digits, mut last) = (start, 0, start);
    while let Some(byte) = bytes.get(end).filter(|_| end - start < 20) {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                last = end + 1;
            }
            b'-' | b'(' | b')' | b' ' => {}
            _ => break,
        }
        end += 1;
    }
    (10..=13).contains(&digits).then_some(last)
}

fn mail(bytes: &[u8], at: usize, shapes: Shapes, found: &mut Vec<Hit>) {
    let part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+');
    let name = bytes.get(at.saturating_sub(64)..at).unwrap_or_default().iter().rev().take_while(part).count();
    let domain = bytes.get(at + 1..).unwrap_or_default().iter().take(255).take_while(part);
    let (length, dots) = domain.fold((0, 0), |(n, dots), byte| (n + 1, dots + usize::from(*byte == b'.')));
    if name > 0 && length > 3 && dots > 0 {
        found.push(hit(shapes.mail, at - name, at + 1 + length));
    }
}

/// A number in kanji counts only before a counter: 一回, 数か月. Returns where to go on.
fn kanji(text: &str, at: usize, shapes: Shapes, found: &mut Vec<Hit>) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let digits: usize = rest.chars().take(8).take_while(|c| KANJI.contains(c)).map(char::len_utf8).sum();
    if digits == 0 {
        return at + rest.chars().next().map_or(1, char::len_utf8);
    }
    let after = rest.get(digits..).unwrap_or_default();
    if COUNTERS.iter().any(|counter| after.starts_with(counter)) {
        found.push(hit(shapes.number, at, at + digits));
    }
    at + digits
}

#[cfg(test)]
mod tests {
    use super::{Shapes, find};
    use crate::phrase::hit::ClassId;

    fn found(text: &str) -> Vec<(u16, String)> {
        let shapes = Shapes { number: ClassId(0), telephone: ClassId(1), mail: ClassId(2), year: ClassId(3) };
        let mut hits = Vec::new();
        find(text, shapes, &mut hits);
        hits.iter().map(|hit| (hit.class.0, text[hit.range()].to_owned())).collect()
    }

    #[test]
    fn a_price_is_one_number_and_its_full_stop_is_not_part_of_it() {
        assert_eq!(found("¥33,000."), [(0, "33,000".into())]);
    }

    #[test]
    fn kanji_count_only_before_a_counter() {
        assert_eq!(found("数回、一番、三か月"), [(0, "数".into()), (0, "三".into())]);
    }

    #[test]
    fn ten_digits_from_zero_are_a_telephone_number_and_nine_are_not() {
        assert!(found("03-0000-0000").contains(&(1, "03-0000-0000".into())));
        assert!(found("03-0000-000").iter().all(|(class, _)| *class != 1));
    }

    #[test]
    fn an_address_has_a_name_and_a_dot() {
        assert!(found("info@example.jp です").contains(&(2, "info@example.jp".into())));
        assert!(found("@example").iter().all(|(class, _)| *class != 2));
    }

    #[test]
    fn a_year_has_four_digits() {
        assert!(
            found("2020,n=40").contains(&(3, "2020".into())) || found("(2020, n=40)").contains(&(3, "2020".into()))
        );
        assert!(found("20200").iter().all(|(class, _)| *class != 3));
    }
}
