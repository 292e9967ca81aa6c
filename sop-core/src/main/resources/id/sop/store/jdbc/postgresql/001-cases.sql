-- Times are microseconds since 1970-01-01T00:00Z: they keep their value and order whatever the
-- time zone of a session. To read one: to_timestamp(recorded_at / 1000000.0).
-- Ids sort by their bytes (COLLATE "C"), whatever the language of the database.

-- The numbers of these files that were run.
CREATE TABLE IF NOT EXISTS sop_schema (
  version INT NOT NULL PRIMARY KEY
);

-- One row per case: where its journal ends, and what the case follows.
CREATE TABLE IF NOT EXISTS sop_case (
  case_id VARCHAR(64) COLLATE "C" NOT NULL PRIMARY KEY,
  sop VARCHAR(120) COLLATE "C" NOT NULL,
  sop_digest VARCHAR(64) COLLATE "C" NOT NULL,
  status VARCHAR(16) COLLATE "C" NOT NULL,
  seq BIGINT NOT NULL,
  head VARCHAR(64) COLLATE "C" NOT NULL
);

-- One row per event, only ever added. The digest of each is over all its columns and the digest before it.
CREATE TABLE IF NOT EXISTS sop_entry (
  case_id VARCHAR(64) COLLATE "C" NOT NULL,
  seq BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  command_key VARCHAR(100) COLLATE "C",
  command_digest VARCHAR(64) COLLATE "C",
  event TEXT COLLATE "C" NOT NULL,
  previous VARCHAR(64) COLLATE "C" NOT NULL,
  digest VARCHAR(64) COLLATE "C" NOT NULL,
  PRIMARY KEY (case_id, seq)
);

-- For taking out the record of a period.
CREATE INDEX IF NOT EXISTS sop_entry_recorded_at ON sop_entry (recorded_at);

INSERT INTO sop_schema (version)
SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 1);
