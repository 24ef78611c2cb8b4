-- The spine: every table that the journey from a first page to a recall needs. The clinic leads every key.
-- Keys are UUIDv7; instants are microseconds since 1970 in UTC; civil dates are ISO text; money is whole yen.

CREATE TABLE clinic (
  id BLOB PRIMARY KEY, name_ja TEXT NOT NULL, name_en TEXT NOT NULL, zone TEXT NOT NULL,
  particulars TEXT NOT NULL, policy TEXT NOT NULL, demo INTEGER NOT NULL, created_at INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- identity ---------------------------------------------------------------------------------------------------

CREATE TABLE identity_patient (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, standing TEXT NOT NULL, merged_into BLOB,
  family TEXT NOT NULL, given TEXT NOT NULL, family_kana TEXT NOT NULL, given_kana TEXT NOT NULL,
  search_key TEXT NOT NULL, birth_date TEXT, sex TEXT, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
  version INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX identity_patient_search ON identity_patient (clinic_id, search_key);
CREATE INDEX identity_patient_merged ON identity_patient (clinic_id, merged_into);
CREATE INDEX identity_patient_birth ON identity_patient (clinic_id, birth_date);

CREATE TABLE identity_contact (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, phone_key TEXT NOT NULL,
  mail TEXT NOT NULL, language TEXT NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX identity_contact_phone ON identity_contact (clinic_id, phone_key);
CREATE INDEX identity_contact_mail ON identity_contact (clinic_id, mail);

CREATE TABLE identity_care (
  clinic_id BLOB NOT NULL, contact_id BLOB NOT NULL, patient_id BLOB NOT NULL, relation TEXT NOT NULL,
  PRIMARY KEY (clinic_id, contact_id, patient_id)
) STRICT;
CREATE INDEX identity_care_patient ON identity_care (clinic_id, patient_id);

CREATE TABLE identity_match (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, one_id BLOB NOT NULL, other_id BLOB NOT NULL, likeness TEXT NOT NULL,
  state TEXT NOT NULL, found_at INTEGER NOT NULL, decided_by BLOB, decided_at INTEGER,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX identity_match_pair ON identity_match (clinic_id, one_id, other_id);

CREATE TABLE identity_merge (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, gone_id BLOB NOT NULL, kept_id BLOB NOT NULL, merged_by BLOB NOT NULL,
  merged_at INTEGER NOT NULL, undone_by BLOB, undone_at INTEGER, PRIMARY KEY (clinic_id, id)
) STRICT;

-- staff and roster -------------------------------------------------------------------------------------------

CREATE TABLE staff_member (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, login TEXT NOT NULL, name_ja TEXT NOT NULL, name_en TEXT NOT NULL,
  profile TEXT NOT NULL, roles TEXT NOT NULL, password_hash TEXT NOT NULL, totp_secret TEXT NOT NULL,
  totp_step INTEGER NOT NULL, failures INTEGER NOT NULL, locked_until INTEGER, listed INTEGER NOT NULL,
  active INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX staff_member_login ON staff_member (clinic_id, login);

CREATE TABLE staff_session (
  clinic_id BLOB NOT NULL, token_hash TEXT NOT NULL, staff_id BLOB NOT NULL, created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL, ends_at INTEGER NOT NULL, PRIMARY KEY (clinic_id, token_hash)
) STRICT;

CREATE TABLE staff_competence (
  clinic_id BLOB NOT NULL, staff_id BLOB NOT NULL, competence TEXT NOT NULL, from_day TEXT NOT NULL,
  until_day TEXT, evidence TEXT NOT NULL, PRIMARY KEY (clinic_id, staff_id, competence, from_day)
) STRICT;

CREATE TABLE roster_resource (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, kind TEXT NOT NULL, class TEXT NOT NULL, staff_id BLOB,
  name_ja TEXT NOT NULL, name_en TEXT NOT NULL, place INTEGER NOT NULL, active INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;

CREATE TABLE roster_hours (
  clinic_id BLOB NOT NULL, subject_id BLOB NOT NULL, weekday INTEGER NOT NULL, opens INTEGER NOT NULL,
  closes INTEGER NOT NULL, from_day TEXT NOT NULL, until_day TEXT,
  PRIMARY KEY (clinic_id, subject_id, weekday, opens, from_day)
) STRICT;

CREATE TABLE roster_exception (
  clinic_id BLOB NOT NULL, subject_id BLOB NOT NULL, day TEXT NOT NULL, opens INTEGER NOT NULL,
  closes INTEGER NOT NULL, reason_ja TEXT NOT NULL, reason_en TEXT NOT NULL,
  PRIMARY KEY (clinic_id, subject_id, day, opens)
) STRICT;

-- offering, catalogue, content, stock ------------------------------------------------------------------------

CREATE TABLE offering_service (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, slug TEXT NOT NULL, kind TEXT NOT NULL, protocol_id TEXT,
  name_ja TEXT NOT NULL, name_en TEXT NOT NULL, summary_ja TEXT NOT NULL, summary_en TEXT NOT NULL,
  online INTEGER NOT NULL, place INTEGER NOT NULL, active INTEGER NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX offering_service_slug ON offering_service (clinic_id, slug);

CREATE TABLE offering_segment (
  clinic_id BLOB NOT NULL, service_id BLOB NOT NULL, place INTEGER NOT NULL, kind TEXT NOT NULL,
  minutes INTEGER NOT NULL, cleaning INTEGER NOT NULL, practitioner TEXT, room TEXT, device TEXT,
  PRIMARY KEY (clinic_id, service_id, place)
) STRICT;

CREATE TABLE offering_price (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, service_id BLOB NOT NULL, label_ja TEXT NOT NULL,
  label_en TEXT NOT NULL, sessions INTEGER NOT NULL, yen INTEGER NOT NULL, usual INTEGER NOT NULL,
  from_day TEXT NOT NULL, until_day TEXT, place INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;

CREATE TABLE catalogue_version (
  clinic_id BLOB NOT NULL, hash TEXT NOT NULL, protocol_id TEXT NOT NULL, content TEXT NOT NULL,
  stored_at INTEGER NOT NULL, PRIMARY KEY (clinic_id, hash)
) STRICT;

CREATE TABLE catalogue_approval (
  clinic_id BLOB NOT NULL, hash TEXT NOT NULL, approved_by BLOB NOT NULL, approved_at INTEGER NOT NULL,
  demo INTEGER NOT NULL, PRIMARY KEY (clinic_id, hash, approved_by)
) STRICT;

CREATE TABLE content_article (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, slug TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL,
  excerpt TEXT NOT NULL, body TEXT NOT NULL, front TEXT NOT NULL, published_on TEXT, version INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX content_article_slug ON content_article (clinic_id, slug, language);

CREATE TABLE stock_lot (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, product TEXT NOT NULL, lot TEXT NOT NULL, expires_on TEXT NOT NULL,
  received_on TEXT NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX stock_lot_number ON stock_lot (clinic_id, product, lot);

-- booking ----------------------------------------------------------------------------------------------------

CREATE TABLE booking_visit (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, patient_id BLOB, contact_id BLOB, state TEXT NOT NULL,
  state_at INTEGER NOT NULL, held_until INTEGER, extensions INTEGER NOT NULL, cancelled_by TEXT,
  origin TEXT NOT NULL, language TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  hold_hash TEXT, link_hash TEXT, link_ends_at INTEGER, request_key TEXT, wish TEXT NOT NULL,
  late_minutes INTEGER, link_failures INTEGER NOT NULL, sequence INTEGER NOT NULL, created_at INTEGER NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX booking_visit_start ON booking_visit (clinic_id, starts_at);
CREATE INDEX booking_visit_patient ON booking_visit (clinic_id, patient_id, starts_at);
CREATE INDEX booking_visit_held ON booking_visit (clinic_id, held_until) WHERE state = 'held';
CREATE UNIQUE INDEX booking_visit_request ON booking_visit (clinic_id, request_key);
CREATE UNIQUE INDEX booking_visit_hold ON booking_visit (clinic_id, hold_hash);
CREATE UNIQUE INDEX booking_visit_link ON booking_visit (clinic_id, link_hash);

CREATE TABLE booking_item (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, visit_id BLOB NOT NULL, place INTEGER NOT NULL,
  service_id BLOB NOT NULL, protocol_id TEXT, protocol_hash TEXT, indication TEXT, block TEXT NOT NULL,
  released_by BLOB, released_at INTEGER, course_session_id BLOB, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX booking_item_visit ON booking_item (clinic_id, visit_id);

CREATE TABLE booking_segment (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, item_id BLOB NOT NULL, visit_id BLOB NOT NULL,
  place INTEGER NOT NULL, kind TEXT NOT NULL, starts_at INTEGER NOT NULL, ends_at INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX booking_segment_visit ON booking_segment (clinic_id, visit_id);

-- A claim keeps its subject (a resource or a patient) for the half-open time from start to end.
CREATE TABLE booking_claim (
  clinic_id BLOB NOT NULL, subject_id BLOB NOT NULL, lane INTEGER NOT NULL, starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL CHECK (ends_at > starts_at), visit_id BLOB NOT NULL, segment_id BLOB,
  PRIMARY KEY (clinic_id, subject_id, lane, starts_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX booking_claim_visit ON booking_claim (clinic_id, visit_id);
CREATE INDEX booking_claim_time ON booking_claim (clinic_id, starts_at);

-- No two claims of one subject and lane overlap. Because that already holds for every older row, only the last
-- claim that starts before the new one ends can be in the way.
CREATE TRIGGER booking_claim_insert BEFORE INSERT ON booking_claim
WHEN (SELECT ends_at FROM booking_claim
      WHERE clinic_id = NEW.clinic_id AND subject_id = NEW.subject_id AND lane = NEW.lane
        AND starts_at < NEW.ends_at ORDER BY starts_at DESC LIMIT 1) > NEW.starts_at
BEGIN SELECT RAISE(ABORT, 'claim-overlap'); END;

CREATE TRIGGER booking_claim_update BEFORE UPDATE ON booking_claim
WHEN EXISTS (SELECT 1 FROM booking_claim
      WHERE clinic_id = NEW.clinic_id AND subject_id = NEW.subject_id AND lane = NEW.lane
        AND starts_at < NEW.ends_at AND ends_at > NEW.starts_at
        AND NOT (subject_id = OLD.subject_id AND lane = OLD.lane AND starts_at = OLD.starts_at))
BEGIN SELECT RAISE(ABORT, 'claim-overlap'); END;

-- A private page that has been opened with the birth date.
CREATE TABLE booking_opening (
  clinic_id BLOB NOT NULL, token_hash TEXT NOT NULL, visit_id BLOB NOT NULL, opened_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL, PRIMARY KEY (clinic_id, token_hash)
) STRICT;

-- screening --------------------------------------------------------------------------------------------------

CREATE TABLE screening_answer (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, patient_id BLOB NOT NULL, visit_id BLOB, fact TEXT NOT NULL,
  value TEXT NOT NULL, answered_on TEXT NOT NULL, answered_at INTEGER NOT NULL, given_by BLOB,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX screening_answer_patient ON screening_answer (clinic_id, patient_id, fact, answered_at);

CREATE TABLE screening_verdict (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, visit_id BLOB NOT NULL, item_id BLOB NOT NULL,
  patient_id BLOB NOT NULL, protocol_hash TEXT NOT NULL, stage TEXT NOT NULL, headline TEXT NOT NULL,
  verdict TEXT NOT NULL, reached_at INTEGER NOT NULL, reached_by BLOB, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX screening_verdict_visit ON screening_verdict (clinic_id, visit_id, reached_at);

CREATE TABLE screening_override (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, visit_id BLOB NOT NULL, patient_id BLOB NOT NULL,
  protocol_hash TEXT NOT NULL, rule TEXT NOT NULL, physician_id BLOB NOT NULL, reason TEXT NOT NULL,
  given_at INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX screening_override_visit ON screening_override (clinic_id, visit_id);

-- course -----------------------------------------------------------------------------------------------------

CREATE TABLE course_plan (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, patient_id BLOB NOT NULL, protocol_id TEXT NOT NULL,
  protocol_hash TEXT NOT NULL, indication TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL,
  proposed_by BLOB NOT NULL, proposed_at INTEGER NOT NULL, decided_by BLOB, decided_at INTEGER,
  version INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX course_plan_patient ON course_plan (clinic_id, patient_id);

CREATE TABLE course_session (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, course_id BLOB NOT NULL, number INTEGER NOT NULL,
  earliest TEXT NOT NULL, ideal TEXT NOT NULL, latest TEXT, why TEXT NOT NULL, visit_id BLOB, state TEXT NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX course_session_number ON course_session (clinic_id, course_id, number);

CREATE TABLE course_event (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, course_id BLOB NOT NULL, kind TEXT NOT NULL,
  sessions INTEGER NOT NULL, happened_at INTEGER NOT NULL, noted_by BLOB NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX course_event_course ON course_event (clinic_id, course_id);

-- session: append-only -----------------------------------------------------------------------------------------

CREATE TABLE session_record (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, visit_id BLOB NOT NULL, item_id BLOB NOT NULL,
  patient_id BLOB NOT NULL, protocol_id TEXT NOT NULL, protocol_hash TEXT NOT NULL, indication TEXT NOT NULL,
  state TEXT NOT NULL, opened_at INTEGER NOT NULL, opened_by BLOB NOT NULL, performed_by BLOB NOT NULL,
  instructed_by BLOB, ended_at INTEGER, note TEXT NOT NULL, signed_by BLOB, signed_at INTEGER, digest TEXT,
  version INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX session_record_patient ON session_record (clinic_id, patient_id, opened_at);
CREATE UNIQUE INDEX session_record_item ON session_record (clinic_id, item_id);

CREATE TABLE session_setting (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, record_id BLOB NOT NULL, place INTEGER NOT NULL,
  zone TEXT NOT NULL, side TEXT NOT NULL, setting TEXT NOT NULL, product TEXT NOT NULL, lot_id BLOB,
  findings TEXT NOT NULL, override_by BLOB, override_reason TEXT, recorded_at INTEGER NOT NULL,
  recorded_by BLOB NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX session_setting_record ON session_setting (clinic_id, record_id);
CREATE INDEX session_setting_lot ON session_setting (clinic_id, lot_id);

CREATE TABLE session_amendment (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, record_id BLOB NOT NULL, author_id BLOB NOT NULL,
  amended_at INTEGER NOT NULL, reason TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX session_amendment_record ON session_amendment (clinic_id, record_id);

CREATE TABLE session_consent (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, patient_id BLOB NOT NULL, visit_id BLOB NOT NULL,
  protocol_hash TEXT NOT NULL, language TEXT NOT NULL, explained_by BLOB NOT NULL, text TEXT NOT NULL,
  given_at INTEGER NOT NULL, withdrawn_at INTEGER, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX session_consent_visit ON session_consent (clinic_id, visit_id);

-- recovery, outcome, recall ----------------------------------------------------------------------------------

CREATE TABLE recovery_check_in (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, record_id BLOB NOT NULL, patient_id BLOB NOT NULL,
  day INTEGER NOT NULL, due_at INTEGER NOT NULL, state TEXT NOT NULL, answered_at INTEGER, answered_by BLOB,
  answers TEXT, triage TEXT, tier INTEGER, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX recovery_check_in_day ON recovery_check_in (clinic_id, record_id, day);
CREATE INDEX recovery_check_in_due ON recovery_check_in (clinic_id, state, due_at);

CREATE TABLE recovery_escalation (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, check_in_id BLOB NOT NULL, patient_id BLOB NOT NULL,
  tier INTEGER NOT NULL, role TEXT NOT NULL, reason TEXT NOT NULL, opened_at INTEGER NOT NULL,
  deadline INTEGER NOT NULL, state TEXT NOT NULL, closed_by BLOB, closed_at INTEGER, outcome TEXT,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX recovery_escalation_open ON recovery_escalation (clinic_id, state, deadline);

CREATE TABLE outcome_assessment (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, patient_id BLOB NOT NULL, visit_id BLOB,
  protocol_id TEXT NOT NULL, indication TEXT NOT NULL, scale TEXT NOT NULL, score REAL NOT NULL,
  assessed_on TEXT NOT NULL, assessed_by BLOB NOT NULL, assessed_at INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX outcome_assessment_patient ON outcome_assessment (clinic_id, patient_id);

CREATE TABLE recall_snooze (
  clinic_id BLOB NOT NULL, patient_id BLOB NOT NULL, protocol_id TEXT NOT NULL, until_day TEXT NOT NULL,
  reason TEXT NOT NULL, noted_by BLOB NOT NULL, noted_at INTEGER NOT NULL,
  PRIMARY KEY (clinic_id, patient_id, protocol_id)
) STRICT;

-- money, outbox, audit ---------------------------------------------------------------------------------------

CREATE TABLE money_event (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, visit_id BLOB NOT NULL, patient_id BLOB NOT NULL, kind TEXT NOT NULL,
  means TEXT, yen INTEGER NOT NULL CHECK (yen > 0), label TEXT NOT NULL, happened_at INTEGER NOT NULL,
  noted_by BLOB NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX money_event_visit ON money_event (clinic_id, visit_id);

CREATE TABLE outbox_message (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, message_key TEXT NOT NULL, channel TEXT NOT NULL,
  recipient TEXT NOT NULL, language TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
  patient_id BLOB, visit_id BLOB, state TEXT NOT NULL, attempts INTEGER NOT NULL, due_at INTEGER NOT NULL,
  last_error TEXT, queued_at INTEGER NOT NULL, sent_at INTEGER, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE UNIQUE INDEX outbox_message_once ON outbox_message (clinic_id, message_key);
CREATE INDEX outbox_message_due ON outbox_message (clinic_id, state, due_at);

CREATE TABLE audit_event (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, happened_at INTEGER NOT NULL, actor TEXT NOT NULL, actor_id BLOB,
  action TEXT NOT NULL, entity TEXT NOT NULL, entity_id BLOB, patient_id BLOB, digest TEXT NOT NULL,
  PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX audit_event_patient ON audit_event (clinic_id, patient_id, happened_at);

CREATE TABLE audit_version (
  clinic_id BLOB NOT NULL, entity TEXT NOT NULL, entity_id BLOB NOT NULL, version INTEGER NOT NULL,
  written_at INTEGER NOT NULL, written_by BLOB, content TEXT NOT NULL,
  PRIMARY KEY (clinic_id, entity, entity_id, version)
) STRICT;
