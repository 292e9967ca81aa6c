-- What is still owed to the host about a case: who is to be told of an open row, and what happened but was not sent.
-- Commands never write here, so that neither waits for the other.
-- kind      ROW    an open row whose ladder is looked at: mark is the due time it was looked at for, next_at when to look again
--           RUNG   a rung of it that was called for (anak): status DONE, WAITS (told again at next_at) or PARKED; mark is when it was called for
--           SENT   how far the journal of a case was sent: mark is the number of the last entry
--           UNSENT a case whose next entry the receiver did not take: mark is its number, sent again at next_at
-- next_at   9223372036854775807 is never
-- problem   the code or the kind of the last failure; never its message, which may name people
-- The key begins with the kind: each sweep reads its own kind only.
CREATE TABLE IF NOT EXISTS sop_duty (
  kind VARCHAR(8) COLLATE "C" NOT NULL,
  case_id VARCHAR(64) COLLATE "C" NOT NULL,
  step VARCHAR(32) COLLATE "C" NOT NULL,
  visit INT NOT NULL,
  anak VARCHAR(200) COLLATE "C" NOT NULL,
  status VARCHAR(8) COLLATE "C" NOT NULL,
  mark BIGINT NOT NULL,
  next_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  attempts INT NOT NULL,
  problem VARCHAR(200) COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, case_id, step, visit, anak)
);

INSERT INTO sop_schema (version)
SELECT 3 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 3);
