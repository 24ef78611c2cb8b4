//! Dilutions are exact, and refused where they mean nothing.
#![expect(clippy::unwrap_used, reason = "a dilution that should exist must exist")]

use journey::quantity::{HundredthsUnit, Microlitres};
use journey::session::Ratio;
use journey::session::dilution::{Diluted, Portion, Preparation, Refused, diluent_for, dilute};
use proptest::prelude::*;

fn work_out(vial: u32, diluent: u32, each: Portion, points: u16) -> Result<Diluted, Refused> {
    let preparation = Preparation { vial: HundredthsUnit(vial), diluent: Microlitres(diluent) };
    dilute(preparation, each, points.try_into().unwrap())
}

#[test]
fn a_vial_of_fifty_in_two_and_a_half_millilitres_holds_two_units_in_a_tenth() {
    let diluted = work_out(5_000, 2_500, Portion::Volume(Microlitres(100)), 10).unwrap();
    assert_eq!(diluted.units_per_ml.exact(), Some(20));
    assert_eq!(diluted.hundredths_per_point.exact(), Some(200));
    assert_eq!((diluted.hundredths.exact(), diluted.microlitres.exact()), (Some(2_000), Some(1_000)));
    assert_eq!(diluted.vials, 1);
}

#[test]
fn what_is_no_whole_microlitre_stays_a_fraction() {
    let diluted = work_out(5_000, 1_000, Portion::Units(HundredthsUnit(17)), 3).unwrap();
    assert_eq!(diluted.microlitres_per_point, Ratio::new(17, 5).unwrap());
    assert_eq!(diluted.microlitres_per_point.to_string(), "17/5");
}

#[test]
fn one_part_more_than_a_vial_takes_a_second() {
    let vials = |each, points| work_out(5_000, 2_500, Portion::Units(HundredthsUnit(each)), points).unwrap().vials;
    assert_eq!(vials(500, 10), 1);
    assert_eq!(vials(501, 10), 2);
    assert_eq!(vials(1_000, 10), 2);
}

#[test]
fn nothing_is_worked_out_of_nothing() {
    let units = Portion::Units(HundredthsUnit(100));
    assert_eq!(work_out(0, 2_500, units, 1), Err(Refused::EmptyVial));
    assert_eq!(work_out(5_000, 0, units, 1), Err(Refused::NoDiluent));
    assert_eq!(work_out(5_000, 2_500, Portion::Units(HundredthsUnit(0)), 1), Err(Refused::EmptyPoint));
    assert_eq!(work_out(5_000, 2_500, Portion::Volume(Microlitres(0)), 1), Err(Refused::EmptyPoint));
    assert_eq!(diluent_for(HundredthsUnit(0), HundredthsUnit(1), Microlitres(1)), Err(Refused::EmptyVial));
    assert_eq!(diluent_for(HundredthsUnit(1), HundredthsUnit(0), Microlitres(1)), Err(Refused::EmptyPoint));
    assert_eq!(diluent_for(HundredthsUnit(1), HundredthsUnit(1), Microlitres(0)), Err(Refused::EmptyPoint));
}

#[test]
fn numbers_that_do_not_fit_are_refused_and_never_wrapped() {
    let largest = work_out(u32::MAX - 1, u32::MAX, Portion::Units(HundredthsUnit(u32::MAX - 2)), u16::MAX);
    assert_eq!(largest, Err(Refused::TooLarge));
    let many = work_out(100, 100, Portion::Units(HundredthsUnit(u32::MAX)), 2).unwrap();
    let product = journey::slug::ProductId::parse("toxin").unwrap();
    assert_eq!(many.setting(product, None), Err(Refused::TooLarge));
}

proptest! {
    #[test]
    fn the_diluent_for_a_point_gives_that_point(vial in 1u32..100_000, units in 1u32..10_000, volume in 1u32..10_000) {
        let diluent = diluent_for(HundredthsUnit(vial), HundredthsUnit(units), Microlitres(volume)).unwrap();
        if let Some(diluent) = diluent.exact().and_then(|whole| u32::try_from(whole).ok()) {
            let diluted = work_out(vial, diluent, Portion::Units(HundredthsUnit(units)), 1).unwrap();
            prop_assert_eq!(diluted.microlitres_per_point.exact(), Some(u64::from(volume)));
        }
    }

    #[test]
    fn units_and_volume_say_the_same(vial in 1u32..100_000, diluent in 1u32..100_000, volume in 1u32..10_000, points in 1u16..200) {
        let by_volume = work_out(vial, diluent, Portion::Volume(Microlitres(volume)), points).unwrap();
        if let Some(units) = by_volume.hundredths_per_point.exact().and_then(|whole| u32::try_from(whole).ok()) {
            let by_units = work_out(vial, diluent, Portion::Units(HundredthsUnit(units)), points).unwrap();
            prop_assert_eq!(by_units, by_volume);
        }
    }

    #[test]
    fn the_vials_hold_what_is_given_and_one_less_would_not(vial in 1u32..10_000, each in 1u32..10_000, points in 1u16..200) {
        let diluted = work_out(vial, 1_000, Portion::Units(HundredthsUnit(each)), points).unwrap();
        let total = u64::from(each) * u64::from(points);
        prop_assert!(diluted.vials * u64::from(vial) >= total);
        prop_assert!((diluted.vials - 1) * u64::from(vial) < total);
    }
}
