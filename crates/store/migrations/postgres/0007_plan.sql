-- Whole courses planned around a life: what the patient has ahead and wishes for, and the days on which later
-- sessions are planned before they are booked.

CREATE TABLE course_ahead (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID NOT NULL, day TEXT NOT NULL, name TEXT NOT NULL,
  noted_at BIGINT NOT NULL, dropped_at BIGINT, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX course_ahead_patient ON course_ahead (clinic_id, patient_id);

CREATE TABLE course_wish (
  clinic_id UUID NOT NULL, patient_id UUID NOT NULL, wishes TEXT NOT NULL, turn TEXT NOT NULL,
  language TEXT NOT NULL, written_at BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (clinic_id, patient_id)
);

ALTER TABLE course_session ADD COLUMN planned_at BIGINT;
ALTER TABLE course_session ADD COLUMN practitioner_id UUID;
ALTER TABLE course_session ADD COLUMN asked_at BIGINT;
CREATE INDEX course_session_planned ON course_session (clinic_id, planned_at)
  WHERE state = 'planned' AND planned_at IS NOT NULL;
