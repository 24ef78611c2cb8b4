//! `protocol.toml`: what it is, its page, its courses and who may have it.

use super::form::{
    BILINGUAL, COUNT, FACTS, Form, ID, IDS, Law, PERIOD, RANGE, Shape, bound_by, may, must, plain, statement,
};
use super::recovery::{RECOVERY, RESPONSE};
use super::session::{ASYMMETRY, BOUND, NO_GO, OPERATOR, SEGMENT, TITRATION};
use super::words::{OVERRIDE_WORDS, PRODUCT_WORDS, SAME_DAY_WORDS, STATUS_WORDS, VERDICT_WORDS, ZONE_WORDS};

/// The whole file.
pub(super) const PROTOCOL: Form = bound_by(
    plain(&[
        must("id", ID, "The name of the protocol; equals the name of its folder."),
        must("name", BILINGUAL, "How it is shown."),
        must("summary", BILINGUAL, "One or two sentences."),
        must("status", STATUS_WORDS, "How the treatment stands with the regulator in Japan."),
        may("groups", IDS, "Families it belongs to, from groups.toml."),
        must("concerns", Shape::List(&ID, 1), "What people come with, from concerns.toml."),
        may("products", IDS, "Every product a bound may name, from products.toml."),
        may("disclosures", Shape::Table(&DISCLOSURES), "Five statements, required unless the status is approved."),
        must("catalogue", Shape::Table(&CATALOGUE), "What patients read."),
        must("segment", Shape::List(&Shape::Table(&SEGMENT), 1), "The steps of a session, in order."),
        must("indication", Shape::List(&Shape::Table(&INDICATION), 1), "What courses are for."),
        may("screening", Shape::List(&Shape::Table(&SCREENING), 0), "Who may have it: rules over facts."),
        may("spacing", Shape::List(&Shape::Table(&SPACING), 0), "Waits to and from other treatments."),
        may("downtime", Shape::List(&Shape::Table(&DOWNTIME), 0), "Days a session lies before an important event."),
        may("touch_up", Shape::Table(&TOUCH_UP), "A second dose soon after a session."),
        may("bound", Shape::List(&Shape::Table(&BOUND), 0), "Labelled and clinic ceilings of settings."),
        may("titration", Shape::List(&Shape::Table(&TITRATION), 0), "Doses that rise step by step."),
        may("asymmetry", Shape::Table(&ASYMMETRY), "How far left and right may differ without a reason."),
        may("no_go", Shape::List(&Shape::Table(&NO_GO), 0), "Where no point should lie."),
        may("operator", Shape::List(&Shape::Table(&OPERATOR), 0), "Who may carry it out; every rule must be kept."),
        must("recovery", Shape::Table(&RECOVERY), "How it heals, and what must alarm."),
        may("response", Shape::List(&Shape::Table(&RESPONSE), 0), "What may be expected after so many sessions."),
        may("maintenance", Shape::Table(&WINDOW), "When coming again makes sense."),
        may("effect", Shape::List(&Shape::Table(&EFFECT), 0), "How long the effect of an indication lasts."),
        may("consent", Shape::List(&Shape::Table(&CONSENT), 0), "What the patient signs for, in order."),
    ]),
    &[Law::Unless("disclosures", "status", "approved")],
);

const DISCLOSURES: Form = plain(&[
    must("unapproved", BILINGUAL, "That it is unapproved, or used outside its approval."),
    must("obtained", BILINGUAL, "How it is obtained."),
    must("equivalent", BILINGUAL, "Whether an approved equivalent exists in Japan."),
    must("overseas", BILINGUAL, "What is known about safety abroad."),
    must("relief", BILINGUAL, "That public relief does not cover it."),
]);

const CATALOGUE: Form = plain(&[
    must("mechanism", BILINGUAL, "How it works."),
    must("feel", BILINGUAL, "How it feels."),
    must("for_whom", BILINGUAL, "Whom it suits."),
    must("not_for", BILINGUAL, "Whom it does not suit."),
    must("downtime", BILINGUAL, "What the days after are like."),
    must("alternatives", Shape::List(&BILINGUAL, 1), "What else there is; doing nothing counts as one."),
    must("claim", Shape::List(&Shape::Table(&CLAIM), 1), "What it is said to do."),
    must("risk", Shape::List(&Shape::Table(&RISK), 1), "Risks and side effects."),
    may("aftercare", Shape::List(&Shape::Table(&AFTERCARE), 0), "What to do or leave afterwards."),
]);

