//! Who and what can be away, and how it is written.

use journey::booking::Interval;
use journey::id::ResourceId;
use journey::roster::closure::{Closure, ClosureKind};
use journey::roster::resource::ResourceKind::{self, Device, Practitioner, Room};
use journey::text::Bilingual;

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

#[test]
fn a_closure_is_written_with_the_same_words_and_read_back() {
    let (nine, noon) = ("2026-11-24T00:00:00Z".parse().unwrap(), "2026-11-24T03:00:00Z".parse().unwrap());
    let closure = Closure {
        subject: ResourceId::new(uuid::Uuid::from_u128(7)),
        span: Interval::new(nine, noon).unwrap(),
        kind: ClosureKind::OutOfOrder,
        reason: Bilingual::new("空調の点検", "Air conditioning check"),
    };
    let written = serde_json::to_value(&closure).unwrap();
    assert_eq!(written["kind"], closure.kind.code());
    assert_eq!(serde_json::from_value::<Closure>(written).unwrap(), closure);
}
