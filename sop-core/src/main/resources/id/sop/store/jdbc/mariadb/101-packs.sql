-- For MariaDB and MySQL.
-- Libraries that know no file of this number do not work on these tables any more: run it when the last node is renewed.

-- The entries of one change in one row: seq is the number of the last of them, recorded_at the time of the latest, and
-- the columns behind it are empty. What the bytes are, docs/store.md tells. Rows that are there stay as they are.
-- MySQL has no ADD COLUMN IF NOT EXISTS; to be run on one connection.
SET @sop_add_pack = IF(
  EXISTS (
    SELECT 1 FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'sop_entry' AND column_name = 'pack'),
  'DO 0',
  'ALTER TABLE sop_entry ADD COLUMN pack LONGBLOB');
PREPARE sop_add_pack FROM @sop_add_pack;
EXECUTE sop_add_pack;
DEALLOCATE PREPARE sop_add_pack;
ALTER TABLE sop_entry
  MODIFY event LONGTEXT NULL,
  MODIFY previous VARCHAR(64) NULL,
  MODIFY digest VARCHAR(64) NULL;

INSERT INTO sop_schema (version)
SELECT 101 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM sop_schema s WHERE s.version = 101);
