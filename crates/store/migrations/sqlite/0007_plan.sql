-- Whole courses planned around a life: what the patient has ahead and wishes for, and the days on which later
-- sessions are planned before they are booked.

CREATE TABLE course_ahead (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, patient_id BLOB NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL,
  noted_at INTEGER NOT NULL, dropped_at INTEGER, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX course_ahead_patient ON course_ahead (clinic_id, patient_id);

CREATE TABLE course_wish (
  clinic_id BLOB NOT NULL, patient_id BLOB NOT NULL, wishes TEXT NOT NULL, turn TEXT NOT NULL,
  language TEXT NOT NULL, written_at INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (clinic_id, patient_id)
) STRICT;

ALTER TABLE course_session ADD COLUMN planned_at INTEGER;
ALTER TABLE course_session ADD COLUMN practitioner_id BLOB;
ALTER TABLE course_session ADD COLUMN asked_at INTEGER;
CREATE INDEX course_session_planned ON course_session (clinic_id, planned_at)
  WHERE state = 'planned' AND planned_at IS NOT NULL;