const CLAIM: Form = statement(&[
    must("says", BILINGUAL, "The claim."),
    must("evidence", BILINGUAL, "How well it is supported, in words for patients."),
]);

const RISK: Form = statement(&[
    must("says", BILINGUAL, "The risk."),
    may("how_often", BILINGUAL, "How often it happens, where a source says."),
]);

const AFTERCARE: Form = statement(&[
    must("says", BILINGUAL, "What to do or leave."),
    may("when", FACTS, "Whom it is for; what is not known counts as fitting."),
    may("from", Shape::Shared("after-session"), "From when."),
    may("until", Shape::Either(&[Shape::Shared("after-session"), Shape::Shared("event")]), "Until when."),
]);

const INDICATION: Form = plain(&[
    must("id", ID, "Its name."),
    must("name", BILINGUAL, "How it is shown."),
    must("concern", ID, "What people come with; one of the protocol's concerns."),
    must("zones", IDS, "Where it may be treated; none for the whole body."),
    must("sessions", Shape::Table(&SESSIONS), "How many sessions a course has."),
    must("interval", Shape::Table(&INTERVAL), "How far two sessions lie apart."),
    may("pause", Shape::Table(&PAUSE), "A longer wait after so many sessions in a row."),
]);

const SESSIONS: Form = statement(&[
    must("min", Shape::Whole(1, 65535), "The fewest that make sense."),
    must("usual", Shape::Whole(1, 65535), "The usual number."),
    must("max", Shape::Whole(1, 65535), "The most before the course is reviewed."),
]);

const INTERVAL: Form = statement(&[
    must("floor", PERIOD, "Not before this without a physician."),
    must("ideal", PERIOD, "Best after this."),
    may("latest", PERIOD, "Preferably not after this."),
]);

const PAUSE: Form = statement(&[
    must("after_sessions", Shape::Whole(1, 65535), "After how many counted sessions."),
    must("wait", PERIOD, "How long the next one waits; not shorter than the interval's floor."),
    must("says", BILINGUAL, "The wording."),
]);

const SCREENING: Form = bound_by(
    statement(&[
        must("id", ID, "Its name."),
        may("when", FACTS, "When it speaks; may be left out where `where` is given."),
        may("where", ID, "A fact of the kind `zones`: the rule speaks only of the zones answered."),
        must("verdict", VERDICT_WORDS, "How far it reaches."),
        must("override", OVERRIDE_WORDS, "Who may set it aside."),
        must("says", BILINGUAL, "What the patient reads."),
        may("instead", BILINGUAL, "What may be done instead."),
        may("zones", IDS, "The zones it speaks of; absent = the whole treatment."),
        may("until", Shape::Shared("event"), "What ends a deferral; only with the verdict `deferred`."),
    ]),
    &[Law::Any(&["when", "where"]), Law::Only("until", "verdict", "deferred")],
);

const SPACING: Form = bound_by(
    statement(&[
        must("id", ID, "Its name."),
        may("after", ID, "The other goes first: a group, a protocol or `self`."),
        may("before", ID, "This one goes first: a group, a protocol or `self`."),
        must("wait", PERIOD, "How long the second waits."),
        must("same_day", SAME_DAY_WORDS, "Whether one day can hold both."),
        may("zones", ZONE_WORDS, "Where it holds."),
        may("product", PRODUCT_WORDS, "For which products it holds."),
        may("depth_mm", RANGE, "How deep the earlier session was."),
        may("override", OVERRIDE_WORDS, "Who may shorten it; a physician unless written."),
        must("says", BILINGUAL, "The wording."),
    ]),
    &[Law::One(&["after", "before"])],
);

const DOWNTIME: Form = statement(&[
    must("id", ID, "Its name."),
    may("depth_mm", RANGE, "For which depths."),
    must("days", COUNT, "The least number of days from the session to the event."),
    must("says", BILINGUAL, "The wording."),
]);

const TOUCH_UP: Form = WINDOW;

const WINDOW: Form = statement(&[
    must("from", PERIOD, "Not before this."),
    must("to", PERIOD, "Preferably not after this."),
    must("says", BILINGUAL, "The wording."),
]);

const EFFECT: Form = statement(&[
    must("indication", ID, "Of which indication; one each."),
    must("usual", PERIOD, "How long it usually lasts."),
    must("from", PERIOD, "Nine in ten people lie between this"),
    must("to", PERIOD, "and this."),
    must("says", BILINGUAL, "The wording."),
]);

const CONSENT: Form = plain(&[must("id", ID, "Its name."), must("says", BILINGUAL, "What is consented to.")]);
