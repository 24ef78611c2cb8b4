-- Who would like a time that is not free yet, and what was offered to whom; and what a service asks of patients who
-- do not come.

ALTER TABLE offering_service ADD COLUMN notice_hours BIGINT NOT NULL DEFAULT 24 CHECK (notice_hours >= 0);
ALTER TABLE offering_service ADD COLUMN late TEXT NOT NULL DEFAULT 'nothing';
ALTER TABLE offering_service ADD COLUMN no_show TEXT NOT NULL DEFAULT 'nothing';
ALTER TABLE course_event ADD COLUMN visit_id UUID;

CREATE TABLE waitlist_entry (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID NOT NULL, contact_id UUID, service TEXT NOT NULL,
  practitioner_id UUID, from_day TEXT NOT NULL, until_day TEXT NOT NULL, hours TEXT NOT NULL, visit_id UUID,
  language TEXT NOT NULL, state TEXT NOT NULL, since BIGINT NOT NULL, declined BIGINT NOT NULL,
  lapsed BIGINT NOT NULL, link_hash TEXT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX waitlist_entry_state ON waitlist_entry (clinic_id, state);
CREATE INDEX waitlist_entry_patient ON waitlist_entry (clinic_id, patient_id);
CREATE UNIQUE INDEX waitlist_entry_link ON waitlist_entry (clinic_id, link_hash);

CREATE TABLE waitlist_offer (
  clinic_id UUID NOT NULL, id UUID NOT NULL, entry_id UUID NOT NULL, visit_id UUID NOT NULL,
  starts_at BIGINT NOT NULL, state TEXT NOT NULL, state_at BIGINT NOT NULL, until_at BIGINT NOT NULL,
  because TEXT NOT NULL, link_hash TEXT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX waitlist_offer_entry ON waitlist_offer (clinic_id, entry_id);
CREATE INDEX waitlist_offer_open ON waitlist_offer (clinic_id, state, until_at);
CREATE UNIQUE INDEX waitlist_offer_link ON waitlist_offer (clinic_id, link_hash);

CREATE INDEX course_session_visit ON course_session (clinic_id, visit_id);
CREATE INDEX course_event_visit ON course_event (clinic_id, visit_id);
CREATE INDEX recovery_check_in_patient ON recovery_check_in (clinic_id, patient_id);
CREATE INDEX identity_merge_kept ON identity_merge (clinic_id, kept_id);
