-- A tenant's partners with a history: of each 25 lines of commission, of which 15 were paid out by one payout and 10 can be, and the
-- books of all that, 104 entries. Rows come by set, past triggers and references, which would say what is so by itself: what the
-- books and the lines come to is compared afterwards. The parameters are the tenant and how many partners.
SET LOCAL session_replication_role = replica;
INSERT INTO bench.partner (tenant_id, n, id, customer_id, account_id, payee_id, payout_id)
SELECT '%1$s', n, bench.next_id(), bench.next_id(), bench.next_id(), bench.next_id(), bench.next_id() FROM generate_series(1, %2$d) n;
INSERT INTO partners (tenant_id, id, number, company_name, status, tier, commission_model, default_commission_rate, primary_email,
  metadata, created_at, updated_at, version)
SELECT tenant_id, id, 'PTR-B' || n, 'Partner ' || n, 'active', 'silver', 'revenue_share', 0.1, 'partner' || n || '@bench.example', '{}',
  now() - interval '1 year', now(), 0 FROM bench.partner WHERE tenant_id = '%1$s';
INSERT INTO customers (tenant_id, id, number, name, status, created_at, updated_at, version)
SELECT tenant_id, customer_id, 'B-' || n, 'Customer ' || n, 'active', now() - interval '1 year', now(), 0
FROM bench.partner WHERE tenant_id = '%1$s';
INSERT INTO partner_accounts (tenant_id, id, partner_id, customer_id, engagement_type, started_at, created_at, updated_at, version)
SELECT tenant_id, account_id, id, customer_id, 'resale', now() - interval '1 year', now() - interval '1 year', now(), 0
FROM bench.partner WHERE tenant_id = '%1$s';
INSERT INTO partner_payee_accounts (tenant_id, id, partner_id, method, holder, hint, sealed_account, created_at)
SELECT tenant_id, payee_id, id, 'iban', 'Partner ' || n, '3000', 'nobody opens it', now() - interval '1 year'
FROM bench.partner WHERE tenant_id = '%1$s';
INSERT INTO partner_payout_batches (tenant_id, id, number, currency, cut_at, status, provider, created_at, approved_at, submitted_at,
  updated_at, version)
SELECT tenant_id, id, 'PB-BENCH', 'EUR', now() - interval '60 days', 'closed', 'manual', now() - interval '60 days',
  now() - interval '59 days', now() - interval '59 days', now() - interval '58 days', 3 FROM bench.partner WHERE tenant_id = '%1$s' AND n = 1;
INSERT INTO partner_payouts (tenant_id, id, batch_id, partner_id, currency, amount, status, attempts, payee_account_id, sent_at,
  completed_at, created_at, updated_at, version)
SELECT tenant_id, payout_id, (SELECT id FROM bench.partner WHERE tenant_id = '%1$s' AND n = 1), id, 'EUR', 15000, 'completed', 1, payee_id,
  now() - interval '59 days', now() - interval '58 days', now() - interval '60 days', now() - interval '58 days', 3
FROM bench.partner WHERE tenant_id = '%1$s';
CREATE TEMPORARY TABLE line ON COMMIT DROP AS
SELECT p.n, k, p.id AS partner_id, p.account_id, p.customer_id, CASE WHEN k <= 15 THEN p.payout_id END AS payout_id,
  bench.next_id() AS id, bench.next_id() AS terms_id, bench.next_id() AS accrual_id, bench.next_id() AS release_id,
  now() - interval '1 day' * (340 - 12 * k) AS at
FROM bench.partner p CROSS JOIN generate_series(1, 25) k WHERE p.tenant_id = '%1$s' ORDER BY k, p.n;
INSERT INTO partner_commission_terms (tenant_id, id, partner_id, account_id, customer_id, position, source, rate, currency,
  invoice_amount, commissionable_amount, base_amount, amount, hold_days, decided_at)
SELECT '%1$s', terms_id, partner_id, account_id, customer_id, 1, 'partner', 0.1, 'EUR', 11900, 10000, 10000, 1000, 30, at FROM line;
INSERT INTO partner_commission_events (tenant_id, id, partner_id, account_id, customer_id, terms_id, payout_id, kind, cause, currency,
  base_amount, rate, amount, reversed_amount, status, occurred_at, available_at, approved_at, paid_at, created_at, version)
SELECT '%1$s', id, partner_id, account_id, customer_id, terms_id, payout_id, 'accrual', 'payment', 'EUR', 10000, 0.1, 1000, 0,
  CASE WHEN payout_id IS NULL THEN 'approved' ELSE 'paid' END, at, at + interval '30 days', at + interval '30 days',
  CASE WHEN payout_id IS NOT NULL THEN now() - interval '58 days' END, at, 2 FROM line;
INSERT INTO partner_payout_lines (tenant_id, id, payout_id, partner_id, currency, commission_event_id, amount)
SELECT '%1$s', bench.next_id(), payout_id, partner_id, 'EUR', id, 1000 FROM line WHERE payout_id IS NOT NULL;
INSERT INTO partner_ledger_transactions (tenant_id, id, partner_id, currency, kind, posted_at)
SELECT CAST('%1$s' AS uuid), accrual_id, partner_id, 'EUR', 'accrual', at FROM line
UNION ALL SELECT CAST('%1$s' AS uuid), release_id, partner_id, 'EUR', 'release', at + interval '30 days' FROM line;
INSERT INTO partner_ledger_entries (tenant_id, id, transaction_id, partner_id, currency, account, amount, commission_event_id, posted_at)
SELECT '%1$s', bench.next_id(), CASE WHEN step.kind = 'accrual' THEN accrual_id ELSE release_id END, partner_id, 'EUR', step.account,
  step.sign * 1000, id, CASE WHEN step.kind = 'accrual' THEN at ELSE at + interval '30 days' END
FROM line CROSS JOIN (VALUES ('accrual', 'expense', 1), ('accrual', 'held', -1), ('release', 'held', 1), ('release', 'payable', -1))
  step (kind, account, sign);
CREATE TEMPORARY TABLE step ON COMMIT DROP AS
SELECT p.id AS partner_id, p.payout_id, kind, bench.next_id() AS id, now() - interval '1 day' * days AS at
FROM bench.partner p CROSS JOIN (VALUES ('payout_reserved', 60), ('payout_completed', 58)) taken (kind, days) WHERE p.tenant_id = '%1$s';
INSERT INTO partner_ledger_transactions (tenant_id, id, partner_id, currency, kind, posted_at)
SELECT '%1$s', id, partner_id, 'EUR', kind, at FROM step;
INSERT INTO partner_ledger_entries (tenant_id, id, transaction_id, partner_id, currency, account, amount, payout_id, posted_at)
SELECT '%1$s', bench.next_id(), step.id, partner_id, 'EUR', side.account, side.sign * 15000, payout_id, at
FROM step JOIN (VALUES ('payout_reserved', 'payable', 1), ('payout_reserved', 'in_flight', -1), ('payout_completed', 'in_flight', 1),
  ('payout_completed', 'paid', -1)) side (kind, account, sign) ON side.kind = step.kind;
