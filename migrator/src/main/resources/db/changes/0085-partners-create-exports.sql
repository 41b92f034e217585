--liquibase formatted sql
-- Why: lists of many thousand lines are made in the background, once, and kept for a few days. A file is kept in pieces: one row may
--      hold no more than a gigabyte and is read whole, and pieces are written and read one at a time, whatever the file is in size.
-- Phase: expand
-- Rollback: lossy. Drops all exports and their files.
--changeset dotmac:0085-partners-create-exports labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_exports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind varchar(30) NOT NULL,
  partner_id uuid,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  status varchar(20) NOT NULL,
  attempts integer NOT NULL,
  line_count bigint,
  failure varchar(500),
  requested_by uuid,
  requested_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  expires_at timestamptz,
  version integer NOT NULL,
  CONSTRAINT pk_partner_exports PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_exports_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_exports_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT ck_partner_exports_kind CHECK (kind IN ('commission_lines')),
  CONSTRAINT ck_partner_exports_ends_at CHECK (starts_at < ends_at),
  CONSTRAINT ck_partner_exports_status CHECK (status IN ('requested', 'running', 'done', 'failed', 'expired')),
  CONSTRAINT ck_partner_exports_attempts CHECK (attempts >= 0),
  CONSTRAINT ck_partner_exports_started_at CHECK ((started_at IS NULL) = (status = 'requested')),
  CONSTRAINT ck_partner_exports_finished_at CHECK ((finished_at IS NOT NULL) = (status IN ('done', 'failed', 'expired'))),
  CONSTRAINT ck_partner_exports_expires_at CHECK ((expires_at IS NOT NULL) = (status IN ('done', 'expired'))),
  CONSTRAINT ck_partner_exports_line_count CHECK ((line_count IS NOT NULL) = (status IN ('done', 'expired'))),
  CONSTRAINT ck_partner_exports_failure CHECK ((failure IS NOT NULL) = (status = 'failed'))
);

CREATE TABLE partner_export_chunks (
  tenant_id uuid NOT NULL,
  export_id uuid NOT NULL,
  position bigint NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT pk_partner_export_chunks PRIMARY KEY (tenant_id, export_id, position),
  CONSTRAINT fk_partner_export_chunks_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_export_chunks_export FOREIGN KEY (tenant_id, export_id) REFERENCES partner_exports (tenant_id, id),
  CONSTRAINT ck_partner_export_chunks_position CHECK (position >= 0)
);

CREATE INDEX ix_partner_exports_partner ON partner_exports (tenant_id, partner_id);

COMMENT ON TABLE partner_exports IS 'Lists that are made in the background.';
COMMENT ON COLUMN partner_exports.partner_id IS 'Of whom; NULL: of all partners.';
COMMENT ON COLUMN partner_exports.starts_at IS 'First instant of the period.';
COMMENT ON COLUMN partner_exports.ends_at IS 'First instant after it.';
COMMENT ON COLUMN partner_exports.attempts IS 'How often it was begun.';
COMMENT ON COLUMN partner_exports.failure IS 'Why it was given up.';
COMMENT ON COLUMN partner_exports.requested_by IS 'User or API key that asked for it; NULL: an operator. No foreign key: actors are of several kinds.';
COMMENT ON COLUMN partner_exports.expires_at IS 'From then on there is no file any more.';
COMMENT ON COLUMN partner_exports.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON TABLE partner_export_chunks IS 'Files of exports: pieces of one stream, compressed with gzip, in order.';

ALTER TABLE partner_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_exports FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_exports
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_exports AS RESTRICTIVE USING (current_partner_id() IS NULL);
ALTER TABLE partner_export_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_export_chunks FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_export_chunks
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_export_chunks AS RESTRICTIVE USING (current_partner_id() IS NULL);

GRANT SELECT, INSERT, UPDATE ON partner_exports TO dotmac_app;
GRANT SELECT ON partner_exports TO dotmac_readonly;
GRANT SELECT, INSERT, DELETE ON partner_export_chunks TO dotmac_app;
GRANT SELECT ON partner_export_chunks TO dotmac_readonly;

--rollback DROP TABLE partner_export_chunks, partner_exports;
