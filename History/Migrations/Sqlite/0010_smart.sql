-- What SMART data said of a drive, over jobs and NAS boxes. Like the evidence that it was read from, which holds the output
-- itself, it stays when a job goes.

CREATE TABLE burnin_smart
(
    id        INTEGER NOT NULL PRIMARY KEY,
    job_id    TEXT    NOT NULL,
    stage     INTEGER NOT NULL,
    name      TEXT    NOT NULL,
    drive_id  TEXT    NOT NULL,
    serial    TEXT    NOT NULL,
    model     TEXT    NOT NULL,
    nas       TEXT    NOT NULL,
    taken_at  TEXT    NOT NULL,
    facts     TEXT    NOT NULL CHECK (json_valid(facts)),
    UNIQUE (job_id, stage, name)
);

CREATE INDEX ix_burnin_smart_drive ON burnin_smart (drive_id, taken_at, id);
