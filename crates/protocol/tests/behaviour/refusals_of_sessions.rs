//! What the checker refuses in the statements about dates and settings.

use super::fixture::{texts, texts_plus};

const NEEDLING: &str = "protocols/needling/protocol.toml";
const TOXIN: &str = "protocols/toxin/protocol.toml";
const REST: &str = "says = { ja = \"説明\", en = \"Why\" }\nconfidence = \"house\"\n";

fn refused(path: &str, more: &str) -> String {
    let mistakes = protocol::load(&texts_plus(path, more)).expect_err("this must be refused");
    let messages: Vec<String> = mistakes.into_iter().map(|mistake| mistake.message).collect();
    messages.join("; ")
}

#[test]
fn a_window_that_runs_backwards_is_refused() {
    let touch_up = format!("[touch_up]\nfrom = {{ days = 29 }}\nto = {{ days = 28 }}\n{REST}");
    assert_eq!(refused(TOXIN, &touch_up), "this window runs backwards");
}

#[test]
fn steps_must_rise_and_missed_doses_too() {
    let titration = |steps: &str, missed: &str| {
        format!(
            "[[titration]]\nid = \"t\"\nproduct = \"toxin-b\"\nsteps_mg = {steps}\nhold = {{ days = 28 }}\nevery = {{ days = 7 }}\n{missed}\n{REST}"
        )
    };
    assert_eq!(refused(TOXIN, &titration("[0.5, 0.5]", "")), "these steps do not rise");
    assert_eq!(refused(TOXIN, &titration("[]", "")), "these steps do not rise");
    let backwards = "doctor_after_missed = 3\nrestart_after_missed = 2";
    assert_eq!(refused(TOXIN, &titration("[0.5]", backwards)), "these numbers of missed doses do not rise");
}

#[test]
fn an_operator_rule_must_ask_for_something_it_can_know() {
    let operator = |rest: &str| format!("[[operator]]\nid = \"o\"\n{rest}\n{REST}");
    assert_eq!(refused(NEEDLING, &operator("roles = []")), "this rule asks for nothing");
    assert_eq!(
        refused(NEEDLING, &operator("roles = [\"doctor\"]")),
        "unknown word `doctor`; this rule asks for nothing"
    );
    assert_eq!(refused(NEEDLING, &operator("roles = [\"nurse\"]\nrenewed = { months = 1 }")), "what is renewed?");
}

#[test]
fn a_band_must_be_known_and_have_an_inside() {
    let no_go =
        format!("[[no_go]]\nid = \"n\"\nband = \"nowhere\"\nverdict = \"caution\"\noverride = \"physician\"\n{REST}");
    assert_eq!(refused(NEEDLING, &no_go), "unknown band `nowhere`");
    let band = |shape: &str| format!("[[band]]\nid = \"b\"\nname = {{ ja = \"帯\", en = \"Band\" }}\nshape = {shape}");
    assert_eq!(refused("protocols/zones.toml", &band("[[0, 0], [1, 1]]")), "this shape has no inside");
    assert_eq!(refused("protocols/zones.toml", &band("[[0, 0], [1, 1], [0, 1.001]]")), "this lies outside the drawing");
}

#[test]
fn the_name_of_a_statement_is_taken() {
    let touch_up = format!("[touch_up]\nfrom = {{ days = 14 }}\nto = {{ days = 28 }}\n{REST}");
    let named = format!("{touch_up}\n[[downtime]]\nid = \"touch-up\"\ndays = 3\n{REST}");
    assert_eq!(refused(TOXIN, &named), "`touch-up` is used twice");
}

#[test]
fn an_older_stored_version_reads_and_keeps_its_hash() {
    let library = protocol::load(&texts()).unwrap();
    for protocol in library.iter() {
        let stored = serde_json::to_value(protocol).unwrap();
        for newer in ["downtime", "touch_up", "titrations", "asymmetry", "no_go", "operators", "bands"] {
            assert!(stored.get(newer).is_none(), "{newer} is written only where it is used");
        }
        let read: journey::protocol::Protocol = serde_json::from_value(stored).unwrap();
        assert_eq!(protocol::content_hash(&read).unwrap(), protocol.hash);
    }
}
