//! The shared files.

use super::form::{
    BILINGUAL, COUNT, DATE, Form, ID, IDS, Law, PERIOD, Shape, TEXT, bound_by, may, must, plain, statement,
};
use super::words::{KIND_WORDS, PRODUCT_STATUS_WORDS, SEEN_WORDS};

const AMOUNT: Shape = Shape::Shared("amount");

/// `facts.toml`
pub(super) const FACTS: Form = plain(&[
    may("checklist", Shape::List(&Shape::Table(&CHECKLIST), 0), "Yes/no facts that are asked together."),
    may("fact", Shape::List(&Shape::Table(&FACT), 0), "What may be known about a patient."),
]);

const CHECKLIST: Form = plain(&[
    must("id", ID, "Its name."),
    must("ask", BILINGUAL, "The question above the list."),
    must("none", BILINGUAL, "The words of \"none of these\"."),
]);

const FACT: Form = bound_by(
    plain(&[
        must("id", ID, "Its name, with `_` between words."),
        must("kind", Shape::Words(&["yes-no", "choice", "number", "date", "zones"]), "What kind of answer it has."),
        must("ask", BILINGUAL, "The question."),
        must("short", BILINGUAL, "A short label."),
        must(
            "valid_for",
            Shape::Either(&[Shape::Words(&["same-day", "always"]), PERIOD]),
            "How long an answer is believed.",
        ),
        may("asked", Shape::Words(&["patient", "clinic"]), "Who can answer; the patient unless written."),
        may("checklist", ID, "The checklist it is asked in; yes-no only."),
        may("choices", Shape::List(&Shape::Table(&CHOICE), 1), "The possible answers of a choice."),
        may("unit", BILINGUAL, "The unit of a number."),
        may("min", Shape::Number, "The least that can be answered."),
        may("max", Shape::Number, "The most that can be answered."),
        may("never", BILINGUAL, "The words of \"never\", for a date."),
    ]),
    &[
        Law::Only("checklist", "kind", "yes-no"),
        Law::Only("choices", "kind", "choice"),
        Law::Where("choices", "kind", "choice"),
        Law::Only("unit", "kind", "number"),
        Law::Only("min", "kind", "number"),
        Law::Where("min", "kind", "number"),
        Law::Only("max", "kind", "number"),
        Law::Where("max", "kind", "number"),
        Law::Only("never", "kind", "date"),
    ],
);

const CHOICE: Form = plain(&[must("id", ID, "Its name."), must("label", BILINGUAL, "How it is shown.")]);

/// `zones.toml`
pub(super) const ZONES: Form = plain(&[
    may("zone", Shape::List(&Shape::Table(&ZONE), 0), "Where on face and neck."),
    may("band", Shape::List(&Shape::Table(&BAND), 0), "Parts of the front drawing of the face."),
]);

const ZONE: Form = plain(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "How it is shown."),
    must("sides", Shape::Words(&["midline", "paired"]), "Whether it exists once or on both sides."),
]);

const BAND: Form = plain(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "How it is shown."),
    may("zones", IDS, "The zones it touches."),
    must(
        "shape",
        Shape::List(&Shape::Exactly(&Shape::Shared("fraction"), 2), 3),
        "Its corners, as fractions of width and height from the upper left corner.",
    ),
]);

const NAMED: Form = plain(&[must("id", ID, "Its name."), must("name", BILINGUAL, "How it is shown.")]);

/// `groups.toml`
pub(super) const GROUPS: Form =
    plain(&[may("group", Shape::List(&Shape::Table(&NAMED), 0), "Families of treatments that spacing speaks of.")]);

/// `resources.toml`
pub(super) const RESOURCES: Form = plain(&[
    may("competence", Shape::List(&Shape::Table(&NAMED), 0), "What staff can be competent in."),
    may("room", Shape::List(&Shape::Table(&NAMED), 0), "Kinds of room."),
    may("device", Shape::List(&Shape::Table(&NAMED), 0), "Kinds of device."),
]);

/// `concerns.toml`
pub(super) const CONCERNS: Form =
    plain(&[may("concern", Shape::List(&Shape::Table(&CONCERN), 0), "What people come with.")]);

const CONCERN: Form = plain(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "How it is shown."),
    must("summary", BILINGUAL, "A few sentences."),
]);

/// `products.toml`
pub(super) const PRODUCTS: Form =
    plain(&[may("product", Shape::List(&Shape::Table(&PRODUCT), 0), "Products and devices.")]);

