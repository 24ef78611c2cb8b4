use app::staff::{self, Attempt};
use jiff::SignedDuration;
use testkit::{PASSWORD, TestClinic};

fn try_in(clinic: &TestClinic, login: &str, password: &str, code: &str) -> Attempt {
    let (checked, code) = (clinic.password_tried(login, password), code.to_owned());
    clinic.by_visitor(move |work| staff::attempt(work, &checked, &code)).expect("an answer")
}

#[test]
fn both_factors_open_a_session_that_ends_when_left_alone() {
    let clinic = TestClinic::sqlite();
    let code = clinic.code_of("ueno");
    let Attempt::SignedIn(session) = try_in(&clinic, "ueno", PASSWORD, &code) else { panic!("signed in") };
    let known = || {
        let token = session.token.clone();
        clinic.by_visitor(move |work| staff::identify(work, &token)).unwrap().is_some()
    };
    clinic.clock.pass(SignedDuration::from_secs(45 * 60 - 1));
    assert!(known());
    clinic.clock.pass(SignedDuration::from_secs(1));
    assert!(!known());
}

#[test]
fn a_one_time_code_works_once() {
    let clinic = TestClinic::sqlite();
    let code = clinic.code_of("ueno");
    assert!(matches!(try_in(&clinic, "ueno", PASSWORD, &code), Attempt::SignedIn(_)));
    assert_eq!(try_in(&clinic, "ueno", PASSWORD, &code), Attempt::Wrong);
    clinic.clock.pass(SignedDuration::from_secs(30));
    let next = clinic.code_of("ueno");
    assert!(matches!(try_in(&clinic, "ueno", PASSWORD, &next), Attempt::SignedIn(_)));
}

#[test]
fn one_factor_alone_and_an_unknown_name_are_wrong_in_the_same_way() {
    let clinic = TestClinic::sqlite();
    let code = clinic.code_of("ueno");
    assert_eq!(try_in(&clinic, "ueno", "not the password", &code), Attempt::Wrong);
    assert_eq!(try_in(&clinic, "ueno", PASSWORD, "000000"), Attempt::Wrong);
    assert_eq!(try_in(&clinic, "nobody", PASSWORD, &code), Attempt::Wrong);
}

#[test]
fn an_account_rests_after_five_failures_and_wakes_after_a_quarter_of_an_hour() {
    let clinic = TestClinic::sqlite();
    for _ in 0..4 {
        assert_eq!(try_in(&clinic, "ueno", "not the password", "000000"), Attempt::Wrong);
    }
    let Attempt::Locked { until } = try_in(&clinic, "ueno", "not the password", "000000") else { panic!("it rests") };
    let code = clinic.code_of("ueno");
    assert_eq!(try_in(&clinic, "ueno", PASSWORD, &code), Attempt::Locked { until });
    clinic.clock.set(until);
    let code = clinic.code_of("ueno");
    assert!(matches!(try_in(&clinic, "ueno", PASSWORD, &code), Attempt::SignedIn(_)));
}
