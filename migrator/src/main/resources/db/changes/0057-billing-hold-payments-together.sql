--liquibase formatted sql
-- Why: the amounts of a payment and of an invoice are sums of other rows. Each is compared with them when a transaction
--      commits, so that nobody, however he writes, can leave sums behind that disagree.
-- Phase: expand
-- Rollback: reversible
-- Lint: allow trigger-on-existing-table because an invoice whose sums disagree with its allocations is worse than none; the functions run at commit.
-- Lint: allow measured-write-lock because the tables are new in this release; nobody writes them yet.
--changeset dotmac:0057-billing-hold-payments-together labels:expand splitStatements:false stripComments:false
CREATE FUNCTION hold_payment_together() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  -- pg_temp comes last, or a temporary table of the caller would stand before ours.
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  wanted uuid := to_jsonb(NEW) ->> TG_ARGV[0];
  paid payments;
  fault text;
BEGIN
  -- Row security let the row in, so its tenant is the right one, whoever the transaction works for now.
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  IF TG_ARGV[0] = 'allocation_id' THEN
    SELECT payment_id INTO wanted FROM payment_allocations WHERE tenant_id = NEW.tenant_id AND id = wanted;
  END IF;
  SELECT * INTO STRICT paid FROM payments WHERE tenant_id = NEW.tenant_id AND id = wanted;
  SELECT CASE
    WHEN paid.allocated_amount <> (
      SELECT coalesce(sum(amount - reversed_amount), 0) FROM payment_allocations
      WHERE tenant_id = paid.tenant_id AND payment_id = paid.id) THEN 'allocated_amount'
    WHEN paid.refunded_amount <> (
      SELECT coalesce(sum(amount), 0) FROM payment_refunds
      WHERE tenant_id = paid.tenant_id AND payment_id = paid.id AND status <> 'failed') THEN 'refunded_amount'
    WHEN (paid.disputed_amount, paid.charged_back_amount) <> (
      SELECT coalesce(sum(amount) FILTER (WHERE status = 'open'), 0), coalesce(sum(amount) FILTER (WHERE status = 'lost'), 0)
      FROM payment_disputes WHERE tenant_id = paid.tenant_id AND payment_id = paid.id) THEN 'disputed_amount'
    WHEN EXISTS (
      SELECT FROM payment_allocations part LEFT JOIN LATERAL (
        SELECT coalesce(sum(back.amount - back.restored_amount), 0) AS reversed,
               bool_and(part.payment_id = coalesce(refund.payment_id, dispute.payment_id)) AS ours
        FROM payment_allocation_reversals back
        LEFT JOIN payment_refunds refund ON refund.tenant_id = back.tenant_id AND refund.id = back.refund_id
        LEFT JOIN payment_disputes dispute ON dispute.tenant_id = back.tenant_id AND dispute.id = back.dispute_id
        WHERE back.tenant_id = part.tenant_id AND back.allocation_id = part.id) backs ON true
      WHERE part.tenant_id = paid.tenant_id AND part.payment_id = paid.id
        AND (part.customer_id <> paid.customer_id OR part.currency <> paid.currency OR part.reversed_amount <> backs.reversed
             OR backs.ours IS FALSE)) THEN 'an allocation'
    WHEN EXISTS (
      SELECT FROM payment_refunds cause LEFT JOIN LATERAL (
        SELECT coalesce(sum(amount), 0) AS taken, coalesce(sum(restored_amount), 0) AS restored
        FROM payment_allocation_reversals WHERE tenant_id = cause.tenant_id AND refund_id = cause.id) backs ON true
      WHERE cause.tenant_id = paid.tenant_id AND cause.payment_id = paid.id
        AND (cause.currency <> paid.currency OR cause.amount - cause.unallocated_amount <> backs.taken
             OR cause.status <> 'failed' AND backs.restored <> 0)) THEN 'a refund'
    WHEN EXISTS (
      SELECT FROM payment_disputes cause LEFT JOIN LATERAL (
        SELECT coalesce(sum(amount), 0) AS taken, coalesce(sum(restored_amount), 0) AS restored
        FROM payment_allocation_reversals WHERE tenant_id = cause.tenant_id AND dispute_id = cause.id) backs ON true
      WHERE cause.tenant_id = paid.tenant_id AND cause.payment_id = paid.id
        AND (cause.currency <> paid.currency OR cause.amount - cause.unallocated_amount <> backs.taken
             OR cause.status <> 'won' AND backs.restored <> 0)) THEN 'a dispute'
    END INTO fault;
  PERFORM set_config('dotmac.tenant_id', named, true);
  IF fault IS NOT NULL THEN
    RAISE EXCEPTION 'payment % does not agree with its rows: %', paid.id, fault
      USING ERRCODE = 'check_violation', TABLE = 'payments', CONSTRAINT = 'ck_payments_sums';
  END IF;
  RETURN NULL;
