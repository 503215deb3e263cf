-- The read model of jobs, fed by the job grains. Can be dropped and fed again. Moments are UTC text with milliseconds.

CREATE TABLE burnin_job
(
    job_id      TEXT    NOT NULL PRIMARY KEY,
    sequence    INTEGER NOT NULL,
    drive_id    TEXT    NOT NULL,
    nas         TEXT    NOT NULL,
    device_name TEXT    NOT NULL,
    serial      TEXT    NOT NULL,
    model       TEXT    NOT NULL,
    size_bytes  INTEGER NOT NULL,
    operator    TEXT    NOT NULL,
    profile     TEXT    NOT NULL,
    state       TEXT    NOT NULL,
    is_over     INTEGER NOT NULL CHECK (is_over IN (0, 1)),
    verdict     TEXT    NULL,
    created_at  TEXT    NOT NULL,
    started_at  TEXT    NULL,
    finished_at TEXT    NULL,
    reasons     TEXT    NOT NULL CHECK (json_valid(reasons))
) WITHOUT ROWID;

CREATE INDEX ix_burnin_job_unfinished ON burnin_job (created_at, job_id) WHERE is_over = 0;
CREATE INDEX ix_burnin_job_created_at ON burnin_job (created_at, job_id);
CREATE INDEX ix_burnin_job_drive ON burnin_job (drive_id, created_at, job_id);
CREATE INDEX ix_burnin_job_state ON burnin_job (state, created_at, job_id);

CREATE TABLE burnin_stage
(
    job_id           TEXT    NOT NULL REFERENCES burnin_job (job_id) ON DELETE CASCADE,
    position         INTEGER NOT NULL,
    name             TEXT    NOT NULL,
    state            TEXT    NOT NULL,
    expected_seconds REAL    NOT NULL,
    percent          REAL    NOT NULL,
    started_at       TEXT    NULL,
    finished_at      TEXT    NULL,
    attempts         INTEGER NOT NULL,
    result           TEXT    NULL CHECK (json_valid(result)),
    log              TEXT    NULL,
    PRIMARY KEY (job_id, position)
) WITHOUT ROWID;
