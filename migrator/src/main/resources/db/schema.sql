-- The schema as the changes make it: what there is, not how it came to be.
-- Read back from a database and written by "db snapshot"; not edited, and never run.
-- Rights are shown where they differ from those a new object has; OWNER is whoever migrates.


-- Shared by all tables ------------------------------------------------------------------------------------------------

CREATE EXTENSION btree_gist;

CREATE OR REPLACE FUNCTION public.audit_activity_hash(act audit_activities, sequence bigint, origin text, previous_hash bytea)
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN audit_chain_hash(VARIADIC ARRAY['dotmac-audit-1'::text, encode(previous_hash, 'hex'::text), (sequence)::text, origin, ((act).tenant_id)::text, ((act).id)::text, to_char(((act).occurred_at AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text), ((act).actor_kind)::text, ((act).actor_id)::text, ((act).actor_name)::text, ((act).action)::text, ((act).resource_kind)::text, ((act).resource_id)::text, ((act).reason)::text, ((act).request_id)::text, ((act).before_state)::text, ((act).after_state)::text]);
CREATE OR REPLACE FUNCTION public.audit_chain_hash(VARIADIC fields text[])
 RETURNS bytea
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (SELECT sha256(string_agg(COALESCE((int4send(octet_length(convert_to(field.value, 'UTF8'::name))) || convert_to(field.value, 'UTF8'::name)), int4send('-1'::integer)), '\x'::bytea ORDER BY field.place)) AS sha256 FROM unnest(audit_chain_hash.fields) WITH ORDINALITY field(value, place));
CREATE OR REPLACE FUNCTION public.check_credit_note_applied_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
CREATE OR REPLACE FUNCTION public.check_credit_note_sums_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
    AND NOT EXISTS (
      SELECT FROM credit_note_lines AS l WHERE l.tenant_id = n.tenant_id AND l.credit_note_id = n.id
      HAVING sum(l.net_amount) = n.net_amount AND sum(l.tax_amount) = n.tax_amount);
  IF FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_credit_notes_sums', TABLE = 'credit_notes',
      MESSAGE = 'The amounts of a credit note are the sums of its lines';
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;
CREATE OR REPLACE FUNCTION public.check_credit_note_within_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
CREATE OR REPLACE FUNCTION public.check_invoice_credited_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
CREATE OR REPLACE FUNCTION public.check_invoice_sums_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
CREATE OR REPLACE FUNCTION public.check_partner_ledger_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
CREATE OR REPLACE FUNCTION public.check_partner_payout_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
CREATE OR REPLACE FUNCTION public.current_partner_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('dotmac.partner_id'::text, true), ''::text))::uuid;
CREATE OR REPLACE FUNCTION public.current_tenant_id()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('dotmac.tenant_id'::text, true), ''::text))::uuid;
CREATE OR REPLACE FUNCTION public.hold_paid_invoice_together()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
CREATE OR REPLACE FUNCTION public.hold_payment_together()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
CREATE OR REPLACE FUNCTION public.is_customer_of_tenant(address text, company text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
RETURN (EXISTS (SELECT FROM customers c WHERE ((c.tenant_id = current_tenant_id()) AND (((c.email)::text = is_customer_of_tenant.address) OR ((lower((c.name)::text) = lower(is_customer_of_tenant.company)) AND (split_part((c.email)::text, '@'::text, 2) = split_part(is_customer_of_tenant.address, '@'::text, 2)))))));
CREATE OR REPLACE FUNCTION public.link_audit_activity_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET enable_bitmapscan TO 'off'
 SET enable_sort TO 'off'
AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  act audit_activities := NEW;
  head audit_chain_heads;
  link_hash bytea;
BEGIN
  -- Row security let the act in, so its tenant is the right one, whoever the transaction works for now.
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  IF NOT EXISTS (SELECT FROM audit_chain_links WHERE tenant_id = NEW.tenant_id AND activity_id = NEW.id) THEN
    INSERT INTO audit_chain_heads VALUES (NEW.tenant_id, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM audit_chain_heads WHERE tenant_id = NEW.tenant_id FOR NO KEY UPDATE;
    -- Links the later acts of this transaction too: a head written once per act would slow each next one down.
    LOOP
      IF NOT EXISTS (SELECT FROM audit_chain_links WHERE tenant_id = NEW.tenant_id AND activity_id = act.id) THEN
        link_hash := audit_activity_hash(act, head.last_sequence + 1, 'commit', head.last_hash);
        INSERT INTO audit_chain_links
        VALUES (NEW.tenant_id, head.last_sequence + 1, act.id, 'commit', head.last_hash, link_hash);
        head.last_sequence := head.last_sequence + 1;
        head.last_hash := link_hash;
      END IF;
      SELECT * INTO act FROM audit_activities
      WHERE tenant_id = NEW.tenant_id AND id > act.id AND xmin = pg_current_xact_id()::xid ORDER BY id LIMIT 1;
      EXIT WHEN NOT FOUND;
    END LOOP;
    UPDATE audit_chain_heads SET last_sequence = head.last_sequence, last_hash = head.last_hash
    WHERE tenant_id = NEW.tenant_id;
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;
CREATE OR REPLACE FUNCTION public.place_billing_events_at_commit()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
DECLARE
  named text := coalesce(current_setting('dotmac.tenant_id', true), '');
  waiting integer := 0;
  last bigint;
BEGIN
  PERFORM set_config('dotmac.tenant_id', NEW.tenant_id::text, true);
  -- The first fact of a transaction places all of them; only those of this transaction have no place. The others ask for
  -- themselves alone: to count would be to go over all that the first one placed, once for each.
  IF EXISTS (SELECT FROM billing_events WHERE tenant_id = NEW.tenant_id AND id = NEW.id AND position IS NULL) THEN
    SELECT count(*) INTO waiting FROM billing_events WHERE tenant_id = NEW.tenant_id AND position IS NULL;
  END IF;
  IF waiting > 0 THEN
    -- Acts are linked at commit, too. Whatever came first in a transaction, the head of the trail is locked first.
    INSERT INTO audit_chain_heads VALUES (NEW.tenant_id, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    PERFORM FROM audit_chain_heads WHERE tenant_id = NEW.tenant_id FOR NO KEY UPDATE;
    INSERT INTO billing_event_heads AS head VALUES (NEW.tenant_id, waiting)
    ON CONFLICT (tenant_id) DO UPDATE SET last_position = head.last_position + waiting
    RETURNING last_position INTO last;
    UPDATE billing_events event SET position = last - waiting + placed.place
    FROM (
      -- In the order of the statements that wrote them: identifiers of one instant have none.
      SELECT id, row_number() OVER (ORDER BY cmin::text::bigint, sequence, id) AS place FROM billing_events
      WHERE tenant_id = NEW.tenant_id AND position IS NULL) placed
    WHERE event.tenant_id = NEW.tenant_id AND event.id = placed.id;
  END IF;
  PERFORM set_config('dotmac.tenant_id', named, true);
  RETURN NULL;
END
$function$;
CREATE OR REPLACE FUNCTION public.refuse_change_of_issued_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
CREATE OR REPLACE FUNCTION public.refuse_change_of_issued_invoice_line()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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
CREATE OR REPLACE FUNCTION public.refuse_change_of_partner_ledger()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_' || TG_TABLE_NAME || '_only_added', TABLE = TG_TABLE_NAME,
    MESSAGE = 'The ledger only grows; what is wrong is corrected by a further entry';
END
$function$;
CREATE OR REPLACE FUNCTION public.refuse_entry_in_closed_period()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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

GRANT USAGE ON SCHEMA public TO PUBLIC;
GRANT USAGE ON SCHEMA public TO dotmac_app;
GRANT USAGE ON SCHEMA public TO dotmac_readonly;
GRANT EXECUTE ON FUNCTION current_partner_id() TO dotmac_app;
GRANT EXECUTE ON FUNCTION current_partner_id() TO dotmac_readonly;
GRANT EXECUTE ON FUNCTION current_tenant_id() TO dotmac_app;
GRANT EXECUTE ON FUNCTION current_tenant_id() TO dotmac_readonly;
GRANT EXECUTE ON FUNCTION is_customer_of_tenant(text,text) TO dotmac_app;
REVOKE EXECUTE ON FUNCTION audit_activity_hash(audit_activities,bigint,text,bytea) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit_chain_hash(text[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_credit_note_applied_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_credit_note_sums_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_credit_note_within_invoice() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_invoice_credited_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_invoice_sums_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_partner_ledger_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION check_partner_payout_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION current_partner_id() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION current_tenant_id() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION hold_paid_invoice_together() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION hold_payment_together() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION is_customer_of_tenant(text,text) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION link_audit_activity_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION place_billing_events_at_commit() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION refuse_change_of_issued_invoice() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION refuse_change_of_issued_invoice_line() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION refuse_change_of_partner_ledger() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION refuse_entry_in_closed_period() FROM PUBLIC;
COMMENT ON FUNCTION audit_activity_hash(audit_activities,bigint,text,bytea) IS 'Hash of the link of an act, in the form dotmac-audit-1.';
COMMENT ON FUNCTION audit_chain_hash(text[]) IS 'SHA-256 over fields, each with its length in bytes before it as 4 bytes, most significant first; NULL: length -1.';
COMMENT ON FUNCTION check_credit_note_applied_at_commit() IS 'At commit: compares a credit note with its applications.';
COMMENT ON FUNCTION check_credit_note_sums_at_commit() IS 'At commit: refuses a note whose lines come to something else than it says.';
COMMENT ON FUNCTION check_credit_note_within_invoice() IS 'Refuses a note that does not fit its invoice, and one with which the notes of the invoice exceed it.';
COMMENT ON FUNCTION check_invoice_credited_at_commit() IS 'At commit: compares an invoice with what was applied to it.';
COMMENT ON FUNCTION check_invoice_sums_at_commit() IS 'Compares an invoice with its lines when the transaction commits.';
COMMENT ON FUNCTION check_partner_ledger_at_commit() IS 'Refuses a commit after which a transaction of the ledger does not balance.';
COMMENT ON FUNCTION check_partner_payout_at_commit() IS 'Refuses a commit after which a payout is not the sum of its lines.';
COMMENT ON FUNCTION current_partner_id() IS 'Partner that this transaction is for: the transaction-local setting dotmac.partner_id; NULL: not for one, but for the tenant.';
COMMENT ON FUNCTION current_tenant_id() IS 'Tenant of this transaction: the transaction-local setting dotmac.tenant_id, NULL when none is set.';
COMMENT ON FUNCTION hold_paid_invoice_together() IS 'Refuses a commit after which an invoice has other amounts than its allocations. The argument is the column that leads to it.';
COMMENT ON FUNCTION hold_payment_together() IS 'Refuses a commit after which the amounts of a payment are not the sums of its rows. The argument is the column that leads to it.';
COMMENT ON FUNCTION is_customer_of_tenant(text,text) IS 'Whether the tenant has a customer with this address, or with this name and an address of this domain, whoever asks.';
COMMENT ON FUNCTION link_audit_activity_at_commit() IS 'Links an act when its transaction commits: after all statements, so that the head is the last lock taken.';
COMMENT ON FUNCTION place_billing_events_at_commit() IS 'Gives the facts of a transaction their positions when it commits, after all statements.';
COMMENT ON FUNCTION refuse_change_of_issued_invoice() IS 'Keeps what was finalised as it was.';
COMMENT ON FUNCTION refuse_change_of_issued_invoice_line() IS 'Keeps the lines of what was finalised as they were.';
COMMENT ON FUNCTION refuse_change_of_partner_ledger() IS 'Keeps what was entered as it was.';
COMMENT ON FUNCTION refuse_entry_in_closed_period() IS 'Keeps what was stated as it was stated.';


-- api_keys ------------------------------------------------------------------------------------------------------------

CREATE TABLE api_keys (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name character varying(100) NOT NULL,
  prefix character varying(16) NOT NULL,
  secret_digest bytea NOT NULL,
  permissions character varying(50)[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  version integer NOT NULL,
  last_used_at timestamp with time zone,
  CONSTRAINT pk_api_keys PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_api_keys_prefix UNIQUE (tenant_id, prefix),
  CONSTRAINT fk_api_keys_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_api_keys_expires_at CHECK ((expires_at > created_at)),
  CONSTRAINT ck_api_keys_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_api_keys_revoked_at CHECK ((revoked_at >= created_at)),
  CONSTRAINT ck_api_keys_secret_digest CHECK ((octet_length(secret_digest) = 32))
);
ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE api_keys FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON api_keys AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON api_keys USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE api_keys TO dotmac_app;

COMMENT ON TABLE api_keys IS 'Credentials of programs.';
COMMENT ON COLUMN api_keys.prefix IS 'Public part of the key: finds the row, and tells keys apart in lists and logs.';
COMMENT ON COLUMN api_keys.secret_digest IS 'SHA-256 of the secret part, 256 random bits; the secret itself is shown once and kept nowhere.';
COMMENT ON COLUMN api_keys.permissions IS 'Names of what the key may do, for example partners:read.';
COMMENT ON COLUMN api_keys.expires_at IS 'From this instant on the key is refused; NULL: never.';
COMMENT ON COLUMN api_keys.revoked_at IS 'From this instant on the key is refused; NULL: not revoked.';
COMMENT ON COLUMN api_keys.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON COLUMN api_keys.last_used_at IS 'A use of the key, at most five minutes before its latest; NULL: never used.';


-- audit_activities ----------------------------------------------------------------------------------------------------

CREATE TABLE audit_activities (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  actor_kind character varying(20) NOT NULL,
  actor_id uuid,
  actor_name character varying(255) NOT NULL,
  action character varying(100) NOT NULL,
  resource_kind character varying(50) NOT NULL,
  resource_id uuid NOT NULL,
  reason character varying(500),
  request_id character varying(64),
  before_state jsonb,
  after_state jsonb,
  CONSTRAINT pk_audit_activities PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_audit_activities_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_audit_activities_action CHECK (((action)::text ~ '^[a-z_]+\.[a-z_]+$'::text)),
  CONSTRAINT ck_audit_activities_actor_kind CHECK (((actor_kind)::text = ANY (ARRAY[('api_key'::character varying)::text, ('user'::character varying)::text, ('operator'::character varying)::text, ('system'::character varying)::text])))
);
ALTER TABLE audit_activities ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_activities FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_audit_activities_action ON public.audit_activities USING btree (tenant_id, action, id);
CREATE INDEX ix_audit_activities_actor ON public.audit_activities USING btree (tenant_id, actor_id, id);
CREATE INDEX ix_audit_activities_resource ON public.audit_activities USING btree (tenant_id, resource_id, id);

CREATE CONSTRAINT TRIGGER link_at_commit AFTER INSERT ON public.audit_activities DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_audit_activity_at_commit();

CREATE POLICY partner_scope ON audit_activities AS RESTRICTIVE TO dotmac_app, dotmac_readonly USING ((current_partner_id() IS NULL)) WITH CHECK (true);
CREATE POLICY tenant_isolation ON audit_activities USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE audit_activities TO dotmac_app;
GRANT SELECT ON TABLE audit_activities TO dotmac_readonly;

COMMENT ON TABLE audit_activities IS 'One row per change; added in the transaction of the change, never altered.';
COMMENT ON COLUMN audit_activities.actor_kind IS 'operator: a person at the command line of the server; system: the platform itself, at work that was planned.';
COMMENT ON COLUMN audit_activities.actor_id IS 'API key or user; NULL for an operator. No foreign key: the row outlives the actor.';
COMMENT ON COLUMN audit_activities.actor_name IS 'Name of the actor at the time of the act.';
COMMENT ON COLUMN audit_activities.action IS 'Kind of resource and verb, for example partner.suspended.';
COMMENT ON COLUMN audit_activities.resource_id IS 'No foreign key: the row outlives the resource.';
COMMENT ON COLUMN audit_activities.before_state IS 'The fields that changed, as they were; NULL when the resource was created.';
COMMENT ON COLUMN audit_activities.after_state IS 'The fields that changed, as they became; NULL when the resource was removed.';


-- audit_chain_heads ---------------------------------------------------------------------------------------------------

CREATE TABLE audit_chain_heads (
  tenant_id uuid NOT NULL,
  last_sequence bigint NOT NULL,
  last_hash bytea NOT NULL,
  CONSTRAINT pk_audit_chain_heads PRIMARY KEY (tenant_id),
  CONSTRAINT fk_audit_chain_heads_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_audit_chain_heads_last_hash CHECK ((octet_length(last_hash) = 32)),
  CONSTRAINT ck_audit_chain_heads_last_sequence CHECK ((last_sequence >= 0))
);
ALTER TABLE audit_chain_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_chain_heads FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON audit_chain_heads AS RESTRICTIVE TO dotmac_app, dotmac_readonly USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON audit_chain_heads USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT ON TABLE audit_chain_heads TO dotmac_app;
GRANT SELECT ON TABLE audit_chain_heads TO dotmac_readonly;

COMMENT ON TABLE audit_chain_heads IS 'Where the chain of each tenant ends; its row is locked while a link is added.';
COMMENT ON COLUMN audit_chain_heads.last_sequence IS 'Sequence of the newest link; 0: none yet.';
COMMENT ON COLUMN audit_chain_heads.last_hash IS 'Hash of the newest link; 32 zero bytes: none yet.';


-- audit_chain_links ---------------------------------------------------------------------------------------------------

CREATE TABLE audit_chain_links (
  tenant_id uuid NOT NULL,
  sequence bigint NOT NULL,
  activity_id uuid NOT NULL,
  origin character varying(20) NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT pk_audit_chain_links PRIMARY KEY (tenant_id, sequence),
  CONSTRAINT uq_audit_chain_links_activity UNIQUE (tenant_id, activity_id),
  CONSTRAINT fk_audit_chain_links_activity FOREIGN KEY (tenant_id, activity_id) REFERENCES audit_activities(tenant_id, id),
  CONSTRAINT fk_audit_chain_links_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_audit_chain_links_hash CHECK ((octet_length(hash) = 32)),
  CONSTRAINT ck_audit_chain_links_origin CHECK (((origin)::text = ANY (ARRAY[('commit'::character varying)::text, ('earlier'::character varying)::text]))),
  CONSTRAINT ck_audit_chain_links_previous_hash CHECK ((octet_length(previous_hash) = 32)),
  CONSTRAINT ck_audit_chain_links_sequence CHECK ((sequence > 0))
);
ALTER TABLE audit_chain_links ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_chain_links FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON audit_chain_links AS RESTRICTIVE TO dotmac_app, dotmac_readonly USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON audit_chain_links USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT ON TABLE audit_chain_links TO dotmac_app;
GRANT SELECT ON TABLE audit_chain_links TO dotmac_readonly;

COMMENT ON TABLE audit_chain_links IS 'One link per act, in the order of the commits; made by the database alone.';
COMMENT ON COLUMN audit_chain_links.sequence IS 'Place in the chain of the tenant, from 1, without gaps.';
COMMENT ON COLUMN audit_chain_links.origin IS 'commit: linked when the act was committed; earlier: linked when the chain was made.';
COMMENT ON COLUMN audit_chain_links.previous_hash IS 'Hash of the link before; 32 zero bytes in the first.';
COMMENT ON COLUMN audit_chain_links.hash IS 'SHA-256 over previous_hash, this link and its act; docs/audit.md has the form.';


-- billing_event_cursors -----------------------------------------------------------------------------------------------

CREATE TABLE billing_event_cursors (
  tenant_id uuid NOT NULL,
  consumer character varying(50) NOT NULL,
  last_position bigint NOT NULL,
  CONSTRAINT pk_billing_event_cursors PRIMARY KEY (tenant_id, consumer),
  CONSTRAINT fk_billing_event_cursors_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_event_cursors_last_position CHECK ((last_position >= 0))
);
ALTER TABLE billing_event_cursors ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_event_cursors FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON billing_event_cursors AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_event_cursors USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE billing_event_cursors TO dotmac_app;
GRANT SELECT ON TABLE billing_event_cursors TO dotmac_readonly;

COMMENT ON TABLE billing_event_cursors IS 'How far each consumer was told the facts of a tenant; its row is locked while it is told.';
COMMENT ON COLUMN billing_event_cursors.last_position IS 'Position of the last fact that was told; 0: none yet.';


-- billing_event_heads -------------------------------------------------------------------------------------------------

CREATE TABLE billing_event_heads (
  tenant_id uuid NOT NULL,
  last_position bigint NOT NULL,
  CONSTRAINT pk_billing_event_heads PRIMARY KEY (tenant_id),
  CONSTRAINT fk_billing_event_heads_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_event_heads_last_position CHECK ((last_position >= 0))
);
ALTER TABLE billing_event_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_event_heads FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON billing_event_heads AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_event_heads USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT ON TABLE billing_event_heads TO dotmac_app;
GRANT SELECT ON TABLE billing_event_heads TO dotmac_readonly;

COMMENT ON TABLE billing_event_heads IS 'The last position given in each tenant; its row is locked while a transaction with facts commits.';


-- billing_events ------------------------------------------------------------------------------------------------------

CREATE TABLE billing_events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  "position" bigint,
  aggregate_kind character varying(20) NOT NULL,
  aggregate_id uuid NOT NULL,
  sequence integer NOT NULL,
  type character varying(50) NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  data jsonb NOT NULL,
  CONSTRAINT pk_billing_events PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_billing_events_position UNIQUE (tenant_id, "position"),
  CONSTRAINT uq_billing_events_sequence UNIQUE (tenant_id, aggregate_kind, aggregate_id, sequence),
  CONSTRAINT fk_billing_events_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_events_aggregate_kind CHECK (((aggregate_kind)::text = ANY (ARRAY[('invoice'::character varying)::text, ('payment'::character varying)::text, ('credit_note'::character varying)::text, ('subscription'::character varying)::text]))),
  CONSTRAINT ck_billing_events_position CHECK (("position" > 0)),
  CONSTRAINT ck_billing_events_sequence CHECK ((sequence > 0)),
  CONSTRAINT ck_billing_events_type CHECK (((type)::text = ANY (ARRAY[('invoice.finalised'::character varying)::text, ('invoice.paid'::character varying)::text, ('invoice.reopened'::character varying)::text, ('invoice.overdue'::character varying)::text, ('invoice.voided'::character varying)::text, ('invoice.uncollectible'::character varying)::text, ('payment.succeeded'::character varying)::text, ('payment.failed'::character varying)::text, ('payment.allocated'::character varying)::text, ('payment.refunded'::character varying)::text, ('payment.refund_refused'::character varying)::text, ('payment.disputed'::character varying)::text, ('payment.dispute_won'::character varying)::text, ('payment.dispute_lost'::character varying)::text, ('credit_note.issued'::character varying)::text, ('credit_note.applied'::character varying)::text, ('credit_note.unapplied'::character varying)::text, ('credit_note.voided'::character varying)::text, ('subscription.created'::character varying)::text, ('subscription.activated'::character varying)::text, ('subscription.renewed'::character varying)::text, ('subscription.plan_changed'::character varying)::text, ('subscription.paused'::character varying)::text, ('subscription.resumed'::character varying)::text, ('subscription.past_due'::character varying)::text, ('subscription.cancel_scheduled'::character varying)::text, ('subscription.canceled'::character varying)::text, ('subscription.reactivated'::character varying)::text, ('subscription.ended'::character varying)::text]))),
  CONSTRAINT ck_billing_events_type_of_kind CHECK ((split_part((type)::text, '.'::text, 1) = (aggregate_kind)::text))
);
ALTER TABLE billing_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_events FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_billing_events_without_position ON public.billing_events USING btree (tenant_id, id) WHERE ("position" IS NULL);

CREATE CONSTRAINT TRIGGER place_at_commit AFTER INSERT ON public.billing_events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_billing_events_at_commit();

CREATE POLICY partner_scope ON billing_events AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_events USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT ON TABLE billing_events TO dotmac_app;
GRANT SELECT ON TABLE billing_events TO dotmac_readonly;
GRANT INSERT (aggregate_id) ON TABLE billing_events TO dotmac_app;
GRANT INSERT (aggregate_kind) ON TABLE billing_events TO dotmac_app;
GRANT INSERT (data) ON TABLE billing_events TO dotmac_app;
GRANT INSERT (id) ON TABLE billing_events TO dotmac_app;
GRANT INSERT (occurred_at) ON TABLE billing_events TO dotmac_app;
GRANT INSERT (sequence) ON TABLE billing_events TO dotmac_app;
GRANT INSERT (tenant_id) ON TABLE billing_events TO dotmac_app;
GRANT INSERT (type) ON TABLE billing_events TO dotmac_app;

COMMENT ON TABLE billing_events IS 'Facts of billing, each written in its own transaction. Only added.';
COMMENT ON COLUMN billing_events."position" IS 'Place among the facts of the tenant, from 1, without gaps, in the order of the commits; given at commit.';
COMMENT ON COLUMN billing_events.aggregate_id IS 'Invoice, payment, credit note or subscription. No foreign key: the fact outlives it.';
COMMENT ON COLUMN billing_events.sequence IS 'Place among the facts of the aggregate, from 1, without gaps.';
COMMENT ON COLUMN billing_events.data IS 'The fact: identifiers and amounts as on the wire.';


-- billing_plans -------------------------------------------------------------------------------------------------------

CREATE TABLE billing_plans (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid NOT NULL,
  code character varying(50) NOT NULL,
  name character varying(255) NOT NULL,
  unit_amount bigint NOT NULL,
  currency character(3) NOT NULL,
  cycle character varying(20) NOT NULL,
  trial_days integer NOT NULL,
  status character varying(20) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_plans PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_billing_plans_code UNIQUE (tenant_id, code),
  CONSTRAINT fk_billing_plans_product FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products(tenant_id, id),
  CONSTRAINT fk_billing_plans_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_plans_code CHECK (((code)::text ~ '^[a-z0-9][a-z0-9._-]*$'::text)),
  CONSTRAINT ck_billing_plans_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_billing_plans_cycle CHECK (((cycle)::text = ANY (ARRAY[('monthly'::character varying)::text, ('quarterly'::character varying)::text, ('annual'::character varying)::text]))),
  CONSTRAINT ck_billing_plans_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_billing_plans_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('archived'::character varying)::text]))),
  CONSTRAINT ck_billing_plans_trial_days CHECK (((trial_days >= 0) AND (trial_days <= 365))),
  CONSTRAINT ck_billing_plans_unit_amount CHECK ((unit_amount >= 0))
);
ALTER TABLE billing_plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_plans FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_billing_plans_product ON public.billing_plans USING btree (tenant_id, product_id, id);
CREATE INDEX ix_billing_plans_status ON public.billing_plans USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON billing_plans AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_plans USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE billing_plans TO dotmac_app;
GRANT SELECT ON TABLE billing_plans TO dotmac_readonly;
GRANT UPDATE (name) ON TABLE billing_plans TO dotmac_app;
GRANT UPDATE (status) ON TABLE billing_plans TO dotmac_app;
GRANT UPDATE (trial_days) ON TABLE billing_plans TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE billing_plans TO dotmac_app;
GRANT UPDATE (version) ON TABLE billing_plans TO dotmac_app;

COMMENT ON TABLE billing_plans IS 'Prices of products, each for a cycle.';
COMMENT ON COLUMN billing_plans.code IS 'What systems call it; unique in the tenant, stays taken after archiving, never changed.';
COMMENT ON COLUMN billing_plans.unit_amount IS 'Price of one for a whole cycle in minor units, before discount and tax; 0 is a price. Never changed.';
COMMENT ON COLUMN billing_plans.currency IS 'ISO 4217 code. Never changed.';
COMMENT ON COLUMN billing_plans.cycle IS 'How long the period is that the price is for. Never changed.';
COMMENT ON COLUMN billing_plans.trial_days IS 'Days for which a new subscription costs nothing.';
COMMENT ON COLUMN billing_plans.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_plans.version IS 'Grows by one with each change; guards against lost updates.';


-- billing_pricing_rules -----------------------------------------------------------------------------------------------

CREATE TABLE billing_pricing_rules (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  product_id uuid,
  plan_id uuid,
  customer_id uuid,
  name character varying(255) NOT NULL,
  min_quantity numeric(18,6) NOT NULL,
  discount_rate numeric(9,6) NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone,
  priority integer NOT NULL,
  status character varying(20) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_pricing_rules PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_pricing_rules_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_billing_pricing_rules_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES billing_plans(tenant_id, id),
  CONSTRAINT fk_billing_pricing_rules_product FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products(tenant_id, id),
  CONSTRAINT fk_billing_pricing_rules_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_pricing_rules_discount_rate CHECK (((discount_rate >= (0)::numeric) AND (discount_rate <= (1)::numeric))),
  CONSTRAINT ck_billing_pricing_rules_min_quantity CHECK ((min_quantity >= (0)::numeric)),
  CONSTRAINT ck_billing_pricing_rules_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_billing_pricing_rules_period CHECK ((ends_at > starts_at)),
  CONSTRAINT ck_billing_pricing_rules_scope CHECK ((num_nonnulls(product_id, plan_id) = 1)),
  CONSTRAINT ck_billing_pricing_rules_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('archived'::character varying)::text])))
);
ALTER TABLE billing_pricing_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_pricing_rules FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_billing_pricing_rules_customer ON public.billing_pricing_rules USING btree (tenant_id, customer_id, id);
CREATE INDEX ix_billing_pricing_rules_plan ON public.billing_pricing_rules USING btree (tenant_id, plan_id, id);
CREATE INDEX ix_billing_pricing_rules_product ON public.billing_pricing_rules USING btree (tenant_id, product_id, id);

