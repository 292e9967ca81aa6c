-- Times are microseconds since 1970-01-01T00:00Z: they keep their value and order whatever the
-- time zone of a session. To read one: DATEADD(MICROSECOND, recorded_at, TIMESTAMP '1970-01-01 00:00:00').

-- The numbers of these files that were run.
CREATE TABLE IF NOT EXISTS sop_schema (
  version INT NOT NULL PRIMARY KEY
);

-- One row per case: where its journal ends, and what the case follows.
CREATE TABLE IF NOT EXISTS sop_case (
  case_id VARCHAR(64) NOT NULL PRIMARY KEY,
  sop VARCHAR(120) NOT NULL,
  sop_digest VARCHAR(64) NOT NULL,
  status VARCHAR(16) NOT NULL,
  seq BIGINT NOT NULL,
  head VARCHAR(64) NOT NULL
);

-- One row per event, only ever added. The digest of each is over all its columns and the digest before it.
CREATE TABLE IF NOT EXISTS sop_entry (
  case_id VARCHAR(64) NOT NULL,
  seq BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  command_key VARCHAR(100),
  command_digest VARCHAR(64),
  event VARCHAR(1000000) NOT NULL,
  previous VARCHAR(64) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  PRIMARY KEY (case_id, seq)
);

-- For taking out the record of a period.
CREATE INDEX IF NOT EXISTS sop_entry_recorded_at ON sop_entry (recorded_at);

-- The rows that are open now, one per visit. 002 puts another table in its place.
CREATE TABLE IF NOT EXISTS sop_open_row (
  case_id VARCHAR(64) NOT NULL,
  step VARCHAR(32) NOT NULL,
  visit INT NOT NULL,
  pelaksana VARCHAR(4000) NOT NULL,
  opened_at BIGINT NOT NULL,
  due_at BIGINT,
  PRIMARY KEY (case_id, step, visit)
);

INSERT INTO sop_schema (version)
SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 1);
