--liquibase formatted sql
-- Why: what a person may do is said by roles. Those that every tenant has are fixed in the code and have no row; a tenant adds
--      its own here.
-- Phase: expand
-- Rollback: lossy. Drops the tenants' own roles.
--changeset dotmac:0020-identity-create-roles labels:expand splitStatements:false stripComments:false
CREATE TABLE roles (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name varchar(100) NOT NULL,
  permissions varchar(50)[] NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_roles PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_roles_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_roles_name UNIQUE (tenant_id, name),
  CONSTRAINT ck_roles_name CHECK (name <> ''),
  CONSTRAINT ck_roles_permissions CHECK (cardinality(permissions) > 0)
);

COMMENT ON TABLE roles IS 'Roles that a tenant made for itself, beside the standard ones of the code.';
COMMENT ON COLUMN roles.permissions IS 'Names of what whoever has the role may do, for example partners:read.';
COMMENT ON COLUMN roles.version IS 'Grows by one with each change; guards against lost updates.';

ALTER TABLE roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE roles FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON roles
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, UPDATE, DELETE ON roles TO dotmac_app;
GRANT SELECT ON roles TO dotmac_readonly;

--rollback DROP TABLE roles;
