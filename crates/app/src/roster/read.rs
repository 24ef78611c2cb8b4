use journey::roster::hours::{MinuteOfDay, Opening};

/// Hours that cannot be read: which part of the line, and what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unreadable {
    /// The part as it was written.
    pub part: String,
    /// What is wrong: not a stretch of time, or one that does not end after it begins.
    pub code: &'static str,
}

/// Reads the hours of a day as people write them: `10:00-13:00, 14:00-19:00`, also with full-width figures and
/// 「10:00〜13:00、14時〜19時」. An empty line is a day without hours.
///
/// ```
/// let hours = app::roster::openings("１０：００〜１３：００、14-19")?;
/// assert_eq!(hours.len(), 2);
/// assert!(app::roster::openings("13:00-10:00").is_err());
/// # Ok::<(), app::roster::Unreadable>(())
/// ```
pub fn openings(line: &str) -> Result<Vec<Opening>, Unreadable> {
    let plain: String = line.chars().map(plain).collect();
    plain.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).map(opening).collect()
}

fn plain(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '：' | '時' => ':',
        '〜' | '～' | '–' | '—' | '−' | '－' | '~' => '-',
        '、' | '，' | '・' | '\n' => ',',
        '　' | '分' => ' ',
        other => other,
    }
}

fn opening(part: &str) -> Result<Opening, Unreadable> {
    let wrong = |code| Unreadable { part: part.to_owned(), code };
    let (opens, closes) = part.split_once('-').ok_or_else(|| wrong("field-hours"))?;
    let (opens, closes) = (minute(opens).ok_or_else(|| wrong("field-hours"))?, minute(closes));
    Opening::new(opens, closes.ok_or_else(|| wrong("field-hours"))?).map_err(|_| wrong("field-hours-backwards"))
}

/// `10:00`, `10:` or `10`; 24:00 is the next midnight.
fn minute(text: &str) -> Option<MinuteOfDay> {
    let (hour, minute) = text.trim().split_once(':').unwrap_or((text.trim(), ""));
    let hour: u16 = hour.trim().parse().ok()?;
    let minute: u16 = if minute.trim().is_empty() { 0 } else { minute.trim().parse().ok()? };
    (minute < 60).then(|| MinuteOfDay::new(hour.checked_mul(60)?.checked_add(minute)?).ok())?
}
