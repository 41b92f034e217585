--liquibase formatted sql
-- Why: who has which role. A row names a standard role by its code, or one of the tenant's own by its key, and never both.
-- Phase: expand
-- Rollback: lossy. Takes every role from everybody.
--changeset dotmac:0021-identity-create-user-roles labels:expand splitStatements:false stripComments:false
CREATE TABLE user_roles (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  standard_role varchar(50),
  role_id uuid,
  granted_at timestamptz NOT NULL,
  CONSTRAINT pk_user_roles PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_user_roles_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_user_roles_user FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id),
  CONSTRAINT fk_user_roles_role FOREIGN KEY (tenant_id, role_id) REFERENCES roles (tenant_id, id),
  CONSTRAINT uq_user_roles_standard_role UNIQUE (tenant_id, user_id, standard_role),
  CONSTRAINT uq_user_roles_role UNIQUE (tenant_id, user_id, role_id),
  CONSTRAINT ck_user_roles_standard_role CHECK (
    standard_role IN ('platform_administrator', 'tenant_administrator', 'billing', 'partner_manager', 'auditor')),
  CONSTRAINT ck_user_roles_one CHECK (num_nonnulls(standard_role, role_id) = 1)
);

CREATE INDEX ix_user_roles_role ON user_roles (tenant_id, role_id);
CREATE INDEX ix_user_roles_standard_role ON user_roles (tenant_id, standard_role);

COMMENT ON TABLE user_roles IS 'Roles that people have.';
COMMENT ON COLUMN user_roles.standard_role IS 'Code of a role that every tenant has; NULL: one of the tenant''s own.';
COMMENT ON COLUMN user_roles.role_id IS 'One of the tenant''s own roles; NULL: a standard one.';

ALTER TABLE user_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_roles FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON user_roles
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT, DELETE ON user_roles TO dotmac_app;
GRANT SELECT ON user_roles TO dotmac_readonly;

--rollback DROP TABLE user_roles;
