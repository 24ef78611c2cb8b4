-- Calendars that other programs read by a secret address, and what tells them that a visit is somebody's no longer.

CREATE TABLE calendar_feed (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, token_hash TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('practitioner', 'patient')), subject_id BLOB NOT NULL,
  detail TEXT NOT NULL CHECK (detail IN ('busy', 'service')), language TEXT NOT NULL,
  created_at INTEGER NOT NULL, created_by BLOB, revoked_at INTEGER, last_read_at INTEGER,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX calendar_feed_token ON calendar_feed (clinic_id, token_hash);
CREATE INDEX calendar_feed_subject ON calendar_feed (clinic_id, subject_id);

-- A visit that stood and was taken from a practitioner: called off, moved, or given to another. Holds leave no trace.
CREATE TABLE calendar_freed (
  clinic_id BLOB NOT NULL, subject_id BLOB NOT NULL, visit_id BLOB NOT NULL,
  PRIMARY KEY (clinic_id, subject_id, visit_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER calendar_freed_noted AFTER DELETE ON booking_claim
WHEN EXISTS (SELECT 1 FROM roster_resource
             WHERE clinic_id = OLD.clinic_id AND id = OLD.subject_id AND kind = 'practitioner')
 AND EXISTS (SELECT 1 FROM booking_visit
             WHERE clinic_id = OLD.clinic_id AND id = OLD.visit_id AND state <> 'held')
BEGIN
  INSERT INTO calendar_freed (clinic_id, subject_id, visit_id)
  VALUES (OLD.clinic_id, OLD.subject_id, OLD.visit_id) ON CONFLICT DO NOTHING;
END;