CREATE POLICY partner_scope ON billing_pricing_rules AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_pricing_rules USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE billing_pricing_rules TO dotmac_app;
GRANT SELECT ON TABLE billing_pricing_rules TO dotmac_readonly;
GRANT UPDATE (discount_rate) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (ends_at) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (min_quantity) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (name) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (priority) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (starts_at) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (status) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE billing_pricing_rules TO dotmac_app;
GRANT UPDATE (version) ON TABLE billing_pricing_rules TO dotmac_app;

COMMENT ON TABLE billing_pricing_rules IS 'Discounts on lines that are about to be priced. One rule at most prices a line.';
COMMENT ON COLUMN billing_pricing_rules.product_id IS 'The product whose lines it is about, by whatever plan; NULL: it is about a plan.';
COMMENT ON COLUMN billing_pricing_rules.plan_id IS 'The plan whose lines it is about; NULL: it is about a product.';
COMMENT ON COLUMN billing_pricing_rules.customer_id IS 'The only customer whom it is for; NULL: all.';
COMMENT ON COLUMN billing_pricing_rules.min_quantity IS 'It is for lines of at least so many.';
COMMENT ON COLUMN billing_pricing_rules.discount_rate IS 'Fraction between 0 and 1 that is taken off.';
COMMENT ON COLUMN billing_pricing_rules.starts_at IS 'First instant at which it applies.';
COMMENT ON COLUMN billing_pricing_rules.ends_at IS 'First instant at which it applies no longer; NULL: it does not end.';
COMMENT ON COLUMN billing_pricing_rules.priority IS 'Of several that apply the one with the highest wins.';
COMMENT ON COLUMN billing_pricing_rules.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_pricing_rules.version IS 'Grows by one with each change; guards against lost updates.';


-- billing_product_categories ------------------------------------------------------------------------------------------

CREATE TABLE billing_product_categories (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code character varying(50) NOT NULL,
  name character varying(255) NOT NULL,
  status character varying(20) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_product_categories PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_billing_product_categories_code UNIQUE (tenant_id, code),
  CONSTRAINT fk_billing_product_categories_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_product_categories_code CHECK (((code)::text ~ '^[a-z0-9][a-z0-9._-]*$'::text)),
  CONSTRAINT ck_billing_product_categories_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_billing_product_categories_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('archived'::character varying)::text])))
);
ALTER TABLE billing_product_categories ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_product_categories FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_billing_product_categories_status ON public.billing_product_categories USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON billing_product_categories AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_product_categories USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE billing_product_categories TO dotmac_app;
GRANT SELECT ON TABLE billing_product_categories TO dotmac_readonly;
GRANT UPDATE (name) ON TABLE billing_product_categories TO dotmac_app;
GRANT UPDATE (status) ON TABLE billing_product_categories TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE billing_product_categories TO dotmac_app;
GRANT UPDATE (version) ON TABLE billing_product_categories TO dotmac_app;

COMMENT ON TABLE billing_product_categories IS 'Groups of products.';
COMMENT ON COLUMN billing_product_categories.code IS 'What systems call it; unique in the tenant, stays taken after archiving, never changed.';
COMMENT ON COLUMN billing_product_categories.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_product_categories.version IS 'Grows by one with each change; guards against lost updates.';


-- billing_products ----------------------------------------------------------------------------------------------------

CREATE TABLE billing_products (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  code character varying(50) NOT NULL,
  name character varying(255) NOT NULL,
  category_id uuid,
  tax_rate numeric(9,6) NOT NULL,
  status character varying(20) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_products PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_billing_products_code UNIQUE (tenant_id, code),
  CONSTRAINT fk_billing_products_category FOREIGN KEY (tenant_id, category_id) REFERENCES billing_product_categories(tenant_id, id),
  CONSTRAINT fk_billing_products_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_products_code CHECK (((code)::text ~ '^[a-z0-9][a-z0-9._-]*$'::text)),
  CONSTRAINT ck_billing_products_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_billing_products_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('archived'::character varying)::text]))),
  CONSTRAINT ck_billing_products_tax_rate CHECK (((tax_rate >= (0)::numeric) AND (tax_rate <= (1)::numeric)))
);
ALTER TABLE billing_products ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_products FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_billing_products_category ON public.billing_products USING btree (tenant_id, category_id, id);
CREATE INDEX ix_billing_products_status ON public.billing_products USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON billing_products AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_products USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE billing_products TO dotmac_app;
GRANT SELECT ON TABLE billing_products TO dotmac_readonly;
GRANT UPDATE (category_id) ON TABLE billing_products TO dotmac_app;
GRANT UPDATE (name) ON TABLE billing_products TO dotmac_app;
GRANT UPDATE (status) ON TABLE billing_products TO dotmac_app;
GRANT UPDATE (tax_rate) ON TABLE billing_products TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE billing_products TO dotmac_app;
GRANT UPDATE (version) ON TABLE billing_products TO dotmac_app;

COMMENT ON TABLE billing_products IS 'What a tenant sells.';
COMMENT ON COLUMN billing_products.code IS 'What systems call it; unique in the tenant, stays taken after archiving, never changed.';
COMMENT ON COLUMN billing_products.category_id IS 'Group that the product belongs to; NULL: none.';
COMMENT ON COLUMN billing_products.tax_rate IS 'Fraction between 0 and 1 that lines priced from now on are taxed with.';
COMMENT ON COLUMN billing_products.status IS 'archived: kept for what was sold with it, closed to changes and to anything new.';
COMMENT ON COLUMN billing_products.version IS 'Grows by one with each change; guards against lost updates.';


-- billing_subscription_charges ----------------------------------------------------------------------------------------

CREATE TABLE billing_subscription_charges (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  subscription_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  kind character varying(20) NOT NULL,
  period_start_at timestamp with time zone NOT NULL,
  period_end_at timestamp with time zone NOT NULL,
  charged_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_billing_subscription_charges PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_billing_subscription_charges_invoice UNIQUE (tenant_id, invoice_id),
  CONSTRAINT fk_billing_subscription_charges_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT fk_billing_subscription_charges_subscription FOREIGN KEY (tenant_id, subscription_id) REFERENCES billing_subscriptions(tenant_id, id),
  CONSTRAINT fk_billing_subscription_charges_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_subscription_charges_kind CHECK (((kind)::text = ANY (ARRAY[('period'::character varying)::text, ('change'::character varying)::text]))),
  CONSTRAINT ck_billing_subscription_charges_period CHECK ((period_end_at > period_start_at))
);
ALTER TABLE billing_subscription_charges ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_subscription_charges FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_billing_subscription_charges_period ON public.billing_subscription_charges USING btree (tenant_id, subscription_id, period_start_at) WHERE ((kind)::text = 'period'::text);
CREATE INDEX ix_billing_subscription_charges_subscription ON public.billing_subscription_charges USING btree (tenant_id, subscription_id, id);

CREATE POLICY partner_scope ON billing_subscription_charges AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_subscription_charges USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE billing_subscription_charges TO dotmac_app;
GRANT SELECT ON TABLE billing_subscription_charges TO dotmac_readonly;

COMMENT ON TABLE billing_subscription_charges IS 'Invoices of subscriptions, and the time that each is for. Added and never changed.';
COMMENT ON COLUMN billing_subscription_charges.kind IS 'period: a period began, which happens once; change: the plan changed within one.';
COMMENT ON COLUMN billing_subscription_charges.period_start_at IS 'First instant that it is for.';
COMMENT ON COLUMN billing_subscription_charges.period_end_at IS 'First instant after that.';


-- billing_subscriptions -----------------------------------------------------------------------------------------------

CREATE TABLE billing_subscriptions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  next_plan_id uuid,
  quantity numeric(18,6) NOT NULL,
  status character varying(20) NOT NULL,
  anchor_at timestamp with time zone NOT NULL,
  period_number integer NOT NULL,
  period_start_at timestamp with time zone NOT NULL,
  period_end_at timestamp with time zone NOT NULL,
  discount_rate numeric(9,6),
  tax_rate numeric(9,6),
  paused_at timestamp with time zone,
  canceled_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_billing_subscriptions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_billing_subscriptions_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_billing_subscriptions_next_plan FOREIGN KEY (tenant_id, next_plan_id) REFERENCES billing_plans(tenant_id, id),
  CONSTRAINT fk_billing_subscriptions_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES billing_plans(tenant_id, id),
  CONSTRAINT fk_billing_subscriptions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_billing_subscriptions_billed CHECK ((((status)::text <> ALL (ARRAY[('active'::character varying)::text, ('past_due'::character varying)::text, ('paused'::character varying)::text])) OR (discount_rate IS NOT NULL))),
  CONSTRAINT ck_billing_subscriptions_canceled_at CHECK ((((status)::text <> 'canceled'::text) OR (canceled_at IS NOT NULL))),
  CONSTRAINT ck_billing_subscriptions_ended_at CHECK ((((status)::text = 'ended'::text) = (ended_at IS NOT NULL))),
  CONSTRAINT ck_billing_subscriptions_next_plan CHECK (((next_plan_id IS NULL) OR ((next_plan_id <> plan_id) AND ((status)::text <> ALL (ARRAY[('canceled'::character varying)::text, ('ended'::character varying)::text]))))),
  CONSTRAINT ck_billing_subscriptions_paused_at CHECK ((((status)::text = 'paused'::text) = (paused_at IS NOT NULL))),
  CONSTRAINT ck_billing_subscriptions_period CHECK ((period_end_at > period_start_at)),
  CONSTRAINT ck_billing_subscriptions_period_number CHECK ((period_number >= 0)),
  CONSTRAINT ck_billing_subscriptions_quantity CHECK ((quantity > (0)::numeric)),
  CONSTRAINT ck_billing_subscriptions_rates CHECK ((((discount_rate >= (0)::numeric) AND (discount_rate <= (1)::numeric) AND (tax_rate >= (0)::numeric) AND (tax_rate <= (1)::numeric)) OR ((discount_rate IS NULL) AND (tax_rate IS NULL)))),
  CONSTRAINT ck_billing_subscriptions_status CHECK (((status)::text = ANY (ARRAY[('trialing'::character varying)::text, ('active'::character varying)::text, ('past_due'::character varying)::text, ('paused'::character varying)::text, ('canceled'::character varying)::text, ('ended'::character varying)::text]))),
  CONSTRAINT ck_billing_subscriptions_trialing CHECK ((((status)::text <> 'trialing'::text) OR (discount_rate IS NULL)))
);
ALTER TABLE billing_subscriptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_subscriptions FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_billing_subscriptions_customer ON public.billing_subscriptions USING btree (tenant_id, customer_id, id);
CREATE INDEX ix_billing_subscriptions_next_plan ON public.billing_subscriptions USING btree (tenant_id, next_plan_id);
CREATE INDEX ix_billing_subscriptions_plan ON public.billing_subscriptions USING btree (tenant_id, plan_id, id);
CREATE INDEX ix_billing_subscriptions_status ON public.billing_subscriptions USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON billing_subscriptions AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON billing_subscriptions USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE billing_subscriptions TO dotmac_app;
GRANT SELECT ON TABLE billing_subscriptions TO dotmac_readonly;

COMMENT ON TABLE billing_subscriptions IS 'Who has which plan, in which period.';
COMMENT ON COLUMN billing_subscriptions.next_plan_id IS 'Plan from the end of the period on; NULL: the same.';
COMMENT ON COLUMN billing_subscriptions.status IS 'canceled: runs until its period ends; ended: is over for good.';
COMMENT ON COLUMN billing_subscriptions.anchor_at IS 'Start of the first period that is billed; all others are reckoned from it.';
COMMENT ON COLUMN billing_subscriptions.period_number IS 'Which period from the anchor the present one is, from 0.';
COMMENT ON COLUMN billing_subscriptions.period_start_at IS 'First instant of the present period.';
COMMENT ON COLUMN billing_subscriptions.period_end_at IS 'First instant after it.';
COMMENT ON COLUMN billing_subscriptions.discount_rate IS 'Discount that the period was priced with, a fraction; NULL: a trial.';
COMMENT ON COLUMN billing_subscriptions.tax_rate IS 'Tax that the period was priced with, a fraction; NULL: a trial.';
COMMENT ON COLUMN billing_subscriptions.paused_at IS 'Since when it is not billed; NULL: it is not paused.';
COMMENT ON COLUMN billing_subscriptions.canceled_at IS 'When it was canceled; NULL: it was not, or was reactivated.';
COMMENT ON COLUMN billing_subscriptions.ended_at IS 'Since when it is over; NULL: it is not.';
COMMENT ON COLUMN billing_subscriptions.version IS 'Grows by one with each change; guards against lost updates.';


-- communication_messages ----------------------------------------------------------------------------------------------

CREATE TABLE communication_messages (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  template character varying(50) NOT NULL,
  recipient_address character varying(254) NOT NULL,
  recipient_name character varying(200),
  subject character varying(300) NOT NULL,
  sealed_secret character varying(4000),
  status character varying(20) NOT NULL,
  attempts integer NOT NULL,
  last_error character varying(500),
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  sent_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_communication_messages PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_communication_messages_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_communication_messages_attempts CHECK ((attempts >= 0)),
  CONSTRAINT ck_communication_messages_recipient CHECK ((((recipient_address)::text !~ '[[:cntrl:][:space:]]'::text) AND ((recipient_name)::text !~ '[[:cntrl:]]'::text))),
  CONSTRAINT ck_communication_messages_sealed_secret CHECK ((((status)::text <> 'sent'::text) OR (sealed_secret IS NULL))),
  CONSTRAINT ck_communication_messages_sent_at CHECK ((((status)::text <> 'sent'::text) OR (sent_at IS NOT NULL))),
  CONSTRAINT ck_communication_messages_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('sent'::character varying)::text, ('failed'::character varying)::text]))),
  CONSTRAINT ck_communication_messages_subject CHECK (((subject)::text !~ '[[:cntrl:]]'::text)),
  CONSTRAINT ck_communication_messages_template CHECK (((template)::text = ANY (ARRAY[('test'::character varying)::text, ('password_reset'::character varying)::text, ('password_changed'::character varying)::text, ('email_verification'::character varying)::text, ('user_invitation'::character varying)::text, ('partner_invitation'::character varying)::text, ('partner_application_received'::character varying)::text, ('partner_application_approved'::character varying)::text, ('partner_application_rejected'::character varying)::text])))
);
ALTER TABLE communication_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE communication_messages FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_communication_messages_status ON public.communication_messages USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON communication_messages AS RESTRICTIVE USING ((current_partner_id() IS NULL)) WITH CHECK (true);
CREATE POLICY tenant_isolation ON communication_messages USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE communication_messages TO dotmac_app;
GRANT UPDATE (attempts) ON TABLE communication_messages TO dotmac_app;
GRANT SELECT (attempts) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (created_at) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (expires_at) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (id) ON TABLE communication_messages TO dotmac_readonly;
GRANT UPDATE (last_error) ON TABLE communication_messages TO dotmac_app;
GRANT SELECT (last_error) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (recipient_address) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (recipient_name) ON TABLE communication_messages TO dotmac_readonly;
GRANT UPDATE (sealed_secret) ON TABLE communication_messages TO dotmac_app;
GRANT UPDATE (sent_at) ON TABLE communication_messages TO dotmac_app;
GRANT SELECT (sent_at) ON TABLE communication_messages TO dotmac_readonly;
GRANT UPDATE (status) ON TABLE communication_messages TO dotmac_app;
GRANT SELECT (status) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (subject) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (template) ON TABLE communication_messages TO dotmac_readonly;
GRANT SELECT (tenant_id) ON TABLE communication_messages TO dotmac_readonly;
GRANT UPDATE (version) ON TABLE communication_messages TO dotmac_app;
GRANT SELECT (version) ON TABLE communication_messages TO dotmac_readonly;

COMMENT ON TABLE communication_messages IS 'Mails: those that wait, and the log of those that were sent or given up.';
COMMENT ON COLUMN communication_messages.template IS 'What kind of mail; its words are in the application.';
COMMENT ON COLUMN communication_messages.sealed_secret IS 'The secret that the mail carries, sealed; NULL once it was sent or is of no use any more.';
COMMENT ON COLUMN communication_messages.attempts IS 'How often the mail was tried since it was written or taken up again.';
COMMENT ON COLUMN communication_messages.last_error IS 'Why the last attempt failed, in the words of the mail server where it had any.';
COMMENT ON COLUMN communication_messages.expires_at IS 'From this instant on it is of no use and not sent; NULL: always of use.';


-- credit_note_applications --------------------------------------------------------------------------------------------

CREATE TABLE credit_note_applications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  credit_note_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  currency character(3) NOT NULL,
  amount bigint NOT NULL,
  applied_at timestamp with time zone NOT NULL,
  undone_at timestamp with time zone,
  CONSTRAINT pk_credit_note_applications PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_credit_note_applications_credit_note FOREIGN KEY (tenant_id, credit_note_id) REFERENCES credit_notes(tenant_id, id),
  CONSTRAINT fk_credit_note_applications_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT fk_credit_note_applications_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_credit_note_applications_amount CHECK ((amount > 0)),
  CONSTRAINT ck_credit_note_applications_undone_at CHECK ((undone_at >= applied_at))
);
ALTER TABLE credit_note_applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_note_applications FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_credit_note_applications_credit_note ON public.credit_note_applications USING btree (tenant_id, credit_note_id, id);
CREATE INDEX ix_credit_note_applications_invoice ON public.credit_note_applications USING btree (tenant_id, invoice_id, id);

CREATE CONSTRAINT TRIGGER check_applied AFTER INSERT OR UPDATE ON public.credit_note_applications DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_applied_at_commit();
CREATE CONSTRAINT TRIGGER check_credited AFTER INSERT OR UPDATE ON public.credit_note_applications DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_credited_at_commit();

CREATE POLICY partner_scope ON credit_note_applications AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON credit_note_applications USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE credit_note_applications TO dotmac_app;
GRANT SELECT ON TABLE credit_note_applications TO dotmac_readonly;
GRANT UPDATE (undone_at) ON TABLE credit_note_applications TO dotmac_app;

COMMENT ON TABLE credit_note_applications IS 'What credit notes were used for.';
COMMENT ON COLUMN credit_note_applications.currency IS 'That of the note and of the invoice, which have the same customer, too.';
COMMENT ON COLUMN credit_note_applications.undone_at IS 'When the note or the invoice became void; NULL: it counts.';


-- credit_note_lines ---------------------------------------------------------------------------------------------------

