--liquibase formatted sql
-- Why: the books of what partners are owed, in double entry. Only added to; a transaction that does not balance cannot be
--      committed, by whomever.
-- Phase: expand
-- Rollback: lossy. Drops the books.
--changeset dotmac:0072-partners-create-ledger labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_ledger_transactions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency char(3) NOT NULL,
  kind varchar(20) NOT NULL,
  posted_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_ledger_transactions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_ledger_transactions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_ledger_transactions_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT uq_partner_ledger_transactions_partner UNIQUE (tenant_id, id, partner_id, currency),
  CONSTRAINT ck_partner_ledger_transactions_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_ledger_transactions_kind CHECK (kind IN ('accrual', 'reversal', 'release', 'adjustment', 'cancellation', 'write_off',
    'payout_reserved', 'payout_released', 'payout_completed', 'payout_returned'))
);

CREATE TABLE partner_ledger_entries (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency char(3) NOT NULL,
  account varchar(20) NOT NULL,
  amount bigint NOT NULL,
  commission_event_id uuid,
  payout_id uuid,
  posted_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_ledger_entries PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_ledger_entries_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_ledger_entries_transaction FOREIGN KEY (tenant_id, transaction_id, partner_id, currency)
    REFERENCES partner_ledger_transactions (tenant_id, id, partner_id, currency),
  CONSTRAINT fk_partner_ledger_entries_commission_event FOREIGN KEY (tenant_id, commission_event_id) REFERENCES partner_commission_events (tenant_id, id),
  CONSTRAINT fk_partner_ledger_entries_payout FOREIGN KEY (tenant_id, payout_id, partner_id, currency)
    REFERENCES partner_payouts (tenant_id, id, partner_id, currency),
  CONSTRAINT ck_partner_ledger_entries_account CHECK (account IN ('expense', 'held', 'payable', 'in_flight', 'paid', 'written_off')),
  CONSTRAINT ck_partner_ledger_entries_amount CHECK (amount <> 0),
  CONSTRAINT ck_partner_ledger_entries_cause CHECK (num_nonnulls(commission_event_id, payout_id) = 1)
);

CREATE INDEX ix_partner_ledger_transactions_partner ON partner_ledger_transactions (tenant_id, partner_id, id);
CREATE INDEX ix_partner_ledger_entries_transaction ON partner_ledger_entries (tenant_id, transaction_id, partner_id, currency);
CREATE INDEX ix_partner_ledger_entries_partner ON partner_ledger_entries (tenant_id, partner_id, currency, account, posted_at) INCLUDE (amount);
CREATE INDEX ix_partner_ledger_entries_commission_event ON partner_ledger_entries (tenant_id, commission_event_id);
CREATE INDEX ix_partner_ledger_entries_payout ON partner_ledger_entries (tenant_id, payout_id, partner_id, currency);

COMMENT ON TABLE partner_ledger_transactions IS 'Transactions of the partners'' books: of one partner, in one currency. Only added.';
COMMENT ON COLUMN partner_ledger_transactions.posted_at IS 'When it was entered, which decides the period it is in.';
COMMENT ON TABLE partner_ledger_entries IS 'Entries of the partners'' books. Only added; those of a transaction come to nothing.';
COMMENT ON COLUMN partner_ledger_entries.account IS
  'expense: commission earned and taken back; held, payable, in_flight: owed to the partner; paid: left the house; written_off: debts let off.';
COMMENT ON COLUMN partner_ledger_entries.amount IS 'In minor units; positive: debit, negative: credit.';
COMMENT ON COLUMN partner_ledger_entries.posted_at IS 'That of the transaction.';

CREATE FUNCTION check_partner_ledger_at_commit() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  wanted uuid := CASE TG_TABLE_NAME WHEN 'partner_ledger_transactions' THEN NEW.id ELSE (to_jsonb(NEW) ->> 'transaction_id')::uuid END;
  balance numeric;
  entries bigint;
BEGIN
  -- Row security let the row in, so its tenant is the right one, whoever the transaction works for now.
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  SELECT coalesce(sum(amount), 0), count(*) INTO balance, entries
  FROM partner_ledger_entries WHERE tenant_id = NEW.tenant_id AND transaction_id = wanted;
  PERFORM set_config('dotmac.tenant_id', named, true);
  IF balance <> 0 OR entries < 2 THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_partner_ledger_transactions_balance', TABLE = 'partner_ledger_transactions',
      MESSAGE = 'A transaction of the ledger has entries that come to nothing';
  END IF;
  RETURN NULL;
END
$function$;

CREATE FUNCTION refuse_change_of_partner_ledger() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_' || TG_TABLE_NAME || '_only_added', TABLE = TG_TABLE_NAME,
    MESSAGE = 'The ledger only grows; what is wrong is corrected by a further entry';
END
$function$;

COMMENT ON FUNCTION check_partner_ledger_at_commit() IS 'Refuses a commit after which a transaction of the ledger does not balance.';
COMMENT ON FUNCTION refuse_change_of_partner_ledger() IS 'Keeps what was entered as it was.';
REVOKE EXECUTE ON FUNCTION check_partner_ledger_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION refuse_change_of_partner_ledger() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER check_balance AFTER INSERT ON partner_ledger_transactions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_partner_ledger_at_commit();
CREATE CONSTRAINT TRIGGER check_balance AFTER INSERT ON partner_ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_partner_ledger_at_commit();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON partner_ledger_transactions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_partner_ledger();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON partner_ledger_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_partner_ledger();

ALTER TABLE partner_ledger_transactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_ledger_transactions FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_ledger_transactions
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_ledger_transactions AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());
ALTER TABLE partner_ledger_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_ledger_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_ledger_entries
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_ledger_entries AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL OR partner_id = current_partner_id());

GRANT SELECT, INSERT ON partner_ledger_transactions, partner_ledger_entries TO dotmac_app;
GRANT SELECT ON partner_ledger_transactions, partner_ledger_entries TO dotmac_readonly;

/* liquibase rollback
DROP TABLE partner_ledger_entries;
DROP TABLE partner_ledger_transactions;
DROP FUNCTION refuse_change_of_partner_ledger();
DROP FUNCTION check_partner_ledger_at_commit();
*/
