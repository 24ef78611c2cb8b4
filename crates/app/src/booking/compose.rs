use crate::offering::Service;
use crate::roster::{House, ResourceKind};
use jiff::civil::Date;
use journey::id::StaffId;
use planner::{Group, Pattern, Piece};

/// Whether a certain practitioner is wanted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Preference {
    /// Whoever is free.
    #[default]
    Anybody,
    /// This person, wherever they hold the competence.
    Person(StaffId),
}

/// A visit laid out from its start: its items with their steps, and what they need.
pub(crate) struct Composition {
    pub steps: Vec<Step>,
    pub pattern: Pattern,
    pub kinds: Vec<ResourceKind>,
    pub ticks: u16,
}

/// One step of one item, in ticks from the visit's start.
pub(crate) struct Step {
    pub item: usize,
    pub kind: String,
    pub offset: u16,
    pub ticks: u16,
}

struct Need {
    item: usize,
    kind: ResourceKind,
    class: String,
    pieces: Vec<Piece>,
}

/// Lays services out one after the other. Within an item the same competence is one person and the same class of
/// room or device is one room or device; buffers and cleaning belong to what they keep.
pub(crate) fn compose(services: &[Service], house: &House, on: Date, wish: Preference) -> Composition {
    let (mut steps, mut needs, mut offset) = (Vec::new(), Vec::<Need>::new(), 0_u16);
    for (item, service) in services.iter().enumerate() {
        for segment in &service.segments {
            let ticks = segment.minutes / 5;
            let kept = ticks + segment.cleaning.div_ceil(5);
            steps.push(Step { item, kind: segment.kind.clone(), offset, ticks });
            require(&mut needs, item, ResourceKind::Practitioner, segment.practitioner.as_deref(), offset, ticks);
            require(&mut needs, item, ResourceKind::Room, segment.room.as_deref(), offset, kept);
            require(&mut needs, item, ResourceKind::Device, segment.device.as_deref(), offset, kept);
            offset += ticks;
        }
    }
    let kinds = needs.iter().map(|need| need.kind).collect();
    let groups = needs
        .into_iter()
        .map(|need| Group { candidates: candidates(&need, house, on, wish), pieces: joined(need.pieces) })
        .collect();
    Composition { steps, pattern: Pattern { groups }, kinds, ticks: offset }
}

fn require(needs: &mut Vec<Need>, item: usize, kind: ResourceKind, class: Option<&str>, offset: u16, ticks: u16) {
    let Some(class) = class else { return };
    let piece = Piece { offset, ticks };
    match needs.iter_mut().find(|need| need.item == item && need.kind == kind && need.class == class) {
        Some(need) => need.pieces.push(piece),
        None => needs.push(Need { item, kind, class: class.to_owned(), pieces: vec![piece] }),
    }
}

/// The slots that can serve a need: every lane of every resource that serves it.
fn candidates(need: &Need, house: &House, on: Date, wish: Preference) -> Vec<usize> {
    let serves = |place: &usize| {
        house.behind(*place).is_some_and(|resource| resource.kind == need.kind && resource.serves(&need.class, on))
    };
    let able: Vec<usize> = (0..house.slots.len()).filter(serves).collect();
    let Preference::Person(person) = wish else { return able };
    let is_wanted = |place: &usize| house.behind(*place).and_then(|one| one.staff) == Some(person);
    let wanted: Vec<usize> = able.iter().copied().filter(is_wanted).collect();
    if wanted.is_empty() { able } else { wanted }
}

/// Pieces of one resource that touch or overlap (cleaning runs into the next step) become one claim.
fn joined(mut pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.sort_by_key(|piece| piece.offset);
    let mut whole: Vec<Piece> = Vec::new();
    for piece in pieces {
        match whole.last_mut() {
            Some(last) if piece.offset <= last.offset + last.ticks => {
                last.ticks = last.ticks.max(piece.offset + piece.ticks - last.offset);
            }
            _ => whole.push(piece),
        }
    }
    whole
}
