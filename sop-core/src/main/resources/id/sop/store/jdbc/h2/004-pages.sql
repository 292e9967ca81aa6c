-- For PostgreSQL only; here nothing but the number.
INSERT INTO sop_schema (version)
SELECT 4 WHERE NOT EXISTS (SELECT 1 FROM sop_schema WHERE version = 4);
