//! The words in which a file is described.

/// One table of a file.
pub(super) struct Form {
    pub keys: &'static [Key],
    pub kind: Kind,
    pub laws: &'static [Law],
}

/// Whether a table carries its support.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Statement,
}

/// One key of a table.
pub(super) struct Key {
    pub name: &'static str,
    pub shape: Shape,
    pub need: Need,
    pub says: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Must,
    May,
}

/// What a value looks like.
pub(super) enum Shape {
    /// One of the shapes that return everywhere, by its name among the definitions.
    Shared(&'static str),
    /// A whole number from the first to the second.
    Whole(i64, i64),
    Number,
    Truth,
    Words(&'static [&'static str]),
    /// A list of at least so many.
    List(&'static Shape, usize),
    /// A list of exactly so many.
    Exactly(&'static Shape, usize),
    Table(&'static Form),
    /// A table whose keys are names.
    Named(&'static Shape),
    Either(&'static [Shape]),
    /// A table of which no more is said than that it has these keys.
    Open(&'static [&'static str]),
}

/// What binds the keys of a table together.
pub(super) enum Law {
    /// Exactly one of these.
    One(&'static [&'static str]),
    /// At least one of these.
    Any(&'static [&'static str]),
    /// The first only beside the second.
    With(&'static str, &'static str),
    /// The key only where the other has that word.
    Only(&'static str, &'static str, &'static str),
    /// The key exactly where the other has not that word.
    Unless(&'static str, &'static str, &'static str),
    /// The key must be there where the other has that word.
    Where(&'static str, &'static str, &'static str),
}

pub(super) const fn must(name: &'static str, shape: Shape, says: &'static str) -> Key {
    Key { name, shape, need: Need::Must, says }
}

pub(super) const fn may(name: &'static str, shape: Shape, says: &'static str) -> Key {
    Key { name, shape, need: Need::May, says }
}

pub(super) const fn plain(keys: &'static [Key]) -> Form {
    Form { keys, kind: Kind::Plain, laws: &[] }
}

pub(super) const fn statement(keys: &'static [Key]) -> Form {
    Form { keys, kind: Kind::Statement, laws: &[] }
}

pub(super) const fn bound_by(form: Form, laws: &'static [Law]) -> Form {
    Form { laws, ..form }
}

pub(super) const ID: Shape = Shape::Shared("id");
pub(super) const IDS: Shape = Shape::List(&ID, 0);
pub(super) const TEXT: Shape = Shape::Shared("text");
pub(super) const BILINGUAL: Shape = Shape::Shared("bilingual");
pub(super) const PERIOD: Shape = Shape::Shared("period");
pub(super) const FACTS: Shape = Shape::Shared("condition-over-facts");
pub(super) const SIGNS: Shape = Shape::Shared("condition-over-symptoms");
pub(super) const RANGE: Shape = Shape::Shared("range");
pub(super) const DATE: Shape = Shape::Shared("date");
pub(super) const COUNT: Shape = Shape::Whole(0, 65535);
