-- Libraries that know no file of this number do not work on these tables any more: run it when the last node is renewed.

-- The entries of one change in one row: seq is the number of the last of them, recorded_at the time of the latest, and
-- the columns behind it are empty. What the bytes are, docs/store.md tells. Rows that are there stay as they are.
ALTER TABLE sop_entry ADD COLUMN IF NOT EXISTS pack BYTEA;
ALTER TABLE sop_entry ALTER COLUMN pack SET STORAGE EXTERNAL;
ALTER TABLE sop_entry ALTER COLUMN event DROP NOT NULL;
ALTER TABLE sop_entry ALTER COLUMN previous DROP NOT NULL;
ALTER TABLE sop_entry ALTER COLUMN digest DROP NOT NULL;

-- The inbox changes with every step, and each of its indexes with it: three in the place of four, with no more than finds
-- and orders the cases. The rows of one case are put in order when they are read.
CREATE INDEX IF NOT EXISTS sop_inbox_of_pelaksana ON sop_inbox (pelaksana, due_at, case_id, sop);
CREATE INDEX IF NOT EXISTS sop_inbox_of_all ON sop_inbox (due_at, case_id) WHERE place = 0;
CREATE INDEX IF NOT EXISTS sop_inbox_of_sop ON sop_inbox (sop, due_at, case_id) WHERE place = 0;
DROP INDEX IF EXISTS sop_inbox_pelaksana;
DROP INDEX IF EXISTS sop_inbox_pelaksana_sop;
DROP INDEX IF EXISTS sop_inbox_due;
DROP INDEX IF EXISTS sop_inbox_sop;

INSERT INTO sop_schema (version)
SELECT 101 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 101);
