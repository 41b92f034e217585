-- What is finalised and paid in one measurement: a customer with one draft each. The parameters are the tenant and how many.
INSERT INTO bench.todo (customer_id, invoice_id, payment_id, allocation_id)
SELECT bench.next_id(), bench.next_id(), bench.next_id(), bench.next_id() FROM generate_series(1, %2$d);
INSERT INTO customers (tenant_id, id, number, name, status, created_at, updated_at, version)
SELECT '%1$s', customer_id, 'B-' || n, 'Customer ' || n, 'active', now(), now(), 0 FROM bench.todo WHERE n > %3$d;
INSERT INTO invoices (tenant_id, id, customer_id, currency, status, payment_days, subtotal_amount, discount_amount,
  tax_amount, total_amount, paid_amount, refunded_amount, credited_amount, created_at, updated_at, version)
SELECT '%1$s', invoice_id, customer_id, 'EUR', 'draft', 30, 10000, 0, 1900, 11900, 0, 0, 0, now(), now(), 0
FROM bench.todo WHERE n > %3$d;
INSERT INTO invoice_lines (tenant_id, id, invoice_id, position, description, quantity, unit_amount, tax_rate,
  gross_amount, discount_amount, tax_amount)
SELECT '%1$s', bench.next_id(), invoice_id, 1, 'Hosting', 1, 10000, 0.19, 10000, 0, 1900 FROM bench.todo WHERE n > %3$d;
