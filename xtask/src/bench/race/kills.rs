use crate::bench::independent::chance::Chance;
use std::collections::BTreeSet;

/// In which rounds the server is killed: one in every stretch of so many, drawn from a seed.
pub(super) struct Kills(BTreeSet<usize>);

impl Kills {
    /// Draws them. There is one at least where there is a round at all.
    pub fn spread(rounds: u32, one_in: u32, chance: &mut Chance) -> Self {
        let whole: Vec<u32> = (0..rounds).step_by(usize::try_from(one_in.max(1)).unwrap_or(1)).collect();
        let drawn = whole.into_iter().map(|first| {
            let length = one_in.min(rounds - first);
            usize::try_from(first).unwrap_or(0) + chance.place(usize::try_from(length).unwrap_or(1))
        });
        Self(drawn.collect())
    }

    /// Whether the server is killed in this round.
    pub fn falls_in(&self, round: usize) -> bool {
        self.0.contains(&round)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(rounds: u32) -> Vec<usize> {
        Kills::spread(rounds, 50, &mut Chance::of(1)).0.into_iter().collect()
    }

    #[test]
    fn a_thousand_rounds_have_twenty_kills_one_in_each_stretch_of_fifty() {
        let kills = drawn(1000);
        assert_eq!(kills.len(), 20);
        assert!(kills.iter().enumerate().all(|(place, round)| round / 50 == place));
    }

    #[test]
    fn a_short_race_has_one_within_it_and_none_at_all_has_none() {
        assert!(matches!(drawn(3).as_slice(), [round] if *round < 3));
        assert!(drawn(0).is_empty());
    }
}
