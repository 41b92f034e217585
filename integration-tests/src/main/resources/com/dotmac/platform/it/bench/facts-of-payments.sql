-- Facts that were told nobody: an invoice of a customer whom a partner looks after, paid by one payment. The invoices and payments are
-- rows as they would have become; the facts are placed at the commit, as always. The parameters are the tenant, how many, and the number
-- of partners.
SET LOCAL session_replication_role = replica;
INSERT INTO bench.fact (tenant_id, partner_id, account_id, customer_id, invoice_id, payment_id, allocation_id, event_id, input_id, terms_id,
  line_id, transaction_id)
SELECT p.tenant_id, p.id, p.account_id, p.customer_id, bench.next_id(), bench.next_id(), bench.next_id(), bench.next_id(), bench.next_id(),
  bench.next_id(), bench.next_id(), bench.next_id()
FROM generate_series(1, %2$d) g JOIN bench.partner p ON p.tenant_id = '%1$s' AND p.n = 1 + g * 37 %% %3$d;
INSERT INTO invoices (tenant_id, id, number, customer_id, currency, status, payment_days, subtotal_amount, discount_amount, tax_amount,
  total_amount, paid_amount, refunded_amount, credited_amount, bill_to, issued_on, due_on, finalised_at, created_at, updated_at, version)
SELECT tenant_id, invoice_id, 'INV-B' || n, customer_id, 'EUR', 'paid', 30, 10000, 0, 1900, 11900, 11900, 0, 0, '{}', current_date,
  current_date + 30, now(), now(), now(), 2 FROM bench.fact WHERE tenant_id = '%1$s' AND n > %4$d;
INSERT INTO invoice_lines (tenant_id, id, invoice_id, position, description, quantity, unit_amount, tax_rate, gross_amount,
  discount_amount, tax_amount)
SELECT tenant_id, bench.next_id(), invoice_id, 1, 'Hosting', 1, 10000, 0.19, 10000, 0, 1900
FROM bench.fact WHERE tenant_id = '%1$s' AND n > %4$d;
INSERT INTO payments (tenant_id, id, customer_id, kind, provider, currency, amount, allocated_amount, refunded_amount, disputed_amount,
  charged_back_amount, status, chooses_invoices, received_at, attempts, created_at, updated_at, version)
SELECT tenant_id, payment_id, customer_id, 'bank_transfer', 'manual', 'EUR', 11900, 11900, 0, 0, 0, 'succeeded', false, now(), 0, now(),
  now(), 2 FROM bench.fact WHERE tenant_id = '%1$s' AND n > %4$d;
INSERT INTO payment_allocations (tenant_id, id, payment_id, invoice_id, customer_id, currency, amount, reversed_amount, created_at, version)
SELECT tenant_id, allocation_id, payment_id, invoice_id, customer_id, 'EUR', 11900, 0, now(), 0
FROM bench.fact WHERE tenant_id = '%1$s' AND n > %4$d;
SET LOCAL session_replication_role = origin;
SELECT set_config('dotmac.tenant_id', '%1$s', true);
INSERT INTO billing_events (tenant_id, id, aggregate_kind, aggregate_id, sequence, type, occurred_at, data)
SELECT tenant_id, event_id, 'payment', payment_id, 1, 'payment.allocated', now(),
  jsonb_build_object('customerId', customer_id, 'invoiceId', invoice_id, 'allocationId', allocation_id,
    'amount', jsonb_build_object('amount', '11900', 'currency', 'EUR'))
FROM bench.fact WHERE tenant_id = '%1$s' AND n > %4$d ORDER BY n;