CREATE TABLE credit_note_lines (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  credit_note_id uuid NOT NULL,
  invoice_line_id uuid NOT NULL,
  "position" integer NOT NULL,
  description character varying(500) NOT NULL,
  tax_rate numeric(7,6) NOT NULL,
  net_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  CONSTRAINT pk_credit_note_lines PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_credit_note_lines_invoice_line UNIQUE (tenant_id, credit_note_id, invoice_line_id),
  CONSTRAINT uq_credit_note_lines_position UNIQUE (tenant_id, credit_note_id, "position"),
  CONSTRAINT fk_credit_note_lines_credit_note FOREIGN KEY (tenant_id, credit_note_id) REFERENCES credit_notes(tenant_id, id),
  CONSTRAINT fk_credit_note_lines_invoice_line FOREIGN KEY (tenant_id, invoice_line_id) REFERENCES invoice_lines(tenant_id, id),
  CONSTRAINT fk_credit_note_lines_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_credit_note_lines_amounts CHECK (((net_amount <> 0) OR (tax_amount <> 0))),
  CONSTRAINT ck_credit_note_lines_position CHECK (("position" > 0))
);
ALTER TABLE credit_note_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_note_lines FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_credit_note_lines_invoice_line ON public.credit_note_lines USING btree (tenant_id, invoice_line_id);

CREATE CONSTRAINT TRIGGER check_sums AFTER INSERT ON public.credit_note_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_sums_at_commit();

CREATE POLICY partner_scope ON credit_note_lines AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON credit_note_lines USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE credit_note_lines TO dotmac_app;
GRANT SELECT ON TABLE credit_note_lines TO dotmac_readonly;

COMMENT ON TABLE credit_note_lines IS 'What a credit note takes back, line by line. Never changed.';
COMMENT ON COLUMN credit_note_lines.net_amount IS 'Before tax; below zero for a line of the invoice that was a deduction.';


-- credit_notes --------------------------------------------------------------------------------------------------------

CREATE TABLE credit_notes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number character varying(20) NOT NULL,
  invoice_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  currency character(3) NOT NULL,
  reason character varying(500) NOT NULL,
  status character varying(20) NOT NULL,
  issued_on date NOT NULL,
  net_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  applied_amount bigint NOT NULL,
  remaining_amount bigint NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN ((status)::text = 'void'::text) THEN (0)::bigint
    ELSE (total_amount - applied_amount)
END) STORED,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_credit_notes PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_credit_notes_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_credit_notes_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_credit_notes_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT fk_credit_notes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_credit_notes_amounts CHECK (((total_amount > 0) AND (total_amount = (net_amount + tax_amount)))),
  CONSTRAINT ck_credit_notes_applied CHECK (
CASE status
    WHEN 'partially_applied'::text THEN ((applied_amount > 0) AND (applied_amount < total_amount))
    WHEN 'applied'::text THEN (applied_amount = total_amount)
    ELSE (applied_amount = 0)
END),
  CONSTRAINT ck_credit_notes_status CHECK (((status)::text = ANY (ARRAY[('issued'::character varying)::text, ('partially_applied'::character varying)::text, ('applied'::character varying)::text, ('void'::character varying)::text])))
);
ALTER TABLE credit_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_notes FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_credit_notes_customer ON public.credit_notes USING btree (tenant_id, customer_id, id);
CREATE INDEX ix_credit_notes_invoice ON public.credit_notes USING btree (tenant_id, invoice_id, id);
CREATE INDEX ix_credit_notes_remaining ON public.credit_notes USING btree (tenant_id, customer_id, currency) WHERE (remaining_amount > 0);

CREATE CONSTRAINT TRIGGER check_applied AFTER INSERT OR UPDATE ON public.credit_notes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_applied_at_commit();
CREATE CONSTRAINT TRIGGER check_sums AFTER INSERT ON public.credit_notes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_sums_at_commit();
CREATE TRIGGER within_invoice AFTER INSERT ON public.credit_notes FOR EACH ROW EXECUTE FUNCTION check_credit_note_within_invoice();

CREATE POLICY partner_scope ON credit_notes AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON credit_notes USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE credit_notes TO dotmac_app;
GRANT SELECT ON TABLE credit_notes TO dotmac_readonly;
GRANT UPDATE (applied_amount) ON TABLE credit_notes TO dotmac_app;
GRANT UPDATE (status) ON TABLE credit_notes TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE credit_notes TO dotmac_app;
GRANT UPDATE (version) ON TABLE credit_notes TO dotmac_app;

COMMENT ON TABLE credit_notes IS 'Parts of invoices that are not owed after all; what is not used of them is credit of the customer.';
COMMENT ON COLUMN credit_notes.number IS 'Without gaps per tenant and year of issued_on, CN-2026-000042.';
COMMENT ON COLUMN credit_notes.invoice_id IS 'The invoice of which it takes something back; it may be applied to others.';
COMMENT ON COLUMN credit_notes.customer_id IS 'That of the invoice.';
COMMENT ON COLUMN credit_notes.issued_on IS 'Day in the zone of the tenant.';
COMMENT ON COLUMN credit_notes.applied_amount IS 'Sum of its applications that were not undone.';
COMMENT ON COLUMN credit_notes.remaining_amount IS 'Credit of the customer: what was not applied; nothing once it is void.';


-- customer_contacts ---------------------------------------------------------------------------------------------------

CREATE TABLE customer_contacts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  name character varying(255) NOT NULL,
  email character varying(254) NOT NULL,
  role character varying(20) NOT NULL,
  primary_contact boolean NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_customer_contacts PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_customer_contacts_email UNIQUE (tenant_id, customer_id, email),
  CONSTRAINT fk_customer_contacts_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_customer_contacts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_customer_contacts_email CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_customer_contacts_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_customer_contacts_role CHECK (((role)::text = ANY (ARRAY[('billing'::character varying)::text, ('business'::character varying)::text, ('technical'::character varying)::text, ('other'::character varying)::text])))
);
ALTER TABLE customer_contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE customer_contacts FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_customer_contacts_primary ON public.customer_contacts USING btree (tenant_id, customer_id) WHERE primary_contact;
CREATE INDEX ix_customer_contacts_customer ON public.customer_contacts USING btree (tenant_id, customer_id, id);

CREATE POLICY partner_scope ON customer_contacts AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON customer_contacts USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE customer_contacts TO dotmac_app;
GRANT SELECT ON TABLE customer_contacts TO dotmac_readonly;

COMMENT ON TABLE customer_contacts IS 'People to speak to at a customer. Removed when they are so no longer: nothing in the books refers to them.';
COMMENT ON COLUMN customer_contacts.role IS 'What this person is asked about.';
COMMENT ON COLUMN customer_contacts.primary_contact IS 'Whom to ask first; at most one per customer.';
COMMENT ON COLUMN customer_contacts.version IS 'Grows by one with each change; guards against lost updates.';


-- customers -----------------------------------------------------------------------------------------------------------

CREATE TABLE customers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number character varying(20) NOT NULL,
  name character varying(255) NOT NULL,
  email character varying(254),
  country character(2),
  external_id character varying(100),
  status character varying(20) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  billing_line1 character varying(255),
  billing_line2 character varying(255),
  billing_city character varying(100),
  billing_region character varying(100),
  billing_postal_code character varying(20),
  billing_country character(2),
  currency character(3),
  tax_id character varying(50),
  tax_exempt boolean NOT NULL DEFAULT false,
  CONSTRAINT pk_customers PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_customers_external_id UNIQUE (tenant_id, external_id),
  CONSTRAINT uq_customers_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_customers_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_customers_billing_country CHECK ((billing_country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT ck_customers_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT ck_customers_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_customers_email CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_customers_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_customers_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('archived'::character varying)::text])))
);
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_customers_status ON public.customers USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON customers AS RESTRICTIVE TO dotmac_app, dotmac_readonly USING (((current_partner_id() IS NULL) OR (EXISTS ( SELECT
   FROM partner_accounts a
  WHERE ((a.tenant_id = customers.tenant_id) AND (a.customer_id = customers.id)))))) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON customers USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE customers TO dotmac_app;
GRANT SELECT ON TABLE customers TO dotmac_readonly;

COMMENT ON TABLE customers IS 'Whom a tenant bills.';
COMMENT ON COLUMN customers.number IS 'Number for people, CUS-000042; unique in the tenant.';
COMMENT ON COLUMN customers.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN customers.external_id IS 'Id of this customer in a system of the tenant; unique in the tenant.';
COMMENT ON COLUMN customers.status IS 'archived: kept for the books, closed to anything new.';
COMMENT ON COLUMN customers.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON COLUMN customers.billing_line1 IS 'Where bills are sent: street and number, or a box.';
COMMENT ON COLUMN customers.billing_country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN customers.currency IS 'What the customer is billed in; NULL: in the default currency that the tenant has then.';
COMMENT ON COLUMN customers.tax_id IS 'Number under which the tax office knows the customer.';
COMMENT ON COLUMN customers.tax_exempt IS 'Whether no line for the customer is taxed.';


-- idempotency_keys ----------------------------------------------------------------------------------------------------

CREATE TABLE idempotency_keys (
  tenant_id uuid NOT NULL,
  credential character varying(60) NOT NULL,
  route character varying(200) NOT NULL,
  key character varying(255) NOT NULL,
  fingerprint character varying(64) NOT NULL,
  status integer NOT NULL,
  etag character varying(50),
  location character varying(2000),
  body character varying(1048576),
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_idempotency_keys PRIMARY KEY (tenant_id, credential, route, key),
  CONSTRAINT fk_idempotency_keys_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_idempotency_keys_fingerprint CHECK (((fingerprint)::text ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT ck_idempotency_keys_status CHECK (((status >= 200) AND (status <= 499)))
);
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_idempotency_keys_expiry ON public.idempotency_keys USING btree (tenant_id, expires_at);

CREATE POLICY partner_scope ON idempotency_keys AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR ("right"((route)::text, 36) = (current_partner_id())::text)));
CREATE POLICY tenant_isolation ON idempotency_keys USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE idempotency_keys TO dotmac_app;
GRANT SELECT ON TABLE idempotency_keys TO dotmac_readonly;

COMMENT ON TABLE idempotency_keys IS 'Answers to requests with an Idempotency-Key, to be given again.';
COMMENT ON COLUMN idempotency_keys.credential IS 'Kind and identifier of who sent the request. No foreign key: credentials are of several kinds.';
COMMENT ON COLUMN idempotency_keys.route IS 'Method and template of the address, for example POST /api/v1/partners.';
COMMENT ON COLUMN idempotency_keys.key IS 'The key as the caller chose it.';
COMMENT ON COLUMN idempotency_keys.fingerprint IS 'SHA-256 of address and body, in hexadecimal: tells a repeated request from another one.';
COMMENT ON COLUMN idempotency_keys.body IS 'The body of the answer as it was sent; NULL: it had none.';
COMMENT ON COLUMN idempotency_keys.expires_at IS 'From this instant on the row is as if it were not there, and is removed by and by.';


-- invoice_lines -------------------------------------------------------------------------------------------------------

CREATE TABLE invoice_lines (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  "position" integer NOT NULL,
  description character varying(500) NOT NULL,
  quantity numeric(18,6) NOT NULL,
  product_id uuid,
  plan_id uuid,
  pricing_rule_id uuid,
  unit_amount bigint NOT NULL,
  discount_rate numeric(7,6),
  tax_rate numeric(7,6) NOT NULL,
  gross_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL GENERATED ALWAYS AS (((gross_amount - discount_amount) + tax_amount)) STORED,
  CONSTRAINT pk_invoice_lines PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_invoice_lines_position UNIQUE (tenant_id, invoice_id, "position"),
  CONSTRAINT fk_invoice_lines_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT fk_invoice_lines_plan FOREIGN KEY (tenant_id, plan_id) REFERENCES billing_plans(tenant_id, id),
  CONSTRAINT fk_invoice_lines_pricing_rule FOREIGN KEY (tenant_id, pricing_rule_id) REFERENCES billing_pricing_rules(tenant_id, id),
  CONSTRAINT fk_invoice_lines_product FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products(tenant_id, id),
  CONSTRAINT fk_invoice_lines_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_invoice_lines_description CHECK (((description)::text <> ''::text)),
  CONSTRAINT ck_invoice_lines_discount_amount CHECK (
CASE
    WHEN (discount_rate IS NULL) THEN ((discount_amount = 0) OR ((sign((discount_amount)::double precision) = sign((gross_amount)::double precision)) AND (abs(discount_amount) <= abs(gross_amount))))
    ELSE ((discount_amount)::numeric = round(((gross_amount)::numeric * discount_rate)))
END),
  CONSTRAINT ck_invoice_lines_discount_rate CHECK (((discount_rate >= (0)::numeric) AND (discount_rate <= (1)::numeric))),
  CONSTRAINT ck_invoice_lines_gross_amount CHECK (((gross_amount)::numeric = round((quantity * (unit_amount)::numeric)))),
  CONSTRAINT ck_invoice_lines_plan CHECK (((plan_id IS NULL) OR (product_id IS NOT NULL))),
  CONSTRAINT ck_invoice_lines_position CHECK (("position" > 0)),
  CONSTRAINT ck_invoice_lines_quantity CHECK ((quantity > (0)::numeric)),
  CONSTRAINT ck_invoice_lines_tax_amount CHECK (((tax_amount)::numeric = round((((gross_amount - discount_amount))::numeric * tax_rate)))),
  CONSTRAINT ck_invoice_lines_tax_rate CHECK (((tax_rate >= (0)::numeric) AND (tax_rate <= (1)::numeric)))
);
ALTER TABLE invoice_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_lines FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_invoice_lines_plan ON public.invoice_lines USING btree (tenant_id, plan_id);
CREATE INDEX ix_invoice_lines_pricing_rule ON public.invoice_lines USING btree (tenant_id, pricing_rule_id);
CREATE INDEX ix_invoice_lines_product ON public.invoice_lines USING btree (tenant_id, product_id);

CREATE CONSTRAINT TRIGGER check_sums AFTER INSERT OR DELETE ON public.invoice_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_sums_at_commit();
CREATE TRIGGER refuse_change_of_issued BEFORE INSERT OR DELETE OR UPDATE ON public.invoice_lines FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_invoice_line();

CREATE POLICY partner_scope ON invoice_lines AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON invoice_lines USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, DELETE ON TABLE invoice_lines TO dotmac_app;
GRANT SELECT ON TABLE invoice_lines TO dotmac_readonly;

COMMENT ON TABLE invoice_lines IS 'The lines of invoices. Those of a draft may change, all others never.';
COMMENT ON COLUMN invoice_lines.product_id IS 'What is sold; NULL: something that is not in the catalogue.';
COMMENT ON COLUMN invoice_lines.plan_id IS 'By which plan of the product; NULL: by none.';
COMMENT ON COLUMN invoice_lines.pricing_rule_id IS 'The rule that gave the discount; NULL: none did.';
COMMENT ON COLUMN invoice_lines.unit_amount IS 'Price of one in minor units of the currency; negative on a line that gives back.';
COMMENT ON COLUMN invoice_lines.discount_rate IS 'Fraction of the gross amount; NULL: the discount is an amount.';
COMMENT ON COLUMN invoice_lines.tax_rate IS 'Fraction of what remains after the discount.';
COMMENT ON COLUMN invoice_lines.gross_amount IS 'Quantity times price, rounded half away from zero, as all amounts.';


-- invoices ------------------------------------------------------------------------------------------------------------

CREATE TABLE invoices (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number character varying(30),
  customer_id uuid NOT NULL,
  currency character(3) NOT NULL,
  status character varying(20) NOT NULL,
  payment_days integer NOT NULL,
  memo character varying(1000),
  subtotal_amount bigint NOT NULL,
  discount_amount bigint NOT NULL,
  tax_amount bigint NOT NULL,
  total_amount bigint NOT NULL,
  paid_amount bigint NOT NULL,
  refunded_amount bigint NOT NULL,
  credited_amount bigint NOT NULL,
  balance_amount bigint NOT NULL GENERATED ALWAYS AS ((((total_amount - paid_amount) + refunded_amount) - credited_amount)) STORED,
  bill_to jsonb,
  issued_on date,
  due_on date,
  finalised_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_invoices PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_invoices_customer UNIQUE (tenant_id, id, customer_id, currency),
  CONSTRAINT uq_invoices_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_invoices_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_invoices_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_invoices_balance_amount CHECK ((((status)::text = 'draft'::text) OR (balance_amount >= 0))),
  CONSTRAINT ck_invoices_credited_amount CHECK ((credited_amount >= 0)),
  CONSTRAINT ck_invoices_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_invoices_draft CHECK (
CASE
    WHEN ((status)::text = 'draft'::text) THEN ((number IS NULL) AND (bill_to IS NULL) AND (issued_on IS NULL) AND (due_on IS NULL) AND (finalised_at IS NULL) AND (paid_amount = 0) AND (credited_amount = 0))
    ELSE ((number IS NOT NULL) AND (bill_to IS NOT NULL) AND (issued_on IS NOT NULL) AND (due_on >= issued_on) AND (finalised_at IS NOT NULL) AND (total_amount >= 0))
END),
  CONSTRAINT ck_invoices_paid_amount CHECK (((paid_amount >= 0) AND ((refunded_amount >= 0) AND (refunded_amount <= paid_amount)))),
  CONSTRAINT ck_invoices_payment_days CHECK (((payment_days >= 0) AND (payment_days <= 365))),
  CONSTRAINT ck_invoices_settled CHECK (
CASE status
    WHEN 'open'::text THEN ((balance_amount = total_amount) AND (balance_amount > 0))
    WHEN 'partially_paid'::text THEN ((balance_amount < total_amount) AND (balance_amount > 0))
    WHEN 'overdue'::text THEN (balance_amount > 0)
    WHEN 'uncollectible'::text THEN (balance_amount > 0)
    WHEN 'paid'::text THEN (balance_amount = 0)
    WHEN 'void'::text THEN ((paid_amount = refunded_amount) AND (credited_amount = 0))
    ELSE true
END),
  CONSTRAINT ck_invoices_status CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('open'::character varying)::text, ('partially_paid'::character varying)::text, ('paid'::character varying)::text, ('overdue'::character varying)::text, ('void'::character varying)::text, ('uncollectible'::character varying)::text]))),
  CONSTRAINT ck_invoices_total_amount CHECK ((total_amount = ((subtotal_amount - discount_amount) + tax_amount)))
);
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_invoices_customer ON public.invoices USING btree (tenant_id, customer_id, id);
CREATE INDEX ix_invoices_due ON public.invoices USING btree (tenant_id, due_on, id) WHERE ((status)::text = ANY (ARRAY[('open'::character varying)::text, ('partially_paid'::character varying)::text]));
CREATE INDEX ix_invoices_status ON public.invoices USING btree (tenant_id, status, id);

CREATE CONSTRAINT TRIGGER check_credited AFTER UPDATE ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.credited_amount <> new.credited_amount) OR ((old.status)::text <> (new.status)::text))) EXECUTE FUNCTION check_invoice_credited_at_commit();
CREATE CONSTRAINT TRIGGER check_credited_at_insert AFTER INSERT ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.credited_amount <> 0)) EXECUTE FUNCTION check_invoice_credited_at_commit();
CREATE CONSTRAINT TRIGGER check_sums_at_insert AFTER INSERT ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_sums_at_commit();
CREATE CONSTRAINT TRIGGER check_sums_at_update AFTER UPDATE ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.status)::text = 'draft'::text)) EXECUTE FUNCTION check_invoice_sums_at_commit();
CREATE CONSTRAINT TRIGGER hold_payments_at_insert AFTER INSERT ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.paid_amount <> 0)) EXECUTE FUNCTION hold_paid_invoice_together('id');
CREATE CONSTRAINT TRIGGER hold_payments_at_update AFTER UPDATE ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.paid_amount IS DISTINCT FROM new.paid_amount) OR (old.refunded_amount IS DISTINCT FROM new.refunded_amount))) EXECUTE FUNCTION hold_paid_invoice_together('id');
CREATE TRIGGER refuse_change_of_issued BEFORE DELETE OR UPDATE ON public.invoices FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_invoice();

CREATE POLICY partner_scope ON invoices AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON invoices USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE invoices TO dotmac_app;
GRANT SELECT ON TABLE invoices TO dotmac_readonly;

COMMENT ON TABLE invoices IS 'What customers owe. Once it is no draft, only what is paid, refunded, credited and the state change.';
COMMENT ON COLUMN invoices.number IS 'INV-2026-000042: without gaps in the tenant and year, given when finalised; NULL: a draft.';
COMMENT ON COLUMN invoices.payment_days IS 'Days from the issue until the amount is due.';
COMMENT ON COLUMN invoices.subtotal_amount IS 'Sum of the lines before discount and tax, in minor units of the currency, as all amounts.';
COMMENT ON COLUMN invoices.paid_amount IS 'What was allocated to it of payments, whatever was taken back later.';
COMMENT ON COLUMN invoices.refunded_amount IS 'What was taken back of that by refunds and chargebacks.';
COMMENT ON COLUMN invoices.credited_amount IS 'What was applied to it of credit notes and is not undone.';
COMMENT ON COLUMN invoices.balance_amount IS 'What is owed, unless it is void: total less payments plus refunds less credits.';
COMMENT ON COLUMN invoices.bill_to IS 'Name, address and tax id of the customer as they were when it was finalised.';
COMMENT ON COLUMN invoices.issued_on IS 'Day of the issue in the zone of the tenant; NULL: a draft.';
COMMENT ON COLUMN invoices.due_on IS 'Last day on which it can be paid without being overdue, in the zone of the tenant; NULL: a draft.';


-- number_series -------------------------------------------------------------------------------------------------------

CREATE TABLE number_series (
  tenant_id uuid NOT NULL,
  name character varying(30) NOT NULL,
  last_value bigint NOT NULL,
  CONSTRAINT pk_number_series PRIMARY KEY (tenant_id, name),
  CONSTRAINT fk_number_series_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_number_series_last_value CHECK ((last_value > 0))
);
ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE number_series FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON number_series AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON number_series USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE number_series TO dotmac_app;
GRANT SELECT ON TABLE number_series TO dotmac_readonly;

COMMENT ON TABLE number_series IS 'Last number given, per tenant and kind of number.';
COMMENT ON COLUMN number_series.name IS 'Kind of number, for example partner or customer.';
COMMENT ON COLUMN number_series.last_value IS 'Last value given; the next is one more.';


-- partner_accounts ----------------------------------------------------------------------------------------------------

CREATE TABLE partner_accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  engagement_type character varying(50) NOT NULL,
  custom_commission_rate numeric(9,6),
  notes character varying(2000),
  started_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_accounts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_accounts_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_partner_accounts_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_accounts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ex_partner_accounts_customer_period EXCLUDE USING gist (tenant_id WITH =, customer_id WITH =, tstzrange(started_at, ended_at) WITH &&),
  CONSTRAINT ck_partner_accounts_custom_commission_rate CHECK (((custom_commission_rate >= (0)::numeric) AND (custom_commission_rate <= (1)::numeric))),
  CONSTRAINT ck_partner_accounts_engagement_type CHECK (((engagement_type)::text ~ '^[a-z][a-z0-9_]*$'::text)),
  CONSTRAINT ck_partner_accounts_period CHECK ((ended_at > started_at))
);
ALTER TABLE partner_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_accounts FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_accounts_customer ON public.partner_accounts USING btree (tenant_id, customer_id, id);
CREATE INDEX ix_partner_accounts_partner ON public.partner_accounts USING btree (tenant_id, partner_id, id);

CREATE POLICY partner_scope ON partner_accounts AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_accounts USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partner_accounts TO dotmac_app;
GRANT SELECT ON TABLE partner_accounts TO dotmac_readonly;

COMMENT ON TABLE partner_accounts IS 'Customers that a partner looks after, with the period in which he does.';
COMMENT ON COLUMN partner_accounts.engagement_type IS 'How the partner serves the customer, in the tenant''s own words: referral, reseller, managed_service.';
COMMENT ON COLUMN partner_accounts.custom_commission_rate IS 'Fraction between 0 and 1 that overrides the partner''s; NULL: no override, 0: nothing is earned.';
COMMENT ON COLUMN partner_accounts.started_at IS 'First instant of the engagement.';
COMMENT ON COLUMN partner_accounts.ended_at IS 'First instant after the engagement; NULL: still runs.';
COMMENT ON COLUMN partner_accounts.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_applications ------------------------------------------------------------------------------------------------

