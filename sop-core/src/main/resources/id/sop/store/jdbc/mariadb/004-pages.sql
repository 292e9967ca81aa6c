-- For PostgreSQL only; here nothing but the number.
INSERT INTO sop_schema (version)
SELECT 4 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM sop_schema s WHERE s.version = 4);