const PRODUCT: Form = statement(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "The brand."),
    may("aliases", Shape::List(&TEXT, 0), "Other spellings, as people search for them."),
    must("generic", BILINGUAL, "The generic name."),
    must("maker", TEXT, "The maker."),
    must("kind", KIND_WORDS, "What kind of thing it is."),
    must("status", PRODUCT_STATUS_WORDS, "Whether Japan approved it for anything."),
    may("approved_for", Shape::List(&BILINGUAL, 0), "What Japan approved it for."),
    must("route", BILINGUAL, "How it reaches the clinic."),
    may("equivalent", BILINGUAL, "A domestic equivalent."),
    may("overseas", BILINGUAL, "Safety information from abroad."),
    may("unit_system", ID, "The system its units belong to."),
    may("limits", Shape::Table(&LIMITS), "What the device can do."),
    may("dilutions", Shape::List(&Shape::Table(&DILUTION), 0), "How it is prepared."),
    may("vials", Shape::List(&AMOUNT, 0), "Units that one vial holds, for each size."),
    may("vials_mg", Shape::List(&AMOUNT, 0), "Milligrams that one vial holds, for each size."),
    may("use_within", Shape::Table(&USE_WITHIN), "How long it may be used after opening or dilution."),
    must("checked_on", DATE, "When the entry was last checked."),
]);

const LIMITS: Form = statement(&[
    may("depth_mm", Shape::Table(&LIMIT), "A depth in millimetres."),
    may("units", Shape::Table(&LIMIT), "Units."),
    may("volume_ml", Shape::Table(&LIMIT), "A volume in millilitres."),
    may("energy_j_cm2", Shape::Table(&LIMIT), "A fluence in joules per square centimetre."),
    may("mass_mg", Shape::Table(&LIMIT), "A mass in milligrams."),
]);

const LIMIT: Form = plain(&[
    must("min", AMOUNT, "The least it can be set to."),
    must("max", AMOUNT, "The most it can be set to."),
    must("step", AMOUNT, "The distance between two settings."),
]);

const DILUTION: Form = statement(&[
    must("name", BILINGUAL, "What it is called."),
    must("units_per_ml", AMOUNT, "Units in each millilitre."),
]);

const USE_WITHIN: Form = statement(&[must("hours", COUNT, "Hours after opening or dilution.")]);

/// `scales.toml`
pub(super) const SCALES: Form = plain(&[may("scale", Shape::List(&Shape::Table(&SCALE), 0), "Outcome scales.")]);

const SCALE: Form = statement(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "How it is shown."),
    must("better", Shape::Words(&["lower", "higher"]), "In which direction it gets better."),
    must("min", Shape::Number, "The lowest score."),
    must("max", Shape::Number, "The highest score."),
    must("noise", Shape::Number, "A change up to this is noise; 0 if none is known."),
    may("levels", Shape::List(&Shape::Table(&LEVEL), 0), "Its named points."),
    may("input", Shape::List(&Shape::Table(&INPUT), 0), "What is counted or graded."),
    may("part", Shape::List(&Shape::Table(&PART), 0), "The score is the sum over these."),
    may("bands", Shape::List(&Shape::Table(&MEANING), 0), "What ranges of the score mean, rising."),
]);

const LEVEL: Form = plain(&[must("value", Shape::Number, "The score."), must("label", BILINGUAL, "What it means.")]);

const MEANING: Form =
    plain(&[must("from", Shape::Number, "From this score on."), must("label", BILINGUAL, "What it means.")]);

const INPUT: Form = plain(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "How it is shown."),
    must("min", Shape::Number, "The least that may be entered."),
    must("max", Shape::Number, "The most that may be entered."),
    may("steps", Shape::List(&Shape::Table(&STEP), 0), "What a raw count counts, rising from `min`."),
]);

const STEP: Form =
    plain(&[must("at_least", Shape::Number, "From this on."), must("score", Shape::Number, "It counts as this.")]);

const PART: Form = bound_by(
    plain(&[
        must("weight", Shape::Number, "The weight."),
        may("times", IDS, "The factors."),
        may("plus", IDS, "The addends."),
    ]),
    &[Law::Any(&["times", "plus"])],
);

/// `sources.toml`
pub(super) const SOURCES: Form =
    plain(&[may("source", Shape::List(&Shape::Table(&SOURCE), 0), "What statements cite.")]);

const SOURCE: Form = bound_by(
    plain(&[
        must("id", ID, "Its name."),
        must("title", TEXT, "Its title."),
        may("year", COUNT, "The year it appeared."),
        may("url", TEXT, "A page."),
        may("doi", TEXT, "A digital object identifier."),
        may("registry", TEXT, "A trial, approval or clearance number."),
        may("place", TEXT, "Where it is printed."),
        must("seen", SEEN_WORDS, "How much of it was read."),
    ]),
    &[Law::One(&["url", "doi", "registry", "place"])],
);
