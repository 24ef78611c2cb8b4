//! A personal estimate of how long an effect lasts.
//!
//! The patient's own typical length is unknown. Before anything is seen it is spread around the usual one as a logistic
//! curve, its two halves as wide as `from` and `to` say (nine in ten people lie between them, half of them on either side
//! of the usual length). Each length seen is spread
//! around the patient's own by a logistic curve half as wide. An effect that was still there on a day says only that it
//! lasts longer.
//!
//! Why a grid of whole days and the logistic curve: its distribution function is a closed formula, so that "longer than"
//! needs no integral, and summing over days needs neither sampling nor a search that may fail to end. The same answers
//! give the same days every time. That a patient's sessions differ half as much as patients do is a proposal of the
//! project.

use super::effect::{Effect, Lasting, Observed};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How long an effect is thought to last, in days from the session.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Estimate {
    /// As likely longer as shorter.
    pub usual_days: u32,
    /// One in twenty is shorter.
    pub from_days: u32,
    /// One in twenty is longer.
    pub to_days: u32,
    /// How many of the patient's own sessions it rests on.
    pub seen: u32,
}

/// Nine in ten lie within so many scales of a logistic curve on either side: the natural logarithm of 19.
const NINE_IN_TEN: f64 = 2.944_438_979_166_44;
/// How much a patient's own sessions differ, against how much patients do.
const WITHIN: f64 = 0.5;
/// The grid ends so many times beyond the longest length named or seen.
const BEYOND: u32 = 3;

/// The spread before anything is seen.
struct Prior {
    usual: f64,
    below: f64,
    above: f64,
}

impl Prior {
    fn of(effect: &Effect) -> Self {
        let (usual, from, to) = (effect.usual.rough_days(), effect.from.rough_days(), effect.to.rough_days());
        let scale = |days: u32| f64::from(days.max(1)) / NINE_IN_TEN;
        Self {
            usual: f64::from(usual),
            below: scale(usual.saturating_sub(from)),
            above: scale(to.saturating_sub(usual)),
        }
    }

    fn scale(&self, days: f64) -> f64 {
        if days < self.usual { self.below } else { self.above }
    }

    fn within(&self) -> f64 {
        WITHIN * (self.below + self.above) / 2.0
    }
}

/// The share of a logistic curve that lies above a point so many scales from its middle.
fn longer(scales: f64) -> f64 {
    1.0 / (1.0 + scales.exp())
}

/// The height of a logistic curve at so many scales from its middle, up to a factor.
fn height(scales: f64) -> f64 {
    longer(scales) * longer(-scales)
}

/// How long the effect lasts for a patient who saw that. With nothing seen it is what the protocol says.
pub fn estimate(effect: &Effect, observed: &[Observed]) -> Estimate {
    let seen: Vec<(f64, Lasting)> =
        observed.iter().filter_map(|one| Some((f64::from(one.days()?), one.lasting))).collect();
    let (usual_days, from_days, to_days) =
        (effect.usual.rough_days(), effect.from.rough_days(), effect.to.rough_days());
    if seen.is_empty() {
        return Estimate { usual_days, from_days, to_days, seen: 0 };
    }
    let longest = observed.iter().filter_map(Observed::days).fold(to_days, u32::max);
    let weights = weights(&Prior::of(effect), &seen, longest.saturating_mul(BEYOND));
    let at = |share: f64| quantile(&weights, share);
    let count = u32::try_from(seen.len()).unwrap_or(u32::MAX);
    Estimate { usual_days: at(0.5), from_days: at(0.05), to_days: at(0.95), seen: count }
}

/// How likely each whole day is the patient's own typical length, up to a factor; the first weight is that of day 1.
fn weights(prior: &Prior, seen: &[(f64, Lasting)], days: u32) -> Vec<f64> {
    let within = prior.within();
    let likely = |own: f64| {
        let seen = seen.iter().map(|(days, lasting)| match lasting {
            Lasting::Faded => height((days - own) / within),
            Lasting::StillThere => longer((days - own) / within),
        });
        let scale = prior.scale(own);
        height((own - prior.usual) / scale) / scale * seen.product::<f64>()
    };
    (1..=days).map(|day| likely(f64::from(day))).collect()
}

/// The first day by which a share of the weight is reached.
fn quantile(weights: &[f64], share: f64) -> u32 {
    let wanted = weights.iter().sum::<f64>() * share;
    let mut reached = 0.0;
    let before = weights.iter().take_while(|weight| {
        reached += **weight;
        reached < wanted
    });
    u32::try_from(before.count()).unwrap_or(u32::MAX).saturating_add(1)
}

impl Estimate {
    /// Why the patient hears from the clinic now.
    pub(super) fn reason(&self, effect: &Effect) -> Bilingual {
        let (from, to, usual, seen) = (self.from_days, self.to_days, self.usual_days, self.seen);
        match seen {
            0 => effect.says.clone(),
            _ => Bilingual::new(
                format!(
                    "{}これまでの経過（{seen}回）からは、約{usual}日（{from}〜{to}日）続くと見込まれます。",
                    effect.says.ja
                ),
                format!(
                    "{} From your own earlier sessions ({seen}), it may last about {usual} days ({from} to {to}).",
                    effect.says.en
                ),
            ),
        }
    }
}
