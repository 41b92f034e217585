--liquibase formatted sql
-- Why: a payout that fails frees its lines, and one that is tried again takes the same ones; so what a payout was made of is kept
--      apart from where the lines are now.
-- Phase: expand
-- Rollback: lossy. Drops what payouts were made of.
-- Lint: allow trigger-on-existing-table because the table is new in this release, and the function asks one index.
--changeset dotmac:0073-partners-create-payout-lines labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_payout_lines (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payout_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency char(3) NOT NULL,
  commission_event_id uuid NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT pk_partner_payout_lines PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payout_lines_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_payout_lines_payout FOREIGN KEY (tenant_id, payout_id, partner_id, currency)
    REFERENCES partner_payouts (tenant_id, id, partner_id, currency),
  CONSTRAINT fk_partner_payout_lines_commission_event FOREIGN KEY (tenant_id, commission_event_id)
    REFERENCES partner_commission_events (tenant_id, id),
  CONSTRAINT uq_partner_payout_lines_of_payout UNIQUE (tenant_id, payout_id, commission_event_id),
  CONSTRAINT ck_partner_payout_lines_currency CHECK (currency ~ '^[A-Z]{3}$')
);

CREATE INDEX ix_partner_payout_lines_payout ON partner_payout_lines (tenant_id, payout_id, partner_id, currency);
CREATE INDEX ix_partner_payout_lines_commission_event ON partner_payout_lines (tenant_id, commission_event_id);

COMMENT ON TABLE partner_payout_lines IS 'Which lines of commission payouts were made of. Only added.';
COMMENT ON COLUMN partner_payout_lines.amount IS 'That of the line, in minor units; negative: was lost.';

CREATE FUNCTION check_partner_payout_at_commit() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  wanted bigint;
  is_live boolean;
  taken numeric;
  lines bigint;
BEGIN
  -- Row security let the row in, so its tenant is the right one, whoever the transaction works for now.
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  SELECT amount, status NOT IN ('failed', 'cancelled') INTO wanted, is_live
  FROM partner_payouts WHERE tenant_id = NEW.tenant_id AND id = NEW.id;
  SELECT coalesce(sum(amount), 0), count(*) INTO taken, lines
  FROM partner_commission_events WHERE tenant_id = NEW.tenant_id AND payout_id = NEW.id;
  PERFORM set_config('dotmac.tenant_id', named, true);
  IF is_live AND taken <> wanted OR NOT is_live AND lines <> 0 THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_partner_payouts_lines', TABLE = 'partner_payouts',
      MESSAGE = 'A payout has the lines that come to its amount; one that came to nothing has none';
  END IF;
  RETURN NULL;
END
$function$;

COMMENT ON FUNCTION check_partner_payout_at_commit() IS 'Refuses a commit after which a payout is not the sum of its lines.';
REVOKE EXECUTE ON FUNCTION check_partner_payout_at_commit() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER check_lines AFTER INSERT OR UPDATE ON partner_payouts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_partner_payout_at_commit();

ALTER TABLE partner_payout_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payout_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_payout_lines
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_payout_lines AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_payout_lines TO dotmac_app;
GRANT SELECT ON partner_payout_lines TO dotmac_readonly;

/* liquibase rollback
DROP TRIGGER check_lines ON partner_payouts;
DROP FUNCTION check_partner_payout_at_commit();
DROP TABLE partner_payout_lines;
*/
