//! Which points lie in a band.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be built must fail")]

use journey::session::{Band, Point};
use journey::slug::BandId;
use journey::text::Bilingual;
use proptest::prelude::*;

fn band(corners: &[(u16, u16)]) -> Band {
    Band {
        id: BandId::parse("band").unwrap(),
        name: Bilingual::new("帯", "Band"),
        zones: Vec::new(),
        shape: corners.iter().map(|&(x, y)| Point { x, y }).collect(),
    }
}

#[test]
fn the_notch_of_a_hollow_shape_lies_outside() {
    let hollow = band(&[(0, 0), (100, 0), (100, 100), (50, 20), (0, 100)]);
    let is_in = |x, y| hollow.contains(Point { x, y });
    assert!(is_in(10, 50) && is_in(90, 50) && is_in(50, 10));
    assert!(!is_in(50, 50) && !is_in(50, 21) && !is_in(101, 50));
    assert!(is_in(50, 20), "the corner of the notch is its edge");
}

#[test]
fn a_ray_through_a_corner_counts_it_once() {
    let diamond = band(&[(50, 0), (100, 50), (50, 100), (0, 50)]);
    let is_in = |x, y| diamond.contains(Point { x, y });
    assert!(is_in(50, 50) && is_in(1, 50));
    assert!(!is_in(0, 0) && !is_in(0, 100) && !is_in(49, 0) && !is_in(101, 50));
}

#[test]
fn a_shape_without_corners_holds_nothing() {
    assert!(!band(&[]).contains(Point { x: 0, y: 0 }));
}

proptest! {
    #[test]
    fn a_rectangle_holds_what_lies_between_its_sides(
        (left, right, top, bottom) in (0u16..1000, 0u16..1000, 0u16..1000, 0u16..1000),
        (x, y) in (0u16..=1000, 0u16..=1000),
        turned in any::<bool>(),
    ) {
        prop_assume!(left < right && top < bottom);
        let mut corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if turned {
            corners.reverse();
        }
        let between = (left..=right).contains(&x) && (top..=bottom).contains(&y);
        prop_assert_eq!(band(&corners).contains(Point { x, y }), between);
    }
}
