-- What the results of stages rest on. Not part of the read model: it cannot be fed again, so no row here goes with a job's.

CREATE TABLE burnin_evidence
(
    job_id  TEXT    NOT NULL,
    stage   INTEGER NOT NULL,
    name    TEXT    NOT NULL,
    length  INTEGER NOT NULL,
    sha256  TEXT    NOT NULL,
    content BLOB    NOT NULL,
    PRIMARY KEY (job_id, stage, name)
);
