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
    let mut reached: Vec<Vec<bool>> = Vec::with_capacity(sessions);
    let mut spans: Vec<Vec<Span>> = Vec::with_capacity(sessions);
    for session in 0..sessions {
        if breath.is_over(open.len() * 4) {
            return Err(Unfit::Late);
        }
        let mut marks = Marks::none(open.len());
        match reached.last() {
            None => marks.add(first),
            Some(before) => {
                let window = |(day, reached): (u16, &bool)| if *reached { next(session, day) } else { Span::NONE };
                let row: Vec<Span> = (0..).zip(before).map(window).collect();
                row.iter().for_each(|span| marks.add(*span));
                spans.push(row);
            }
        }
        let days = (0..).zip(marks.days()).zip(open);
        let here: Vec<bool> = days.map(|((day, marked), open)| marked && *open && allowed(session, day)).collect();
        if !here.contains(&true) {
            return Err(Unfit::Alone);
        }
        reached.push(here);
    }
    leading_on(reached, spans, &mut breath)
}

/// Days that lie in some window.
struct Marks(Vec<i32>);

impl Marks {
    fn none(days: usize) -> Self {
        Self(vec![0; days + 1])
    }

    fn add(&mut self, span: Span) {
        let last = self.0.len() - 1;
        let (from, end) = (usize::from(span.from), (usize::from(span.to) + 1).min(last));
        if from < end {
            self.0[from] += 1;
            self.0[end] -= 1;
        }
    }

    fn days(&self) -> impl Iterator<Item = bool> {
        let last = self.0.len() - 1;
        self.0[..last].iter().scan(0, |height, rise| {
            *height += rise;
            Some(*height > 0)
        })
    }
}

/// Strikes out the days that do not lead to the last session, from the end backwards.
fn leading_on(
    mut reached: Vec<Vec<bool>>,
    mut spans: Vec<Vec<Span>>,
    breath: &mut Breath<'_>,
) -> Result<Vec<Layer>, Unfit> {
    let mut layers = Vec::with_capacity(reached.len());
    let mut later: Option<Fits> = None;
    while let Some(mut here) = reached.pop() {
        if breath.is_over(here.len() * 4) {
            return Err(Unfit::Late);
        }
        let mut row = Vec::new();
        if let Some(later) = &later {
            row = spans.pop().unwrap_or_default();
            for (leads, span) in here.iter_mut().zip(&mut row).filter(|(leads, _)| **leads) {
                (span.from, span.to) = later.within(*span);
                *leads = span.from <= span.to;
            }
        }
        let from = here.iter().position(|&fits| fits).ok_or(Unfit::Alone)?;
        let to = here.iter().rposition(|&fits| fits).map_or(from, |last| last + 1);
        let cut = |(span, leads): (Span, &bool)| if *leads { span } else { Span::NONE };
        let next = row.into_iter().zip(&here).map(cut).take(to).skip(from).collect();
        layers.push(Layer { from: from as u16, to: to as u16, next });
        later = Some(Fits::of(&here));
    }
    layers.reverse();
    Ok(layers)
}

/// By day, the first day from there on that fits, and the last up to it.
struct Fits {
    first: Vec<u16>,
    last: Vec<Option<u16>>,
}

impl Fits {
    fn of(fits: &[bool]) -> Self {
        let mut last = None;
        let up = (0..).zip(fits).map(|(day, fits)| {
            last = if *fits { Some(day) } else { last };
            last
        });
        let lasts = up.collect();
        let mut next = u16::MAX;
        let down = (0..fits.len()).rev().map(|day| {
            next = if fits[day] { day as u16 } else { next };
            next
        });
        let mut first: Vec<u16> = down.collect();
        first.reverse();
        Self { first, last: lasts }
    }

    /// The first and the last day in a window that fit; the first after the last where none does.
    fn within(&self, span: Span) -> (u16, u16) {
        let first = self.first.get(usize::from(span.from)).copied().unwrap_or(u16::MAX);
        let last = self.last.get(usize::from(span.to)).copied().flatten();
        last.filter(|last| first <= *last && span.from <= span.to).map_or((1, 0), |last| (first, last))
    }
}
