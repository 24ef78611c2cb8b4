use crate::screening::{Finding, Headline, Until, Verdict};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a booking made online turns into. Missing answers never stand against a booking, only against treatment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum OnlineOutcome {
    /// An examination, with a provisional treatment block behind it.
    ExaminationWithBlock,
    /// An examination only: a doctor decides first.
    ExaminationOnly,
    /// Not on this day; from that day on it may be booked.
    NotBefore {
        /// The first possible day.
        day: Date,
    },
    /// Not possible online, whatever the day.
    NotOnline,
}

/// Decides what a visitor may book on a day, from the verdict over today's answers.
///
/// A deferral that has run out by the day of the visit does not stand in its way; one that waits for an event
/// (healed, a result) is for a doctor to judge.
pub fn decide_online(verdict: &Verdict, visit_on: Date) -> OnlineOutcome {
    let standing = || verdict.findings.iter().filter(move |finding| !runs_out_by(finding, visit_on));
    if standing().any(|finding| finding.headline == Headline::Contraindicated) {
        return OnlineOutcome::NotOnline;
    }
    let latest = standing().filter(|f| f.headline == Headline::Deferred).filter_map(until_day).max();
    if let Some(day) = latest {
        return OnlineOutcome::NotBefore { day };
    }
    if standing().any(|finding| finding.headline >= Headline::NeedsDoctor) {
        OnlineOutcome::ExaminationOnly
    } else {
        OnlineOutcome::ExaminationWithBlock
    }
}

fn until_day(finding: &Finding) -> Option<Date> {
    match finding.until {
        Some(Until::Date(day)) => Some(day),
        Some(Until::Event(_)) | None => None,
    }
}

fn runs_out_by(finding: &Finding, day: Date) -> bool {
    finding.headline == Headline::Deferred && until_day(finding).is_some_and(|until| until <= day)
}
