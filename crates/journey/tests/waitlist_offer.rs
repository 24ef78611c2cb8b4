//! What becomes of an offer from the waitlist.

use jiff::{SignedDuration, Timestamp};
use journey::waitlist::OfferMove::{Decline, Lapse, Take, Withdraw};
use journey::waitlist::{OfferMove, OfferRefused, OfferState, OfferWhy};

fn at(minute: i64) -> Timestamp {
    "2026-11-24T01:00:00Z".parse::<Timestamp>().expect("an instant") + SignedDuration::from_mins(minute)
}

const MOVES: [OfferMove; 4] = [Take, Decline, Lapse, Withdraw];

fn attempt(state: OfferState, attempted: OfferMove, now: Timestamp) -> Result<OfferState, OfferRefused> {
    match attempted {
        Take => state.take(now),
        Decline => state.decline(now),
        Lapse => state.lapse(now),
        Withdraw => state.withdraw(now),
    }
}

fn open() -> OfferState {
    OfferState::Open { until: at(120) }
}

#[test]
fn an_open_offer_is_taken_declined_or_withdrawn_until_the_instant_it_runs_out() {
    let last = at(120) - SignedDuration::from_micros(1);
    assert_eq!(open().take(last), Ok(OfferState::Taken { at: last }));
    assert_eq!(open().decline(last), Ok(OfferState::Declined { at: last }));
    assert_eq!(open().withdraw(last), Ok(OfferState::Withdrawn { at: last }));
    for attempted in [Take, Decline, Withdraw] {
        let refused = attempt(open(), attempted, at(120)).unwrap_err();
        assert_eq!(refused, OfferRefused { from: open(), attempted, why: OfferWhy::RunOut });
    }
}

#[test]
fn an_offer_lapses_from_the_instant_it_runs_out_and_not_before() {
    let refused = open().lapse(at(120) - SignedDuration::from_micros(1)).unwrap_err();
    assert_eq!((refused.attempted, refused.why, refused.code()), (Lapse, OfferWhy::NotDue, "offer-not-due"));
    assert_eq!(open().lapse(at(120)), Ok(OfferState::Lapsed { at: at(120) }));
    assert_eq!(open().lapse(at(500)), Ok(OfferState::Lapsed { at: at(500) }));
}

#[test]
fn what_is_over_stays_over_and_says_how_it_ended() {
    let over = [
        (OfferState::Taken { at: at(1) }, "taken", OfferWhy::Taken, "offer-taken"),
        (OfferState::Declined { at: at(1) }, "declined", OfferWhy::Declined, "offer-declined"),
        (OfferState::Lapsed { at: at(1) }, "lapsed", OfferWhy::RunOut, "offer-run-out"),
        (OfferState::Withdrawn { at: at(1) }, "withdrawn", OfferWhy::Withdrawn, "offer-withdrawn"),
    ];
    for (from, word, why, code) in over {
        assert_eq!(from.code(), word);
        for attempted in MOVES {
            let refused = attempt(from, attempted, at(2)).unwrap_err();
            assert_eq!((refused, refused.code()), (OfferRefused { from, attempted, why }, code));
        }
    }
}

#[test]
fn a_refusal_reads_as_a_sentence() {
    let refused = open().take(at(121)).unwrap_err();
    let sentence = refused.to_string();
    assert!(sentence.starts_with("Take is not possible from Open"), "{sentence}");
    assert!(sentence.ends_with("RunOut"), "{sentence}");
}

#[test]
fn a_state_is_written_with_its_word_and_read_back() {
    assert_eq!(open().code(), "open");
    for state in [open(), OfferState::Taken { at: at(1) }, OfferState::Withdrawn { at: at(2) }] {
        let written = serde_json::to_value(state).unwrap();
        assert_eq!(written["offer"], state.code());
        assert_eq!(serde_json::from_value::<OfferState>(written).unwrap(), state);
    }
}
