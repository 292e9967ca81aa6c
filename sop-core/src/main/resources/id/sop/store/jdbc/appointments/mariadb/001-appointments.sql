-- For MariaDB and MySQL.
-- Who was appointed to what: for a host that has no register of its own. Nothing else refers to these tables.
-- Rows are only ever added. Times are microseconds since 1970-01-01T00:00Z.

-- The numbers of these files that were run.
CREATE TABLE IF NOT EXISTS sop_appointment_schema (
  version INT NOT NULL PRIMARY KEY
) ENGINE = InnoDB;

-- One row per entry of the register.
-- seq          its number, from 1 on without gaps
-- recorded_by  the person who had it written down; persons are the host's numbers of its users
-- event        APPOINTED somebody was appointed; ENDED the appointment of entry about ended, or was withdrawn
-- about        the entry of the appointment that it is about: its own number, or the one that it ends
-- pelaksana    the role; an end repeats person and role of its appointment
-- jenis        DEFINITIF, PLT, PLH, PJ, PJS, ATAS_NAMA, UNTUK_BELIAU; empty for an end
-- dasar        the number of the decree or letter
-- from_at      the first moment; of an end the first moment at which the appointment no longer holds
-- until_at     the first moment at which it no longer holds; 9223372036854775807 when it has no end
-- atas_nama    for a.n. and u.b. the superior; else empty
-- kecuali      what a mandate does not cover: a line for each SOP, row and, if only that, decision
CREATE TABLE IF NOT EXISTS sop_appointment (
  seq BIGINT NOT NULL PRIMARY KEY,
  recorded_at BIGINT NOT NULL,
  recorded_by VARCHAR(64) NOT NULL,
  event VARCHAR(16) NOT NULL,
  about BIGINT NOT NULL,
  person VARCHAR(64) NOT NULL,
  pelaksana VARCHAR(64) NOT NULL,
  jenis VARCHAR(16) NOT NULL,
  dasar VARCHAR(200) NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  atas_nama VARCHAR(64) NOT NULL,
  kecuali LONGTEXT NOT NULL,
  KEY sop_appointment_pelaksana (pelaksana, person)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO sop_appointment_schema (version)
SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM sop_appointment_schema s WHERE s.version = 1);
