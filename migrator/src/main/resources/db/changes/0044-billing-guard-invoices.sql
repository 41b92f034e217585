--liquibase formatted sql
-- Why: an invoice that was sent does not change, and its amounts are the sums of its lines, whoever writes: the
--      application, a script, a person at the prompt. A rule that only the application knows holds until somebody goes round it.
-- Phase: expand
-- Rollback: reversible.
-- Lint: allow trigger-on-existing-table because the tables are new in this release, and the functions ask one index each.
-- Lint: allow measured-write-lock because the tables are new in this release; nobody writes them yet.
--changeset dotmac:0044-billing-guard-invoices labels:expand splitStatements:false stripComments:false
CREATE FUNCTION refuse_change_of_issued_invoice() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
BEGIN
  IF OLD.status <> 'draft' AND (TG_OP = 'DELETE' OR NEW.status = 'draft'
      OR (NEW.tenant_id, NEW.id, NEW.number, NEW.customer_id, NEW.currency, NEW.subtotal_amount, NEW.discount_amount,
          NEW.tax_amount, NEW.total_amount, NEW.bill_to, NEW.issued_on, NEW.due_on, NEW.finalised_at)
        IS DISTINCT FROM
         (OLD.tenant_id, OLD.id, OLD.number, OLD.customer_id, OLD.currency, OLD.subtotal_amount, OLD.discount_amount,
          OLD.tax_amount, OLD.total_amount, OLD.bill_to, OLD.issued_on, OLD.due_on, OLD.finalised_at)) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_invoices_issued', TABLE = 'invoices',
      MESSAGE = 'An invoice that is no draft keeps its number, dates, customer and amounts';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$function$;

CREATE FUNCTION refuse_change_of_issued_invoice_line() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
DECLARE
  line invoice_lines := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  state text;
BEGIN
  -- Held until the end, so that nobody finalises the invoice meanwhile.
  SELECT status INTO state FROM invoices WHERE tenant_id = line.tenant_id AND id = line.invoice_id FOR NO KEY UPDATE;
  IF TG_OP = 'UPDATE' OR state <> 'draft' THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_invoice_lines_draft', TABLE = 'invoice_lines',
      MESSAGE = 'Lines are added to drafts and removed from them, and never changed';
  END IF;
  RETURN line;
END
$function$;

CREATE FUNCTION check_invoice_sums_at_commit() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  tenant uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.tenant_id ELSE NEW.tenant_id END;
  invoice uuid;
BEGIN
  IF TG_TABLE_NAME = 'invoices' THEN
    invoice := NEW.id;
  ELSE
    invoice := CASE WHEN TG_OP = 'DELETE' THEN OLD.invoice_id ELSE NEW.invoice_id END;
  END IF;
  PERFORM set_config('dotmac.tenant_id', tenant::text, true);
  IF EXISTS (
    SELECT FROM invoices i
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(gross_amount), 0) AS gross, coalesce(sum(discount_amount), 0) AS discount,
        coalesce(sum(tax_amount), 0) AS tax, count(*) AS lines
      FROM invoice_lines l WHERE l.tenant_id = i.tenant_id AND l.invoice_id = i.id) s
    WHERE i.tenant_id = tenant AND i.id = invoice
      AND ((i.subtotal_amount, i.discount_amount, i.tax_amount) IS DISTINCT FROM (s.gross, s.discount, s.tax)
        OR (i.status <> 'draft' AND s.lines = 0))) THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_invoices_sums', TABLE = 'invoices',
      MESSAGE = 'The amounts of an invoice are the sums of its lines, and one that is no draft has lines';
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;

COMMENT ON FUNCTION refuse_change_of_issued_invoice() IS 'Keeps what was finalised as it was.';
COMMENT ON FUNCTION refuse_change_of_issued_invoice_line() IS 'Keeps the lines of what was finalised as they were.';
COMMENT ON FUNCTION check_invoice_sums_at_commit() IS 'Compares an invoice with its lines when the transaction commits.';
REVOKE EXECUTE ON FUNCTION refuse_change_of_issued_invoice() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION refuse_change_of_issued_invoice_line() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_invoice_sums_at_commit() FROM PUBLIC;

CREATE TRIGGER refuse_change_of_issued BEFORE UPDATE OR DELETE ON invoices
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_invoice();
CREATE TRIGGER refuse_change_of_issued BEFORE INSERT OR UPDATE OR DELETE ON invoice_lines
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_invoice_line();
CREATE CONSTRAINT TRIGGER check_sums_at_insert AFTER INSERT ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_sums_at_commit();
CREATE CONSTRAINT TRIGGER check_sums_at_update AFTER UPDATE ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status = 'draft') EXECUTE FUNCTION check_invoice_sums_at_commit();
CREATE CONSTRAINT TRIGGER check_sums AFTER INSERT OR DELETE ON invoice_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_sums_at_commit();

/* liquibase rollback
DROP TRIGGER check_sums ON invoice_lines;
DROP TRIGGER check_sums_at_update ON invoices;
DROP TRIGGER check_sums_at_insert ON invoices;
DROP TRIGGER refuse_change_of_issued ON invoice_lines;
DROP TRIGGER refuse_change_of_issued ON invoices;
DROP FUNCTION check_invoice_sums_at_commit();
DROP FUNCTION refuse_change_of_issued_invoice_line();
DROP FUNCTION refuse_change_of_issued_invoice();
*/
