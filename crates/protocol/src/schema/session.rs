//! `protocol.toml`: steps, bounds and operators.

use super::form::{BILINGUAL, FACTS, Form, ID, IDS, Law, PERIOD, Shape, bound_by, may, must, plain, statement};
use super::words::{CEILING_WORDS, OVERRIDE_WORDS, PER_WORDS, ROLE_WORDS};

const AMOUNT: Shape = Shape::Shared("amount");
const MEASURES: [&str; 5] = ["depth_mm", "units", "volume_ml", "energy_j_cm2", "mass_mg"];

/// A step of a session.
pub(super) const SEGMENT: Form = plain(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "How it is shown."),
    must("minutes", Shape::Shared("fives"), "How long it takes."),
    may("cleaning_minutes", Shape::Shared("fives"), "How long room and device need afterwards."),
    may("competence", ID, "What the practitioner must be competent in; absent where nobody is needed."),
    may("room", ID, "The kind of room."),
    may("device", ID, "The kind of device."),
]);

const LIMITS: Form = plain(&[may("min", AMOUNT, "The least."), must("max", AMOUNT, "The most.")]);

/// A bound of settings.
pub(super) const BOUND: Form = bound_by(
    statement(&[
        must("id", ID, "Its name."),
        may("indications", IDS, "For which indications; absent = all."),
        may("zones", IDS, "For which zones; absent = all."),
        may("products", IDS, "For which products; absent = all of the protocol."),
        may("when", FACTS, "For which skin or person; an unknown answer counts as fitting."),
        must("ceiling", CEILING_WORDS, "Whose ceiling it is."),
        may("depth_mm", Shape::Table(&LIMITS), "A depth in millimetres."),
        may("units", Shape::Table(&LIMITS), "Units of exactly one product."),
        may("volume_ml", Shape::Table(&LIMITS), "A volume in millilitres."),
        may("energy_j_cm2", Shape::Table(&LIMITS), "A fluence in joules per square centimetre."),
        may("mass_mg", Shape::Table(&LIMITS), "A mass in milligrams."),
        may("per", PER_WORDS, "To what it applies; required for all but depth and fluence."),
        may("within", PERIOD, "The time of a rolling bound."),
        must("override", OVERRIDE_WORDS, "Who may go beyond it."),
        must("says", BILINGUAL, "The wording."),
    ]),
    &[
        Law::One(&MEASURES),
        Law::With("units", "per"),
        Law::With("volume_ml", "per"),
        Law::With("mass_mg", "per"),
        Law::Only("within", "per", "rolling"),
        Law::Where("within", "per", "rolling"),
    ],
);

/// Doses that rise.
pub(super) const TITRATION: Form = statement(&[
    must("id", ID, "Its name."),
    must("product", ID, "Whose doses."),
    must("steps_mg", Shape::List(&AMOUNT, 1), "The doses, rising."),
    must("hold", PERIOD, "The least time on a step before the next."),
    must("every", PERIOD, "The rhythm of the doses."),
    may("late", Shape::Table(&LATE), "When a late dose may still be taken."),
    may("doctor_after_missed", Shape::Whole(1, 65535), "From how many missed doses on a physician decides."),
    may("restart_after_missed", Shape::Whole(1, 65535), "From how many missed doses on it begins anew."),
    may("override", OVERRIDE_WORDS, "Who may skip or shorten a step; a physician unless written."),
    must("says", BILINGUAL, "The wording."),
]);

const LATE: Form =
    plain(&[must("take_if_next_in_hours", Shape::Whole(0, 65535), "Only if the next is at least so far away.")]);

/// Left and right.
pub(super) const ASYMMETRY: Form = statement(&[
    must("percent", Shape::Whole(0, 100), "The greatest difference that needs no reason, of the larger side."),
    must("says", BILINGUAL, "The wording."),
]);

/// Where no point should lie.
pub(super) const NO_GO: Form = statement(&[
    must("id", ID, "Its name."),
    must("band", ID, "The band, from zones.toml."),
    must("verdict", Shape::Words(&["caution", "needs-doctor", "contraindicated"]), "How far it reaches."),
    must("override", OVERRIDE_WORDS, "Who may set it aside."),
    must("says", BILINGUAL, "The wording."),
]);

/// Who carries it out.
pub(super) const OPERATOR: Form = bound_by(
    statement(&[
        must("id", ID, "Its name."),
        must("roles", Shape::List(&ROLE_WORDS, 0), "One of these is enough; none = any."),
        may("competence", ID, "Held on the day, from resources.toml."),
        may("renewed", PERIOD, "Gained or renewed less than this ago."),
        must("says", BILINGUAL, "The wording."),
    ]),
    &[Law::With("renewed", "competence")],
);
