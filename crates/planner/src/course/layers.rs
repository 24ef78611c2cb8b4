//! The sessions of a series, each on the days that can be reached from the first and that lead to the last.

use super::breath::Breath;
use super::table::{Layer, Span, Unfit};
use crate::watch::Watch;

/// Lays the sessions of a series on its open days: the first in a window, each other in the one that is told by session
/// and day of the one before it; only on days that are allowed to the session.
pub(super) fn lay(
    sessions: usize,
    first: Span,
    open: &[bool],
    next: impl Fn(usize, u16) -> Span,
    allowed: impl Fn(usize, u16) -> bool,
    watch: &dyn Watch,
) -> Result<Vec<Layer>, Unfit> {
    let mut breath = Breath::of(watch);
    let mut reached: Vec<Reached> = Vec::with_capacity(sessions);
    let mut spans: Vec<Vec<Span>> = Vec::with_capacity(sessions);
    for session in 0..sessions {
        let windows = reached.last().map_or_else(|| vec![first], |before| before.each(|day| next(session, day)));
        if breath.is_over(windows.len() * 8) {
            return Err(Unfit::Late);
        }
        let here = Reached::through(&windows, |day| open[usize::from(day)] && allowed(session, day));
        reached.push(here.ok_or(Unfit::Alone)?);
        if session > 0 {
            spans.push(windows);
        }
    }
    leading_on(reached, spans, &mut breath)
}

/// Some days in a row, and which of them can be reached.
struct Reached {
    from: u16,
    days: Vec<bool>,
}

impl Reached {
    /// The days in some windows, as far as they fit; none where no day is in any.
    fn through(windows: &[Span], fits: impl Fn(u16) -> bool) -> Option<Self> {
        let known = || windows.iter().filter(|span| span.from <= span.to);
        let from = known().map(|span| span.from).min()?;
        let to = known().map(|span| span.to).max()?;
        let mut rises = vec![0_i32; usize::from(to - from) + 2];
        for span in known() {
            rises[usize::from(span.from - from)] += 1;
            rises[usize::from(span.to - from) + 1] -= 1;
        }
        let mut height = 0;
        let marked = (from..=to).zip(rises).map(|(day, rise)| {
            height += rise;
            height > 0 && fits(day)
        });
        Some(Self { from, days: marked.collect() })
    }

    /// What is told of each day that is reached; no window of the others.
    fn each(&self, tell: impl Fn(u16) -> Span) -> Vec<Span> {
        let window = |(day, reached): (u16, &bool)| if *reached { tell(day) } else { Span::NONE };
        (self.from..).zip(&self.days).map(window).collect()
    }
}

/// Strikes out the days that do not lead to the last session, from the end backwards.
fn leading_on(
    mut reached: Vec<Reached>,
    mut spans: Vec<Vec<Span>>,
    breath: &mut Breath<'_>,
) -> Result<Vec<Layer>, Unfit> {
    let mut layers = Vec::with_capacity(reached.len());
    let mut later: Option<Fits> = None;
    while let Some(mut here) = reached.pop() {
        if breath.is_over(here.days.len() * 8) {
            return Err(Unfit::Late);
        }
        let mut row = Vec::new();
        if let Some(later) = &later {
            row = spans.pop().unwrap_or_default();
            for (leads, span) in here.days.iter_mut().zip(&mut row) {
                *span = if *leads { later.within(*span) } else { Span::NONE };
                *leads = span.from <= span.to;
            }
        }
        let from = here.days.iter().position(|&fits| fits).ok_or(Unfit::Alone)?;
        let to = here.days.iter().rposition(|&fits| fits).map_or(from, |last| last + 1);
        let next = row.into_iter().take(to).skip(from).collect();
        let day = |place: usize| here.from + place as u16;
        layers.push(Layer { from: day(from), to: day(to), next });
        later = Some(Fits::of(&here));
    }
    layers.reverse();
    Ok(layers)
}

/// By day, the first day from there on that fits, and the last up to it; past all days where there is none.
struct Fits {
    from: u16,
    first: Vec<u16>,
    last: Vec<u16>,
}

impl Fits {
    fn of(reached: &Reached) -> Self {
        let mut near = u16::MAX;
        let nearest = |(day, fits): (u16, &bool)| {
            near = if *fits { day } else { near };
            near
        };
        let last = (reached.from..).zip(&reached.days).map(nearest).collect();
        let mut near = u16::MAX;
        let mut first = vec![near; reached.days.len()];
        for (place, first) in first.iter_mut().enumerate().rev() {
            near = if reached.days[place] { reached.from + place as u16 } else { near };
            *first = near;
        }
        Self { from: reached.from, first, last }
    }

    /// A window from the first day that fits to the last; none where none does.
    fn within(&self, span: Span) -> Span {
        let at = |days: &[u16], day: u16| days.get(usize::from(day.checked_sub(self.from)?)).copied();
        match (at(&self.first, span.from), at(&self.last, span.to)) {
            (Some(from), Some(to)) if span.from <= from && from <= to && to <= span.to => Span { from, to, ..span },
            _ => Span::NONE,
        }
    }
}
