-- For MariaDB and MySQL.
-- The rows that are open now, one line for each performer: the inbox, and the sweep for what is due.
-- place     counts the performers of a row from 0; line 0 stands for the row where no performer is asked for
-- pelaksana whose line it is; empty when the row names nobody
-- bersama   all performers of the row, joined by spaces
-- step_number  the number that the row begins with, for sorting as a person counts
-- due_at    9223372036854775807 when the row has no time that can be assessed
CREATE TABLE IF NOT EXISTS sop_inbox (
  case_id VARCHAR(64) NOT NULL,
  step VARCHAR(32) NOT NULL,
  visit INT NOT NULL,
  place INT NOT NULL,
  pelaksana VARCHAR(64) NOT NULL,
  bersama LONGTEXT NOT NULL,
  sop VARCHAR(120) NOT NULL,
  step_number BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  PRIMARY KEY (case_id, step, visit, place),
  KEY sop_inbox_pelaksana (pelaksana, due_at, case_id, step_number, step, visit),
  KEY sop_inbox_pelaksana_sop (pelaksana, sop, due_at, case_id, step_number, step, visit),
  KEY sop_inbox_due (place, due_at, case_id, step_number, step, visit),
  KEY sop_inbox_sop (sop, place, due_at, case_id, step_number, step, visit)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO sop_schema (version)
SELECT 2 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM sop_schema s WHERE s.version = 2);
