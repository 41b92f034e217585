--liquibase formatted sql
-- Why: what an invoice asked for too much is taken back by a credit note, never by changing the invoice. The notes of an
--      invoice that stand never come to more than its total, whoever writes them at once: each is counted under its lock.
-- Phase: expand
-- Rollback: lossy. Drops the credit notes.
--changeset dotmac:0046-billing-create-credit-notes labels:expand splitStatements:false stripComments:false
CREATE TABLE credit_notes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number varchar(20) NOT NULL,
  invoice_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  currency char(3) NOT NULL,
  reason varchar(500) NOT NULL,
  status varchar(20) NOT NULL,
  issued_on date NOT NULL,
  net_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  applied_amount bigint NOT NULL,
  remaining_amount bigint NOT NULL
    GENERATED ALWAYS AS (CASE WHEN status = 'void' THEN 0 ELSE total_amount - applied_amount END) STORED,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_credit_notes PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_credit_notes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants (id),
  CONSTRAINT fk_credit_notes_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices (tenant_id, id),
  CONSTRAINT fk_credit_notes_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers (tenant_id, id),
  CONSTRAINT uq_credit_notes_number UNIQUE (tenant_id, number),
  CONSTRAINT ck_credit_notes_amounts CHECK (total_amount > 0 AND total_amount = net_amount + tax_amount),
  CONSTRAINT ck_credit_notes_status CHECK (status IN ('issued', 'partially_applied', 'applied', 'void')),
  CONSTRAINT ck_credit_notes_applied CHECK (
    CASE status
      WHEN 'partially_applied' THEN applied_amount > 0 AND applied_amount < total_amount
      WHEN 'applied' THEN applied_amount = total_amount
      ELSE applied_amount = 0
    END)
);

CREATE INDEX ix_credit_notes_invoice ON credit_notes (tenant_id, invoice_id, id);
CREATE INDEX ix_credit_notes_customer ON credit_notes (tenant_id, customer_id, id);
CREATE INDEX ix_credit_notes_remaining ON credit_notes (tenant_id, customer_id, currency) WHERE remaining_amount > 0;

COMMENT ON TABLE credit_notes IS 'Parts of invoices that are not owed after all; what is not used of them is credit of the customer.';
COMMENT ON COLUMN credit_notes.number IS 'Without gaps per tenant and year of issued_on, CN-2026-000042.';
COMMENT ON COLUMN credit_notes.invoice_id IS 'The invoice of which it takes something back; it may be applied to others.';
COMMENT ON COLUMN credit_notes.customer_id IS 'That of the invoice.';
COMMENT ON COLUMN credit_notes.issued_on IS 'Day in the zone of the tenant.';
COMMENT ON COLUMN credit_notes.applied_amount IS 'Sum of its applications that were not undone.';
COMMENT ON COLUMN credit_notes.remaining_amount IS 'Credit of the customer: what was not applied; nothing once it is void.';

CREATE FUNCTION check_credit_note_within_invoice() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $function$
DECLARE
  invoice invoices;
BEGIN
  SELECT * INTO STRICT invoice FROM invoices
  WHERE tenant_id = NEW.tenant_id AND id = NEW.invoice_id FOR NO KEY UPDATE;
  IF invoice.status IN ('draft', 'void')
      OR (invoice.customer_id, invoice.currency) IS DISTINCT FROM (NEW.customer_id, NEW.currency) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_credit_notes_invoice', TABLE = 'credit_notes',
      MESSAGE = 'A credit note has customer and currency of its invoice, which is neither a draft nor void';
  END IF;
  -- A statement of its own, so that it sees what was committed while the lock was waited for.
  IF (SELECT sum(total_amount) FROM credit_notes
      WHERE tenant_id = NEW.tenant_id AND invoice_id = NEW.invoice_id AND status <> 'void') > invoice.total_amount THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_credit_notes_within_invoice', TABLE = 'credit_notes',
      MESSAGE = 'The credit notes of an invoice do not come to more than it';
  END IF;
  RETURN NULL;
END
$function$;
COMMENT ON FUNCTION check_credit_note_within_invoice() IS
  'Refuses a note that does not fit its invoice, and one with which the notes of the invoice exceed it.';
REVOKE EXECUTE ON FUNCTION check_credit_note_within_invoice() FROM PUBLIC;

CREATE TRIGGER within_invoice AFTER INSERT ON credit_notes
  FOR EACH ROW EXECUTE FUNCTION check_credit_note_within_invoice();

ALTER TABLE credit_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_notes FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON credit_notes
  USING (tenant_id = current_tenant_id()) WITH CHECK (tenant_id = current_tenant_id());

GRANT SELECT, INSERT ON credit_notes TO dotmac_app;
GRANT UPDATE (status, applied_amount, updated_at, version) ON credit_notes TO dotmac_app;
GRANT SELECT ON credit_notes TO dotmac_readonly;

/* liquibase rollback
DROP TABLE credit_notes;
DROP FUNCTION check_credit_note_within_invoice();
*/