CREATE TABLE partner_applications (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  company_name character varying(255) NOT NULL,
  contact_name character varying(200) NOT NULL,
  email character varying(254) NOT NULL,
  phone character varying(30),
  website character varying(255),
  description character varying(2000),
  expected_monthly_referrals integer,
  status character varying(20) NOT NULL,
  decision_reason character varying(500),
  partner_id uuid,
  created_at timestamp with time zone NOT NULL,
  decided_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_partner_applications PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_applications_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_applications_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_applications_company_name CHECK (((company_name)::text <> ''::text)),
  CONSTRAINT ck_partner_applications_contact_name CHECK (((contact_name)::text <> ''::text)),
  CONSTRAINT ck_partner_applications_decided_at CHECK (((decided_at IS NULL) = ((status)::text = 'pending'::text))),
  CONSTRAINT ck_partner_applications_decision_reason CHECK ((((status)::text <> 'rejected'::text) OR (decision_reason IS NOT NULL))),
  CONSTRAINT ck_partner_applications_email CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_partner_applications_expected_monthly_referrals CHECK (((expected_monthly_referrals >= 0) AND (expected_monthly_referrals <= 1000000))),
  CONSTRAINT ck_partner_applications_partner CHECK (((partner_id IS NOT NULL) = ((status)::text = 'approved'::text))),
  CONSTRAINT ck_partner_applications_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('approved'::character varying)::text, ('rejected'::character varying)::text])))
);
ALTER TABLE partner_applications ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_applications FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_partner_applications_open ON public.partner_applications USING btree (tenant_id, email) WHERE ((status)::text = 'pending'::text);
CREATE INDEX ix_partner_applications_partner ON public.partner_applications USING btree (tenant_id, partner_id);
CREATE INDEX ix_partner_applications_status ON public.partner_applications USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON partner_applications AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_applications USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_applications TO dotmac_app;
GRANT SELECT ON TABLE partner_applications TO dotmac_readonly;
GRANT UPDATE (decided_at) ON TABLE partner_applications TO dotmac_app;
GRANT UPDATE (decision_reason) ON TABLE partner_applications TO dotmac_app;
GRANT UPDATE (partner_id) ON TABLE partner_applications TO dotmac_app;
GRANT UPDATE (status) ON TABLE partner_applications TO dotmac_app;
GRANT UPDATE (version) ON TABLE partner_applications TO dotmac_app;

COMMENT ON TABLE partner_applications IS 'Companies that applied to become partners.';
COMMENT ON COLUMN partner_applications.email IS 'Whom to write to, in lower case; one application at a time.';
COMMENT ON COLUMN partner_applications.expected_monthly_referrals IS 'How many customers the applicant thinks to bring in a month; NULL: not said.';
COMMENT ON COLUMN partner_applications.decision_reason IS 'Why it was decided so; a rejection has a reason.';
COMMENT ON COLUMN partner_applications.partner_id IS 'What became of it; NULL: no partner.';
COMMENT ON COLUMN partner_applications.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_commission_events -------------------------------------------------------------------------------------------

CREATE TABLE partner_commission_events (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  account_id uuid,
  customer_id uuid,
  invoice_id uuid,
  allocation_id uuid,
  terms_id uuid,
  billing_event_id uuid,
  reverses_id uuid,
  payout_id uuid,
  kind character varying(20) NOT NULL,
  cause character varying(30) NOT NULL,
  currency character(3) NOT NULL,
  base_amount bigint NOT NULL,
  rate numeric(9,6),
  amount bigint NOT NULL,
  reversed_amount bigint NOT NULL,
  status character varying(20) NOT NULL,
  reason character varying(500),
  occurred_at timestamp with time zone NOT NULL,
  available_at timestamp with time zone NOT NULL,
  approved_at timestamp with time zone,
  paid_at timestamp with time zone,
  blocked_at timestamp with time zone,
  blocked_reason character varying(500),
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_commission_events PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commission_events_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  CONSTRAINT fk_partner_commission_events_allocation FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations(tenant_id, id) ON DELETE SET NULL (allocation_id),
  CONSTRAINT fk_partner_commission_events_billing_event FOREIGN KEY (tenant_id, billing_event_id) REFERENCES billing_events(tenant_id, id),
  CONSTRAINT fk_partner_commission_events_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id) ON DELETE SET NULL (customer_id),
  CONSTRAINT fk_partner_commission_events_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id) ON DELETE SET NULL (invoice_id),
  CONSTRAINT fk_partner_commission_events_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_commission_events_payout FOREIGN KEY (tenant_id, payout_id, partner_id, currency) REFERENCES partner_payouts(tenant_id, id, partner_id, currency),
  CONSTRAINT fk_partner_commission_events_reverses FOREIGN KEY (tenant_id, reverses_id) REFERENCES partner_commission_events(tenant_id, id),
  CONSTRAINT fk_partner_commission_events_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_partner_commission_events_terms FOREIGN KEY (tenant_id, terms_id) REFERENCES partner_commission_terms(tenant_id, id),
  CONSTRAINT ck_partner_commission_events_amount CHECK (
CASE kind
    WHEN 'accrual'::text THEN (amount >= 0)
    WHEN 'reversal'::text THEN (amount < 0)
    WHEN 'write_off'::text THEN (amount > 0)
    ELSE (amount <> 0)
END),
  CONSTRAINT ck_partner_commission_events_approved_at CHECK (((approved_at IS NOT NULL) = ((status)::text = ANY (ARRAY[('approved'::character varying)::text, ('paid'::character varying)::text])))),
  CONSTRAINT ck_partner_commission_events_blocked_at CHECK ((((blocked_at IS NULL) = (blocked_reason IS NULL)) AND ((blocked_at IS NULL) OR (payout_id IS NULL)))),
  CONSTRAINT ck_partner_commission_events_cause CHECK (((cause)::text = ANY (ARRAY[('payment'::character varying)::text, ('refund'::character varying)::text, ('chargeback'::character varying)::text, ('chargeback_won'::character varying)::text, ('credit'::character varying)::text, ('credit_undone'::character varying)::text, ('credit_note'::character varying)::text, ('credit_note_voided'::character varying)::text, ('invoice_voided'::character varying)::text, ('manual'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_events_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_commission_events_kind CHECK (((kind)::text = ANY (ARRAY[('accrual'::character varying)::text, ('reversal'::character varying)::text, ('adjustment'::character varying)::text, ('write_off'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_events_paid_at CHECK (((paid_at IS NOT NULL) = ((status)::text = 'paid'::text))),
  CONSTRAINT ck_partner_commission_events_payout CHECK (
CASE status
    WHEN 'paid'::text THEN (payout_id IS NOT NULL)
    WHEN 'approved'::text THEN true
    ELSE (payout_id IS NULL)
END),
  CONSTRAINT ck_partner_commission_events_rate CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric))),
  CONSTRAINT ck_partner_commission_events_reason CHECK (((reason IS NOT NULL) OR ((cause)::text <> 'manual'::text))),
  CONSTRAINT ck_partner_commission_events_reversed_amount CHECK (((reversed_amount >= 0) AND (reversed_amount <= GREATEST(amount, (0)::bigint)))),
  CONSTRAINT ck_partner_commission_events_reverses CHECK (((reverses_id IS NOT NULL) = ((kind)::text = 'reversal'::text))),
  CONSTRAINT ck_partner_commission_events_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('approved'::character varying)::text, ('paid'::character varying)::text, ('cancelled'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_events_terms CHECK ((((terms_id IS NOT NULL) = ((kind)::text = 'accrual'::text)) OR ((kind)::text = 'reversal'::text)))
);
ALTER TABLE partner_commission_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_events FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_partner_commission_events_allocation ON public.partner_commission_events USING btree (tenant_id, billing_event_id, terms_id, allocation_id) WHERE ((kind)::text = 'accrual'::text);
CREATE INDEX ix_partner_commission_events_account ON public.partner_commission_events USING btree (tenant_id, account_id);
CREATE INDEX ix_partner_commission_events_allocation ON public.partner_commission_events USING btree (tenant_id, allocation_id);
CREATE INDEX ix_partner_commission_events_billing_event ON public.partner_commission_events USING btree (tenant_id, billing_event_id);
CREATE INDEX ix_partner_commission_events_customer ON public.partner_commission_events USING btree (tenant_id, customer_id);
CREATE INDEX ix_partner_commission_events_held ON public.partner_commission_events USING btree (tenant_id, partner_id, currency, available_at) WHERE (((status)::text = 'pending'::text) AND (blocked_at IS NULL));
CREATE INDEX ix_partner_commission_events_invoice ON public.partner_commission_events USING btree (tenant_id, invoice_id);
CREATE INDEX ix_partner_commission_events_partner ON public.partner_commission_events USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_commission_events_payable ON public.partner_commission_events USING btree (tenant_id, currency, partner_id) WHERE (((status)::text = 'approved'::text) AND (payout_id IS NULL));
CREATE INDEX ix_partner_commission_events_payout ON public.partner_commission_events USING btree (tenant_id, payout_id, partner_id, currency);
CREATE INDEX ix_partner_commission_events_pending ON public.partner_commission_events USING btree (tenant_id, available_at) WHERE ((status)::text = 'pending'::text);
CREATE INDEX ix_partner_commission_events_reverses ON public.partner_commission_events USING btree (tenant_id, reverses_id);
CREATE INDEX ix_partner_commission_events_terms ON public.partner_commission_events USING btree (tenant_id, terms_id, id);

CREATE POLICY partner_scope ON partner_commission_events AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_commission_events USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_commission_events TO dotmac_app;
GRANT SELECT ON TABLE partner_commission_events TO dotmac_readonly;
GRANT UPDATE (approved_at) ON TABLE partner_commission_events TO dotmac_app;
GRANT UPDATE (blocked_at) ON TABLE partner_commission_events TO dotmac_app;
GRANT UPDATE (blocked_reason) ON TABLE partner_commission_events TO dotmac_app;
GRANT UPDATE (paid_at) ON TABLE partner_commission_events TO dotmac_app;
GRANT UPDATE (payout_id) ON TABLE partner_commission_events TO dotmac_app;
GRANT UPDATE (reversed_amount) ON TABLE partner_commission_events TO dotmac_app;
GRANT UPDATE (status) ON TABLE partner_commission_events TO dotmac_app;
GRANT UPDATE (version) ON TABLE partner_commission_events TO dotmac_app;

COMMENT ON TABLE partner_commission_events IS 'What partners earn and lose again.';
COMMENT ON COLUMN partner_commission_events.terms_id IS 'By what it was earned; NULL: by hand.';
COMMENT ON COLUMN partner_commission_events.billing_event_id IS 'The fact that it follows from; NULL: by hand.';
COMMENT ON COLUMN partner_commission_events.reverses_id IS 'The line that it takes back, in whole or in part.';
COMMENT ON COLUMN partner_commission_events.payout_id IS 'With what it is paid out; NULL: not yet.';
COMMENT ON COLUMN partner_commission_events.base_amount IS 'What the sum sold and paid changed by, in minor units.';
COMMENT ON COLUMN partner_commission_events.rate IS 'The rate where there is one for the whole base; NULL: tiers, a flat amount, or by hand.';
COMMENT ON COLUMN partner_commission_events.amount IS 'In minor units; negative: is lost.';
COMMENT ON COLUMN partner_commission_events.reversed_amount IS 'How much of it other lines took back, in minor units.';
COMMENT ON COLUMN partner_commission_events.occurred_at IS 'When the fact happened.';
COMMENT ON COLUMN partner_commission_events.available_at IS 'Until then it is held.';
COMMENT ON COLUMN partner_commission_events.blocked_at IS 'Since when it is kept from being approved and paid; NULL: it is not.';
COMMENT ON COLUMN partner_commission_events.created_by IS 'User or API key that wrote it by hand; NULL: the platform. No foreign key: actors are of several kinds.';
COMMENT ON COLUMN partner_commission_events.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_commission_inputs -------------------------------------------------------------------------------------------

CREATE TABLE partner_commission_inputs (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  billing_event_id uuid NOT NULL,
  part integer NOT NULL,
  invoice_id uuid,
  allocation_id uuid,
  application_id uuid,
  partner_id uuid,
  account_id uuid,
  kind character varying(20) NOT NULL,
  amount bigint NOT NULL,
  occurred_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_commission_inputs PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_commission_inputs_fact UNIQUE (tenant_id, billing_event_id, part),
  CONSTRAINT fk_partner_commission_inputs_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  CONSTRAINT fk_partner_commission_inputs_allocation FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations(tenant_id, id) ON DELETE SET NULL (allocation_id),
  CONSTRAINT fk_partner_commission_inputs_application FOREIGN KEY (tenant_id, application_id) REFERENCES credit_note_applications(tenant_id, id) ON DELETE SET NULL (application_id),
  CONSTRAINT fk_partner_commission_inputs_billing_event FOREIGN KEY (tenant_id, billing_event_id) REFERENCES billing_events(tenant_id, id),
  CONSTRAINT fk_partner_commission_inputs_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id) ON DELETE SET NULL (invoice_id),
  CONSTRAINT fk_partner_commission_inputs_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_commission_inputs_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_commission_inputs_amount CHECK (
CASE kind
    WHEN 'taken_back'::text THEN (amount < 0)
    WHEN 'uncredited'::text THEN (amount < 0)
    WHEN 'unnoted'::text THEN (amount < 0)
    ELSE (amount >= 0)
END),
  CONSTRAINT ck_partner_commission_inputs_kind CHECK (((kind)::text = ANY (ARRAY[('paid'::character varying)::text, ('taken_back'::character varying)::text, ('given_back'::character varying)::text, ('credited'::character varying)::text, ('uncredited'::character varying)::text, ('noted'::character varying)::text, ('unnoted'::character varying)::text, ('voided'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_inputs_part CHECK ((part >= 0))
);
ALTER TABLE partner_commission_inputs ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_inputs FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_commission_inputs_account ON public.partner_commission_inputs USING btree (tenant_id, account_id, occurred_at);
CREATE INDEX ix_partner_commission_inputs_allocation ON public.partner_commission_inputs USING btree (tenant_id, allocation_id);
CREATE INDEX ix_partner_commission_inputs_application ON public.partner_commission_inputs USING btree (tenant_id, application_id);
CREATE INDEX ix_partner_commission_inputs_invoice ON public.partner_commission_inputs USING btree (tenant_id, invoice_id);
CREATE INDEX ix_partner_commission_inputs_partner ON public.partner_commission_inputs USING btree (tenant_id, partner_id);

CREATE POLICY partner_scope ON partner_commission_inputs AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_commission_inputs USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_commission_inputs TO dotmac_app;
GRANT SELECT ON TABLE partner_commission_inputs TO dotmac_readonly;

COMMENT ON TABLE partner_commission_inputs IS 'Facts of billing as commissions took them in. Only added.';
COMMENT ON COLUMN partner_commission_inputs.part IS 'Which part of the fact, from 0: a refund may touch several invoices.';
COMMENT ON COLUMN partner_commission_inputs.partner_id IS 'Who looked after the customer when the money came; NULL: nobody, or it is no money that came.';
COMMENT ON COLUMN partner_commission_inputs.kind IS 'paid, taken_back, given_back: money of a payment; credited, uncredited: a credit note of another invoice; noted, unnoted: a credit note of this one.';
COMMENT ON COLUMN partner_commission_inputs.amount IS 'What the sum of its kind changes by, in minor units of the invoice.';


-- partner_commission_pools --------------------------------------------------------------------------------------------

CREATE TABLE partner_commission_pools (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  version_id uuid NOT NULL,
  currency character(3) NOT NULL,
  from_at timestamp with time zone NOT NULL,
  to_at timestamp with time zone NOT NULL,
  base_amount bigint NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT pk_partner_commission_pools PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_commission_pools_period UNIQUE (tenant_id, partner_id, version_id, currency, from_at),
  CONSTRAINT fk_partner_commission_pools_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_commission_pools_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_partner_commission_pools_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions(tenant_id, id),
  CONSTRAINT ck_partner_commission_pools_amount CHECK ((amount >= 0)),
  CONSTRAINT ck_partner_commission_pools_base_amount CHECK ((base_amount >= 0)),
  CONSTRAINT ck_partner_commission_pools_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_commission_pools_period CHECK ((to_at > from_at))
);
ALTER TABLE partner_commission_pools ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_pools FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_commission_pools_version ON public.partner_commission_pools USING btree (tenant_id, version_id);

CREATE POLICY partner_scope ON partner_commission_pools AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_commission_pools USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_commission_pools TO dotmac_app;
GRANT SELECT ON TABLE partner_commission_pools TO dotmac_readonly;
GRANT UPDATE (amount) ON TABLE partner_commission_pools TO dotmac_app;
GRANT UPDATE (base_amount) ON TABLE partner_commission_pools TO dotmac_app;

COMMENT ON TABLE partner_commission_pools IS 'What a partner sold under one version of a rule in one period.';
COMMENT ON COLUMN partner_commission_pools.from_at IS 'First instant of the period, in the zone that the tenant had then.';
COMMENT ON COLUMN partner_commission_pools.to_at IS 'First instant after it.';
COMMENT ON COLUMN partner_commission_pools.base_amount IS 'What was sold without tax and is paid, in minor units.';
COMMENT ON COLUMN partner_commission_pools.amount IS 'What is earned by it, in minor units.';


-- partner_commission_scopes -------------------------------------------------------------------------------------------

CREATE TABLE partner_commission_scopes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  kind character varying(20) NOT NULL,
  product_id uuid,
  customer_id uuid,
  CONSTRAINT pk_partner_commission_scopes PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_commission_scopes_what UNIQUE NULLS NOT DISTINCT (tenant_id, version_id, kind, product_id, customer_id),
  CONSTRAINT fk_partner_commission_scopes_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_partner_commission_scopes_product FOREIGN KEY (tenant_id, product_id) REFERENCES billing_products(tenant_id, id),
  CONSTRAINT fk_partner_commission_scopes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_partner_commission_scopes_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions(tenant_id, id),
  CONSTRAINT ck_partner_commission_scopes_kind CHECK (((kind)::text = ANY (ARRAY[('product'::character varying)::text, ('excluded_product'::character varying)::text, ('customer'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_scopes_what CHECK (
CASE
    WHEN ((kind)::text = 'customer'::text) THEN ((customer_id IS NOT NULL) AND (product_id IS NULL))
    ELSE ((product_id IS NOT NULL) AND (customer_id IS NULL))
END)
);
ALTER TABLE partner_commission_scopes ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_scopes FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_commission_scopes_customer ON public.partner_commission_scopes USING btree (tenant_id, customer_id);
CREATE INDEX ix_partner_commission_scopes_product ON public.partner_commission_scopes USING btree (tenant_id, product_id);

CREATE POLICY partner_scope ON partner_commission_scopes AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (EXISTS ( SELECT
   FROM partner_commission_versions v
  WHERE ((v.tenant_id = partner_commission_scopes.tenant_id) AND (v.id = partner_commission_scopes.version_id)))))) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_commission_scopes USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_commission_scopes TO dotmac_app;
GRANT SELECT ON TABLE partner_commission_scopes TO dotmac_readonly;

COMMENT ON TABLE partner_commission_scopes IS 'What a version of a rule is for. Without a row of a kind it is for everything of that kind.';
COMMENT ON COLUMN partner_commission_scopes.kind IS 'Whether the product is one of those that it is for or one of those that it leaves out, or the customer one of those that it is for.';


-- partner_commission_terms --------------------------------------------------------------------------------------------

CREATE TABLE partner_commission_terms (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  account_id uuid,
  customer_id uuid,
  invoice_id uuid,
  allocation_id uuid,
  version_id uuid,
  pool_id uuid,
  "position" integer NOT NULL,
  source character varying(20) NOT NULL,
  none_reason character varying(30),
  rate numeric(9,6),
  currency character(3) NOT NULL,
  invoice_amount bigint NOT NULL,
  commissionable_amount bigint NOT NULL,
  base_amount bigint NOT NULL,
  amount bigint NOT NULL,
  hold_days integer NOT NULL,
  ends_at timestamp with time zone,
  decided_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_commission_terms PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_commission_terms_position UNIQUE (tenant_id, invoice_id, partner_id, "position"),
  CONSTRAINT fk_partner_commission_terms_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  CONSTRAINT fk_partner_commission_terms_allocation FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations(tenant_id, id) ON DELETE SET NULL (allocation_id),
  CONSTRAINT fk_partner_commission_terms_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id) ON DELETE SET NULL (customer_id),
  CONSTRAINT fk_partner_commission_terms_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id) ON DELETE SET NULL (invoice_id),
  CONSTRAINT fk_partner_commission_terms_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_commission_terms_pool FOREIGN KEY (tenant_id, pool_id) REFERENCES partner_commission_pools(tenant_id, id),
  CONSTRAINT fk_partner_commission_terms_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_partner_commission_terms_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions(tenant_id, id),
  CONSTRAINT ck_partner_commission_terms_amount CHECK ((((source)::text <> 'none'::text) OR (amount = 0))),
  CONSTRAINT ck_partner_commission_terms_base_amount CHECK (((base_amount >= 0) AND (base_amount <= commissionable_amount))),
  CONSTRAINT ck_partner_commission_terms_commissionable_amount CHECK (((commissionable_amount >= 0) AND (invoice_amount >= 0))),
  CONSTRAINT ck_partner_commission_terms_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_commission_terms_hold_days CHECK (((hold_days >= 0) AND (hold_days <= 365))),
  CONSTRAINT ck_partner_commission_terms_none_reason CHECK (((none_reason IS NOT NULL) = ((source)::text = 'none'::text))),
  CONSTRAINT ck_partner_commission_terms_position CHECK (("position" > 0)),
  CONSTRAINT ck_partner_commission_terms_rate CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric))),
  CONSTRAINT ck_partner_commission_terms_rate_of_source CHECK ((((source)::text <> 'none'::text) OR (rate IS NULL))),
  CONSTRAINT ck_partner_commission_terms_source CHECK (((source)::text = ANY (ARRAY[('account'::character varying)::text, ('rule'::character varying)::text, ('partner'::character varying)::text, ('none'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_terms_version CHECK (((version_id IS NOT NULL) = ((source)::text = 'rule'::text)))
);
ALTER TABLE partner_commission_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_terms FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_commission_terms_account ON public.partner_commission_terms USING btree (tenant_id, account_id);
CREATE INDEX ix_partner_commission_terms_allocation ON public.partner_commission_terms USING btree (tenant_id, allocation_id);
CREATE INDEX ix_partner_commission_terms_customer ON public.partner_commission_terms USING btree (tenant_id, customer_id);
CREATE INDEX ix_partner_commission_terms_partner ON public.partner_commission_terms USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_commission_terms_pool ON public.partner_commission_terms USING btree (tenant_id, pool_id);
CREATE INDEX ix_partner_commission_terms_version ON public.partner_commission_terms USING btree (tenant_id, version_id);

CREATE POLICY partner_scope ON partner_commission_terms AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_commission_terms USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_commission_terms TO dotmac_app;
GRANT SELECT ON TABLE partner_commission_terms TO dotmac_readonly;
GRANT UPDATE (amount) ON TABLE partner_commission_terms TO dotmac_app;
GRANT UPDATE (base_amount) ON TABLE partner_commission_terms TO dotmac_app;

COMMENT ON TABLE partner_commission_terms IS 'By what a partner earns on an invoice: one row for the lines that the same thing decides.';
COMMENT ON COLUMN partner_commission_terms.allocation_id IS 'The only money that counts, where the rule is for the first payment; NULL: all of it.';
COMMENT ON COLUMN partner_commission_terms.pool_id IS 'Where the base is counted, if tiers are counted over a period; NULL: by itself.';
COMMENT ON COLUMN partner_commission_terms.source IS 'What decided: the rate of the account, a rule, the rate of the partner, or nothing.';
COMMENT ON COLUMN partner_commission_terms.none_reason IS 'Why nothing is earned; NULL: something is.';
COMMENT ON COLUMN partner_commission_terms.invoice_amount IS 'Total of the invoice with tax, in minor units.';
COMMENT ON COLUMN partner_commission_terms.commissionable_amount IS 'Sum of its lines after discount and without tax, in minor units.';
COMMENT ON COLUMN partner_commission_terms.base_amount IS 'How much of that is paid so far, in minor units.';
COMMENT ON COLUMN partner_commission_terms.amount IS 'What is earned by that so far, in minor units; of a pool, what its invoice moved.';
COMMENT ON COLUMN partner_commission_terms.hold_days IS 'How long what is earned is held.';
COMMENT ON COLUMN partner_commission_terms.ends_at IS 'Money that comes at this instant or later earns nothing; NULL: without end.';


-- partner_commission_tiers --------------------------------------------------------------------------------------------

CREATE TABLE partner_commission_tiers (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  version_id uuid NOT NULL,
  from_amount bigint NOT NULL,
  rate numeric(9,6) NOT NULL,
  flat_amount bigint NOT NULL,
  CONSTRAINT pk_partner_commission_tiers PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_commission_tiers_from_amount UNIQUE (tenant_id, version_id, from_amount),
  CONSTRAINT fk_partner_commission_tiers_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_partner_commission_tiers_version FOREIGN KEY (tenant_id, version_id) REFERENCES partner_commission_versions(tenant_id, id),
  CONSTRAINT ck_partner_commission_tiers_flat_amount CHECK ((flat_amount >= 0)),
  CONSTRAINT ck_partner_commission_tiers_from_amount CHECK ((from_amount >= 0)),
  CONSTRAINT ck_partner_commission_tiers_rate CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric)))
);
ALTER TABLE partner_commission_tiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_tiers FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_commission_tiers AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (EXISTS ( SELECT
   FROM partner_commission_versions v
  WHERE ((v.tenant_id = partner_commission_tiers.tenant_id) AND (v.id = partner_commission_tiers.version_id)))))) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_commission_tiers USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_commission_tiers TO dotmac_app;
GRANT SELECT ON TABLE partner_commission_tiers TO dotmac_readonly;

COMMENT ON TABLE partner_commission_tiers IS 'Tiers of graduated and volume rules.';
COMMENT ON COLUMN partner_commission_tiers.from_amount IS 'What is sold beyond this, up to and with where the next tier begins, is in the tier; minor units of the version''s currency.';
COMMENT ON COLUMN partner_commission_tiers.rate IS 'Fraction between 0 and 1.';
COMMENT ON COLUMN partner_commission_tiers.flat_amount IS 'Earned once the tier is reached, in minor units.';


-- partner_commission_versions -----------------------------------------------------------------------------------------

CREATE TABLE partner_commission_versions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  commission_id uuid NOT NULL,
  number integer NOT NULL,
  effective_from timestamp with time zone NOT NULL,
  effective_to timestamp with time zone,
  model character varying(20) NOT NULL,
  basis character varying(20) NOT NULL,
  rate numeric(9,6),
  flat_amount bigint,
  currency character(3),
  duration_months integer,
  first_payment_only boolean NOT NULL,
  hold_days integer,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_commission_versions PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_commission_versions_number UNIQUE (tenant_id, commission_id, number),
  CONSTRAINT fk_partner_commission_versions_commission FOREIGN KEY (tenant_id, commission_id) REFERENCES partner_commissions(tenant_id, id),
  CONSTRAINT fk_partner_commission_versions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ex_partner_commission_versions_period EXCLUDE USING gist (tenant_id WITH =, commission_id WITH =, tstzrange(effective_from, effective_to) WITH &&),
  CONSTRAINT ck_partner_commission_versions_basis CHECK (((basis)::text = ANY (ARRAY[('invoice'::character varying)::text, ('month'::character varying)::text, ('quarter'::character varying)::text, ('year'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_versions_basis_of_model CHECK ((((basis)::text = 'invoice'::text) OR ((model)::text = ANY (ARRAY[('graduated'::character varying)::text, ('volume'::character varying)::text])))),
  CONSTRAINT ck_partner_commission_versions_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_commission_versions_currency_of_model CHECK (((currency IS NULL) = ((model)::text = 'percent'::text))),
  CONSTRAINT ck_partner_commission_versions_duration_months CHECK (((duration_months >= 1) AND (duration_months <= 600))),
  CONSTRAINT ck_partner_commission_versions_flat_amount CHECK ((((flat_amount IS NOT NULL) = ((model)::text = ANY (ARRAY[('flat'::character varying)::text, ('hybrid'::character varying)::text]))) AND (flat_amount > 0))),
  CONSTRAINT ck_partner_commission_versions_hold_days CHECK (((hold_days >= 0) AND (hold_days <= 365))),
  CONSTRAINT ck_partner_commission_versions_model CHECK (((model)::text = ANY (ARRAY[('percent'::character varying)::text, ('flat'::character varying)::text, ('graduated'::character varying)::text, ('volume'::character varying)::text, ('hybrid'::character varying)::text]))),
  CONSTRAINT ck_partner_commission_versions_number CHECK ((number > 0)),
  CONSTRAINT ck_partner_commission_versions_period CHECK ((effective_to > effective_from)),
  CONSTRAINT ck_partner_commission_versions_rate CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric))),
  CONSTRAINT ck_partner_commission_versions_rate_of_model CHECK (((rate IS NOT NULL) = ((model)::text = ANY (ARRAY[('percent'::character varying)::text, ('hybrid'::character varying)::text]))))
);
ALTER TABLE partner_commission_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commission_versions FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_commission_versions AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (EXISTS ( SELECT
   FROM partner_commissions r
  WHERE ((r.tenant_id = partner_commission_versions.tenant_id) AND (r.id = partner_commission_versions.commission_id)))))) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_commission_versions USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_commission_versions TO dotmac_app;
GRANT SELECT ON TABLE partner_commission_versions TO dotmac_readonly;
GRANT UPDATE (effective_to) ON TABLE partner_commission_versions TO dotmac_app;

COMMENT ON TABLE partner_commission_versions IS 'What rules of commission say, each from an instant on. Only added; an end is set once.';
COMMENT ON COLUMN partner_commission_versions.number IS 'Place among the versions of the rule, from 1.';
COMMENT ON COLUMN partner_commission_versions.effective_from IS 'First instant at which it counts.';
COMMENT ON COLUMN partner_commission_versions.effective_to IS 'First instant at which it no longer does; NULL: it goes on.';
COMMENT ON COLUMN partner_commission_versions.basis IS 'What tiers are counted over: each invoice by itself, or all of the partner in a period of the tenant''s zone.';
COMMENT ON COLUMN partner_commission_versions.rate IS 'Fraction between 0 and 1 of what was sold without tax.';
COMMENT ON COLUMN partner_commission_versions.flat_amount IS 'Per invoice that is paid in full, in minor units; of one paid in part, as much of it.';
COMMENT ON COLUMN partner_commission_versions.currency IS 'Of all amounts of the version, which then fits only invoices in it; NULL: fits every currency.';
COMMENT ON COLUMN partner_commission_versions.duration_months IS 'For how long from the first payment of a customer on; NULL: without end.';
COMMENT ON COLUMN partner_commission_versions.hold_days IS 'How long what was earned is held; NULL: as the tenant''s settings say.';


-- partner_commissions -------------------------------------------------------------------------------------------------

CREATE TABLE partner_commissions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid,
  name character varying(100) NOT NULL,
  priority integer NOT NULL,
  status character varying(20) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_commissions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_commissions_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_commissions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_commissions_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_partner_commissions_priority CHECK (((priority >= 1) AND (priority <= 1000))),
  CONSTRAINT ck_partner_commissions_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('archived'::character varying)::text])))
);
ALTER TABLE partner_commissions ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_commissions FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_partner_commissions_name ON public.partner_commissions USING btree (tenant_id, lower((name)::text)) WHERE ((status)::text = 'active'::text);
CREATE INDEX ix_partner_commissions_partner ON public.partner_commissions USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_commissions_status ON public.partner_commissions USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON partner_commissions AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_commissions USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partner_commissions TO dotmac_app;
GRANT SELECT ON TABLE partner_commissions TO dotmac_readonly;

COMMENT ON TABLE partner_commissions IS 'Rules of commission.';
COMMENT ON COLUMN partner_commissions.partner_id IS 'Whom the rule is for; NULL: for all partners.';
COMMENT ON COLUMN partner_commissions.priority IS 'Of several rules that fit, the one with the greatest counts.';
COMMENT ON COLUMN partner_commissions.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_export_chunks -----------------------------------------------------------------------------------------------

CREATE TABLE partner_export_chunks (
  tenant_id uuid NOT NULL,
  export_id uuid NOT NULL,
  "position" bigint NOT NULL,
  content bytea NOT NULL,
  CONSTRAINT pk_partner_export_chunks PRIMARY KEY (tenant_id, export_id, "position"),
  CONSTRAINT fk_partner_export_chunks_export FOREIGN KEY (tenant_id, export_id) REFERENCES partner_exports(tenant_id, id),
  CONSTRAINT fk_partner_export_chunks_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_export_chunks_position CHECK (("position" >= 0))
);
ALTER TABLE partner_export_chunks ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_export_chunks FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_export_chunks AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_export_chunks USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, DELETE ON TABLE partner_export_chunks TO dotmac_app;
GRANT SELECT ON TABLE partner_export_chunks TO dotmac_readonly;

COMMENT ON TABLE partner_export_chunks IS 'Files of exports: pieces of one stream, compressed with gzip, in order.';


-- partner_exports -----------------------------------------------------------------------------------------------------

CREATE TABLE partner_exports (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  kind character varying(30) NOT NULL,
  partner_id uuid,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  status character varying(20) NOT NULL,
  attempts integer NOT NULL,
  line_count bigint,
  failure character varying(500),
  requested_by uuid,
  requested_at timestamp with time zone NOT NULL,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  expires_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_partner_exports PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_exports_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_exports_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_exports_attempts CHECK ((attempts >= 0)),
  CONSTRAINT ck_partner_exports_ends_at CHECK ((starts_at < ends_at)),
  CONSTRAINT ck_partner_exports_expires_at CHECK (((expires_at IS NOT NULL) = ((status)::text = ANY (ARRAY[('done'::character varying)::text, ('expired'::character varying)::text])))),
  CONSTRAINT ck_partner_exports_failure CHECK (((failure IS NOT NULL) = ((status)::text = 'failed'::text))),
  CONSTRAINT ck_partner_exports_finished_at CHECK (((finished_at IS NOT NULL) = ((status)::text = ANY (ARRAY[('done'::character varying)::text, ('failed'::character varying)::text, ('expired'::character varying)::text])))),
  CONSTRAINT ck_partner_exports_kind CHECK (((kind)::text = 'commission_lines'::text)),
  CONSTRAINT ck_partner_exports_line_count CHECK (((line_count IS NOT NULL) = ((status)::text = ANY (ARRAY[('done'::character varying)::text, ('expired'::character varying)::text])))),
  CONSTRAINT ck_partner_exports_started_at CHECK (((started_at IS NULL) = ((status)::text = 'requested'::text))),
  CONSTRAINT ck_partner_exports_status CHECK (((status)::text = ANY (ARRAY[('requested'::character varying)::text, ('running'::character varying)::text, ('done'::character varying)::text, ('failed'::character varying)::text, ('expired'::character varying)::text])))
);
ALTER TABLE partner_exports ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_exports FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_exports_partner ON public.partner_exports USING btree (tenant_id, partner_id);

CREATE POLICY partner_scope ON partner_exports AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_exports USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partner_exports TO dotmac_app;
GRANT SELECT ON TABLE partner_exports TO dotmac_readonly;

COMMENT ON TABLE partner_exports IS 'Lists that are made in the background.';
COMMENT ON COLUMN partner_exports.partner_id IS 'Of whom; NULL: of all partners.';
COMMENT ON COLUMN partner_exports.starts_at IS 'First instant of the period.';
COMMENT ON COLUMN partner_exports.ends_at IS 'First instant after it.';
COMMENT ON COLUMN partner_exports.attempts IS 'How often it was begun.';
COMMENT ON COLUMN partner_exports.failure IS 'Why it was given up.';
COMMENT ON COLUMN partner_exports.requested_by IS 'User or API key that asked for it; NULL: an operator. No foreign key: actors are of several kinds.';
COMMENT ON COLUMN partner_exports.expires_at IS 'From then on there is no file any more.';
COMMENT ON COLUMN partner_exports.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_invitations -------------------------------------------------------------------------------------------------

CREATE TABLE partner_invitations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  email character varying(254) NOT NULL,
  role character varying(20) NOT NULL,
  status character varying(20) NOT NULL,
  secret_digest bytea NOT NULL,
  mailed_count integer NOT NULL,
  mailed_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  partner_user_id uuid,
  created_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_partner_invitations PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_invitations_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_invitations_partner_user FOREIGN KEY (tenant_id, partner_user_id) REFERENCES partner_users(tenant_id, id),
  CONSTRAINT fk_partner_invitations_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_invitations_email CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_partner_invitations_end CHECK (((ended_at IS NULL) = ((status)::text = 'pending'::text))),
  CONSTRAINT ck_partner_invitations_expires_at CHECK ((expires_at > mailed_at)),
  CONSTRAINT ck_partner_invitations_mailed_count CHECK ((mailed_count > 0)),
  CONSTRAINT ck_partner_invitations_partner_user CHECK (((partner_user_id IS NOT NULL) = ((status)::text = 'accepted'::text))),
  CONSTRAINT ck_partner_invitations_role CHECK (((role)::text = ANY (ARRAY[('partner_owner'::character varying)::text, ('partner_admin'::character varying)::text, ('account_manager'::character varying)::text, ('finance'::character varying)::text]))),
  CONSTRAINT ck_partner_invitations_secret_digest CHECK ((octet_length(secret_digest) = 32)),
  CONSTRAINT ck_partner_invitations_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('accepted'::character varying)::text, ('expired'::character varying)::text, ('revoked'::character varying)::text])))
);
ALTER TABLE partner_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_invitations FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_partner_invitations_open ON public.partner_invitations USING btree (tenant_id, partner_id, email) WHERE ((status)::text = 'pending'::text);
CREATE INDEX ix_partner_invitations_email ON public.partner_invitations USING btree (tenant_id, partner_id, email, mailed_at);
CREATE INDEX ix_partner_invitations_partner ON public.partner_invitations USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_invitations_partner_user ON public.partner_invitations USING btree (tenant_id, partner_user_id);

