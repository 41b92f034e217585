--liquibase formatted sql
-- Why: why a partner stands where he stands has to be told years later: each move is kept with the numbers that it was made for.
-- Phase: expand
-- Rollback: lossy. Drops what is known of moves.
--changeset dotmac:0088-partners-create-tier-moves labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_tier_moves (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  from_tier varchar(20) NOT NULL,
  to_tier varchar(20) NOT NULL,
  cause varchar(20) NOT NULL,
  window_from timestamptz,
  window_to timestamptz,
  currency char(3),
  collected_amount bigint,
  customers bigint,
  moved_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_tier_moves PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_tier_moves_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_tier_moves_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT ck_partner_tier_moves_from_tier CHECK (from_tier IN ('bronze', 'silver', 'gold', 'platinum', 'direct')),
  CONSTRAINT ck_partner_tier_moves_to_tier CHECK (to_tier IN ('bronze', 'silver', 'gold', 'platinum', 'direct')),
  CONSTRAINT ck_partner_tier_moves_tiers CHECK (from_tier <> to_tier),
  CONSTRAINT ck_partner_tier_moves_cause CHECK (cause IN ('manual', 'computed')),
  CONSTRAINT ck_partner_tier_moves_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_tier_moves_numbers CHECK (
    num_nonnulls(window_from, window_to, currency, collected_amount, customers) = CASE cause WHEN 'computed' THEN 5 ELSE 0 END),
  CONSTRAINT ck_partner_tier_moves_window CHECK (window_from < window_to)
);

CREATE INDEX ix_partner_tier_moves_partner ON partner_tier_moves (tenant_id, partner_id, id);

COMMENT ON TABLE partner_tier_moves IS 'How partners came from tier to tier. Only added.';
COMMENT ON COLUMN partner_tier_moves.cause IS 'manual: people; computed: the numbers.';
COMMENT ON COLUMN partner_tier_moves.window_from IS 'First instant of the window; NULL: nothing was reckoned.';
COMMENT ON COLUMN partner_tier_moves.window_to IS 'First instant after it.';
COMMENT ON COLUMN partner_tier_moves.collected_amount IS 'What customers paid in the window, in minor units.';
COMMENT ON COLUMN partner_tier_moves.customers IS 'How many customers paid in the window.';

ALTER TABLE partner_tier_moves ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_tier_moves FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_tier_moves
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_tier_moves AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL);

GRANT SELECT, INSERT ON partner_tier_moves TO dotmac_app;
GRANT SELECT ON partner_tier_moves TO dotmac_readonly;

--rollback DROP TABLE partner_tier_moves;
