-- Where the server puts rows. Nothing that a statement can see changes.

-- The inbox stays small and changes with every step. The pages that it once took are kept: given back, the table
-- looks so small that reading all of it is planned, and this plan stays while the table fills with lines long gone.
ALTER TABLE sop_inbox SET (vacuum_truncate = off);

-- Room beside each case for its next version, so that a step need not touch the key.
ALTER TABLE sop_case SET (fillfactor = 80);

-- For taking out the record of a period: entries lie in the order of their time, so that a summary of each range
-- of pages is enough, and an entry costs nothing there.
CREATE INDEX IF NOT EXISTS sop_entry_period ON sop_entry USING brin (recorded_at) WITH (autosummarize = on);
DROP INDEX IF EXISTS sop_entry_recorded_at;

INSERT INTO sop_schema (version)
SELECT 4 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 4);
