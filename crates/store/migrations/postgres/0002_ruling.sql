-- What the clinic's physician ruled about a single rule of a protocol version. Rows are only added; the last one counts.
CREATE TABLE catalogue_ruling (
  clinic_id UUID NOT NULL, id UUID NOT NULL, hash TEXT NOT NULL, rule TEXT NOT NULL, ruling TEXT NOT NULL,
  physician_id UUID NOT NULL, reason TEXT NOT NULL, ruled_at BIGINT NOT NULL, PRIMARY KEY (clinic_id, id)
);
CREATE INDEX catalogue_ruling_hash ON catalogue_ruling (clinic_id, hash);
