-- The spine: every table that the journey from a first page to a recall needs. The clinic leads every key.
-- Keys are UUIDv7; instants are microseconds since 1970 in UTC; civil dates are ISO text; money is whole yen.

CREATE TABLE clinic (
  id UUID PRIMARY KEY, name_ja TEXT NOT NULL, name_en TEXT NOT NULL, zone TEXT NOT NULL,
  particulars TEXT NOT NULL, policy TEXT NOT NULL, demo BIGINT NOT NULL, created_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);

-- identity ---------------------------------------------------------------------------------------------------

CREATE TABLE identity_patient (
  clinic_id UUID NOT NULL, id UUID NOT NULL, standing TEXT NOT NULL, merged_into UUID,
  family TEXT NOT NULL, given TEXT NOT NULL, family_kana TEXT NOT NULL, given_kana TEXT NOT NULL,
  search_key TEXT NOT NULL, birth_date TEXT, sex TEXT, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL,
  version BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX identity_patient_search ON identity_patient (clinic_id, search_key);
CREATE INDEX identity_patient_merged ON identity_patient (clinic_id, merged_into);
CREATE INDEX identity_patient_birth ON identity_patient (clinic_id, birth_date);

CREATE TABLE identity_contact (
  clinic_id UUID NOT NULL, id UUID NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, phone_key TEXT NOT NULL,
  mail TEXT NOT NULL, language TEXT NOT NULL, created_at BIGINT NOT NULL, version BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX identity_contact_phone ON identity_contact (clinic_id, phone_key);
CREATE INDEX identity_contact_mail ON identity_contact (clinic_id, mail);

CREATE TABLE identity_care (
  clinic_id UUID NOT NULL, contact_id UUID NOT NULL, patient_id UUID NOT NULL, relation TEXT NOT NULL,
  PRIMARY KEY (clinic_id, contact_id, patient_id)
);
CREATE INDEX identity_care_patient ON identity_care (clinic_id, patient_id);

CREATE TABLE identity_match (
  clinic_id UUID NOT NULL, id UUID NOT NULL, one_id UUID NOT NULL, other_id UUID NOT NULL, likeness TEXT NOT NULL,
  state TEXT NOT NULL, found_at BIGINT NOT NULL, decided_by UUID, decided_at BIGINT,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX identity_match_pair ON identity_match (clinic_id, one_id, other_id);

CREATE TABLE identity_merge (
  clinic_id UUID NOT NULL, id UUID NOT NULL, gone_id UUID NOT NULL, kept_id UUID NOT NULL, merged_by UUID NOT NULL,
  merged_at BIGINT NOT NULL, undone_by UUID, undone_at BIGINT, PRIMARY KEY (clinic_id, id)
);

-- staff and roster -------------------------------------------------------------------------------------------

CREATE TABLE staff_member (
  clinic_id UUID NOT NULL, id UUID NOT NULL, login TEXT NOT NULL, name_ja TEXT NOT NULL, name_en TEXT NOT NULL,
  profile TEXT NOT NULL, roles TEXT NOT NULL, password_hash TEXT NOT NULL, totp_secret TEXT NOT NULL,
  totp_step BIGINT NOT NULL, failures BIGINT NOT NULL, locked_until BIGINT, listed BIGINT NOT NULL,
  active BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX staff_member_login ON staff_member (clinic_id, login);

CREATE TABLE staff_session (
  clinic_id UUID NOT NULL, token_hash TEXT NOT NULL, staff_id UUID NOT NULL, created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL, ends_at BIGINT NOT NULL, PRIMARY KEY (clinic_id, token_hash)
);

CREATE TABLE staff_competence (
  clinic_id UUID NOT NULL, staff_id UUID NOT NULL, competence TEXT NOT NULL, from_day TEXT NOT NULL,
  until_day TEXT, evidence TEXT NOT NULL, PRIMARY KEY (clinic_id, staff_id, competence, from_day)
);

CREATE TABLE roster_resource (
  clinic_id UUID NOT NULL, id UUID NOT NULL, kind TEXT NOT NULL, class TEXT NOT NULL, staff_id UUID,
  name_ja TEXT NOT NULL, name_en TEXT NOT NULL, place BIGINT NOT NULL, active BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);

CREATE TABLE roster_hours (
  clinic_id UUID NOT NULL, subject_id UUID NOT NULL, weekday BIGINT NOT NULL, opens BIGINT NOT NULL,
  closes BIGINT NOT NULL, from_day TEXT NOT NULL, until_day TEXT,
  PRIMARY KEY (clinic_id, subject_id, weekday, opens, from_day)
);

CREATE TABLE roster_exception (
  clinic_id UUID NOT NULL, subject_id UUID NOT NULL, day TEXT NOT NULL, opens BIGINT NOT NULL,
  closes BIGINT NOT NULL, reason_ja TEXT NOT NULL, reason_en TEXT NOT NULL,
  PRIMARY KEY (clinic_id, subject_id, day, opens)
);

-- offering, catalogue, content, stock ------------------------------------------------------------------------

CREATE TABLE offering_service (
  clinic_id UUID NOT NULL, id UUID NOT NULL, slug TEXT NOT NULL, kind TEXT NOT NULL, protocol_id TEXT,
  name_ja TEXT NOT NULL, name_en TEXT NOT NULL, summary_ja TEXT NOT NULL, summary_en TEXT NOT NULL,
  online BIGINT NOT NULL, place BIGINT NOT NULL, active BIGINT NOT NULL, version BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX offering_service_slug ON offering_service (clinic_id, slug);

CREATE TABLE offering_segment (
  clinic_id UUID NOT NULL, service_id UUID NOT NULL, place BIGINT NOT NULL, kind TEXT NOT NULL,
  minutes BIGINT NOT NULL, cleaning BIGINT NOT NULL, practitioner TEXT, room TEXT, device TEXT,
  PRIMARY KEY (clinic_id, service_id, place)
);

CREATE TABLE offering_price (
  clinic_id UUID NOT NULL, id UUID NOT NULL, service_id UUID NOT NULL, label_ja TEXT NOT NULL,
  label_en TEXT NOT NULL, sessions BIGINT NOT NULL, yen BIGINT NOT NULL, usual BIGINT NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT, place BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);

CREATE TABLE catalogue_version (
  clinic_id UUID NOT NULL, hash TEXT NOT NULL, protocol_id TEXT NOT NULL, content TEXT NOT NULL,
  stored_at BIGINT NOT NULL, PRIMARY KEY (clinic_id, hash)
);

CREATE TABLE catalogue_approval (
  clinic_id UUID NOT NULL, hash TEXT NOT NULL, approved_by UUID NOT NULL, approved_at BIGINT NOT NULL,
  demo BIGINT NOT NULL, PRIMARY KEY (clinic_id, hash, approved_by)
);

CREATE TABLE content_article (
  clinic_id UUID NOT NULL, id UUID NOT NULL, slug TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL,
  excerpt TEXT NOT NULL, body TEXT NOT NULL, front TEXT NOT NULL, published_on TEXT, version BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX content_article_slug ON content_article (clinic_id, slug, language);

CREATE TABLE stock_lot (
  clinic_id UUID NOT NULL, id UUID NOT NULL, product TEXT NOT NULL, lot TEXT NOT NULL, expires_on TEXT NOT NULL,
  received_on TEXT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX stock_lot_number ON stock_lot (clinic_id, product, lot);

-- booking ----------------------------------------------------------------------------------------------------

CREATE TABLE booking_visit (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID, contact_id UUID, state TEXT NOT NULL,
  state_at BIGINT NOT NULL, held_until BIGINT, extensions BIGINT NOT NULL, cancelled_by TEXT,
  origin TEXT NOT NULL, language TEXT NOT NULL, starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,
  hold_hash TEXT, link_hash TEXT, link_ends_at BIGINT, request_key TEXT, wish TEXT NOT NULL,
  late_minutes BIGINT, link_failures BIGINT NOT NULL, sequence BIGINT NOT NULL, created_at BIGINT NOT NULL, version BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX booking_visit_start ON booking_visit (clinic_id, starts_at);
CREATE INDEX booking_visit_patient ON booking_visit (clinic_id, patient_id, starts_at);
CREATE INDEX booking_visit_held ON booking_visit (clinic_id, held_until) WHERE state = 'held';
CREATE UNIQUE INDEX booking_visit_request ON booking_visit (clinic_id, request_key);
CREATE UNIQUE INDEX booking_visit_hold ON booking_visit (clinic_id, hold_hash);
CREATE UNIQUE INDEX booking_visit_link ON booking_visit (clinic_id, link_hash);

CREATE TABLE booking_item (
  clinic_id UUID NOT NULL, id UUID NOT NULL, visit_id UUID NOT NULL, place BIGINT NOT NULL,
  service_id UUID NOT NULL, protocol_id TEXT, protocol_hash TEXT, indication TEXT, block TEXT NOT NULL,
  released_by UUID, released_at BIGINT, course_session_id UUID, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX booking_item_visit ON booking_item (clinic_id, visit_id);

CREATE TABLE booking_segment (
  clinic_id UUID NOT NULL, id UUID NOT NULL, item_id UUID NOT NULL, visit_id UUID NOT NULL,
  place BIGINT NOT NULL, kind TEXT NOT NULL, starts_at BIGINT NOT NULL, ends_at BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX booking_segment_visit ON booking_segment (clinic_id, visit_id);

-- A claim keeps its subject (a resource or a patient) for the half-open time from start to end.
CREATE TABLE booking_claim (
  clinic_id UUID NOT NULL, subject_id UUID NOT NULL, lane BIGINT NOT NULL, starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL CHECK (ends_at > starts_at), visit_id UUID NOT NULL, segment_id UUID,
  PRIMARY KEY (clinic_id, subject_id, lane, starts_at)
);
CREATE INDEX booking_claim_visit ON booking_claim (clinic_id, visit_id);
CREATE INDEX booking_claim_time ON booking_claim (clinic_id, starts_at);

-- No two claims of one subject and lane overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE booking_claim ADD CONSTRAINT booking_claim_overlap EXCLUDE USING gist (
  clinic_id WITH =, subject_id WITH =, lane WITH =, int8range(starts_at, ends_at) WITH &&);

-- A private page that has been opened with the birth date.
CREATE TABLE booking_opening (
  clinic_id UUID NOT NULL, token_hash TEXT NOT NULL, visit_id UUID NOT NULL, opened_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL, PRIMARY KEY (clinic_id, token_hash)
);

-- screening --------------------------------------------------------------------------------------------------

CREATE TABLE screening_answer (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID NOT NULL, visit_id UUID, fact TEXT NOT NULL,
  value TEXT NOT NULL, answered_on TEXT NOT NULL, answered_at BIGINT NOT NULL, given_by UUID,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX screening_answer_patient ON screening_answer (clinic_id, patient_id, fact, answered_at);

CREATE TABLE screening_verdict (
  clinic_id UUID NOT NULL, id UUID NOT NULL, visit_id UUID NOT NULL, item_id UUID NOT NULL,
  patient_id UUID NOT NULL, protocol_hash TEXT NOT NULL, stage TEXT NOT NULL, headline TEXT NOT NULL,
  verdict TEXT NOT NULL, reached_at BIGINT NOT NULL, reached_by UUID, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX screening_verdict_visit ON screening_verdict (clinic_id, visit_id, reached_at);

CREATE TABLE screening_override (
  clinic_id UUID NOT NULL, id UUID NOT NULL, visit_id UUID NOT NULL, patient_id UUID NOT NULL,
  protocol_hash TEXT NOT NULL, rule TEXT NOT NULL, physician_id UUID NOT NULL, reason TEXT NOT NULL,
  given_at BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX screening_override_visit ON screening_override (clinic_id, visit_id);

-- course -----------------------------------------------------------------------------------------------------

CREATE TABLE course_plan (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID NOT NULL, protocol_id TEXT NOT NULL,
  protocol_hash TEXT NOT NULL, indication TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
  proposed_by UUID NOT NULL, proposed_at BIGINT NOT NULL, decided_by UUID, decided_at BIGINT,
  version BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX course_plan_patient ON course_plan (clinic_id, patient_id);

CREATE TABLE course_session (
  clinic_id UUID NOT NULL, id UUID NOT NULL, course_id UUID NOT NULL, number BIGINT NOT NULL,
  earliest TEXT NOT NULL, ideal TEXT NOT NULL, latest TEXT, why TEXT NOT NULL, visit_id UUID, state TEXT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX course_session_number ON course_session (clinic_id, course_id, number);

CREATE TABLE course_event (
  clinic_id UUID NOT NULL, id UUID NOT NULL, course_id UUID NOT NULL, kind TEXT NOT NULL,
  sessions BIGINT NOT NULL, happened_at BIGINT NOT NULL, noted_by UUID NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX course_event_course ON course_event (clinic_id, course_id);

-- session: append-only -----------------------------------------------------------------------------------------

CREATE TABLE session_record (
  clinic_id UUID NOT NULL, id UUID NOT NULL, visit_id UUID NOT NULL, item_id UUID NOT NULL,
  patient_id UUID NOT NULL, protocol_id TEXT NOT NULL, protocol_hash TEXT NOT NULL, indication TEXT NOT NULL,
  state TEXT NOT NULL, opened_at BIGINT NOT NULL, opened_by UUID NOT NULL, performed_by UUID NOT NULL,
  instructed_by UUID, ended_at BIGINT, note TEXT NOT NULL, signed_by UUID, signed_at BIGINT, digest TEXT,
  version BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX session_record_patient ON session_record (clinic_id, patient_id, opened_at);
CREATE UNIQUE INDEX session_record_item ON session_record (clinic_id, item_id);

CREATE TABLE session_setting (
  clinic_id UUID NOT NULL, id UUID NOT NULL, record_id UUID NOT NULL, place BIGINT NOT NULL,
  zone TEXT NOT NULL, side TEXT NOT NULL, setting TEXT NOT NULL, product TEXT NOT NULL, lot_id UUID,
  findings TEXT NOT NULL, override_by UUID, override_reason TEXT, recorded_at BIGINT NOT NULL,
  recorded_by UUID NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX session_setting_record ON session_setting (clinic_id, record_id);
CREATE INDEX session_setting_lot ON session_setting (clinic_id, lot_id);

CREATE TABLE session_amendment (
  clinic_id UUID NOT NULL, id UUID NOT NULL, record_id UUID NOT NULL, author_id UUID NOT NULL,
  amended_at BIGINT NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX session_amendment_record ON session_amendment (clinic_id, record_id);

CREATE TABLE session_consent (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID NOT NULL, visit_id UUID NOT NULL,
  protocol_hash TEXT NOT NULL, language TEXT NOT NULL, explained_by UUID NOT NULL, text TEXT NOT NULL,
  given_at BIGINT NOT NULL, withdrawn_at BIGINT, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX session_consent_visit ON session_consent (clinic_id, visit_id);

-- recovery, outcome, recall ----------------------------------------------------------------------------------

CREATE TABLE recovery_check_in (
  clinic_id UUID NOT NULL, id UUID NOT NULL, record_id UUID NOT NULL, patient_id UUID NOT NULL,
  day BIGINT NOT NULL, due_at BIGINT NOT NULL, state TEXT NOT NULL, answered_at BIGINT, answered_by UUID,
  answers TEXT, triage TEXT, tier BIGINT, PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX recovery_check_in_day ON recovery_check_in (clinic_id, record_id, day);
CREATE INDEX recovery_check_in_due ON recovery_check_in (clinic_id, state, due_at);

CREATE TABLE recovery_escalation (
  clinic_id UUID NOT NULL, id UUID NOT NULL, check_in_id UUID NOT NULL, patient_id UUID NOT NULL,
  tier BIGINT NOT NULL, role TEXT NOT NULL, reason TEXT NOT NULL, opened_at BIGINT NOT NULL,
  deadline BIGINT NOT NULL, state TEXT NOT NULL, closed_by UUID, closed_at BIGINT, outcome TEXT,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX recovery_escalation_open ON recovery_escalation (clinic_id, state, deadline);

CREATE TABLE outcome_assessment (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID NOT NULL, visit_id UUID,
  protocol_id TEXT NOT NULL, indication TEXT NOT NULL, scale TEXT NOT NULL, score DOUBLE PRECISION NOT NULL,
  assessed_on TEXT NOT NULL, assessed_by UUID NOT NULL, assessed_at BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX outcome_assessment_patient ON outcome_assessment (clinic_id, patient_id);

CREATE TABLE recall_snooze (
  clinic_id UUID NOT NULL, patient_id UUID NOT NULL, protocol_id TEXT NOT NULL, until_day TEXT NOT NULL,
  reason TEXT NOT NULL, noted_by UUID NOT NULL, noted_at BIGINT NOT NULL,
  PRIMARY KEY (clinic_id, patient_id, protocol_id)
);

-- money, outbox, audit ---------------------------------------------------------------------------------------

CREATE TABLE money_event (
  clinic_id UUID NOT NULL, id UUID NOT NULL, visit_id UUID NOT NULL, patient_id UUID NOT NULL, kind TEXT NOT NULL,
  means TEXT, yen BIGINT NOT NULL CHECK (yen > 0), label TEXT NOT NULL, happened_at BIGINT NOT NULL,
  noted_by UUID NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX money_event_visit ON money_event (clinic_id, visit_id);

CREATE TABLE outbox_message (
  clinic_id UUID NOT NULL, id UUID NOT NULL, message_key TEXT NOT NULL, channel TEXT NOT NULL,
  recipient TEXT NOT NULL, language TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
  patient_id UUID, visit_id UUID, state TEXT NOT NULL, attempts BIGINT NOT NULL, due_at BIGINT NOT NULL,
  last_error TEXT, queued_at BIGINT NOT NULL, sent_at BIGINT, PRIMARY KEY (clinic_id, id)
);
CREATE UNIQUE INDEX outbox_message_once ON outbox_message (clinic_id, message_key);
CREATE INDEX outbox_message_due ON outbox_message (clinic_id, state, due_at);

CREATE TABLE audit_event (
  clinic_id UUID NOT NULL, id UUID NOT NULL, happened_at BIGINT NOT NULL, actor TEXT NOT NULL, actor_id UUID,
  action TEXT NOT NULL, entity TEXT NOT NULL, entity_id UUID, patient_id UUID, digest TEXT NOT NULL,
  PRIMARY KEY (clinic_id, id)
);
CREATE INDEX audit_event_patient ON audit_event (clinic_id, patient_id, happened_at);

CREATE TABLE audit_version (
  clinic_id UUID NOT NULL, entity TEXT NOT NULL, entity_id UUID NOT NULL, version BIGINT NOT NULL,
  written_at BIGINT NOT NULL, written_by UUID, content TEXT NOT NULL,
  PRIMARY KEY (clinic_id, entity, entity_id, version)
);
