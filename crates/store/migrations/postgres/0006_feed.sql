-- Calendars that other programs read by a secret address, and what tells them that a visit is somebody's no longer.

CREATE TABLE calendar_feed (
  clinic_id UUID NOT NULL, id UUID NOT NULL, token_hash TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('practitioner', 'patient')), subject_id UUID NOT NULL,
  detail TEXT NOT NULL CHECK (detail IN ('busy', 'service')), language TEXT NOT NULL,
  created_at BIGINT NOT NULL, created_by UUID, revoked_at BIGINT, last_read_at BIGINT,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX calendar_feed_token ON calendar_feed (clinic_id, token_hash);
CREATE INDEX calendar_feed_subject ON calendar_feed (clinic_id, subject_id);

-- A visit that stood and was taken from a practitioner: called off, moved, or given to another. Holds leave no trace.
CREATE TABLE calendar_freed (
  clinic_id UUID NOT NULL, subject_id UUID NOT NULL, visit_id UUID NOT NULL,
  PRIMARY KEY (clinic_id, subject_id, visit_id)
);

CREATE FUNCTION calendar_freed_noted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM roster_resource
             WHERE clinic_id = OLD.clinic_id AND id = OLD.subject_id AND kind = 'practitioner')
     AND EXISTS (SELECT 1 FROM booking_visit
             WHERE clinic_id = OLD.clinic_id AND id = OLD.visit_id AND state <> 'held') THEN
    INSERT INTO calendar_freed (clinic_id, subject_id, visit_id)
    VALUES (OLD.clinic_id, OLD.subject_id, OLD.visit_id) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER calendar_freed_noted AFTER DELETE ON booking_claim
FOR EACH ROW EXECUTE FUNCTION calendar_freed_noted();