CREATE POLICY partner_scope ON partner_invitations AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_invitations USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (ended_at) ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (expires_at) ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (mailed_at) ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (mailed_count) ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (partner_user_id) ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (secret_digest) ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (status) ON TABLE partner_invitations TO dotmac_app;
GRANT UPDATE (version) ON TABLE partner_invitations TO dotmac_app;

COMMENT ON TABLE partner_invitations IS 'Who is, or was, invited to act for a partner.';
COMMENT ON COLUMN partner_invitations.secret_digest IS 'SHA-256 of the part that only the last link has, 256 random bits.';
COMMENT ON COLUMN partner_invitations.mailed_count IS 'How often it was mailed.';
COMMENT ON COLUMN partner_invitations.expires_at IS 'From this instant on the link opens nothing.';
COMMENT ON COLUMN partner_invitations.partner_user_id IS 'Who accepted it; NULL: nobody did.';
COMMENT ON COLUMN partner_invitations.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_ledger_entries ----------------------------------------------------------------------------------------------

CREATE TABLE partner_ledger_entries (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  transaction_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency character(3) NOT NULL,
  account character varying(20) NOT NULL,
  amount bigint NOT NULL,
  commission_event_id uuid,
  payout_id uuid,
  posted_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_ledger_entries PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_ledger_entries_commission_event FOREIGN KEY (tenant_id, commission_event_id) REFERENCES partner_commission_events(tenant_id, id),
  CONSTRAINT fk_partner_ledger_entries_payout FOREIGN KEY (tenant_id, payout_id, partner_id, currency) REFERENCES partner_payouts(tenant_id, id, partner_id, currency),
  CONSTRAINT fk_partner_ledger_entries_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_partner_ledger_entries_transaction FOREIGN KEY (tenant_id, transaction_id, partner_id, currency) REFERENCES partner_ledger_transactions(tenant_id, id, partner_id, currency),
  CONSTRAINT ck_partner_ledger_entries_account CHECK (((account)::text = ANY (ARRAY[('expense'::character varying)::text, ('held'::character varying)::text, ('payable'::character varying)::text, ('in_flight'::character varying)::text, ('paid'::character varying)::text, ('written_off'::character varying)::text]))),
  CONSTRAINT ck_partner_ledger_entries_amount CHECK ((amount <> 0)),
  CONSTRAINT ck_partner_ledger_entries_cause CHECK ((num_nonnulls(commission_event_id, payout_id) = 1))
);
ALTER TABLE partner_ledger_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_ledger_entries FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_ledger_entries_commission_event ON public.partner_ledger_entries USING btree (tenant_id, commission_event_id);
CREATE INDEX ix_partner_ledger_entries_of_partner ON public.partner_ledger_entries USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_ledger_entries_partner ON public.partner_ledger_entries USING btree (tenant_id, partner_id, currency, account, posted_at) INCLUDE (amount);
CREATE INDEX ix_partner_ledger_entries_payout ON public.partner_ledger_entries USING btree (tenant_id, payout_id, partner_id, currency);
CREATE INDEX ix_partner_ledger_entries_transaction ON public.partner_ledger_entries USING btree (tenant_id, transaction_id, partner_id, currency);

CREATE CONSTRAINT TRIGGER check_balance AFTER INSERT ON public.partner_ledger_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_partner_ledger_at_commit();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.partner_ledger_entries FOR EACH ROW EXECUTE FUNCTION refuse_change_of_partner_ledger();
CREATE TRIGGER refuse_closed_period AFTER INSERT ON public.partner_ledger_entries REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION refuse_entry_in_closed_period();

CREATE POLICY partner_scope ON partner_ledger_entries AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_ledger_entries USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_ledger_entries TO dotmac_app;
GRANT SELECT ON TABLE partner_ledger_entries TO dotmac_readonly;

COMMENT ON TABLE partner_ledger_entries IS 'Entries of the partners'' books. Only added; those of a transaction come to nothing.';
COMMENT ON COLUMN partner_ledger_entries.account IS 'expense: commission earned and taken back; held, payable, in_flight: owed to the partner; paid: left the house; written_off: debts let off.';
COMMENT ON COLUMN partner_ledger_entries.amount IS 'In minor units; positive: debit, negative: credit.';
COMMENT ON COLUMN partner_ledger_entries.posted_at IS 'That of the transaction.';


-- partner_ledger_transactions -----------------------------------------------------------------------------------------

CREATE TABLE partner_ledger_transactions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency character(3) NOT NULL,
  kind character varying(20) NOT NULL,
  posted_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_ledger_transactions PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_ledger_transactions_partner UNIQUE (tenant_id, id, partner_id, currency),
  CONSTRAINT fk_partner_ledger_transactions_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_ledger_transactions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_ledger_transactions_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_ledger_transactions_kind CHECK (((kind)::text = ANY (ARRAY[('accrual'::character varying)::text, ('reversal'::character varying)::text, ('release'::character varying)::text, ('adjustment'::character varying)::text, ('cancellation'::character varying)::text, ('write_off'::character varying)::text, ('payout_reserved'::character varying)::text, ('payout_released'::character varying)::text, ('payout_completed'::character varying)::text, ('payout_returned'::character varying)::text])))
);
ALTER TABLE partner_ledger_transactions ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_ledger_transactions FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_ledger_transactions_partner ON public.partner_ledger_transactions USING btree (tenant_id, partner_id, id);

CREATE CONSTRAINT TRIGGER check_balance AFTER INSERT ON public.partner_ledger_transactions DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_partner_ledger_at_commit();
CREATE TRIGGER refuse_change BEFORE DELETE OR UPDATE ON public.partner_ledger_transactions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_partner_ledger();

CREATE POLICY partner_scope ON partner_ledger_transactions AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_ledger_transactions USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_ledger_transactions TO dotmac_app;
GRANT SELECT ON TABLE partner_ledger_transactions TO dotmac_readonly;

COMMENT ON TABLE partner_ledger_transactions IS 'Transactions of the partners'' books: of one partner, in one currency. Only added.';
COMMENT ON COLUMN partner_ledger_transactions.posted_at IS 'When it was entered, which decides the period it is in.';


-- partner_payee_accounts ----------------------------------------------------------------------------------------------

CREATE TABLE partner_payee_accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  method character varying(20) NOT NULL,
  holder character varying(140) NOT NULL,
  hint character varying(20) NOT NULL,
  sealed_account character varying(2000) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_payee_accounts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payee_accounts_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_payee_accounts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_payee_accounts_method CHECK (((method)::text = ANY (ARRAY[('iban'::character varying)::text, ('account_number'::character varying)::text])))
);
ALTER TABLE partner_payee_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payee_accounts FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_payee_accounts_partner ON public.partner_payee_accounts USING btree (tenant_id, partner_id, id);

CREATE POLICY partner_scope ON partner_payee_accounts AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_payee_accounts USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_payee_accounts TO dotmac_app;

COMMENT ON TABLE partner_payee_accounts IS 'Where partners are paid: each to his newest account, and who has none not at all. Only added.';
COMMENT ON COLUMN partner_payee_accounts.holder IS 'Whose account it is, as the bank knows him.';
COMMENT ON COLUMN partner_payee_accounts.hint IS 'The end of the number, by which people tell it from others.';
COMMENT ON COLUMN partner_payee_accounts.sealed_account IS 'Number and bank, sealed as JWE with a key that is not in the database.';


-- partner_payer_accounts ----------------------------------------------------------------------------------------------

CREATE TABLE partner_payer_accounts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  currency character(3) NOT NULL,
  method character varying(20) NOT NULL,
  holder character varying(140) NOT NULL,
  hint character varying(20) NOT NULL,
  sealed_account character varying(2000) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_payer_accounts PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_payer_accounts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_payer_accounts_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_payer_accounts_method CHECK (((method)::text = ANY (ARRAY[('iban'::character varying)::text, ('account_number'::character varying)::text])))
);
ALTER TABLE partner_payer_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payer_accounts FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_payer_accounts_currency ON public.partner_payer_accounts USING btree (tenant_id, currency, id);

CREATE POLICY partner_scope ON partner_payer_accounts AS RESTRICTIVE USING ((current_partner_id() IS NULL)) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_payer_accounts USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_payer_accounts TO dotmac_app;

COMMENT ON TABLE partner_payer_accounts IS 'What accounts partners are paid from: the newest of the currency. Only added.';
COMMENT ON COLUMN partner_payer_accounts.holder IS 'Whose account it is, as the bank knows him.';
COMMENT ON COLUMN partner_payer_accounts.hint IS 'The end of the number, by which people tell it from others.';
COMMENT ON COLUMN partner_payer_accounts.sealed_account IS 'Number and bank, sealed as JWE with a key that is not in the database.';


-- partner_payout_batches ----------------------------------------------------------------------------------------------

