-- For MariaDB and MySQL.
-- Times are microseconds since 1970-01-01T00:00Z: they keep their value and order whatever the
-- time zone of a session. To read one: FROM_UNIXTIME(recorded_at / 1000000).
-- utf8mb4_bin: ids and digests are compared letter by letter, whatever the default of the database.

-- The numbers of these files that were run.
CREATE TABLE IF NOT EXISTS sop_schema (
  version INT NOT NULL PRIMARY KEY
) ENGINE = InnoDB;

-- One row per case: where its journal ends, and what the case follows.
CREATE TABLE IF NOT EXISTS sop_case (
  case_id VARCHAR(64) NOT NULL PRIMARY KEY,
  sop VARCHAR(120) NOT NULL,
  sop_digest VARCHAR(64) NOT NULL,
  status VARCHAR(16) NOT NULL,
  seq BIGINT NOT NULL,
  head VARCHAR(64) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row per event, only ever added. The digest of each is over all its columns and the digest before it.
-- The index is for taking out the record of a period.
CREATE TABLE IF NOT EXISTS sop_entry (
  case_id VARCHAR(64) NOT NULL,
  seq BIGINT NOT NULL,
  recorded_at BIGINT NOT NULL,
  command_key VARCHAR(100),
  command_digest VARCHAR(64),
  event LONGTEXT NOT NULL,
  previous VARCHAR(64) NOT NULL,
  digest VARCHAR(64) NOT NULL,
  PRIMARY KEY (case_id, seq),
  KEY sop_entry_recorded_at (recorded_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO sop_schema (version)
SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM sop_schema s WHERE s.version = 1);
