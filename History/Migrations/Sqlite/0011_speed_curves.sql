-- How fast each drive was over its surface, for others of its model to be held against. Comes with the evidence and, like that, stays.

CREATE TABLE burnin_speed_curve
(
    job_id TEXT    NOT NULL,
    stage  INTEGER NOT NULL,
    curve  TEXT    NOT NULL CHECK (json_valid(curve)),
    PRIMARY KEY (job_id, stage)
) WITHOUT ROWID;

CREATE INDEX ix_burnin_job_model ON burnin_job (model, size_bytes, created_at);
CREATE INDEX ix_burnin_job_nas ON burnin_job (nas, created_at);