CREATE TABLE partner_payout_batches (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number character varying(30) NOT NULL,
  currency character(3) NOT NULL,
  cut_at timestamp with time zone NOT NULL,
  status character varying(20) NOT NULL,
  provider character varying(50) NOT NULL,
  created_by uuid,
  created_at timestamp with time zone NOT NULL,
  approved_at timestamp with time zone,
  submitted_at timestamp with time zone,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_payout_batches PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_payout_batches_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_partner_payout_batches_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_payout_batches_approved_at CHECK (
CASE status
    WHEN 'draft'::text THEN (approved_at IS NULL)
    WHEN 'cancelled'::text THEN true
    ELSE (approved_at IS NOT NULL)
END),
  CONSTRAINT ck_partner_payout_batches_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_payout_batches_provider CHECK (((provider)::text ~ '^[a-z][a-z0-9_]*$'::text)),
  CONSTRAINT ck_partner_payout_batches_status CHECK (((status)::text = ANY (ARRAY[('draft'::character varying)::text, ('approved'::character varying)::text, ('submitted'::character varying)::text, ('closed'::character varying)::text, ('cancelled'::character varying)::text]))),
  CONSTRAINT ck_partner_payout_batches_submitted_at CHECK (((submitted_at IS NOT NULL) = ((status)::text = ANY (ARRAY[('submitted'::character varying)::text, ('closed'::character varying)::text]))))
);
ALTER TABLE partner_payout_batches ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payout_batches FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_payout_batches_status ON public.partner_payout_batches USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON partner_payout_batches AS RESTRICTIVE USING ((current_partner_id() IS NULL)) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_payout_batches USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_payout_batches TO dotmac_app;
GRANT SELECT ON TABLE partner_payout_batches TO dotmac_readonly;
GRANT UPDATE (approved_at) ON TABLE partner_payout_batches TO dotmac_app;
GRANT UPDATE (status) ON TABLE partner_payout_batches TO dotmac_app;
GRANT UPDATE (submitted_at) ON TABLE partner_payout_batches TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE partner_payout_batches TO dotmac_app;
GRANT UPDATE (version) ON TABLE partner_payout_batches TO dotmac_app;

COMMENT ON TABLE partner_payout_batches IS 'Payouts that are made, approved and sent together.';
COMMENT ON COLUMN partner_payout_batches.number IS 'Number for people, PB-2026-000042; unique in the tenant.';
COMMENT ON COLUMN partner_payout_batches.cut_at IS 'Only what was approved before this instant is in it.';
COMMENT ON COLUMN partner_payout_batches.created_by IS 'User or API key that made it; NULL: an operator or the platform. No foreign key: actors are of several kinds.';
COMMENT ON COLUMN partner_payout_batches.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_payout_lines ------------------------------------------------------------------------------------------------

CREATE TABLE partner_payout_lines (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payout_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency character(3) NOT NULL,
  commission_event_id uuid NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT pk_partner_payout_lines PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_payout_lines_of_payout UNIQUE (tenant_id, payout_id, commission_event_id),
  CONSTRAINT fk_partner_payout_lines_commission_event FOREIGN KEY (tenant_id, commission_event_id) REFERENCES partner_commission_events(tenant_id, id),
  CONSTRAINT fk_partner_payout_lines_payout FOREIGN KEY (tenant_id, payout_id, partner_id, currency) REFERENCES partner_payouts(tenant_id, id, partner_id, currency),
  CONSTRAINT fk_partner_payout_lines_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_payout_lines_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
);
ALTER TABLE partner_payout_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payout_lines FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_payout_lines_commission_event ON public.partner_payout_lines USING btree (tenant_id, commission_event_id);
CREATE INDEX ix_partner_payout_lines_payout ON public.partner_payout_lines USING btree (tenant_id, payout_id, partner_id, currency);

CREATE POLICY partner_scope ON partner_payout_lines AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_payout_lines USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_payout_lines TO dotmac_app;
GRANT SELECT ON TABLE partner_payout_lines TO dotmac_readonly;

COMMENT ON TABLE partner_payout_lines IS 'Which lines of commission payouts were made of. Only added.';
COMMENT ON COLUMN partner_payout_lines.amount IS 'That of the line, in minor units; negative: was lost.';


-- partner_payout_minimums ---------------------------------------------------------------------------------------------

CREATE TABLE partner_payout_minimums (
  tenant_id uuid NOT NULL,
  currency character(3) NOT NULL,
  amount bigint NOT NULL,
  CONSTRAINT pk_partner_payout_minimums PRIMARY KEY (tenant_id, currency),
  CONSTRAINT fk_partner_payout_minimums_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_payout_minimums_amount CHECK ((amount > 0)),
  CONSTRAINT ck_partner_payout_minimums_currency CHECK ((currency ~ '^[A-Z]{3}$'::text))
);
ALTER TABLE partner_payout_minimums ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payout_minimums FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_payout_minimums AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_payout_minimums USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE partner_payout_minimums TO dotmac_app;
GRANT SELECT ON TABLE partner_payout_minimums TO dotmac_readonly;

COMMENT ON TABLE partner_payout_minimums IS 'What is too little to be paid out, by currency; without a row nothing is.';
COMMENT ON COLUMN partner_payout_minimums.amount IS 'The least that is paid out, in minor units.';


-- partner_payouts -----------------------------------------------------------------------------------------------------

CREATE TABLE partner_payouts (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  batch_id uuid NOT NULL,
  partner_id uuid NOT NULL,
  currency character(3) NOT NULL,
  amount bigint NOT NULL,
  status character varying(20) NOT NULL,
  attempts integer NOT NULL,
  provider_payout_id character varying(255),
  failure_code character varying(100),
  failure_reason character varying(500),
  sent_at timestamp with time zone,
  completed_at timestamp with time zone,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  payee_account_id uuid,
  CONSTRAINT pk_partner_payouts PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_payouts_of_batch UNIQUE (tenant_id, batch_id, partner_id),
  CONSTRAINT uq_partner_payouts_partner UNIQUE (tenant_id, id, partner_id, currency),
  CONSTRAINT fk_partner_payouts_batch FOREIGN KEY (tenant_id, batch_id) REFERENCES partner_payout_batches(tenant_id, id),
  CONSTRAINT fk_partner_payouts_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_payouts_payee_account FOREIGN KEY (tenant_id, payee_account_id) REFERENCES partner_payee_accounts(tenant_id, id),
  CONSTRAINT fk_partner_payouts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_payouts_amount CHECK ((amount > 0)),
  CONSTRAINT ck_partner_payouts_attempts CHECK ((attempts >= 0)),
  CONSTRAINT ck_partner_payouts_completed_at CHECK (((completed_at IS NOT NULL) = ((status)::text = 'completed'::text))),
  CONSTRAINT ck_partner_payouts_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_payouts_sent_at CHECK ((((status)::text <> ALL (ARRAY[('processing'::character varying)::text, ('completed'::character varying)::text, ('unknown'::character varying)::text])) OR (sent_at IS NOT NULL))),
  CONSTRAINT ck_partner_payouts_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('ready'::character varying)::text, ('processing'::character varying)::text, ('completed'::character varying)::text, ('failed'::character varying)::text, ('cancelled'::character varying)::text, ('unknown'::character varying)::text])))
);
ALTER TABLE partner_payouts ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_payouts FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_payouts_open ON public.partner_payouts USING btree (tenant_id, batch_id) WHERE ((status)::text <> ALL (ARRAY[('completed'::character varying)::text, ('failed'::character varying)::text, ('cancelled'::character varying)::text]));
CREATE INDEX ix_partner_payouts_partner ON public.partner_payouts USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_payouts_payee_account ON public.partner_payouts USING btree (tenant_id, payee_account_id);
CREATE INDEX ix_partner_payouts_status ON public.partner_payouts USING btree (tenant_id, status, id);

CREATE CONSTRAINT TRIGGER check_lines AFTER INSERT OR UPDATE ON public.partner_payouts DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_partner_payout_at_commit();

CREATE POLICY partner_scope ON partner_payouts AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_payouts USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_payouts TO dotmac_app;
GRANT SELECT ON TABLE partner_payouts TO dotmac_readonly;
GRANT UPDATE (attempts) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (completed_at) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (failure_code) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (failure_reason) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (payee_account_id) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (provider_payout_id) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (sent_at) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (status) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE partner_payouts TO dotmac_app;
GRANT UPDATE (version) ON TABLE partner_payouts TO dotmac_app;

COMMENT ON TABLE partner_payouts IS 'What partners are paid.';
COMMENT ON COLUMN partner_payouts.amount IS 'Sum of its lines, in minor units.';
COMMENT ON COLUMN partner_payouts.status IS 'unknown: the provider''s answer was lost, and only comparing with the provider tells.';
COMMENT ON COLUMN partner_payouts.attempts IS 'How often it was handed to the provider anew.';
COMMENT ON COLUMN partner_payouts.provider_payout_id IS 'What the provider calls it. No foreign key: it is the provider''s.';
COMMENT ON COLUMN partner_payouts.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON COLUMN partner_payouts.payee_account_id IS 'Where it was sent in the last attempt; NULL: it was not.';


-- partner_referrals ---------------------------------------------------------------------------------------------------

CREATE TABLE partner_referrals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  status character varying(20) NOT NULL,
  contact_name character varying(200) NOT NULL,
  email character varying(254) NOT NULL,
  email_domain character varying(254) NOT NULL,
  company_name character varying(255),
  phone character varying(30),
  estimated_amount bigint,
  estimated_currency character(3),
  source character varying(100),
  notes character varying(2000),
  submitted_at timestamp with time zone NOT NULL,
  protected_until timestamp with time zone NOT NULL,
  contacted_at timestamp with time zone,
  qualified_at timestamp with time zone,
  closed_at timestamp with time zone,
  close_reason character varying(500),
  customer_id uuid,
  account_id uuid,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_referrals PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_referrals_account FOREIGN KEY (tenant_id, account_id) REFERENCES partner_accounts(tenant_id, id) ON DELETE SET NULL (account_id),
  CONSTRAINT fk_partner_referrals_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id) ON DELETE SET NULL (customer_id),
  CONSTRAINT fk_partner_referrals_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_referrals_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ex_partner_referrals_company EXCLUDE USING gist (tenant_id WITH =, lower((company_name)::text) WITH =, email_domain WITH =, tstzrange(submitted_at, protected_until) WITH &&) WHERE (((status)::text = ANY (ARRAY[('new'::character varying)::text, ('contacted'::character varying)::text, ('qualified'::character varying)::text]))),
  CONSTRAINT ex_partner_referrals_email EXCLUDE USING gist (tenant_id WITH =, email WITH =, tstzrange(submitted_at, protected_until) WITH &&) WHERE (((status)::text = ANY (ARRAY[('new'::character varying)::text, ('contacted'::character varying)::text, ('qualified'::character varying)::text]))),
  CONSTRAINT ck_partner_referrals_close_reason CHECK ((((status)::text <> ALL (ARRAY[('lost'::character varying)::text, ('invalid'::character varying)::text])) OR (close_reason IS NOT NULL))),
  CONSTRAINT ck_partner_referrals_closed_at CHECK (((closed_at IS NOT NULL) = ((status)::text = ANY (ARRAY[('converted'::character varying)::text, ('lost'::character varying)::text, ('invalid'::character varying)::text])))),
  CONSTRAINT ck_partner_referrals_contact_name CHECK (((contact_name)::text <> ''::text)),
  CONSTRAINT ck_partner_referrals_email CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_partner_referrals_estimate CHECK (((estimated_amount IS NULL) = (estimated_currency IS NULL))),
  CONSTRAINT ck_partner_referrals_estimated_amount CHECK ((estimated_amount >= 0)),
  CONSTRAINT ck_partner_referrals_estimated_currency CHECK ((estimated_currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_referrals_protected_until CHECK ((protected_until >= submitted_at)),
  CONSTRAINT ck_partner_referrals_status CHECK (((status)::text = ANY (ARRAY[('new'::character varying)::text, ('contacted'::character varying)::text, ('qualified'::character varying)::text, ('converted'::character varying)::text, ('lost'::character varying)::text, ('invalid'::character varying)::text])))
);
ALTER TABLE partner_referrals ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_referrals FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_referrals_account ON public.partner_referrals USING btree (tenant_id, account_id);
CREATE INDEX ix_partner_referrals_customer ON public.partner_referrals USING btree (tenant_id, customer_id);
CREATE INDEX ix_partner_referrals_partner ON public.partner_referrals USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_referrals_status ON public.partner_referrals USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON partner_referrals AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_referrals USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partner_referrals TO dotmac_app;
GRANT SELECT ON TABLE partner_referrals TO dotmac_readonly;

COMMENT ON TABLE partner_referrals IS 'Prospects that partners named.';
COMMENT ON COLUMN partner_referrals.email_domain IS 'What of email stands behind the @.';
COMMENT ON COLUMN partner_referrals.estimated_amount IS 'What the partner thinks it is worth, in minor units of estimated_currency; NULL: not said.';
COMMENT ON COLUMN partner_referrals.protected_until IS 'Before this instant nobody else can name the same prospect.';
COMMENT ON COLUMN partner_referrals.closed_at IS 'When it was converted, lost or found invalid; NULL: it is open.';
COMMENT ON COLUMN partner_referrals.account_id IS 'The account that came of it; NULL: none, or it is gone.';
COMMENT ON COLUMN partner_referrals.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_settings ----------------------------------------------------------------------------------------------------

CREATE TABLE partner_settings (
  tenant_id uuid NOT NULL,
  hold_days integer NOT NULL,
  automatic_approval boolean NOT NULL,
  maker_checker boolean NOT NULL,
  applications_open boolean NOT NULL,
  protection_days integer NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_settings PRIMARY KEY (tenant_id),
  CONSTRAINT fk_partner_settings_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_settings_hold_days CHECK (((hold_days >= 0) AND (hold_days <= 365))),
  CONSTRAINT ck_partner_settings_protection_days CHECK (((protection_days >= 0) AND (protection_days <= 3650)))
);
ALTER TABLE partner_settings ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_settings FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_settings AS RESTRICTIVE USING (true) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_settings USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partner_settings TO dotmac_app;
GRANT SELECT ON TABLE partner_settings TO dotmac_readonly;

COMMENT ON TABLE partner_settings IS 'How a tenant runs its partner programme; without a row the usual settings count.';
COMMENT ON COLUMN partner_settings.hold_days IS 'How long what was earned is held where the rule does not say.';
COMMENT ON COLUMN partner_settings.automatic_approval IS 'Whether what was held long enough is approved without anybody.';
COMMENT ON COLUMN partner_settings.maker_checker IS 'Whether who makes a payout batch or an adjustment may not be the one who approves it.';
COMMENT ON COLUMN partner_settings.applications_open IS 'Whether anybody may apply to become a partner.';
COMMENT ON COLUMN partner_settings.protection_days IS 'How long a referral keeps others from referring the same prospect.';
COMMENT ON COLUMN partner_settings.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_statement_periods -------------------------------------------------------------------------------------------

CREATE TABLE partner_statement_periods (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  month date NOT NULL,
  time_zone character varying(64) NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_statement_periods PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_statement_periods_month UNIQUE (tenant_id, month),
  CONSTRAINT uq_partner_statement_periods_starts_at UNIQUE (tenant_id, id, starts_at, ends_at),
  CONSTRAINT fk_partner_statement_periods_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ex_partner_statement_periods_apart EXCLUDE USING gist (tenant_id WITH =, tstzrange(starts_at, ends_at) WITH &&),
  CONSTRAINT ck_partner_statement_periods_ends_at CHECK (((starts_at < ends_at) AND (ends_at <= closed_at))),
  CONSTRAINT ck_partner_statement_periods_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
ALTER TABLE partner_statement_periods ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_statement_periods FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_statement_periods AS RESTRICTIVE USING (true) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_statement_periods USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_statement_periods TO dotmac_app;
GRANT SELECT ON TABLE partner_statement_periods TO dotmac_readonly;

COMMENT ON TABLE partner_statement_periods IS 'Months of a tenant that are closed: they follow each other without gap or overlap. Only added.';
COMMENT ON COLUMN partner_statement_periods.month IS 'Its first day.';
COMMENT ON COLUMN partner_statement_periods.time_zone IS 'In which it ended.';
COMMENT ON COLUMN partner_statement_periods.ends_at IS 'First instant after it. Nothing is entered into the books for an earlier one.';


-- partner_statements --------------------------------------------------------------------------------------------------

CREATE TABLE partner_statements (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  period_id uuid NOT NULL,
  starts_at timestamp with time zone NOT NULL,
  ends_at timestamp with time zone NOT NULL,
  month date NOT NULL,
  time_zone character varying(64) NOT NULL,
  partner_id uuid NOT NULL,
  partner_number character varying(20) NOT NULL,
  partner_name character varying(255) NOT NULL,
  issuer_name character varying(255) NOT NULL,
  currency character(3) NOT NULL,
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
  made_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_statements PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partner_statements_month UNIQUE (tenant_id, partner_id, currency, month),
  CONSTRAINT fk_partner_statements_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_statements_period FOREIGN KEY (tenant_id, period_id, starts_at, ends_at) REFERENCES partner_statement_periods(tenant_id, id, starts_at, ends_at),
  CONSTRAINT fk_partner_statements_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_statements_closing_balance CHECK ((closing_balance = ((((((opening_balance + earned) + reversed) + adjusted) + written_off) + paid_out) + returned))),
  CONSTRAINT ck_partner_statements_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_statements_held CHECK ((closing_balance = ((held + payable) + in_flight))),
  CONSTRAINT ck_partner_statements_month CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);
ALTER TABLE partner_statements ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_statements FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_statements_partner ON public.partner_statements USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_statements_period ON public.partner_statements USING btree (tenant_id, period_id, starts_at, ends_at);

CREATE POLICY partner_scope ON partner_statements AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_statements USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_statements TO dotmac_app;
GRANT SELECT ON TABLE partner_statements TO dotmac_readonly;

COMMENT ON TABLE partner_statements IS 'What partners were owed at the ends of closed months, and what changed it. Only added.';
COMMENT ON COLUMN partner_statements.month IS 'That of the period.';
COMMENT ON COLUMN partner_statements.partner_name IS 'As it was when the statement was made.';
COMMENT ON COLUMN partner_statements.issuer_name IS 'Name of the tenant when the statement was made.';
COMMENT ON COLUMN partner_statements.opening_balance IS 'What was owed to the partner at the start, in minor units; negative: he owed. So are all amounts.';
COMMENT ON COLUMN partner_statements.earned IS 'What the balance changed by; negative: less is owed. So are all movements.';
COMMENT ON COLUMN partner_statements.held IS 'Of the closing balance: not approved yet.';
COMMENT ON COLUMN partner_statements.payable IS 'Of the closing balance: approved and in no payout; negative: is carried.';
COMMENT ON COLUMN partner_statements.in_flight IS 'Of the closing balance: in payouts that had not ended.';


-- partner_tier_moves --------------------------------------------------------------------------------------------------

CREATE TABLE partner_tier_moves (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  from_tier character varying(20) NOT NULL,
  to_tier character varying(20) NOT NULL,
  cause character varying(20) NOT NULL,
  window_from timestamp with time zone,
  window_to timestamp with time zone,
  currency character(3),
  collected_amount bigint,
  customers bigint,
  moved_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_partner_tier_moves PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_tier_moves_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_tier_moves_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_tier_moves_cause CHECK (((cause)::text = ANY (ARRAY[('manual'::character varying)::text, ('computed'::character varying)::text]))),
  CONSTRAINT ck_partner_tier_moves_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_tier_moves_from_tier CHECK (((from_tier)::text = ANY (ARRAY[('bronze'::character varying)::text, ('silver'::character varying)::text, ('gold'::character varying)::text, ('platinum'::character varying)::text, ('direct'::character varying)::text]))),
  CONSTRAINT ck_partner_tier_moves_numbers CHECK ((num_nonnulls(window_from, window_to, currency, collected_amount, customers) =
CASE cause
    WHEN 'computed'::text THEN 5
    ELSE 0
END)),
  CONSTRAINT ck_partner_tier_moves_tiers CHECK (((from_tier)::text <> (to_tier)::text)),
  CONSTRAINT ck_partner_tier_moves_to_tier CHECK (((to_tier)::text = ANY (ARRAY[('bronze'::character varying)::text, ('silver'::character varying)::text, ('gold'::character varying)::text, ('platinum'::character varying)::text, ('direct'::character varying)::text]))),
  CONSTRAINT ck_partner_tier_moves_window CHECK ((window_from < window_to))
);
ALTER TABLE partner_tier_moves ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_tier_moves FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_partner_tier_moves_partner ON public.partner_tier_moves USING btree (tenant_id, partner_id, id);

CREATE POLICY partner_scope ON partner_tier_moves AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id()))) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_tier_moves USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE partner_tier_moves TO dotmac_app;
GRANT SELECT ON TABLE partner_tier_moves TO dotmac_readonly;

COMMENT ON TABLE partner_tier_moves IS 'How partners came from tier to tier. Only added.';
COMMENT ON COLUMN partner_tier_moves.cause IS 'manual: people; computed: the numbers.';
COMMENT ON COLUMN partner_tier_moves.window_from IS 'First instant of the window; NULL: nothing was reckoned.';
COMMENT ON COLUMN partner_tier_moves.window_to IS 'First instant after it.';
COMMENT ON COLUMN partner_tier_moves.collected_amount IS 'What customers paid in the window, in minor units.';
COMMENT ON COLUMN partner_tier_moves.customers IS 'How many customers paid in the window.';


-- partner_tier_programs -----------------------------------------------------------------------------------------------

CREATE TABLE partner_tier_programs (
  tenant_id uuid NOT NULL,
  currency character(3) NOT NULL,
  window_months integer NOT NULL,
  automatic boolean NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_partner_tier_programs PRIMARY KEY (tenant_id),
  CONSTRAINT fk_partner_tier_programs_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_tier_programs_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_partner_tier_programs_window_months CHECK (((window_months >= 1) AND (window_months <= 60)))
);
ALTER TABLE partner_tier_programs ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_tier_programs FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_tier_programs AS RESTRICTIVE USING ((current_partner_id() IS NULL)) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_tier_programs USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partner_tier_programs TO dotmac_app;
GRANT SELECT ON TABLE partner_tier_programs TO dotmac_readonly;

COMMENT ON TABLE partner_tier_programs IS 'How tiers of partners are reckoned; without a row they are not.';
COMMENT ON COLUMN partner_tier_programs.currency IS 'The one currency of what is collected.';
COMMENT ON COLUMN partner_tier_programs.window_months IS 'How far back is looked, from the beginning of the day in the zone of the tenant.';
COMMENT ON COLUMN partner_tier_programs.automatic IS 'Whether partners are moved without anybody.';
COMMENT ON COLUMN partner_tier_programs.version IS 'Grows by one with each change; guards against lost updates.';


-- partner_tier_thresholds ---------------------------------------------------------------------------------------------

CREATE TABLE partner_tier_thresholds (
  tenant_id uuid NOT NULL,
  tier character varying(20) NOT NULL,
  collected_amount bigint,
  customers integer,
  CONSTRAINT pk_partner_tier_thresholds PRIMARY KEY (tenant_id, tier),
  CONSTRAINT fk_partner_tier_thresholds_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partner_tier_thresholds_any CHECK ((num_nonnulls(collected_amount, customers) > 0)),
  CONSTRAINT ck_partner_tier_thresholds_collected_amount CHECK ((collected_amount > 0)),
  CONSTRAINT ck_partner_tier_thresholds_customers CHECK ((customers > 0))
);
ALTER TABLE partner_tier_thresholds ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_tier_thresholds FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON partner_tier_thresholds AS RESTRICTIVE USING ((current_partner_id() IS NULL)) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON partner_tier_thresholds USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE partner_tier_thresholds TO dotmac_app;
GRANT SELECT ON TABLE partner_tier_thresholds TO dotmac_readonly;

COMMENT ON TABLE partner_tier_thresholds IS 'What a tier asks for, all of it at once. Who has enough for none is bronze.';
COMMENT ON COLUMN partner_tier_thresholds.collected_amount IS 'The least that customers have to have paid in the window, in minor units; NULL: not asked for.';
COMMENT ON COLUMN partner_tier_thresholds.customers IS 'How many customers have to have paid in the window; NULL: not asked for.';


-- partner_users -------------------------------------------------------------------------------------------------------

