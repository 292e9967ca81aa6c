-- The same as 005-tags.sql, for tables of the second hundred that were made before it.
-- By what open rows are found besides performer, SOP and time: one line for each of a running case, none once it has ended.
-- tag_name   a fact that is known of the case: data. and its name; the number of one of its papers: dokumen, where the store
--            was told to keep these; a person who has taken one of its rows: petugas
-- tag_value  what it says, as officials write it; sha256: and a digest in the place of what no column holds as it is
CREATE TABLE IF NOT EXISTS sop_tag (
  tag_name VARCHAR(80) NOT NULL,
  tag_value VARCHAR(100) NOT NULL,
  case_id VARCHAR(64) NOT NULL,
  PRIMARY KEY (tag_name, tag_value, case_id)
);

-- The person who has taken the row upon himself; empty while nobody has.
ALTER TABLE sop_inbox ADD COLUMN IF NOT EXISTS claimed_by VARCHAR(64) DEFAULT '' NOT NULL;

-- The inbox changes with every step: a page of a performer in one SOP is read past his other SOPs, in the order that it has.
DROP INDEX IF EXISTS sop_inbox_pelaksana_sop;

INSERT INTO sop_schema (version)
SELECT 102 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 102);
