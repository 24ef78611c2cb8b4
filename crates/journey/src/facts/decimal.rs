//! Exact decimals for answers and scales.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A number with at most three decimal places, kept as thousandths.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "f64", into = "f64")]
pub struct Decimal(i64);

/// A text or number that is not a decimal of at most three places.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0} is not a number with at most three decimal places")]
pub struct NotADecimal(pub String);

impl Decimal {
    /// A whole number.
    pub const fn whole(number: i32) -> Self {
        Self(number as i64 * 1000)
    }

    /// So many thousandths.
    pub const fn thousandths(number: i64) -> Self {
        Self(number)
    }

    /// How many thousandths.
    pub const fn in_thousandths(self) -> i64 {
        self.0
    }

    /// How far two numbers lie apart, with the sign of `self - other`.
    pub const fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match size % 1000 {
            0 => write!(f, "{sign}{}", size / 1000),
            rest => {
                let text = format!("{sign}{}.{rest:03}", size / 1000);
                f.write_str(text.trim_end_matches('0'))
            }
        }
    }
}

impl FromStr for Decimal {
    type Err = NotADecimal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotADecimal(text.to_owned());
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let places = places.trim_end_matches('0');
        if whole.is_empty() || whole.len() > 12 || places.len() > 3 || !plain(whole) || !plain(places) {
            return Err(wrong());
        }
        let size: i64 = format!("{whole}{places:0<3}").parse().map_err(|_| wrong())?;
        Ok(Self(sign * size))
    }
}

impl TryFrom<f64> for Decimal {
    type Error = NotADecimal;

    fn try_from(number: f64) -> Result<Self, Self::Error> {
        number.to_string().parse()
    }
}

impl From<Decimal> for f64 {
    fn from(number: Decimal) -> Self {
        number.0 as f64 / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_places_are_kept_and_a_fourth_is_refused() {
        assert_eq!("27.125".parse(), Ok(Decimal::thousandths(27_125)));
        assert_eq!("-0.5".parse(), Ok(Decimal::thousandths(-500)));
        assert_eq!("6".parse(), Ok(Decimal::whole(6)));
        for wrong in ["27.1251", "", ".5", "1e3", "NaN", "--1", "1.2.3"] {
            assert!(wrong.parse::<Decimal>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_number_survives_being_stored() {
        for text in ["0", "5.2", "-1.05", "400"] {
            let number: Decimal = text.parse().unwrap();
            let stored = serde_json::to_string(&number).unwrap();
            assert_eq!(serde_json::from_str::<Decimal>(&stored).unwrap(), number);
            assert_eq!(number.to_string(), text);
        }
    }
}
