//! Everything about the settings of one session, through one door.

use super::asymmetry::check_asymmetry;
use super::band::check_positions;
use super::{
    OpenVial, Operator, PlannedDose, Setting, TakenDose, check_dose_step, check_ledger, check_operator, check_setting,
    check_totals, check_vial,
};
use crate::course::PastSession;
use crate::facts::AsOf;
use crate::protocol::{Library, Protocol};
use crate::quantity::Amount;
use crate::screening::{Activation, Finding};
use crate::slug::IndicationId;
use jiff::Timestamp;
use std::cmp::Reverse;

/// Everything that a question about settings needs.
#[derive(Clone, Copy, Debug)]
pub struct SessionQuestion<'a> {
    /// All protocols, for what kin of this treatment gave before.
    pub library: &'a Library,
    /// The protocol.
    pub protocol: &'a Protocol,
    /// What the session is for.
    pub indication: &'a IndicationId,
    /// What is set or given.
    pub settings: &'a [Setting],
    /// Everything that was done to this patient, here or elsewhere, without this session.
    pub history: &'a [PastSession],
    /// The doses by mass that the patient has had.
    pub taken: &'a [TakenDose],
    /// Who carries it out; none where that is not asked.
    pub operator: Option<Operator<'a>>,
    /// The vials that are used, and when: none where that is not asked.
    pub vials: &'a [OpenVial],
    /// When the vials are used.
    pub at: Option<Timestamp>,
    /// What is known on the day of the session.
    pub known: &'a AsOf<'a>,
    /// Which rules the clinic's physician approved.
    pub activation: &'a Activation,
}

/// What speaks against a session, worst first; nothing where it is fine: each setting by itself, the totals, what was
/// given before, the two sides, the places, the operator, the vials and the steps of a rising dose.
pub fn check_session(question: &SessionQuestion<'_>) -> Vec<Finding> {
    let SessionQuestion { protocol, indication, settings, known, activation, .. } = *question;
    let each = |setting| check_setting(protocol, setting, indication, known, activation);
    let mut found: Vec<Finding> = settings.iter().flat_map(each).collect();
    found.extend(check_totals(protocol, settings, indication, known));
    found.extend(check_ledger(question.library, protocol, settings, question.history, indication, known));
    found.extend(check_asymmetry(protocol, settings));
    found.extend(check_positions(protocol, settings, activation));
    found.extend(question.operator.iter().flat_map(|operator| check_operator(protocol, operator, known.on)));
    found.extend(question.at.iter().flat_map(|at| question.vials.iter().flat_map(|v| check_vial(protocol, v, *at))));
    found.extend(
        settings.iter().filter_map(planned).flat_map(|dose| check_dose_step(protocol, question.taken, &dose, known.on)),
    );
    found.sort_by_key(|finding| Reverse(finding.headline));
    found
}

fn planned(setting: &Setting) -> Option<PlannedDose> {
    match setting.quantity {
        Amount::Mass(mass) => Some(PlannedDose { product: setting.product.clone(), mass }),
        Amount::Depth(_) | Amount::Units(_) | Amount::Volume(_) | Amount::Energy(_) => None,
    }
}
