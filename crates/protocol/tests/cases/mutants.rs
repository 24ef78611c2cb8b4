//! What a change of the data is called, and who notices it.

use crate::small::with;
use journey::slug::ProtocolId;
use protocol::mutate::{Tally, mutants, tally};
use std::cell::Cell;

fn needling() -> ProtocolId {
    ProtocolId::parse("needling").unwrap()
}

fn counted(cases: &str) -> Tally {
    let (library, cases) = with(cases);
    tally(&library, &needling(), &cases, |_, _| ())
}

fn survives(tally: &Tally, what: &str) -> bool {
    tally.survivors.iter().any(|(survivor, _)| survivor == what)
}

const MAINTENANCE: &str = "[[recall]]\nname = \"too soon\"\nlast = 2026-08-31\ntoday = 2027-02-27\nexpect = \"not-due\"\n\
     [[recall]]\nname = \"due\"\nlast = 2026-08-31\ntoday = 2027-02-28\nexpect = \"due\"\nto = 2027-08-31\n";

#[test]
fn without_a_case_everything_survives_but_what_is_explained() {
    let tally = counted("");
    assert_eq!(tally.caught, 0);
    assert!(tally.explained > 0);
    assert_eq!(tally.total, tally.explained + tally.survivors.len());
}

#[test]
fn an_unknown_protocol_has_no_mutants() {
    let (library, _) = with("");
    assert!(mutants(&library, &ProtocolId::parse("nobody").unwrap()).is_empty());
}

#[test]
fn a_change_is_named_by_its_path() {
    let (library, _) = with("");
    let all = mutants(&library, &needling());
    let changes = |what: &str| -> Vec<&str> {
        all.iter().filter(|one| one.what == what).map(|one| one.change.as_str()).collect()
    };
    let six = ["6 months -> 184 days", "6 months -> 182 days", "6 months -> 5 months"];
    assert_eq!(changes("screening.recent-isotretinoin.when.within"), six);
    assert_eq!(
        changes("screening.recent-isotretinoin.verdict"),
        ["deferred -> needs-doctor", "deferred -> contraindicated"]
    );
    assert_eq!(changes("spacing.after-toxin.turn"), ["after -> before"]);
    assert_eq!(changes("flag.pus"), ["dropped"]);
}

#[test]
fn what_a_case_holds_is_caught_and_its_neighbours_survive() {
    let tally = counted(MAINTENANCE);
    assert!(!survives(&tally, "maintenance"));
    assert!(!survives(&tally, "maintenance.from"));
    assert!(!survives(&tally, "maintenance.to"));
    assert!(survives(&tally, "flag.pus.tier"));
}

#[test]
fn only_one_side_of_a_boundary_leaves_the_other_open() {
    let (eve, _) = MAINTENANCE.split_once("[[recall]]\nname = \"due\"").unwrap();
    let tally = counted(eve);
    let open: Vec<&str> = tally
        .survivors
        .iter()
        .filter(|(what, _)| what == "maintenance.from")
        .map(|(_, change)| change.as_str())
        .collect();
    assert_eq!(open, ["6 months -> 184 days", "6 months -> 182 days"]);
}

#[test]
fn a_mutant_changes_one_protocol_and_leaves_the_library_as_it_was() {
    let (library, _) = with("");
    let all = mutants(&library, &needling());
    let dropped = all.iter().find(|one| one.what == "flag.pus").unwrap();
    let mutated = dropped.applied(&library, &needling());
    let flags = |library: &journey::protocol::Library| library.get(&needling()).unwrap().recovery.flags.len();
    assert_eq!(flags(&mutated) + 1, flags(&library));
    let toxin = ProtocolId::parse("toxin").unwrap();
    assert_eq!(mutated.get(&toxin), library.get(&toxin));
}

#[test]
fn progress_ends_with_the_last_mutant() {
    let (library, cases) = with("");
    let last = Cell::new((0, 0));
    let tally = tally(&library, &needling(), &cases, |done, of| last.set((done, of)));
    assert_eq!(last.get(), (tally.total, tally.total));
}
