-- For MariaDB and MySQL.
-- By what open rows are found besides performer, SOP and time: one line for each of a running case, none once it has ended.
-- tag_name   a fact that is known of the case: data. and its name; the number of one of its papers: dokumen, where the store
--            was told to keep these; a person who has taken one of its rows: petugas
-- tag_value  what it says, as officials write it; sha256: and a digest in the place of what no column holds as it is
CREATE TABLE IF NOT EXISTS sop_tag (
  tag_name VARCHAR(80) NOT NULL,
  tag_value VARCHAR(100) NOT NULL,
  case_id VARCHAR(64) NOT NULL,
  PRIMARY KEY (tag_name, tag_value, case_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The person who has taken the row upon himself; empty while nobody has.
-- MySQL has no ADD COLUMN IF NOT EXISTS and no DROP INDEX IF EXISTS; to be run on one connection.
SET @sop_add_claimed = IF(
  EXISTS (
    SELECT 1 FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = 'sop_inbox' AND column_name = 'claimed_by'),
  'DO 0',
  'ALTER TABLE sop_inbox ADD COLUMN claimed_by VARCHAR(64) NOT NULL DEFAULT ''''');
PREPARE sop_add_claimed FROM @sop_add_claimed;
EXECUTE sop_add_claimed;
DEALLOCATE PREPARE sop_add_claimed;

-- The inbox changes with every step: a page of a performer in one SOP is read past his other SOPs, in the order that it has.
SET @sop_drop_index = IF(
  EXISTS (
    SELECT 1 FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name = 'sop_inbox'
      AND index_name = 'sop_inbox_pelaksana_sop'),
  'ALTER TABLE sop_inbox DROP INDEX sop_inbox_pelaksana_sop',
  'DO 0');
PREPARE sop_drop_index FROM @sop_drop_index;
EXECUTE sop_drop_index;
DEALLOCATE PREPARE sop_drop_index;

INSERT INTO sop_schema (version)
SELECT 5 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM sop_schema s WHERE s.version = 5);
