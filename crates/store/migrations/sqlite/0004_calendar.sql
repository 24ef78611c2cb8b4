-- The calendar at full strength: times at which somebody or something is away, lanes for what serves several at
-- once, and a log of every change, from which the picture in memory is kept true on every node.

ALTER TABLE roster_resource ADD COLUMN lanes INTEGER NOT NULL DEFAULT 1 CHECK (lanes BETWEEN 1 AND 32);

CREATE TABLE roster_closure (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, subject_id BLOB NOT NULL, kind TEXT NOT NULL,
  starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL CHECK (ends_at > starts_at), reason_ja TEXT NOT NULL,
  reason_en TEXT NOT NULL, noted_by BLOB NOT NULL, noted_at INTEGER NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX roster_closure_time ON roster_closure (clinic_id, ends_at);

-- Capacity is only where a resource declares it.
CREATE TRIGGER booking_claim_lane BEFORE INSERT ON booking_claim
WHEN NEW.lane <> 0 AND (NEW.lane < 0 OR NEW.lane >= COALESCE(
  (SELECT lanes FROM roster_resource WHERE clinic_id = NEW.clinic_id AND id = NEW.subject_id), 1))
BEGIN SELECT RAISE(ABORT, 'claim-lane'); END;

CREATE TRIGGER booking_claim_relane BEFORE UPDATE OF lane, subject_id ON booking_claim
WHEN NEW.lane <> 0 AND (NEW.lane < 0 OR NEW.lane >= COALESCE(
  (SELECT lanes FROM roster_resource WHERE clinic_id = NEW.clinic_id AND id = NEW.subject_id), 1))
BEGIN SELECT RAISE(ABORT, 'claim-lane'); END;

-- Written by triggers alone, so that no path can forget it. Numbers only grow.
CREATE TABLE calendar_change (
  clinic_id BLOB NOT NULL, seq INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, subject_id BLOB,
  visit_id BLOB, lane INTEGER, starts_at INTEGER, ends_at INTEGER
) STRICT;

CREATE TRIGGER booking_claim_made AFTER INSERT ON booking_claim BEGIN
  INSERT INTO calendar_change (clinic_id, kind, subject_id, visit_id, lane, starts_at, ends_at)
  VALUES (NEW.clinic_id, 'claim', NEW.subject_id, NEW.visit_id, NEW.lane, NEW.starts_at, NEW.ends_at);
END;
CREATE TRIGGER booking_claim_freed AFTER DELETE ON booking_claim BEGIN
  INSERT INTO calendar_change (clinic_id, kind, subject_id, visit_id, lane, starts_at, ends_at)
  VALUES (OLD.clinic_id, 'free', OLD.subject_id, OLD.visit_id, OLD.lane, OLD.starts_at, OLD.ends_at);
END;
CREATE TRIGGER booking_claim_changed AFTER UPDATE ON booking_claim BEGIN
  INSERT INTO calendar_change (clinic_id, kind, subject_id, visit_id, lane, starts_at, ends_at)
  VALUES (OLD.clinic_id, 'free', OLD.subject_id, OLD.visit_id, OLD.lane, OLD.starts_at, OLD.ends_at),
         (NEW.clinic_id, 'claim', NEW.subject_id, NEW.visit_id, NEW.lane, NEW.starts_at, NEW.ends_at);
END;

-- A hold tells when it lapses; an end of nothing tells that it is none any more.
CREATE TRIGGER booking_visit_held AFTER INSERT ON booking_visit WHEN NEW.state = 'held' BEGIN
  INSERT INTO calendar_change (clinic_id, kind, visit_id, ends_at)
  VALUES (NEW.clinic_id, 'hold', NEW.id, NEW.held_until);
END;
CREATE TRIGGER booking_visit_settled AFTER UPDATE OF state, held_until ON booking_visit
WHEN OLD.state = 'held' OR NEW.state = 'held' BEGIN
  INSERT INTO calendar_change (clinic_id, kind, visit_id, ends_at)
  VALUES (NEW.clinic_id, 'hold', NEW.id, CASE WHEN NEW.state = 'held' THEN NEW.held_until END);
END;

-- Whatever the house, its people, its things or its services are made of.
CREATE TRIGGER roster_hours_insert AFTER INSERT ON roster_hours BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_hours_update AFTER UPDATE ON roster_hours BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_hours_delete AFTER DELETE ON roster_hours BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;
CREATE TRIGGER roster_exception_insert AFTER INSERT ON roster_exception BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_exception_update AFTER UPDATE ON roster_exception BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_exception_delete AFTER DELETE ON roster_exception BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;
CREATE TRIGGER roster_closure_insert AFTER INSERT ON roster_closure BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_closure_update AFTER UPDATE ON roster_closure BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_closure_delete AFTER DELETE ON roster_closure BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;
CREATE TRIGGER roster_resource_insert AFTER INSERT ON roster_resource BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_resource_update AFTER UPDATE ON roster_resource BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER roster_resource_delete AFTER DELETE ON roster_resource BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;
CREATE TRIGGER staff_competence_insert AFTER INSERT ON staff_competence BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER staff_competence_update AFTER UPDATE ON staff_competence BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER staff_competence_delete AFTER DELETE ON staff_competence BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;
CREATE TRIGGER offering_service_insert AFTER INSERT ON offering_service BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER offering_service_update AFTER UPDATE ON offering_service BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER offering_service_delete AFTER DELETE ON offering_service BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;
CREATE TRIGGER offering_segment_insert AFTER INSERT ON offering_segment BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER offering_segment_update AFTER UPDATE ON offering_segment BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER offering_segment_delete AFTER DELETE ON offering_segment BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;
CREATE TRIGGER offering_price_insert AFTER INSERT ON offering_price BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER offering_price_update AFTER UPDATE ON offering_price BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
END;
CREATE TRIGGER offering_price_delete AFTER DELETE ON offering_price BEGIN
  INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
END;

CREATE INDEX booking_visit_contact ON booking_visit (clinic_id, contact_id);

-- How a name sounds, folded: doubles are looked for by equality, not by reading every patient.
ALTER TABLE identity_patient ADD COLUMN kana_key TEXT NOT NULL DEFAULT '';
UPDATE identity_patient SET kana_key = substr(search_key, 1, instr(search_key || ' ', ' ') - 1);
CREATE INDEX identity_patient_kana ON identity_patient (clinic_id, kana_key);