CREATE TABLE partner_users (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  partner_id uuid NOT NULL,
  user_id uuid,
  first_name character varying(100) NOT NULL,
  last_name character varying(100) NOT NULL,
  email character varying(254) NOT NULL,
  role character varying(20) NOT NULL,
  primary_contact boolean NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  deactivated_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_partner_users PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_partner_users_partner FOREIGN KEY (tenant_id, partner_id) REFERENCES partners(tenant_id, id),
  CONSTRAINT fk_partner_users_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_partner_users_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE SET NULL (user_id),
  CONSTRAINT ck_partner_users_deactivated_at CHECK ((deactivated_at >= created_at)),
  CONSTRAINT ck_partner_users_email CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_partner_users_first_name CHECK (((first_name)::text <> ''::text)),
  CONSTRAINT ck_partner_users_last_name CHECK (((last_name)::text <> ''::text)),
  CONSTRAINT ck_partner_users_primary_contact CHECK (((NOT primary_contact) OR (deactivated_at IS NULL))),
  CONSTRAINT ck_partner_users_role CHECK (((role)::text = ANY (ARRAY[('partner_owner'::character varying)::text, ('partner_admin'::character varying)::text, ('account_manager'::character varying)::text, ('finance'::character varying)::text])))
);
ALTER TABLE partner_users ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner_users FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_partner_users_email ON public.partner_users USING btree (tenant_id, partner_id, email) WHERE (deactivated_at IS NULL);
CREATE UNIQUE INDEX uq_partner_users_primary_contact ON public.partner_users USING btree (tenant_id, partner_id) WHERE primary_contact;
CREATE INDEX ix_partner_users_partner ON public.partner_users USING btree (tenant_id, partner_id, id);
CREATE INDEX ix_partner_users_user ON public.partner_users USING btree (tenant_id, user_id);

CREATE POLICY partner_scope ON partner_users AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (partner_id = current_partner_id())));
CREATE POLICY tenant_isolation ON partner_users USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partner_users TO dotmac_app;
GRANT SELECT ON TABLE partner_users TO dotmac_readonly;

COMMENT ON TABLE partner_users IS 'People of a partner.';
COMMENT ON COLUMN partner_users.user_id IS 'The same person as a user of the tenant; NULL: has no login.';
COMMENT ON COLUMN partner_users.role IS 'What this person may do for the partner.';
COMMENT ON COLUMN partner_users.primary_contact IS 'Whom to ask first; at most one per partner.';
COMMENT ON COLUMN partner_users.deactivated_at IS 'From this instant on the person no longer acts for the partner; NULL: still does.';
COMMENT ON COLUMN partner_users.version IS 'Grows by one with each change; guards against lost updates.';


-- partners ------------------------------------------------------------------------------------------------------------

CREATE TABLE partners (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  number character varying(20) NOT NULL,
  company_name character varying(255) NOT NULL,
  legal_name character varying(255),
  website character varying(255),
  status character varying(20) NOT NULL,
  tier character varying(20) NOT NULL,
  commission_model character varying(20) NOT NULL,
  default_commission_rate numeric(9,6),
  primary_email character varying(254) NOT NULL,
  billing_email character varying(254),
  phone character varying(30),
  country character(2),
  external_id character varying(100),
  metadata jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  tier_pinned_at timestamp with time zone,
  CONSTRAINT pk_partners PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_partners_external_id UNIQUE (tenant_id, external_id),
  CONSTRAINT uq_partners_number UNIQUE (tenant_id, number),
  CONSTRAINT fk_partners_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_partners_billing_email CHECK ((((billing_email)::text = lower((billing_email)::text)) AND ((billing_email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_partners_commission_model CHECK (((commission_model)::text = ANY (ARRAY[('revenue_share'::character varying)::text, ('flat_fee'::character varying)::text, ('tiered'::character varying)::text, ('hybrid'::character varying)::text]))),
  CONSTRAINT ck_partners_company_name CHECK (((company_name)::text <> ''::text)),
  CONSTRAINT ck_partners_country CHECK ((country ~ '^[A-Z]{2}$'::text)),
  CONSTRAINT ck_partners_default_commission_rate CHECK (((default_commission_rate >= (0)::numeric) AND (default_commission_rate <= (1)::numeric))),
  CONSTRAINT ck_partners_metadata CHECK ((jsonb_typeof(metadata) = 'object'::text)),
  CONSTRAINT ck_partners_primary_email CHECK ((((primary_email)::text = lower((primary_email)::text)) AND ((primary_email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_partners_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('active'::character varying)::text, ('suspended'::character varying)::text, ('terminated'::character varying)::text, ('archived'::character varying)::text]))),
  CONSTRAINT ck_partners_tier CHECK (((tier)::text = ANY (ARRAY[('bronze'::character varying)::text, ('silver'::character varying)::text, ('gold'::character varying)::text, ('platinum'::character varying)::text, ('direct'::character varying)::text])))
);
ALTER TABLE partners ENABLE ROW LEVEL SECURITY;
ALTER TABLE partners FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_partners_company_name ON public.partners USING btree (tenant_id, lower((company_name)::text)) WHERE ((status)::text <> 'archived'::text);
CREATE INDEX ix_partners_status ON public.partners USING btree (tenant_id, status, id);

CREATE POLICY partner_scope ON partners AS RESTRICTIVE USING (((current_partner_id() IS NULL) OR (id = current_partner_id())));
CREATE POLICY tenant_isolation ON partners USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE partners TO dotmac_app;
GRANT SELECT ON TABLE partners TO dotmac_readonly;

COMMENT ON TABLE partners IS 'Companies that bring customers and earn commission.';
COMMENT ON COLUMN partners.number IS 'Number for people, PTR-000042; unique in the tenant.';
COMMENT ON COLUMN partners.default_commission_rate IS 'Fraction between 0 and 1 (0.15 is 15 %) used where no rule says otherwise; NULL: none agreed, 0: agreed to be nothing.';
COMMENT ON COLUMN partners.primary_email IS 'Whom to write to, in lower case.';
COMMENT ON COLUMN partners.billing_email IS 'Where statements go, in lower case; NULL: to primary_email.';
COMMENT ON COLUMN partners.country IS 'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN partners.external_id IS 'Id of this partner in a system of the tenant; unique in the tenant.';
COMMENT ON COLUMN partners.metadata IS 'Names and texts of the tenant''s own; the platform never computes with them.';
COMMENT ON COLUMN partners.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON COLUMN partners.tier_pinned_at IS 'Since when only people change the tier; NULL: the numbers do.';


-- payment_allocation_reversals ----------------------------------------------------------------------------------------

CREATE TABLE payment_allocation_reversals (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  allocation_id uuid NOT NULL,
  refund_id uuid,
  dispute_id uuid,
  amount bigint NOT NULL,
  restored_amount bigint NOT NULL,
  created_at timestamp with time zone NOT NULL,
  restored_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_payment_allocation_reversals PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_allocation_reversals_allocation FOREIGN KEY (tenant_id, allocation_id) REFERENCES payment_allocations(tenant_id, id),
  CONSTRAINT fk_payment_allocation_reversals_dispute FOREIGN KEY (tenant_id, dispute_id) REFERENCES payment_disputes(tenant_id, id),
  CONSTRAINT fk_payment_allocation_reversals_refund FOREIGN KEY (tenant_id, refund_id) REFERENCES payment_refunds(tenant_id, id),
  CONSTRAINT fk_payment_allocation_reversals_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_payment_allocation_reversals_amount CHECK ((amount > 0)),
  CONSTRAINT ck_payment_allocation_reversals_cause CHECK ((num_nonnulls(refund_id, dispute_id) = 1)),
  CONSTRAINT ck_payment_allocation_reversals_restored_amount CHECK (((restored_amount >= 0) AND (restored_amount <= amount) AND ((restored_amount = 0) OR (restored_at IS NOT NULL))))
);
ALTER TABLE payment_allocation_reversals ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_allocation_reversals FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_payment_allocation_reversals_allocation ON public.payment_allocation_reversals USING btree (tenant_id, allocation_id);
CREATE INDEX ix_payment_allocation_reversals_dispute ON public.payment_allocation_reversals USING btree (tenant_id, dispute_id);
CREATE INDEX ix_payment_allocation_reversals_refund ON public.payment_allocation_reversals USING btree (tenant_id, refund_id);

CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON public.payment_allocation_reversals DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('allocation_id');

CREATE POLICY partner_scope ON payment_allocation_reversals AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON payment_allocation_reversals USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE payment_allocation_reversals TO dotmac_app;
GRANT SELECT ON TABLE payment_allocation_reversals TO dotmac_readonly;
GRANT UPDATE (restored_amount) ON TABLE payment_allocation_reversals TO dotmac_app;
GRANT UPDATE (restored_at) ON TABLE payment_allocation_reversals TO dotmac_app;
GRANT UPDATE (version) ON TABLE payment_allocation_reversals TO dotmac_app;

COMMENT ON TABLE payment_allocation_reversals IS 'What refunds and disputes took back from allocations, and what of that was restored.';
COMMENT ON COLUMN payment_allocation_reversals.refund_id IS 'The refund that took it; NULL: a dispute did.';
COMMENT ON COLUMN payment_allocation_reversals.dispute_id IS 'The dispute that took it; NULL: a refund did.';
COMMENT ON COLUMN payment_allocation_reversals.restored_amount IS 'What the allocation has again; less than all where the invoice no longer owed as much, and the rest is credit.';
COMMENT ON COLUMN payment_allocation_reversals.restored_at IS 'When the refund failed or the dispute was won; NULL: neither.';


-- payment_allocations -------------------------------------------------------------------------------------------------

CREATE TABLE payment_allocations (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  invoice_id uuid NOT NULL,
  customer_id uuid NOT NULL,
  currency character(3) NOT NULL,
  amount bigint NOT NULL,
  reversed_amount bigint NOT NULL,
  created_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_payment_allocations PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_allocations_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_payment_allocations_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT fk_payment_allocations_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments(tenant_id, id),
  CONSTRAINT fk_payment_allocations_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_payment_allocations_amount CHECK ((amount > 0)),
  CONSTRAINT ck_payment_allocations_reversed_amount CHECK (((reversed_amount >= 0) AND (reversed_amount <= amount)))
);
ALTER TABLE payment_allocations ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_allocations FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_payment_allocations_customer ON public.payment_allocations USING btree (tenant_id, customer_id, id);
CREATE INDEX ix_payment_allocations_invoice ON public.payment_allocations USING btree (tenant_id, invoice_id, id);
CREATE INDEX ix_payment_allocations_payment ON public.payment_allocations USING btree (tenant_id, payment_id, id);

CREATE CONSTRAINT TRIGGER hold_invoice AFTER INSERT OR UPDATE ON public.payment_allocations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_paid_invoice_together('invoice_id');
CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON public.payment_allocations DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('payment_id');

CREATE POLICY partner_scope ON payment_allocations AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON payment_allocations USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE payment_allocations TO dotmac_app;
GRANT SELECT ON TABLE payment_allocations TO dotmac_readonly;
GRANT UPDATE (reversed_amount) ON TABLE payment_allocations TO dotmac_app;
GRANT UPDATE (version) ON TABLE payment_allocations TO dotmac_app;

COMMENT ON TABLE payment_allocations IS 'Parts of payments that pay invoices.';
COMMENT ON COLUMN payment_allocations.customer_id IS 'Customer of the payment and of the invoice: one and the same.';
COMMENT ON COLUMN payment_allocations.reversed_amount IS 'What of it was taken back by refunds and disputes and not restored.';


-- payment_disputes ----------------------------------------------------------------------------------------------------

CREATE TABLE payment_disputes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  provider character varying(50) NOT NULL,
  provider_dispute_id character varying(255),
  currency character(3) NOT NULL,
  amount bigint NOT NULL,
  unallocated_amount bigint NOT NULL,
  status character varying(20) NOT NULL,
  reason character varying(500),
  opened_at timestamp with time zone NOT NULL,
  closed_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_payment_disputes PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_payment_disputes_provider_dispute UNIQUE (tenant_id, provider, provider_dispute_id),
  CONSTRAINT fk_payment_disputes_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments(tenant_id, id),
  CONSTRAINT fk_payment_disputes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_payment_disputes_amount CHECK ((amount > 0)),
  CONSTRAINT ck_payment_disputes_closed_at CHECK (((closed_at IS NULL) = ((status)::text = 'open'::text))),
  CONSTRAINT ck_payment_disputes_status CHECK (((status)::text = ANY (ARRAY[('open'::character varying)::text, ('won'::character varying)::text, ('lost'::character varying)::text]))),
  CONSTRAINT ck_payment_disputes_unallocated_amount CHECK (((unallocated_amount >= 0) AND (unallocated_amount <= amount)))
);
ALTER TABLE payment_disputes ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_disputes FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_payment_disputes_payment ON public.payment_disputes USING btree (tenant_id, payment_id, id);

CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON public.payment_disputes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('payment_id');

CREATE POLICY partner_scope ON payment_disputes AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON payment_disputes USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE payment_disputes TO dotmac_app;
GRANT SELECT ON TABLE payment_disputes TO dotmac_readonly;
GRANT UPDATE (closed_at) ON TABLE payment_disputes TO dotmac_app;
GRANT UPDATE (status) ON TABLE payment_disputes TO dotmac_app;
GRANT UPDATE (version) ON TABLE payment_disputes TO dotmac_app;

COMMENT ON TABLE payment_disputes IS 'Money of payments that banks of payers took back, and what was decided.';
COMMENT ON COLUMN payment_disputes.provider IS 'Provider of the payment.';
COMMENT ON COLUMN payment_disputes.provider_dispute_id IS 'What the provider calls it; NULL: nothing.';
COMMENT ON COLUMN payment_disputes.unallocated_amount IS 'What of it was left of the payment; the rest was taken from allocations.';
COMMENT ON COLUMN payment_disputes.closed_at IS 'When it was decided; NULL: it is not.';


-- payment_methods -----------------------------------------------------------------------------------------------------

CREATE TABLE payment_methods (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  kind character varying(20) NOT NULL,
  label character varying(100) NOT NULL,
  provider character varying(50) NOT NULL,
  provider_reference character varying(255),
  status character varying(20) NOT NULL,
  is_default boolean NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_payment_methods PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_methods_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_payment_methods_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_payment_methods_default CHECK (((NOT is_default) OR ((status)::text = 'active'::text))),
  CONSTRAINT ck_payment_methods_kind CHECK (((kind)::text = ANY (ARRAY[('bank_transfer'::character varying)::text, ('direct_debit'::character varying)::text, ('cash'::character varying)::text, ('check'::character varying)::text, ('card'::character varying)::text, ('other'::character varying)::text]))),
  CONSTRAINT ck_payment_methods_label CHECK ((((label)::text <> ''::text) AND ((label)::text !~ '[[:cntrl:]]'::text))),
  CONSTRAINT ck_payment_methods_provider CHECK (((provider)::text ~ '^[a-z][a-z0-9_]*$'::text)),
  CONSTRAINT ck_payment_methods_provider_reference CHECK ((((provider)::text = 'manual'::text) OR (provider_reference IS NOT NULL))),
  CONSTRAINT ck_payment_methods_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('removed'::character varying)::text])))
);
ALTER TABLE payment_methods ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_methods FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_payment_methods_default ON public.payment_methods USING btree (tenant_id, customer_id) WHERE is_default;
CREATE INDEX ix_payment_methods_customer ON public.payment_methods USING btree (tenant_id, customer_id, id);

CREATE POLICY partner_scope ON payment_methods AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON payment_methods USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE payment_methods TO dotmac_app;
GRANT SELECT ON TABLE payment_methods TO dotmac_readonly;
GRANT UPDATE (is_default) ON TABLE payment_methods TO dotmac_app;
GRANT UPDATE (label) ON TABLE payment_methods TO dotmac_app;
GRANT UPDATE (status) ON TABLE payment_methods TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE payment_methods TO dotmac_app;
GRANT UPDATE (version) ON TABLE payment_methods TO dotmac_app;

COMMENT ON TABLE payment_methods IS 'How customers pay. Never holds the number of a card.';
COMMENT ON COLUMN payment_methods.label IS 'What people call it, for example Visa that ends in 4242.';
COMMENT ON COLUMN payment_methods.provider IS 'Who draws the money; manual: nobody, people record that it came.';
COMMENT ON COLUMN payment_methods.provider_reference IS 'What the provider calls it: his token. For manual, what people like.';
COMMENT ON COLUMN payment_methods.is_default IS 'Whether it is the one that is used if nothing is said; at most one of a customer.';


-- payment_refunds -----------------------------------------------------------------------------------------------------

CREATE TABLE payment_refunds (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  currency character(3) NOT NULL,
  amount bigint NOT NULL,
  unallocated_amount bigint NOT NULL,
  status character varying(20) NOT NULL,
  reason character varying(500),
  provider_refund_id character varying(255),
  failure_code character varying(100),
  failure_reason character varying(500),
  created_at timestamp with time zone NOT NULL,
  settled_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_payment_refunds PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_payment_refunds_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments(tenant_id, id),
  CONSTRAINT fk_payment_refunds_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_payment_refunds_amount CHECK ((amount > 0)),
  CONSTRAINT ck_payment_refunds_settled_at CHECK (((settled_at IS NULL) = ((status)::text = 'pending'::text))),
  CONSTRAINT ck_payment_refunds_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('succeeded'::character varying)::text, ('failed'::character varying)::text]))),
  CONSTRAINT ck_payment_refunds_unallocated_amount CHECK (((unallocated_amount >= 0) AND (unallocated_amount <= amount)))
);
ALTER TABLE payment_refunds ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_refunds FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_payment_refunds_payment ON public.payment_refunds USING btree (tenant_id, payment_id, id);

CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON public.payment_refunds DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('payment_id');

CREATE POLICY partner_scope ON payment_refunds AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON payment_refunds USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE payment_refunds TO dotmac_app;
GRANT SELECT ON TABLE payment_refunds TO dotmac_readonly;
GRANT UPDATE (failure_code) ON TABLE payment_refunds TO dotmac_app;
GRANT UPDATE (failure_reason) ON TABLE payment_refunds TO dotmac_app;
GRANT UPDATE (provider_refund_id) ON TABLE payment_refunds TO dotmac_app;
GRANT UPDATE (settled_at) ON TABLE payment_refunds TO dotmac_app;
GRANT UPDATE (status) ON TABLE payment_refunds TO dotmac_app;
GRANT UPDATE (version) ON TABLE payment_refunds TO dotmac_app;

COMMENT ON TABLE payment_refunds IS 'Money of payments that goes back to customers.';
COMMENT ON COLUMN payment_refunds.unallocated_amount IS 'What of it was left of the payment; the rest was taken from allocations.';
COMMENT ON COLUMN payment_refunds.reason IS 'Why, in the words of whoever asked for it.';
COMMENT ON COLUMN payment_refunds.settled_at IS 'When it was known what became of it; NULL: it is not.';


-- payment_targets -----------------------------------------------------------------------------------------------------

CREATE TABLE payment_targets (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  payment_id uuid NOT NULL,
  "position" integer NOT NULL,
  invoice_id uuid NOT NULL,
  amount bigint,
  CONSTRAINT pk_payment_targets PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_payment_targets_invoice UNIQUE (tenant_id, payment_id, invoice_id),
  CONSTRAINT uq_payment_targets_position UNIQUE (tenant_id, payment_id, "position"),
  CONSTRAINT fk_payment_targets_invoice FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices(tenant_id, id),
  CONSTRAINT fk_payment_targets_payment FOREIGN KEY (tenant_id, payment_id) REFERENCES payments(tenant_id, id),
  CONSTRAINT fk_payment_targets_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_payment_targets_amount CHECK ((amount > 0)),
  CONSTRAINT ck_payment_targets_position CHECK (("position" > 0))
);
ALTER TABLE payment_targets ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment_targets FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_payment_targets_invoice ON public.payment_targets USING btree (tenant_id, invoice_id);

CREATE POLICY partner_scope ON payment_targets AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON payment_targets USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE payment_targets TO dotmac_app;
GRANT SELECT ON TABLE payment_targets TO dotmac_readonly;

COMMENT ON TABLE payment_targets IS 'Invoices that a payment was meant for when a provider was asked for its money.';
COMMENT ON COLUMN payment_targets."position" IS 'Place in the list that was given, from 1.';
COMMENT ON COLUMN payment_targets.amount IS 'How much, in minor units; NULL: what the invoice owes when the money comes.';


-- payments ------------------------------------------------------------------------------------------------------------

CREATE TABLE payments (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  customer_id uuid NOT NULL,
  payment_method_id uuid,
  kind character varying(20) NOT NULL,
  provider character varying(50) NOT NULL,
  provider_payment_id character varying(255),
  currency character(3) NOT NULL,
  amount bigint NOT NULL,
  allocated_amount bigint NOT NULL,
  refunded_amount bigint NOT NULL,
  disputed_amount bigint NOT NULL,
  charged_back_amount bigint NOT NULL,
  available_amount bigint NOT NULL GENERATED ALWAYS AS (
CASE
    WHEN ((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('failed'::character varying)::text])) THEN (0)::bigint
    ELSE ((((amount - allocated_amount) - refunded_amount) - disputed_amount) - charged_back_amount)
END) STORED,
  status character varying(20) NOT NULL,
  chooses_invoices boolean NOT NULL,
  reference character varying(255),
  received_at timestamp with time zone,
  attempts integer NOT NULL,
  sent_at timestamp with time zone,
  next_attempt_at timestamp with time zone,
  failure_code character varying(100),
  failure_reason character varying(500),
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_payments PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_payments_provider_payment UNIQUE (tenant_id, provider, provider_payment_id),
  CONSTRAINT fk_payments_customer FOREIGN KEY (tenant_id, customer_id) REFERENCES customers(tenant_id, id),
  CONSTRAINT fk_payments_payment_method FOREIGN KEY (tenant_id, payment_method_id) REFERENCES payment_methods(tenant_id, id),
  CONSTRAINT fk_payments_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_payments_amount CHECK ((amount > 0)),
  CONSTRAINT ck_payments_attempts CHECK ((attempts >= 0)),
  CONSTRAINT ck_payments_currency CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_payments_kind CHECK (((kind)::text = ANY (ARRAY[('bank_transfer'::character varying)::text, ('direct_debit'::character varying)::text, ('cash'::character varying)::text, ('check'::character varying)::text, ('card'::character varying)::text, ('other'::character varying)::text]))),
  CONSTRAINT ck_payments_parts CHECK (((allocated_amount >= 0) AND (refunded_amount >= 0) AND (disputed_amount >= 0) AND (charged_back_amount >= 0) AND (((((allocated_amount)::numeric + (refunded_amount)::numeric) + (disputed_amount)::numeric) + (charged_back_amount)::numeric) <= (amount)::numeric))),
  CONSTRAINT ck_payments_provider CHECK (((provider)::text ~ '^[a-z][a-z0-9_]*$'::text)),
  CONSTRAINT ck_payments_received_at CHECK (((received_at IS NULL) = ((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('failed'::character varying)::text])))),
  CONSTRAINT ck_payments_state CHECK (
CASE status
    WHEN 'succeeded'::text THEN (((refunded_amount + disputed_amount) + charged_back_amount) = 0)
    WHEN 'partially_refunded'::text THEN ((disputed_amount = 0) AND (((refunded_amount + charged_back_amount) >= 1) AND ((refunded_amount + charged_back_amount) <= (amount - 1))))
    WHEN 'refunded'::text THEN ((refunded_amount + charged_back_amount) = amount)
    WHEN 'disputed'::text THEN (disputed_amount > 0)
    ELSE ((((allocated_amount + refunded_amount) + disputed_amount) + charged_back_amount) = 0)
END),
  CONSTRAINT ck_payments_status CHECK (((status)::text = ANY (ARRAY[('pending'::character varying)::text, ('succeeded'::character varying)::text, ('failed'::character varying)::text, ('partially_refunded'::character varying)::text, ('refunded'::character varying)::text, ('disputed'::character varying)::text])))
);
ALTER TABLE payments ENABLE ROW LEVEL SECURITY;
ALTER TABLE payments FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_payments_available ON public.payments USING btree (tenant_id, customer_id, currency) WHERE (available_amount > 0);
CREATE INDEX ix_payments_customer ON public.payments USING btree (tenant_id, customer_id, id);
CREATE INDEX ix_payments_payment_method ON public.payments USING btree (tenant_id, payment_method_id);
CREATE INDEX ix_payments_status ON public.payments USING btree (tenant_id, status, id);

CREATE CONSTRAINT TRIGGER hold_payment AFTER INSERT OR UPDATE ON public.payments DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold_payment_together('id');

