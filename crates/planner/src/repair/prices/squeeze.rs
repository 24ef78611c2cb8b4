//! Priced time without what nobody asks for.

use super::time::Stretch;

/// Lays ticks together that the same stretches hold, and leaves out those that no stretch holds. Gives what is left of
/// the supply.
pub(super) fn squeeze(stretches: &mut [&mut Stretch], supply: &[i32]) -> Vec<i32> {
    let mut ends = vec![false; supply.len() + 1];
    let mut asked = vec![0_i32; supply.len() + 1];
    for stretch in stretches.iter().filter(|stretch| stretch.from < stretch.to) {
        ends[stretch.from as usize] = true;
        ends[stretch.to as usize] = true;
        asked[stretch.from as usize] += 1;
        asked[stretch.to as usize] -= 1;
    }
    let mut place: Vec<u32> = Vec::with_capacity(supply.len() + 1);
    let mut left: Vec<i32> = Vec::new();
    let (mut holding, mut goes_on) = (0, false);
    for (tick, &supply) in supply.iter().enumerate() {
        holding += asked[tick];
        goes_on &= !ends[tick];
        place.push(left.len() as u32);
        if holding > 0 {
            match left.last_mut().filter(|_| goes_on) {
                Some(last) => *last = supply.min(*last),
                None => left.push(supply),
            }
            goes_on = true;
        }
    }
    place.push(left.len() as u32);
    for stretch in stretches {
        **stretch = Stretch { from: place[stretch.from as usize], to: place[stretch.to as usize] };
    }
    left
}
