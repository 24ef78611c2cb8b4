-- The calendar at full strength: times at which somebody or something is away, lanes for what serves several at
-- once, and a log of every change, from which the picture in memory is kept true on every node.

ALTER TABLE roster_resource ADD COLUMN lanes BIGINT NOT NULL DEFAULT 1 CHECK (lanes BETWEEN 1 AND 32);

CREATE TABLE roster_closure (
  clinic_id UUID NOT NULL, id UUID NOT NULL, subject_id UUID NOT NULL, kind TEXT NOT NULL,
  starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL CHECK (ends_at > starts_at), reason_ja TEXT NOT NULL,
  reason_en TEXT NOT NULL, noted_by UUID NOT NULL, noted_at BIGINT NOT NULL, version BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX roster_closure_time ON roster_closure (clinic_id, ends_at);

-- Capacity is only where a resource declares it.
CREATE FUNCTION booking_claim_lane() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.lane <> 0 AND (NEW.lane < 0 OR NEW.lane >= COALESCE(
    (SELECT lanes FROM roster_resource WHERE clinic_id = NEW.clinic_id AND id = NEW.subject_id), 1)) THEN
    RAISE EXCEPTION 'claim-lane' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER booking_claim_lane BEFORE INSERT OR UPDATE OF lane, subject_id ON booking_claim
FOR EACH ROW EXECUTE FUNCTION booking_claim_lane();

-- Written by triggers alone, so that no path can forget it. Numbers only grow.
CREATE TABLE calendar_change (
  clinic_id UUID NOT NULL, seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind TEXT NOT NULL, subject_id UUID,
  visit_id UUID, lane BIGINT, starts_at BIGINT, ends_at BIGINT
);

-- The lock is kept until the end of the transaction, so that numbers are given in the order of commits.
CREATE FUNCTION calendar_turn() RETURNS void LANGUAGE sql AS $$ SELECT pg_advisory_xact_lock(724201) $$;

CREATE FUNCTION booking_claim_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM calendar_turn();
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO calendar_change (clinic_id, kind, subject_id, visit_id, lane, starts_at, ends_at)
    VALUES (OLD.clinic_id, 'free', OLD.subject_id, OLD.visit_id, OLD.lane, OLD.starts_at, OLD.ends_at);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO calendar_change (clinic_id, kind, subject_id, visit_id, lane, starts_at, ends_at)
    VALUES (NEW.clinic_id, 'claim', NEW.subject_id, NEW.visit_id, NEW.lane, NEW.starts_at, NEW.ends_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER booking_claim_changed AFTER INSERT OR UPDATE OR DELETE ON booking_claim
FOR EACH ROW EXECUTE FUNCTION booking_claim_changed();

-- A hold tells when it lapses; an end of nothing tells that it is none any more.
CREATE FUNCTION booking_visit_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM calendar_turn();
  INSERT INTO calendar_change (clinic_id, kind, visit_id, ends_at)
  VALUES (NEW.clinic_id, 'hold', NEW.id, CASE WHEN NEW.state = 'held' THEN NEW.held_until END);
  RETURN NULL;
END $$;
CREATE TRIGGER booking_visit_held AFTER INSERT ON booking_visit
FOR EACH ROW WHEN (NEW.state = 'held') EXECUTE FUNCTION booking_visit_held();
CREATE TRIGGER booking_visit_settled AFTER UPDATE OF state, held_until ON booking_visit
FOR EACH ROW WHEN (OLD.state = 'held' OR NEW.state = 'held') EXECUTE FUNCTION booking_visit_held();

-- Whatever the house, its people, its things or its services are made of.
CREATE FUNCTION calendar_house() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM calendar_turn();
  IF TG_OP = 'DELETE' THEN
    INSERT INTO calendar_change (clinic_id, kind) VALUES (OLD.clinic_id, 'house');
  ELSE
    INSERT INTO calendar_change (clinic_id, kind) VALUES (NEW.clinic_id, 'house');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER roster_hours_changed AFTER INSERT OR UPDATE OR DELETE ON roster_hours
FOR EACH ROW EXECUTE FUNCTION calendar_house();
CREATE TRIGGER roster_exception_changed AFTER INSERT OR UPDATE OR DELETE ON roster_exception
FOR EACH ROW EXECUTE FUNCTION calendar_house();
CREATE TRIGGER roster_closure_changed AFTER INSERT OR UPDATE OR DELETE ON roster_closure
FOR EACH ROW EXECUTE FUNCTION calendar_house();
CREATE TRIGGER roster_resource_changed AFTER INSERT OR UPDATE OR DELETE ON roster_resource
FOR EACH ROW EXECUTE FUNCTION calendar_house();
CREATE TRIGGER staff_competence_changed AFTER INSERT OR UPDATE OR DELETE ON staff_competence
FOR EACH ROW EXECUTE FUNCTION calendar_house();
CREATE TRIGGER offering_service_changed AFTER INSERT OR UPDATE OR DELETE ON offering_service
FOR EACH ROW EXECUTE FUNCTION calendar_house();
CREATE TRIGGER offering_segment_changed AFTER INSERT OR UPDATE OR DELETE ON offering_segment
FOR EACH ROW EXECUTE FUNCTION calendar_house();
CREATE TRIGGER offering_price_changed AFTER INSERT OR UPDATE OR DELETE ON offering_price
FOR EACH ROW EXECUTE FUNCTION calendar_house();

CREATE INDEX booking_visit_contact ON booking_visit (clinic_id, contact_id);

-- How a name sounds, folded: doubles are looked for by equality, not by reading every patient.
ALTER TABLE identity_patient ADD COLUMN kana_key TEXT NOT NULL DEFAULT '';
UPDATE identity_patient SET kana_key = split_part(search_key, ' ', 1);
CREATE INDEX identity_patient_kana ON identity_patient (clinic_id, kana_key);
