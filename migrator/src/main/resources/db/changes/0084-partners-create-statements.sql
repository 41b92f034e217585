--liquibase formatted sql
-- Why: what partners are told of each month is settled once the month is over. A statement is never changed, and nothing is entered
--      into the books for a time that was stated, however long a transaction was under way.
-- Phase: expand
-- Rollback: lossy. Drops all statements.
-- Lint: allow trigger-on-existing-table because the table is new in this release, and the function asks one index.
-- Lint: allow measured-write-lock because the table is new in this release; nobody writes it yet.
--changeset dotmac:0084-partners-create-statements labels:expand splitStatements:false stripComments:false
CREATE TABLE partner_statement_periods (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  month date NOT NULL,
  time_zone varchar(64) NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  closed_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_statement_periods PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_statement_periods_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT uq_partner_statement_periods_month UNIQUE (tenant_id, month),
  CONSTRAINT uq_partner_statement_periods_starts_at UNIQUE (tenant_id, id, starts_at, ends_at),
  CONSTRAINT ex_partner_statement_periods_apart EXCLUDE USING gist (tenant_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT ck_partner_statement_periods_month CHECK (extract(day FROM month) = 1),
  CONSTRAINT ck_partner_statement_periods_ends_at CHECK (starts_at < ends_at AND ends_at <= closed_at)
);

CREATE TABLE partner_statements (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  period_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  month date NOT NULL,
  time_zone varchar(64) NOT NULL,
  partner_id uuid NOT NULL,
  partner_number varchar(20) NOT NULL,
  partner_name varchar(255) NOT NULL,
  issuer_name varchar(255) NOT NULL,
  currency char(3) NOT NULL,
  opening_balance bigint NOT NULL,
  earned bigint NOT NULL,
  reversed bigint NOT NULL,
  adjusted bigint NOT NULL,
  written_off bigint NOT NULL,
  paid_out bigint NOT NULL,
  returned bigint NOT NULL,
  closing_balance bigint NOT NULL,
  held bigint NOT NULL,
  payable bigint NOT NULL,
  in_flight bigint NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT pk_partner_statements PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_statements_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_partner_statements_period FOREIGN KEY (tenant_id, period_id, starts_at, ends_at)
    REFERENCES partner_statement_periods (tenant_id, id, starts_at, ends_at),
  CONSTRAINT fk_partner_statements_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners (tenant_id, id),
  CONSTRAINT uq_partner_statements_month UNIQUE (tenant_id, partner_id, currency, month),
  CONSTRAINT ck_partner_statements_currency CHECK (currency ~ '^[A-Z]{3}$'),
  CONSTRAINT ck_partner_statements_month CHECK (extract(day FROM month) = 1),
  CONSTRAINT ck_partner_statements_closing_balance CHECK (
    closing_balance = opening_balance + earned + reversed + adjusted + written_off + paid_out + returned),
  CONSTRAINT ck_partner_statements_held CHECK (closing_balance = held + payable + in_flight)
);

CREATE INDEX ix_partner_statements_period ON partner_statements (tenant_id, period_id, starts_at, ends_at);
CREATE INDEX ix_partner_statements_partner ON partner_statements (tenant_id, partner_id, id);

COMMENT ON TABLE partner_statement_periods IS 'Months of a tenant that are closed: they follow each other without gap or overlap. Only added.';
COMMENT ON COLUMN partner_statement_periods.month IS 'Its first day.';
COMMENT ON COLUMN partner_statement_periods.time_zone IS 'In which it ended.';
COMMENT ON COLUMN partner_statement_periods.ends_at IS 'First instant after it. Nothing is entered into the books for an earlier one.';
COMMENT ON TABLE partner_statements IS 'What partners were owed at the ends of closed months, and what changed it. Only added.';
COMMENT ON COLUMN partner_statements.month IS 'That of the period.';
COMMENT ON COLUMN partner_statements.partner_name IS 'As it was when the statement was made.';
COMMENT ON COLUMN partner_statements.issuer_name IS 'Name of the tenant when the statement was made.';
COMMENT ON COLUMN partner_statements.opening_balance IS 'What was owed to the partner at the start, in minor units; negative: he owed. So are all amounts.';
COMMENT ON COLUMN partner_statements.earned IS 'What the balance changed by; negative: less is owed. So are all movements.';
COMMENT ON COLUMN partner_statements.held IS 'Of the closing balance: not approved yet.';
COMMENT ON COLUMN partner_statements.payable IS 'Of the closing balance: approved and in no payout; negative: is carried.';
COMMENT ON COLUMN partner_statements.in_flight IS 'Of the closing balance: in payouts that had not ended.';

ALTER TABLE partner_statement_periods ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_statement_periods FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_statement_periods
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_statement_periods AS RESTRICTIVE
  USING (true) WITH CHECK (current_partner_id() IS NULL);
ALTER TABLE partner_statements ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_statements FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON partner_statements
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());
CREATE POLICY partner_scope ON partner_statements AS RESTRICTIVE
  USING (current_partner_id() IS NULL OR partner_id = current_partner_id())
  WITH CHECK (current_partner_id() IS NULL);

GRANT SELECT, INSERT ON partner_statement_periods, partner_statements TO dotmac_app;
GRANT SELECT ON partner_statement_periods, partner_statements TO dotmac_readonly;

CREATE FUNCTION refuse_entry_in_closed_period() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
BEGIN
  -- Whoever closes a month takes this lock alone: he waits for those who enter something, and they for him.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('partner statements of ' || tenant_id::text, 0))
  FROM (SELECT DISTINCT tenant_id FROM entered) tenants;
  IF EXISTS (SELECT FROM entered e JOIN partner_statement_periods p ON p.tenant_id = e.tenant_id AND p.ends_at > e.posted_at) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_partner_ledger_entries_period',
      TABLE = 'partner_ledger_entries', MESSAGE = 'Nothing is entered for a time that was stated';
  END IF;
  RETURN NULL;
END
$function$;

COMMENT ON FUNCTION refuse_entry_in_closed_period() IS 'Keeps what was stated as it was stated.';
REVOKE EXECUTE ON FUNCTION refuse_entry_in_closed_period() FROM PUBLIC;

CREATE TRIGGER refuse_closed_period AFTER INSERT ON partner_ledger_entries
  REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION refuse_entry_in_closed_period();

/* liquibase rollback
DROP TRIGGER refuse_closed_period ON partner_ledger_entries;
DROP FUNCTION refuse_entry_in_closed_period();
DROP TABLE partner_statements;
DROP TABLE partner_statement_periods;
*/