CREATE POLICY partner_scope ON payments AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON payments USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE payments TO dotmac_app;
GRANT SELECT ON TABLE payments TO dotmac_readonly;
GRANT UPDATE (allocated_amount) ON TABLE payments TO dotmac_app;
GRANT UPDATE (attempts) ON TABLE payments TO dotmac_app;
GRANT UPDATE (charged_back_amount) ON TABLE payments TO dotmac_app;
GRANT UPDATE (disputed_amount) ON TABLE payments TO dotmac_app;
GRANT UPDATE (failure_code) ON TABLE payments TO dotmac_app;
GRANT UPDATE (failure_reason) ON TABLE payments TO dotmac_app;
GRANT UPDATE (next_attempt_at) ON TABLE payments TO dotmac_app;
GRANT UPDATE (provider_payment_id) ON TABLE payments TO dotmac_app;
GRANT UPDATE (received_at) ON TABLE payments TO dotmac_app;
GRANT UPDATE (refunded_amount) ON TABLE payments TO dotmac_app;
GRANT UPDATE (sent_at) ON TABLE payments TO dotmac_app;
GRANT UPDATE (status) ON TABLE payments TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE payments TO dotmac_app;
GRANT UPDATE (version) ON TABLE payments TO dotmac_app;

COMMENT ON TABLE payments IS 'Money that customers pay, and where it is now.';
COMMENT ON COLUMN payments.provider IS 'Through whom the money comes; manual: people recorded it.';
COMMENT ON COLUMN payments.provider_payment_id IS 'What the provider calls the payment; NULL: nothing, or not known yet.';
COMMENT ON COLUMN payments.amount IS 'What was paid, or is asked for, in minor units.';
COMMENT ON COLUMN payments.allocated_amount IS 'What pays invoices now: the allocations, less what of them is reversed.';
COMMENT ON COLUMN payments.refunded_amount IS 'Refunds that went out or are on their way.';
COMMENT ON COLUMN payments.disputed_amount IS 'What open disputes hold.';
COMMENT ON COLUMN payments.charged_back_amount IS 'What was lost in disputes.';
COMMENT ON COLUMN payments.available_amount IS 'What is left: the credit of the customer.';
COMMENT ON COLUMN payments.chooses_invoices IS 'Whether payment_targets says what it is for; else the invoices that are due first.';
COMMENT ON COLUMN payments.sent_at IS 'When the provider was asked in the last attempt; NULL: not yet, or it was answered with a refusal.';
COMMENT ON COLUMN payments.next_attempt_at IS 'When the provider is asked anew; NULL: that is not planned.';


-- roles ---------------------------------------------------------------------------------------------------------------

CREATE TABLE roles (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  name character varying(100) NOT NULL,
  permissions character varying(50)[] NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_roles PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_roles_name UNIQUE (tenant_id, name),
  CONSTRAINT fk_roles_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_roles_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_roles_permissions CHECK ((cardinality(permissions) > 0))
);
ALTER TABLE roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE roles FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON roles AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON roles USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE roles TO dotmac_app;
GRANT SELECT ON TABLE roles TO dotmac_readonly;

COMMENT ON TABLE roles IS 'Roles that a tenant made for itself, beside the standard ones of the code.';
COMMENT ON COLUMN roles.permissions IS 'Names of what whoever has the role may do, for example partners:read.';
COMMENT ON COLUMN roles.version IS 'Grows by one with each change; guards against lost updates.';


-- scheduled_tasks -----------------------------------------------------------------------------------------------------

CREATE TABLE scheduled_tasks (
  task_name character varying(100) NOT NULL,
  task_instance character varying(100) NOT NULL,
  task_data bytea,
  execution_time timestamp with time zone NOT NULL,
  picked boolean NOT NULL,
  picked_by character varying(50),
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat timestamp with time zone,
  version bigint NOT NULL,
  CONSTRAINT pk_scheduled_tasks PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX ix_scheduled_tasks_execution_time ON public.scheduled_tasks USING btree (execution_time);
CREATE INDEX ix_scheduled_tasks_last_heartbeat ON public.scheduled_tasks USING btree (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE scheduled_tasks TO dotmac_app;
GRANT SELECT ON TABLE scheduled_tasks TO dotmac_readonly;

COMMENT ON TABLE scheduled_tasks IS 'What is to be done, when, and by which instance. Of no tenant: whoever looks for work looks for that of all. Holds identifiers and no data.';
COMMENT ON COLUMN scheduled_tasks.task_name IS 'What kind of work.';
COMMENT ON COLUMN scheduled_tasks.task_instance IS 'Which piece of it: a UUID version 7, which tells since when it waits.';
COMMENT ON COLUMN scheduled_tasks.task_data IS 'On what: identifiers of a tenant and of a row of his, as JSON.';
COMMENT ON COLUMN scheduled_tasks.picked IS 'Whether an instance works on it; a heartbeat that stands still tells that it died.';


-- sign_in_attempts ----------------------------------------------------------------------------------------------------

CREATE TABLE sign_in_attempts (
  tenant_id uuid NOT NULL,
  email_digest character varying(64) NOT NULL,
  failures integer NOT NULL,
  locked_until timestamp with time zone,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_sign_in_attempts PRIMARY KEY (tenant_id, email_digest),
  CONSTRAINT fk_sign_in_attempts_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_sign_in_attempts_email_digest CHECK (((email_digest)::text ~ '^[0-9a-f]{64}$'::text)),
  CONSTRAINT ck_sign_in_attempts_failures CHECK ((failures >= 0))
);
ALTER TABLE sign_in_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_attempts FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_sign_in_attempts_expiry ON public.sign_in_attempts USING btree (tenant_id, expires_at);

CREATE POLICY partner_scope ON sign_in_attempts AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON sign_in_attempts USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE sign_in_attempts TO dotmac_app;

COMMENT ON TABLE sign_in_attempts IS 'Guesses at passwords since the last sign-in, for each address that was tried.';
COMMENT ON COLUMN sign_in_attempts.email_digest IS 'SHA-256 of the address in lower case, in hexadecimal: strangers'' addresses are not kept.';
COMMENT ON COLUMN sign_in_attempts.failures IS 'Attempts that did not succeed, and those that are being checked.';
COMMENT ON COLUMN sign_in_attempts.locked_until IS 'Before this instant no password is tried; NULL: not locked.';
COMMENT ON COLUMN sign_in_attempts.expires_at IS 'From this instant on the row is as if it were not there, and is removed by and by.';


-- tenants -------------------------------------------------------------------------------------------------------------

CREATE TABLE tenants (
  id uuid NOT NULL,
  slug character varying(63) NOT NULL,
  name character varying(255) NOT NULL,
  status character varying(20) NOT NULL,
  time_zone character varying(64) NOT NULL,
  default_currency character(3) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  platform boolean NOT NULL DEFAULT false,
  CONSTRAINT pk_tenants PRIMARY KEY (id),
  CONSTRAINT uq_tenants_slug UNIQUE (slug),
  CONSTRAINT ck_tenants_default_currency CHECK ((default_currency ~ '^[A-Z]{3}$'::text)),
  CONSTRAINT ck_tenants_name CHECK (((name)::text <> ''::text)),
  CONSTRAINT ck_tenants_platform CHECK (((NOT platform) OR ((status)::text = 'active'::text))),
  CONSTRAINT ck_tenants_slug CHECK (((slug)::text ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'::text)),
  CONSTRAINT ck_tenants_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('suspended'::character varying)::text])))
);
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;

CREATE UNIQUE INDEX uq_tenants_platform ON public.tenants USING btree (platform) WHERE platform;

CREATE POLICY open_registry ON tenants FOR SELECT USING ((current_setting('dotmac.tenant_registry'::text, true) = 'open'::text));
CREATE POLICY partner_scope ON tenants AS RESTRICTIVE USING (true) WITH CHECK ((current_partner_id() IS NULL));
CREATE POLICY presented_slug ON tenants FOR SELECT USING (((slug)::text = current_setting('dotmac.tenant_slug'::text, true)));
CREATE POLICY tenant_isolation ON tenants USING ((id = current_tenant_id())) WITH CHECK ((id = current_tenant_id()));

GRANT SELECT, INSERT ON TABLE tenants TO dotmac_app;
GRANT SELECT ON TABLE tenants TO dotmac_readonly;
GRANT UPDATE (default_currency) ON TABLE tenants TO dotmac_app;
GRANT UPDATE (name) ON TABLE tenants TO dotmac_app;
GRANT UPDATE (status) ON TABLE tenants TO dotmac_app;
GRANT UPDATE (time_zone) ON TABLE tenants TO dotmac_app;
GRANT UPDATE (updated_at) ON TABLE tenants TO dotmac_app;
GRANT UPDATE (version) ON TABLE tenants TO dotmac_app;

COMMENT ON TABLE tenants IS 'Organisations that use the platform: the registry, not tenant-owned.';
COMMENT ON COLUMN tenants.slug IS 'Name in addresses and commands; a DNS label.';
COMMENT ON COLUMN tenants.status IS 'suspended: every credential of the tenant is refused at once.';
COMMENT ON COLUMN tenants.time_zone IS 'IANA zone that decides the days and months of this tenant.';
COMMENT ON COLUMN tenants.default_currency IS 'ISO 4217 code used where a request names none.';
COMMENT ON COLUMN tenants.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON COLUMN tenants.platform IS 'Whether this is the platform''s own tenant; at most one is.';


-- user_backup_codes ---------------------------------------------------------------------------------------------------

CREATE TABLE user_backup_codes (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_digest bytea NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  used_at timestamp with time zone,
  version integer NOT NULL,
  CONSTRAINT pk_user_backup_codes PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_user_backup_codes_code_digest UNIQUE (tenant_id, user_id, code_digest),
  CONSTRAINT fk_user_backup_codes_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_user_backup_codes_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT ck_user_backup_codes_code_digest CHECK ((octet_length(code_digest) = 32))
);
ALTER TABLE user_backup_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_backup_codes FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON user_backup_codes AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON user_backup_codes USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE user_backup_codes TO dotmac_app;

COMMENT ON TABLE user_backup_codes IS 'What stands in for an authenticator app that is lost: ten for each person who has one turned on.';
COMMENT ON COLUMN user_backup_codes.code_digest IS 'SHA-256 of the code, 120 random bits.';
COMMENT ON COLUMN user_backup_codes.issued_at IS 'When the person was shown the code.';
COMMENT ON COLUMN user_backup_codes.used_at IS 'When the code was taken, which happens once; NULL: not yet.';
COMMENT ON COLUMN user_backup_codes.version IS 'Grows by one with each change; guards against lost updates.';


-- user_identities -----------------------------------------------------------------------------------------------------

CREATE TABLE user_identities (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  issuer character varying(255) NOT NULL,
  subject character varying(255) NOT NULL,
  linked_at timestamp with time zone NOT NULL,
  linked_by_kind character varying(20) NOT NULL,
  linked_by_id uuid,
  linked_by_name character varying(255) NOT NULL,
  CONSTRAINT pk_user_identities PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_user_identities_subject UNIQUE (tenant_id, issuer, subject),
  CONSTRAINT fk_user_identities_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_user_identities_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT ck_user_identities_issuer CHECK ((((issuer)::text <> ''::text) AND ((issuer)::text !~ '[[:cntrl:]]'::text))),
  CONSTRAINT ck_user_identities_linked_by_kind CHECK (((linked_by_kind)::text = ANY (ARRAY[('api_key'::character varying)::text, ('user'::character varying)::text, ('operator'::character varying)::text, ('system'::character varying)::text]))),
  CONSTRAINT ck_user_identities_subject CHECK ((((subject)::text <> ''::text) AND ((subject)::text !~ '[[:cntrl:]]'::text)))
);
ALTER TABLE user_identities ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_identities FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_user_identities_user ON public.user_identities USING btree (tenant_id, user_id, id);

CREATE POLICY partner_scope ON user_identities AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON user_identities USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, DELETE ON TABLE user_identities TO dotmac_app;
GRANT SELECT ON TABLE user_identities TO dotmac_readonly;

COMMENT ON TABLE user_identities IS 'Who people are at OpenID providers. Added and removed, never changed.';
COMMENT ON COLUMN user_identities.issuer IS 'Name of the provider, to the letter as in iss of its tokens.';
COMMENT ON COLUMN user_identities.subject IS 'Name of the person there, to the letter as in sub.';
COMMENT ON COLUMN user_identities.linked_by_kind IS 'What sort of actor linked it.';
COMMENT ON COLUMN user_identities.linked_by_id IS 'API key or user; NULL for an operator. No foreign key: the row outlives the actor.';
COMMENT ON COLUMN user_identities.linked_by_name IS 'Name of the actor at that moment.';


-- user_passwords ------------------------------------------------------------------------------------------------------

CREATE TABLE user_passwords (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  hash character varying(200) NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  CONSTRAINT pk_user_passwords PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT fk_user_passwords_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_user_passwords_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT ck_user_passwords_hash CHECK (((hash)::text ~~ '$argon2id$%'::text))
);
ALTER TABLE user_passwords ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_passwords FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON user_passwords AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON user_passwords USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE user_passwords TO dotmac_app;

COMMENT ON TABLE user_passwords IS 'How people prove who they are. A user without a row cannot sign in with a password.';
COMMENT ON COLUMN user_passwords.hash IS 'Argon2id with its parameters and its salt, in the PHC string format.';
COMMENT ON COLUMN user_passwords.changed_at IS 'When this password was set.';
COMMENT ON COLUMN user_passwords.version IS 'Grows by one with each change; guards against lost updates.';


-- user_roles ----------------------------------------------------------------------------------------------------------

CREATE TABLE user_roles (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  standard_role character varying(50),
  role_id uuid,
  granted_at timestamp with time zone NOT NULL,
  CONSTRAINT pk_user_roles PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_user_roles_role UNIQUE (tenant_id, user_id, role_id),
  CONSTRAINT uq_user_roles_standard_role UNIQUE (tenant_id, user_id, standard_role),
  CONSTRAINT fk_user_roles_role FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id),
  CONSTRAINT fk_user_roles_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_user_roles_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT ck_user_roles_one CHECK ((num_nonnulls(standard_role, role_id) = 1)),
  CONSTRAINT ck_user_roles_standard_role CHECK (((standard_role)::text = ANY (ARRAY[('platform_administrator'::character varying)::text, ('tenant_administrator'::character varying)::text, ('billing'::character varying)::text, ('partner_manager'::character varying)::text, ('auditor'::character varying)::text])))
);
ALTER TABLE user_roles ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_roles FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_user_roles_role ON public.user_roles USING btree (tenant_id, role_id);
CREATE INDEX ix_user_roles_standard_role ON public.user_roles USING btree (tenant_id, standard_role);

CREATE POLICY partner_scope ON user_roles AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON user_roles USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, DELETE ON TABLE user_roles TO dotmac_app;
GRANT SELECT ON TABLE user_roles TO dotmac_readonly;

COMMENT ON TABLE user_roles IS 'Roles that people have.';
COMMENT ON COLUMN user_roles.standard_role IS 'Code of a role that every tenant has; NULL: one of the tenant''s own.';
COMMENT ON COLUMN user_roles.role_id IS 'One of the tenant''s own roles; NULL: a standard one.';


-- user_second_factors -------------------------------------------------------------------------------------------------

CREATE TABLE user_second_factors (
  tenant_id uuid NOT NULL,
  user_id uuid NOT NULL,
  sealed_secret character varying(1000) NOT NULL,
  enrolled_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  last_step bigint,
  version integer NOT NULL,
  CONSTRAINT pk_user_second_factors PRIMARY KEY (tenant_id, user_id),
  CONSTRAINT fk_user_second_factors_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_user_second_factors_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT ck_user_second_factors_last_step CHECK (((last_step IS NULL) = (confirmed_at IS NULL)))
);
ALTER TABLE user_second_factors ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_second_factors FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON user_second_factors AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON user_second_factors USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE user_second_factors TO dotmac_app;

COMMENT ON TABLE user_second_factors IS 'Authenticator apps of people. Who has no row, or an unconfirmed one, signs in with his password alone.';
COMMENT ON COLUMN user_second_factors.sealed_secret IS 'What the app shares with the server, sealed as JWE with a key that is not in the database.';
COMMENT ON COLUMN user_second_factors.enrolled_at IS 'When this secret was made up.';
COMMENT ON COLUMN user_second_factors.confirmed_at IS 'When the person showed that his app has the secret, since when he is asked for a code; NULL: not yet.';
COMMENT ON COLUMN user_second_factors.last_step IS 'Number of the 30 seconds since 1970 whose code was taken last: no code of these, nor of earlier ones, is taken again.';
COMMENT ON COLUMN user_second_factors.version IS 'Grows by one with each change; guards against lost updates.';


-- user_sessions -------------------------------------------------------------------------------------------------------

CREATE TABLE user_sessions (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  family_digest bytea NOT NULL,
  token_digest bytea NOT NULL,
  user_agent character varying(200),
  created_at timestamp with time zone NOT NULL,
  refreshed_at timestamp with time zone NOT NULL,
  idle_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  end_reason character varying(20),
  version integer NOT NULL,
  CONSTRAINT pk_user_sessions PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_user_sessions_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_user_sessions_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT ck_user_sessions_end CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
  CONSTRAINT ck_user_sessions_end_reason CHECK (((end_reason)::text = ANY (ARRAY[('signed_out'::character varying)::text, ('token_reused'::character varying)::text, ('password_changed'::character varying)::text, ('user_disabled'::character varying)::text, ('password_reset'::character varying)::text, ('second_factor_reset'::character varying)::text]))),
  CONSTRAINT ck_user_sessions_ended_at CHECK ((ended_at >= created_at)),
  CONSTRAINT ck_user_sessions_expires_at CHECK (((created_at < idle_at) AND (idle_at <= expires_at))),
  CONSTRAINT ck_user_sessions_family_digest CHECK ((octet_length(family_digest) = 32)),
  CONSTRAINT ck_user_sessions_token_digest CHECK ((octet_length(token_digest) = 32))
);
ALTER TABLE user_sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_sessions FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_user_sessions_user ON public.user_sessions USING btree (tenant_id, user_id, id);

CREATE POLICY partner_scope ON user_sessions AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON user_sessions USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE user_sessions TO dotmac_app;

COMMENT ON TABLE user_sessions IS 'People who signed in, and the one refresh token of each that is still good.';
COMMENT ON COLUMN user_sessions.family_digest IS 'SHA-256 of the part that all refresh tokens of the session share, 128 random bits.';
COMMENT ON COLUMN user_sessions.token_digest IS 'SHA-256 of the part that only the newest refresh token has, 256 random bits.';
COMMENT ON COLUMN user_sessions.user_agent IS 'What the program called itself, for the person to know it again; NULL: nothing.';
COMMENT ON COLUMN user_sessions.refreshed_at IS 'When the newest refresh token was given.';
COMMENT ON COLUMN user_sessions.idle_at IS 'From this instant on the session is over, unless it is refreshed before.';
COMMENT ON COLUMN user_sessions.expires_at IS 'From this instant on the session is over, whatever is done.';
COMMENT ON COLUMN user_sessions.ended_at IS 'From this instant on the session opens nothing; NULL: nobody ended it.';
COMMENT ON COLUMN user_sessions.end_reason IS 'Why it was ended; NULL: nobody ended it.';
COMMENT ON COLUMN user_sessions.version IS 'Grows by one with each change; guards against lost updates.';


-- user_tokens ---------------------------------------------------------------------------------------------------------

CREATE TABLE user_tokens (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  purpose character varying(20) NOT NULL,
  email character varying(254) NOT NULL,
  secret_digest bytea NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  end_reason character varying(20),
  version integer NOT NULL,
  CONSTRAINT pk_user_tokens PRIMARY KEY (tenant_id, id),
  CONSTRAINT fk_user_tokens_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT fk_user_tokens_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id),
  CONSTRAINT ck_user_tokens_end CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
  CONSTRAINT ck_user_tokens_end_reason CHECK (((end_reason)::text = ANY (ARRAY[('used'::character varying)::text, ('replaced'::character varying)::text]))),
  CONSTRAINT ck_user_tokens_expires_at CHECK ((expires_at > issued_at)),
  CONSTRAINT ck_user_tokens_purpose CHECK (((purpose)::text = ANY (ARRAY[('password_reset'::character varying)::text, ('email_verification'::character varying)::text, ('invitation'::character varying)::text]))),
  CONSTRAINT ck_user_tokens_secret_digest CHECK ((octet_length(secret_digest) = 32))
);
ALTER TABLE user_tokens ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_tokens FORCE ROW LEVEL SECURITY;

CREATE INDEX ix_user_tokens_expires_at ON public.user_tokens USING btree (tenant_id, expires_at);
CREATE INDEX ix_user_tokens_user ON public.user_tokens USING btree (tenant_id, user_id, purpose, issued_at);

CREATE POLICY partner_scope ON user_tokens AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON user_tokens USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, DELETE ON TABLE user_tokens TO dotmac_app;
GRANT UPDATE (end_reason) ON TABLE user_tokens TO dotmac_app;
GRANT UPDATE (ended_at) ON TABLE user_tokens TO dotmac_app;
GRANT UPDATE (version) ON TABLE user_tokens TO dotmac_app;

COMMENT ON TABLE user_tokens IS 'Links that were mailed to people. A row goes with a later one of the tenant, a day after it expired.';
COMMENT ON COLUMN user_tokens.purpose IS 'What the link is for; for anything else it opens nothing.';
COMMENT ON COLUMN user_tokens.email IS 'Where it was mailed to; it is good while that is the address of the user.';
COMMENT ON COLUMN user_tokens.secret_digest IS 'SHA-256 of the part that only the link has, 256 random bits.';
COMMENT ON COLUMN user_tokens.expires_at IS 'From this instant on the link opens nothing.';
COMMENT ON COLUMN user_tokens.ended_at IS 'From this instant on the link opens nothing; NULL: nothing ended it before its time.';
COMMENT ON COLUMN user_tokens.end_reason IS 'Why it was ended; NULL: nothing ended it.';
COMMENT ON COLUMN user_tokens.version IS 'Grows by one with each change; guards against lost updates.';


-- users ---------------------------------------------------------------------------------------------------------------

CREATE TABLE users (
  tenant_id uuid NOT NULL,
  id uuid NOT NULL,
  email character varying(254) NOT NULL,
  display_name character varying(200) NOT NULL,
  status character varying(20) NOT NULL,
  created_at timestamp with time zone NOT NULL,
  updated_at timestamp with time zone NOT NULL,
  version integer NOT NULL,
  email_verified_at timestamp with time zone,
  CONSTRAINT pk_users PRIMARY KEY (tenant_id, id),
  CONSTRAINT uq_users_email UNIQUE (tenant_id, email),
  CONSTRAINT fk_users_tenant FOREIGN KEY (tenant_id) REFERENCES tenants(id),
  CONSTRAINT ck_users_display_name CHECK (((display_name)::text <> ''::text)),
  CONSTRAINT ck_users_email CHECK ((((email)::text = lower((email)::text)) AND ((email)::text ~~ '%_@_%'::text))),
  CONSTRAINT ck_users_status CHECK (((status)::text = ANY (ARRAY[('active'::character varying)::text, ('disabled'::character varying)::text])))
);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;

CREATE POLICY partner_scope ON users AS RESTRICTIVE USING ((current_partner_id() IS NULL));
CREATE POLICY tenant_isolation ON users USING ((tenant_id = current_tenant_id())) WITH CHECK ((tenant_id = current_tenant_id()));

GRANT SELECT, INSERT, UPDATE ON TABLE users TO dotmac_app;
GRANT SELECT ON TABLE users TO dotmac_readonly;

COMMENT ON TABLE users IS 'People of a tenant.';
COMMENT ON COLUMN users.email IS 'Lower case; at most 254 characters, the longest address that mail can carry (RFC 5321).';
COMMENT ON COLUMN users.status IS 'disabled: may not be chosen for anything new.';
COMMENT ON COLUMN users.version IS 'Grows by one with each change; guards against lost updates.';
COMMENT ON COLUMN users.email_verified_at IS 'When the person showed that the address is his; NULL: not yet.';
