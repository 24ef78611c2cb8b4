//! Who and what can be away, and how it is written.

use journey::roster::closure::ClosureKind;
use journey::roster::resource::ResourceKind::{self, Device, Practitioner, Room};

#[test]
fn each_kind_of_absence_suits_its_own_kind_of_resource() {
    let suited = |kind: ClosureKind| ResourceKind::ALL.into_iter().filter(|one| kind.suits(*one)).collect::<Vec<_>>();
    assert_eq!(suited(ClosureKind::Leave), [Practitioner]);
    assert_eq!(suited(ClosureKind::OutOfOrder), [Room]);
    assert_eq!(suited(ClosureKind::Maintenance), [Device]);
    assert_eq!(suited(ClosureKind::Block), [Practitioner, Room, Device]);
}

#[test]
fn every_kind_is_read_back_from_its_word_and_no_other_word_is_one() {
    assert_eq!(ClosureKind::ALL.map(ClosureKind::code), ["leave", "out-of-order", "maintenance", "block"]);
    assert_eq!(ClosureKind::ALL.map(|kind| ClosureKind::parse(kind.code())), ClosureKind::ALL.map(Some));
    assert_eq!(ResourceKind::ALL.map(|kind| ResourceKind::parse(kind.code())), ResourceKind::ALL.map(Some));
    assert_eq!(ClosureKind::parse("holiday"), None);
    assert_eq!(ClosureKind::parse("Leave"), None);
    assert_eq!(ResourceKind::parse(""), None);
}
