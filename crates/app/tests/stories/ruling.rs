use crate::refusal::{code, fields};
use app::catalogue::{self, Ruling};
use app::{AppError, Work, screening};
use journey::protocol::Protocol;
use journey::screening::{Headline, Standing, Verdict};
use journey::slug::RuleId;
use testkit::{TestClinic, all_clear, answers};

fn rule(id: &str) -> RuleId {
    RuleId::parse(id).unwrap()
}

fn needling<'a>(work: &Work<'a, '_>) -> &'a Protocol {
    work.world.library.get(&"dermapen".parse().unwrap()).unwrap()
}

/// What a visitor with these answers, and otherwise nothing, is told about microneedling.
fn told(clinic: &TestClinic, given: &[(&str, &str)]) -> Verdict {
    let today = clinic.today();
    let mut facts = all_clear(clinic.protocol("dermapen"), today);
    facts.merge(&answers(given, today));
    clinic.by("sakamoto", move |work| {
        let activation = catalogue::activation(work, needling(work))?;
        let (library, none) = (&work.world.library, journey::screening::Overrides::none());
        Ok(journey::screening::screen(needling(work), library.facts(), &facts, today, &none, &activation))
    })
}

fn ruled(clinic: &TestClinic, id: &'static str, ruling: Ruling, reason: &'static str) -> Result<(), AppError> {
    clinic.try_by("sakamoto", move |work| catalogue::rule_on(work, needling(work), &rule(id), ruling, reason))
}

#[test]
fn a_weak_rule_sends_to_a_doctor_until_the_physician_approves_it_and_again_once_that_is_withdrawn() {
    let clinic = TestClinic::newly_set_up();
    let wound = [("open_wound", "yes")];
    let before = told(&clinic, &wound);
    assert_eq!(before.finding(&rule("open-wound")).unwrap().standing, Standing::AwaitsApproval);
    assert_eq!(before.headline(), Headline::NeedsDoctor);
    ruled(&clinic, "open-wound", Ruling::Approved, "").unwrap();
    assert_eq!(told(&clinic, &wound).headline(), Headline::Deferred);
    ruled(&clinic, "open-wound", Ruling::Withdrawn, "Under review again").unwrap();
    assert_eq!(told(&clinic, &wound).headline(), Headline::NeedsDoctor);
}

#[test]
fn a_disputed_rule_says_no_more_than_a_doctor_until_the_physician_decides_it_with_a_reason() {
    let clinic = TestClinic::newly_set_up();
    let keloid = [("keloid_tendency", "yes")];
    assert_eq!(told(&clinic, &keloid).headline(), Headline::NeedsDoctor);
    assert_eq!(fields(ruled(&clinic, "keloid-tendency", Ruling::Decided, " ")), ["reason"]);
    ruled(&clinic, "keloid-tendency", Ruling::Decided, "Our own cases grew").unwrap();
    assert_eq!(told(&clinic, &keloid).headline(), Headline::Contraindicated);
}

#[test]
fn a_rule_that_needs_no_ruling_or_does_not_exist_takes_none() {
    let clinic = TestClinic::newly_set_up();
    assert_eq!(code(ruled(&clinic, "skin-infection", Ruling::Approved, "")), "already-decided");
    assert_eq!(code(ruled(&clinic, "open-wound", Ruling::Withdrawn, "Never ruled")), "already-decided");
    assert_eq!(code(ruled(&clinic, "no-such-rule", Ruling::Approved, "")), "not-found");
}

#[test]
fn all_rules_that_await_approval_are_approved_by_name_and_disputed_ones_stay_open() {
    let clinic = TestClinic::newly_set_up();
    let open = clinic.by("sakamoto", |work| {
        let protocol = needling(work);
        let first = catalogue::approve_rules(work, protocol)?;
        let again = catalogue::approve_rules(work, protocol)?;
        let activation = catalogue::activation(work, protocol)?;
        let left: Vec<Standing> =
            protocol.all_gated().map(|(rule, evidence)| activation.standing(rule, evidence)).collect();
        assert!(first > 0);
        assert_eq!(again, 0);
        Ok(left)
    });
    assert!(!open.contains(&Standing::AwaitsApproval));
    assert!(open.contains(&Standing::SourcesConflict));
}

#[test]
fn a_ruling_holds_for_the_pages_of_a_visit_and_leaves_a_trace() {
    let clinic = TestClinic::newly_set_up();
    ruled(&clinic, "open-wound", Ruling::Approved, "").unwrap();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    let (visit, person, today) = (patient.visit, patient.id, clinic.today());
    let verdict = clinic.by("sakamoto", move |work| {
        screening::answer(work, person, Some(visit), &answers(&[("open_wound", "yes")], today))?;
        let item = app::booking::visit(work, visit)?.items[1].id;
        screening::review(work, visit, item)
    });
    assert_eq!(verdict.unwrap().finding(&rule("open-wound")).unwrap().headline, Headline::Deferred);
    let row = "SELECT action FROM audit_event WHERE action = 'catalogue.approved'";
    assert_eq!(clinic.by("sakamoto", move |work| Ok(work.tx.query(row, &[])?.len())), 1);
}
