-- What a patient saw of how long the effect of one session lasted.
CREATE TABLE outcome_lasting (
  clinic_id UUID NOT NULL, id UUID NOT NULL, patient_id UUID NOT NULL, protocol_id TEXT NOT NULL,
  indication TEXT NOT NULL, treated_on TEXT NOT NULL, seen_on TEXT NOT NULL, lasting TEXT NOT NULL,
  noted_by UUID NOT NULL, noted_at BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX outcome_lasting_patient ON outcome_lasting (clinic_id, patient_id);
