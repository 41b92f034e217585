--liquibase formatted sql
-- Why: work that is done after a request, such as sending a mail, must outlive the process, and be done by one instance of
--      many. The table is that of db-scheduler 16, without the priorities that nobody uses, and with names of ours.
-- Phase: expand
-- Rollback: lossy. Drops what is to be done; what waits for it waits for ever.
--changeset dotmac:0027-jobs-create-scheduled-tasks labels:expand splitStatements:false stripComments:false
CREATE TABLE scheduled_tasks (
  task_name varchar(100) NOT NULL,
  task_instance varchar(100) NOT NULL,
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by varchar(50),
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  CONSTRAINT pk_scheduled_tasks PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX ix_scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX ix_scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

COMMENT ON TABLE scheduled_tasks IS
  'What is to be done, when, and by which instance. Of no tenant: whoever looks for work looks for that of all. Holds identifiers and no data.';
COMMENT ON COLUMN scheduled_tasks.task_name IS 'What kind of work.';
COMMENT ON COLUMN scheduled_tasks.task_instance IS 'Which piece of it: a UUID version 7, which tells since when it waits.';
COMMENT ON COLUMN scheduled_tasks.task_data IS 'On what: identifiers of a tenant and of a row of his, as JSON.';
COMMENT ON COLUMN scheduled_tasks.picked IS 'Whether an instance works on it; a heartbeat that stands still tells that it died.';

GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO dotmac_app;
GRANT SELECT ON scheduled_tasks TO dotmac_readonly;

--rollback DROP TABLE scheduled_tasks;
