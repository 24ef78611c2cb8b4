//! What a visit for a treatment is called: a session, a drip, or a dispensing.

use crate::wording::Wording;
use journey::protocol::Protocol;
use journey::stock::ProductKind;

/// How a treatment is given, as far as words differ.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Manner {
    /// Carried out on a part of the body.
    Session,
    /// Given into a vein.
    Drip,
    /// Handed out, and used at home.
    Dispensed,
}

impl Manner {
    /// That of a protocol: one without places on the body is a drip, or handed out.
    pub fn of(protocol: &Protocol) -> Self {
        let is_somewhere = protocol.indications.iter().any(|indication| !indication.zones.is_empty());
        let is_infused = protocol.products.iter().any(|product| product.kind == ProductKind::Infusion);
        match (is_somewhere, is_infused) {
            (true, _) => Self::Session,
            (false, true) => Self::Drip,
            (false, false) => Self::Dispensed,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Drip => "drip",
            Self::Dispensed => "dispensed",
        }
    }

    /// A message whose words depend on the manner, with arguments.
    pub fn with(self, words: Wording, key: &str, args: &[(&'static str, &str)]) -> String {
        let all: Vec<_> = args.iter().copied().chain([("manner", self.code())]).collect();
        words.with(key, &all)
    }

    /// So many times.
    pub fn times(self, words: Wording, count: i64) -> String {
        match self {
            Self::Session => words.count("site-sessions-count", count),
            Self::Drip => words.count("site-drips-count", count),
            Self::Dispensed => words.count("site-dispensings-count", count),
        }
    }

    /// For how many days a course goes on: the last of what is handed out is used until the next would be due.
    pub const fn days(self, interval: u32, times: u16) -> u32 {
        let times = times as u32;
        match self {
            Self::Session | Self::Drip => interval * times.saturating_sub(1),
            Self::Dispensed => interval * times,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::text::Lang;

    #[test]
    fn what_is_handed_out_lasts_until_the_next_would_be_due() {
        assert_eq!(Manner::Dispensed.days(28, 2), 56);
        assert_eq!(Manner::Session.days(28, 2), 28);
        assert_eq!(Manner::Drip.days(28, 1), 0);
    }

    #[test]
    fn times_are_named_as_they_are_given() {
        let words = Wording(Lang::En);
        assert_eq!(Manner::Dispensed.times(words, 1), "1 dispensing");
        assert_eq!(Manner::Drip.times(words, 4), "4 drips");
        assert_eq!(Manner::Session.times(words, 4), "4 sessions");
        assert_eq!(Manner::Drip.times(Wording(Lang::Ja), 4), "4回");
    }

    #[test]
    fn a_key_speaks_by_the_manner() {
        let said = |manner: Manner| manner.with(Wording(Lang::Ja), "site-key-session", &[]);
        assert_eq!([said(Manner::Session), said(Manner::Drip), said(Manner::Dispensed)], ["施術", "点滴", "お渡し"]);
    }
}