END
$function$;

CREATE FUNCTION hold_paid_invoice_together() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp
  AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  wanted uuid := to_jsonb(NEW) ->> TG_ARGV[0];
  billed invoices;
  fault boolean;
BEGIN
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  SELECT * INTO billed FROM invoices WHERE tenant_id = NEW.tenant_id AND id = wanted;
  SELECT billed.paid_amount <> coalesce(sum(amount), 0)
      OR billed.refunded_amount <> coalesce(sum(reversed_amount), 0)
      OR NOT coalesce(bool_and(customer_id = billed.customer_id AND currency = billed.currency), true) INTO fault
  FROM payment_allocations WHERE tenant_id = billed.tenant_id AND invoice_id = billed.id;
  PERFORM set_config('dotmac.tenant_id', named, true);
  IF fault THEN
    RAISE EXCEPTION 'invoice % does not agree with its allocations', billed.id
      USING ERRCODE = 'check_violation', TABLE = 'invoices', CONSTRAINT = 'ck_invoices_payments';
  END IF;
  RETURN NULL;
END
$function$;

COMMENT ON FUNCTION hold_payment_together() IS
  'Refuses a commit after which the amounts of a payment are not the sums of its rows. The argument is the column that leads to it.';
COMMENT ON FUNCTION hold_paid_invoice_together() IS
  'Refuses a commit after which an invoice has other amounts than its allocations. The argument is the column that leads to it.';
REVOKE EXECUTE ON FUNCTION hold_payment_together() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION hold_paid_invoice_together() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON payments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('id');
CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON payment_allocations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('payment_id');
CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON payment_refunds
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('payment_id');
CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON payment_disputes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('payment_id');
CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON payment_allocation_reversals
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('allocation_id');
CREATE CONSTRAINT TRIGGER hold_invoice AFTER INSERT OR UPDATE ON payment_allocations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_paid_invoice_together('invoice_id');
CREATE CONSTRAINT TRIGGER hold_payments_at_insert AFTER INSERT ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.paid_amount <> 0) EXECUTE FUNCTION hold_paid_invoice_together('id');
CREATE CONSTRAINT TRIGGER hold_payments_at_update AFTER UPDATE ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.paid_amount, OLD.refunded_amount) IS DISTINCT FROM (NEW.paid_amount, NEW.refunded_amount))
  EXECUTE FUNCTION hold_paid_invoice_together('id');

/* liquibase rollback
DROP TRIGGER hold_payments_at_update ON invoices;
DROP TRIGGER hold_payments_at_insert ON invoices;
DROP TRIGGER hold_invoice ON payment_allocations;
DROP TRIGGER hold_payment ON payment_allocation_reversals;
DROP TRIGGER hold_payment ON payment_disputes;
DROP TRIGGER hold_payment ON payment_refunds;
DROP TRIGGER hold_payment ON payment_allocations;
DROP TRIGGER hold_payment ON payments;
DROP FUNCTION hold_paid_invoice_together();
DROP FUNCTION hold_payment_together();
*/
