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
  bersama VARCHAR(1000000) NOT NULL,
  sop VARCHAR(120) NOT NULL,
  step_number BIGINT NOT NULL,
  opened_at BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  PRIMARY KEY (case_id, step, visit, place)
);

CREATE INDEX IF NOT EXISTS sop_inbox_pelaksana
  ON sop_inbox (pelaksana, due_at, case_id, step_number, step, visit);

CREATE INDEX IF NOT EXISTS sop_inbox_pelaksana_sop
  ON sop_inbox (pelaksana, sop, due_at, case_id, step_number, step, visit);

CREATE INDEX IF NOT EXISTS sop_inbox_due
  ON sop_inbox (place, due_at, case_id, step_number, step, visit);

CREATE INDEX IF NOT EXISTS sop_inbox_sop
  ON sop_inbox (sop, place, due_at, case_id, step_number, step, visit);

-- When this file broke off after its last table was dropped, it is run again.
CREATE TABLE IF NOT EXISTS sop_open_row (
  case_id VARCHAR(64) NOT NULL,
  step VARCHAR(32) NOT NULL,
  visit INT NOT NULL,
  pelaksana VARCHAR(4000) NOT NULL,
  opened_at BIGINT NOT NULL,
  due_at BIGINT,
  PRIMARY KEY (case_id, step, visit)
);

INSERT INTO sop_inbox
  (case_id, step, visit, place, pelaksana, bersama, sop, step_number, opened_at, due_at)
SELECT o.case_id, o.step, o.visit, n.x - 1,
  COALESCE(REGEXP_SUBSTR(o.pelaksana, '[^ ]+', 1, CAST(n.x AS INT)), ''), o.pelaksana, c.sop,
  COALESCE(CAST(REGEXP_SUBSTR(o.step, '^[0-9]{1,9}') AS BIGINT), 9223372036854775807),
  o.opened_at, COALESCE(o.due_at, 9223372036854775807)
FROM sop_open_row o
JOIN sop_case c ON c.case_id = o.case_id
JOIN SYSTEM_RANGE(1, 2001) n
  ON n.x <= 1 + CHAR_LENGTH(o.pelaksana) - CHAR_LENGTH(REPLACE(o.pelaksana, ' ', ''))
WHERE NOT EXISTS (SELECT 1 FROM sop_inbox i WHERE i.case_id = o.case_id);

DROP TABLE sop_open_row;

INSERT INTO sop_schema (version)
SELECT 2 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 2);
