-- What lists and statistics ask for. The two columns are filled by the ledger from now on, and here for what is there.

ALTER TABLE burnin_job ADD COLUMN duration_seconds REAL NULL;
ALTER TABLE burnin_job ADD COLUMN tested_bytes INTEGER NULL;

UPDATE burnin_job
SET duration_seconds = round((julianday(finished_at) - julianday(started_at)) * 86400, 3)
WHERE started_at IS NOT NULL AND finished_at IS NOT NULL;

UPDATE burnin_job
SET tested_bytes = (SELECT max(json_extract(s.result, '$.tested_bytes')) FROM burnin_stage s WHERE s.job_id = burnin_job.job_id);

CREATE INDEX ix_burnin_job_finished ON burnin_job (finished_at, job_id) WHERE finished_at IS NOT NULL;
CREATE INDEX ix_burnin_job_verdict ON burnin_job (verdict, created_at, job_id) WHERE verdict IS NOT NULL;
CREATE INDEX ix_burnin_job_model_created ON burnin_job (model, created_at, job_id);
CREATE INDEX ix_burnin_job_profile ON burnin_job (profile, created_at, job_id);
