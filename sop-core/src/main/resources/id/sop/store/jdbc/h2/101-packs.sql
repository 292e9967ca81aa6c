-- Libraries that know no file of this number do not work on these tables any more: run it when the last node is renewed.

-- The entries of one change in one row: seq is the number of the last of them, recorded_at the time of the latest, and
-- the columns behind it are empty. What the bytes are, docs/store.md tells. Rows that are there stay as they are.
ALTER TABLE sop_entry ADD COLUMN IF NOT EXISTS pack VARBINARY(1048576);
ALTER TABLE sop_entry ALTER COLUMN event DROP NOT NULL;
ALTER TABLE sop_entry ALTER COLUMN previous DROP NOT NULL;
ALTER TABLE sop_entry ALTER COLUMN digest DROP NOT NULL;

INSERT INTO sop_schema (version)
SELECT 101 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 101);
