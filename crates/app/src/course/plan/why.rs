use super::alternative::Emphasis;
use super::ground::{Candidate, Ground, against};
use super::verify::{Laid, speaks_against};
use jiff::ToSpan;
use jiff::civil::Date;
use journey::course::LifeEvent;
use journey::screening::Finding;
use journey::slug::RuleId;
use journey::text::Bilingual;

/// Why a session lies where it lies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// It is the best day of the rhythm.
    Ideal,
    /// It stands already.
    Stands,
    /// It lies between these days, of which this is the best.
    Between {
        /// The first day that the rules of its own course leave.
        earliest: Date,
        /// The best.
        ideal: Date,
        /// The last.
        latest: Date,
    },
    /// A day would have been better, but for this.
    Instead {
        /// The day.
        day: Date,
        /// What it would have broken.
        broke: Broke,
    },
    /// It is before the best day of the rhythm, so that the course ends sooner.
    Sooner,
    /// It is a time that the patient wishes for.
    Suits,
    /// No time that the patient wishes for could be had there.
    DoesNotSuit,
}

/// What a better day would have broken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Broke {
    /// A rule.
    Rule {
        /// Its name.
        rule: RuleId,
        /// Its wording.
        says: Bilingual,
    },
    /// Something ahead.
    Event(LifeEvent),
    /// Another visit of the patient on that day.
    AnotherVisit,
    /// Nobody, or nothing, is free.
    NobodyFree,
    /// Only times are free that the patient does not wish for.
    Wishes,
    /// A session of the plan that would be too near.
    OtherSession {
        /// When that is.
        on: Date,
        /// The wording of the rule between them.
        says: Bilingual,
    },
    /// A later session of the course would fall on a day that will not do.
    Later {
        /// The number of that session.
        number: i64,
        /// Its best day then.
        day: Date,
        /// Why that day will not do.
        broke: Box<Broke>,
    },
    /// The plan as a whole: a later session, or the person who does it, would be worse for it.
    Whole,
}

impl Broke {
    pub(super) fn rule(finding: Finding) -> Self {
        Self::Rule { rule: finding.rule, says: finding.says }
    }
}

/// Why the session at a place of a plan lies where it lies: its bounds, whether it is wished for, and what the next
/// better day and the best would have broken.
pub(super) fn reasons(
    ground: &Ground<'_>,
    chosen: &[(usize, usize, Candidate)],
    laid: &[Laid<'_>],
    at: usize,
    emphasis: Emphasis,
) -> Vec<Reason> {
    let (Some((lane, place, one)), case) = (chosen.get(at), &ground.brief.case) else { return Vec::new() };
    let before = chosen.iter().take(at).rev().find(|(other, _, _)| other == lane);
    let before = before.map(|(_, _, one)| ground.count.date(one.day));
    let session = u16::try_from(*place).unwrap_or(u16::MAX);
    let Some(series) = ground.lanes.get(*lane).map(|lane| lane.series) else { return Vec::new() };
    let Some(dates) = series.dates(case, ground.world, session, before) else { return Vec::new() };
    let on = ground.count.date(one.day);
    let mut found = Vec::new();
    if one.stands {
        found.push(Reason::Stands);
    }
    found.push(match on == dates.ideal {
        true => Reason::Ideal,
        false => Reason::Between { earliest: dates.earliest, ideal: dates.ideal, latest: dates.latest },
    });
    let nearer = if on < dates.ideal { on.saturating_add(1.day()) } else { on.saturating_sub(1.day()) };
    let mut better = vec![dates.ideal, nearer];
    better.dedup();
    let is_sooner = emphasis == Emphasis::Soon && on < dates.ideal;
    found.extend(is_sooner.then_some(Reason::Sooner));
    for day in better.into_iter().filter(|day| on != dates.ideal && *day >= dates.earliest && !is_sooner) {
        let broke = broken_by(ground, *lane, laid, at, day);
        let told = |reason: &Reason| matches!(reason, Reason::Instead { broke: known, .. } if *known == broke);
        if !found.iter().any(told) {
            found.push(Reason::Instead { day, broke });
        }
    }
    if !case.wishes.is_empty() {
        found.push(if one.suits && one.with_wished { Reason::Suits } else { Reason::DoesNotSuit });
    }
    found
}

/// What moving a session of a plan to a day would break.
fn broken_by(ground: &Ground<'_>, lane: usize, laid: &[Laid<'_>], at: usize, day: Date) -> Broke {
    let case = &ground.brief.case;
    let Some(asked) = laid.get(at) else { return Broke::Whole };
    if let Some(broke) = by_itself(ground, lane, day) {
        return broke;
    }
    let mut moved: Vec<Laid<'_>> = laid.to_vec();
    if let Some(one) = moved.get_mut(at) {
        *one = Laid { on: day, ..*asked };
    }
    let nearest = |skip: Date| {
        let others = laid.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, one)| one.on);
        others.min_by_key(|other| other.since(skip).map_or(i32::MAX, |span| span.get_days().abs()))
    };
    moved.sort_by_key(|one| one.on);
    let against_it = (0..moved.len()).find_map(|place| speaks_against(case, ground.world, &moved, place));
    match (against_it, nearest(day)) {
        (Some(finding), Some(on)) => Broke::OtherSession { on, says: finding.says },
        _ => later(ground, lane, laid, at, day).unwrap_or(Broke::Whole),
    }
}

/// The first later session of the same course whose best day would not do, if this one lay on a day.
fn later(ground: &Ground<'_>, lane: usize, laid: &[Laid<'_>], at: usize, day: Date) -> Option<Broke> {
    let (case, here) = (&ground.brief.case, ground.lanes.get(lane)?);
    let own = laid.iter().take(at).filter(|one| one.series.course == here.series.course).count();
    let mut before = day;
    for (place, due) in here.series.due.iter().enumerate().skip(own + 1) {
        let session = u16::try_from(place).ok()?;
        let ideal = here.series.dates(case, ground.world, session, Some(before))?.ideal;
        if let Some(broke) = by_itself(ground, lane, ideal) {
            return Some(Broke::Later { number: due.number, day: ideal, broke: Box::new(broke) });
        }
        before = ideal;
    }
    None
}

/// What speaks against a day for a lane, whatever else is planned.
pub(super) fn by_itself(ground: &Ground<'_>, lane: usize, day: Date) -> Option<Broke> {
    let (case, here) = (&ground.brief.case, ground.lanes.get(lane)?);
    let number = ground.count.day(day);
    if let Some(broke) = against(case, ground.world, here.series, day) {
        return Some(broke);
    }
    let closing = here.closed_by_event.iter().position(|closed| closed.get(usize::from(number.0)) == Some(&true));
    if let Some(event) = closing.and_then(|event| case.ahead.get(event)) {
        return Some(Broke::Event(event.event.clone()));
    }
    let mut free = here.candidates.iter().filter(|one| one.day == number).peekable();
    if free.peek().is_none() {
        return Some(Broke::NobodyFree);
    }
    (!free.any(|one| one.suits && one.with_wished)).then_some(Broke::Wishes)
}
