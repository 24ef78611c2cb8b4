-- What a patient saw of how long the effect of one session lasted.
CREATE TABLE outcome_lasting (
  clinic_id BLOB NOT NULL, id BLOB NOT NULL, patient_id BLOB NOT NULL, protocol_id TEXT NOT NULL,
  indication TEXT NOT NULL, treated_on TEXT NOT NULL, seen_on TEXT NOT NULL, lasting TEXT NOT NULL,
  noted_by BLOB NOT NULL, noted_at INTEGER NOT NULL, PRIMARY KEY (clinic_id, id)
) STRICT;
CREATE INDEX outcome_lasting_patient ON outcome_lasting (clinic_id, patient_id);
