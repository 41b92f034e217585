--liquibase formatted sql
-- Why: a note and an invoice say what the steps between them say, at each commit and whoever writes: neither can count
--      credit that was not applied, nor lose any. An invoice that is void has no note that still counts.
-- Phase: expand
-- Rollback: reversible.
-- Lint: allow trigger-on-existing-table because the tables are new in this release, and the functions ask one index each.
-- Lint: allow measured-write-lock because the tables are new in this release; nobody writes them yet.
--changeset dotmac:0049-billing-guard-credit-notes labels:expand splitStatements:false stripComments:false
CREATE FUNCTION check_credit_note_applied_at_commit() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  note uuid;
BEGIN
  IF TG_TABLE_NAME = 'credit_notes' THEN
    note := NEW.id;
  ELSE
    note := NEW.credit_note_id;
  END IF;
  -- Row security let the row in, so its tenant is the right one, whoever the transaction works for now.
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  PERFORM FROM credit_notes AS n
  WHERE n.tenant_id = NEW.tenant_id AND n.id = note
    AND n.applied_amount <> (
      SELECT coalesce(sum(a.amount), 0) FROM credit_note_applications AS a
      WHERE a.tenant_id = n.tenant_id AND a.credit_note_id = n.id AND a.undone_at IS NULL);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_credit_notes_applications', TABLE = 'credit_notes',
      MESSAGE = 'What is applied of a credit note is the sum of its applications that were not undone';
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;

CREATE FUNCTION check_invoice_credited_at_commit() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  invoice uuid;
BEGIN
  IF TG_TABLE_NAME = 'invoices' THEN
    invoice := NEW.id;
  ELSE
    invoice := NEW.invoice_id;
  END IF;
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  PERFORM FROM invoices AS i
  WHERE i.tenant_id = NEW.tenant_id AND i.id = invoice
    AND (i.credited_amount <> (
        SELECT coalesce(sum(a.amount), 0) FROM credit_note_applications AS a
        WHERE a.tenant_id = i.tenant_id AND a.invoice_id = i.id AND a.undone_at IS NULL)
      OR EXISTS (
        SELECT FROM credit_note_applications AS a
        JOIN credit_notes AS n ON n.tenant_id = a.tenant_id AND n.id = a.credit_note_id
        WHERE a.tenant_id = i.tenant_id AND a.invoice_id = i.id
          AND (n.customer_id, n.currency, a.currency) IS DISTINCT FROM (i.customer_id, i.currency, i.currency))
      OR i.status = 'void' AND EXISTS (
        SELECT FROM credit_notes AS n
        WHERE n.tenant_id = i.tenant_id AND n.invoice_id = i.id AND n.status <> 'void'));
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_invoices_credits', TABLE = 'invoices',
      MESSAGE = 'What is credited of an invoice is what notes of its customer and currency gave, and a void one has no notes';
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;

COMMENT ON FUNCTION check_credit_note_applied_at_commit() IS 'At commit: compares a credit note with its applications.';
COMMENT ON FUNCTION check_invoice_credited_at_commit() IS 'At commit: compares an invoice with what was applied to it.';
REVOKE EXECUTE ON FUNCTION check_credit_note_applied_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_invoice_credited_at_commit() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER check_applied AFTER INSERT OR UPDATE ON credit_notes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_applied_at_commit();
CREATE CONSTRAINT TRIGGER check_applied AFTER INSERT OR UPDATE ON credit_note_applications
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_applied_at_commit();
CREATE CONSTRAINT TRIGGER check_credited AFTER INSERT OR UPDATE ON credit_note_applications
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_credited_at_commit();
CREATE CONSTRAINT TRIGGER check_credited AFTER UPDATE ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.credited_amount <> NEW.credited_amount OR OLD.status <> NEW.status)
  EXECUTE FUNCTION check_invoice_credited_at_commit();
CREATE CONSTRAINT TRIGGER check_credited_at_insert AFTER INSERT ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.credited_amount <> 0)
  EXECUTE FUNCTION check_invoice_credited_at_commit();

/* liquibase rollback
DROP TRIGGER check_credited_at_insert ON invoices;
DROP TRIGGER check_credited ON invoices;
DROP TRIGGER check_credited ON credit_note_applications;
DROP TRIGGER check_applied ON credit_note_applications;
DROP TRIGGER check_applied ON credit_notes;
DROP FUNCTION check_invoice_credited_at_commit();
DROP FUNCTION check_credit_note_applied_at_commit();
*/
