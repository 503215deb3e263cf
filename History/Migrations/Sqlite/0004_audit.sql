-- Who did what, in a chain: each row carries the hash of the one before it. See AuditHash for what is hashed.

CREATE TABLE audit_event
(
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    source        TEXT    NOT NULL,
    sequence      INTEGER NOT NULL,
    at            TEXT    NOT NULL,
    actor         TEXT    NOT NULL,
    action        TEXT    NOT NULL,
    drive_id      TEXT    NULL,
    job_id        TEXT    NULL,
    nas           TEXT    NULL,
    outcome       TEXT    NOT NULL,
    detail        TEXT    NOT NULL,
    previous_hash TEXT    NOT NULL,
    hash          TEXT    NOT NULL,
    UNIQUE (source, sequence)
);

CREATE INDEX ix_audit_event_at ON audit_event (at);
CREATE INDEX ix_audit_event_drive ON audit_event (drive_id) WHERE drive_id IS NOT NULL;
CREATE INDEX ix_audit_event_job ON audit_event (job_id) WHERE job_id IS NOT NULL;

CREATE TRIGGER audit_event_is_not_updated BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;

CREATE TRIGGER audit_event_is_not_deleted BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_event_is_not_replaced BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id OR (source = NEW.source AND sequence = NEW.sequence))
BEGIN
    SELECT RAISE(ABORT, 'audit_event is append-only');
END;
