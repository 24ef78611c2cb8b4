//! What stands in the database, asked in SQL that both engines understand and that no other code of ours uses.

use super::Look;
use anyhow::Result;
use serde::Serialize;

/// What is wrong in the whole database; all of it should be nought but the visits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Whole {
    /// Visits that stand.
    pub booked: i64,
    /// Instants at which more than one visit stands.
    pub booked_twice: i64,
    /// Visits that begin before an earlier one has ended. There is one counsellor, so none may.
    pub overlapping_visits: i64,
    /// Claims that begin before an earlier one on the same person, room or device has ended, in whatever lane.
    pub overlapping_claims: i64,
    /// Visits that stand without exactly one item, one step and three claims (counsellor, room, patient) over all of it.
    pub half_booked: i64,
    /// Claims without a visit that stands or is held.
    pub stray_claims: i64,
}

const BOOKED: &str = "SELECT COUNT(*) FROM booking_visit WHERE state = 'booked'";

const BOOKED_TWICE: &str = "SELECT COUNT(*) FROM (SELECT starts_at FROM booking_visit WHERE state = 'booked'
    GROUP BY starts_at HAVING COUNT(*) > 1) AS twice";

const OVERLAPPING_VISITS: &str = "SELECT COUNT(*) FROM (SELECT starts_at, MAX(ends_at) OVER (ORDER BY starts_at, id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until FROM booking_visit WHERE state = 'booked') AS one
    WHERE taken_until > starts_at";

const OVERLAPPING_CLAIMS: &str = "SELECT COUNT(*) FROM (SELECT starts_at, MAX(ends_at) OVER (PARTITION BY subject_id
    ORDER BY starts_at, visit_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken_until
    FROM booking_claim) AS one WHERE taken_until > starts_at";

const HALF_BOOKED: &str = "SELECT COUNT(*) FROM booking_visit v WHERE v.state = 'booked' AND NOT (
    (SELECT COUNT(*) FROM booking_item i WHERE i.clinic_id = v.clinic_id AND i.visit_id = v.id) = 1 AND
    (SELECT COUNT(*) FROM booking_segment s WHERE s.clinic_id = v.clinic_id AND s.visit_id = v.id
        AND s.starts_at = v.starts_at AND s.ends_at = v.ends_at) = 1 AND
    (SELECT COUNT(*) FROM booking_claim c WHERE c.clinic_id = v.clinic_id AND c.visit_id = v.id
        AND c.starts_at = v.starts_at AND c.ends_at = v.ends_at) = 3 AND
    (SELECT COUNT(*) FROM identity_patient p WHERE p.clinic_id = v.clinic_id AND p.id = v.patient_id) = 1)";

const STRAY_CLAIMS: &str = "SELECT COUNT(*) FROM booking_claim c LEFT JOIN booking_visit v
    ON v.clinic_id = c.clinic_id AND v.id = c.visit_id WHERE v.id IS NULL OR v.state NOT IN ('held', 'booked')";

/// Looks at everything.
pub fn whole(look: &mut Look) -> Result<Whole> {
    Ok(Whole {
        booked: look.number(BOOKED)?,
        booked_twice: look.number(BOOKED_TWICE)?,
        overlapping_visits: look.number(OVERLAPPING_VISITS)?,
        overlapping_claims: look.number(OVERLAPPING_CLAIMS)?,
        half_booked: look.number(HALF_BOOKED)?,
        stray_claims: look.number(STRAY_CLAIMS)?,
    })
}

impl Whole {
    /// Whether so many visits stand, and nothing is wrong.
    pub const fn is_sound(&self, booked: i64) -> bool {
        self.booked == booked
            && self.booked_twice == 0
            && self.overlapping_visits == 0
            && self.overlapping_claims == 0
            && self.half_booked == 0
            && self.stray_claims == 0
    }
}

/// How many visits stand at an instant.
pub fn booked_at(look: &mut Look, starts: i64) -> Result<i64> {
    look.number(&format!("{BOOKED} AND starts_at = {starts}"))
}

/// How many visits stand at an instant for whoever has this mail address.
pub fn booked_for(look: &mut Look, starts: i64, mail: &str) -> Result<i64> {
    look.number(&format!(
        "SELECT COUNT(*) FROM booking_visit v JOIN identity_contact c ON c.clinic_id = v.clinic_id AND c.id = v.contact_id
         WHERE v.state = 'booked' AND v.starts_at = {starts} AND c.mail = '{mail}'"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    /// A database with no guard at all, so that wrong rows can stand in it.
    fn unguarded(claims: &[(i64, i64, i64)]) -> Look {
        let connection = Connection::open_in_memory().unwrap();
        connection
            .execute_batch(
                "CREATE TABLE booking_visit (clinic_id, id, state, starts_at, ends_at, patient_id, contact_id);
                 CREATE TABLE booking_item (clinic_id, visit_id);
                 CREATE TABLE booking_segment (clinic_id, visit_id, starts_at, ends_at);
                 CREATE TABLE booking_claim (clinic_id, subject_id, visit_id, starts_at, ends_at);
                 CREATE TABLE identity_patient (clinic_id, id)",
            )
            .unwrap();
        for (place, (subject, starts, ends)) in claims.iter().enumerate() {
            let visit = format!("INSERT INTO booking_visit VALUES (1, {place}, 'booked', {starts}, {ends}, 0, 0)");
            let claim = format!("INSERT INTO booking_claim VALUES (1, {subject}, {place}, {starts}, {ends})");
            connection.execute_batch(&format!("{visit}; {claim}")).unwrap();
        }
        Look::File(connection)
    }

    #[test]
    fn claims_that_touch_do_not_overlap_and_those_that_share_a_moment_do() {
        let touching = whole(&mut unguarded(&[(1, 0, 30), (1, 30, 60), (2, 20, 40)])).unwrap();
        assert_eq!((touching.overlapping_claims, touching.overlapping_visits), (0, 2));
        let sharing = whole(&mut unguarded(&[(1, 0, 60), (1, 10, 20), (1, 59, 70)])).unwrap();
        assert_eq!(sharing.overlapping_claims, 2, "a short one inside a long one does not hide the next");
    }

    #[test]
    fn two_visits_at_one_instant_are_seen_even_where_their_claims_are_on_different_people() {
        let found = whole(&mut unguarded(&[(1, 0, 30), (2, 0, 30)])).unwrap();
        assert_eq!((found.booked_twice, found.overlapping_claims, found.half_booked), (1, 0, 2));
        assert!(!found.is_sound(2));
    }

    #[test]
    fn nothing_at_all_is_sound_only_where_nothing_was_booked() {
        let nothing = whole(&mut unguarded(&[])).unwrap();
        assert!(nothing.is_sound(0) && !nothing.is_sound(1));
    }
}
