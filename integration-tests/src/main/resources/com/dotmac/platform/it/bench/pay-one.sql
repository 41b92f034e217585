SELECT nextval('bench.next') AS n \gset
SELECT customer_id, invoice_id, payment_id, allocation_id FROM bench.todo WHERE n = :n \gset
BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
select ak1_0.id,ak1_0.created_at,ak1_0.expires_at,ak1_0.last_used_at,ak1_0.name,ak1_0.permissions,ak1_0.prefix,ak1_0.revoked_at,ak1_0.secret_digest,ak1_0.tenant_id,ak1_0.version,t1_0.id,t1_0.created_at,t1_0.default_currency,t1_0.name,t1_0.platform,t1_0.slug,t1_0.status,t1_0.time_zone,t1_0.updated_at,t1_0.version from api_keys ak1_0 join tenants t1_0 on t1_0.id=ak1_0.tenant_id where (ak1_0.tenant_id = current_tenant_id()) and ak1_0.prefix=:prefix and t1_0.status='active';
COMMIT;
BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
SELECT gen_random_uuid() AS once \gset
SELECT pg_try_advisory_xact_lock(hashtextextended(:once, 0));
SELECT fingerprint, status, etag, location, body FROM idempotency_keys WHERE tenant_id = :tenant AND credential = 'bench' AND route = 'POST /api/v1/payments' AND key = :once AND expires_at > now();
select id,name,number,email,country,external_id,status,billing_line1,billing_line2,billing_city,billing_region,billing_postal_code,billing_country,currency,tax_id,tax_exempt,created_at,updated_at,version from customers where tenant_id = current_tenant_id() and id = :customer_id;
insert into payments (allocated_amount,amount,attempts,charged_back_amount,chooses_invoices,created_at,currency,customer_id,disputed_amount,kind,provider,received_at,reference,refunded_amount,status,tenant_id,updated_at,version,id) values (0,12000,0,0,false,now(),'EUR',:customer_id,0,'bank_transfer','manual',NULL,'bench',0,'pending',:tenant,now(),0,:payment_id);
update payments set received_at = now(), status = 'succeeded', version = version + 1 where tenant_id = current_tenant_id() and id = :payment_id and version = 0;
select coalesce(max(sequence), 0) + 1 AS sequence from billing_events where tenant_id = current_tenant_id() and aggregate_kind = 'payment' and aggregate_id = :payment_id \gset
insert into billing_events (aggregate_id,aggregate_kind,data,occurred_at,sequence,tenant_id,type,id) values (:payment_id,'payment',:paymentdata,now(),:sequence,:tenant,'payment.succeeded',bench.next_id());
insert into scheduled_tasks(task_name, task_instance, task_data, execution_time, picked, version) values ('tell-billing-events', gen_random_uuid(), CAST(:task AS bytea), now(), false, 1);
select id from invoices where tenant_id = current_tenant_id() and customer_id = :customer_id and currency = 'EUR' and status in ('open', 'partially_paid', 'overdue') order by due_on, id;
select id,bill_to,created_at,credited_amount,currency,customer_id,discount_amount,due_on,finalised_at,issued_on,memo,number,paid_amount,payment_days,refunded_amount,status,subtotal_amount,tax_amount,total_amount,updated_at,version from invoices where tenant_id = current_tenant_id() and id in (:invoice_id) order by id for no key update;
insert into payment_allocations (amount,created_at,currency,customer_id,invoice_id,payment_id,reversed_amount,tenant_id,version,id) values (11900,now(),'EUR',:customer_id,:invoice_id,:payment_id,0,:tenant,0,:allocation_id);
update payments set allocated_amount = 11900, version = version + 1 where tenant_id = current_tenant_id() and id = :payment_id and version = 1;
update invoices set paid_amount = 11900, status = 'paid', updated_at = now(), version = version + 1 where tenant_id = current_tenant_id() and id = :invoice_id and version = 1;
insert into audit_activities (action,actor_id,actor_kind,actor_name,after_state,before_state,occurred_at,reason,request_id,resource_id,resource_kind,tenant_id,id) values ('invoice.payment_allocated',:actor,'api_key','bench',:paidafter,:paidbefore,now(),NULL,'2d58a653-223d-490a-977d-4bab467d982c',:invoice_id,'invoice',:tenant,bench.next_id());
select coalesce(max(sequence), 0) + 1 AS sequence from billing_events where tenant_id = current_tenant_id() and aggregate_kind = 'invoice' and aggregate_id = :invoice_id \gset
insert into billing_events (aggregate_id,aggregate_kind,data,occurred_at,sequence,tenant_id,type,id) values (:invoice_id,'invoice',:data,now(),:sequence,:tenant,'invoice.paid',bench.next_id());
select coalesce(max(sequence), 0) + 1 AS sequence from billing_events where tenant_id = current_tenant_id() and aggregate_kind = 'payment' and aggregate_id = :payment_id \gset
insert into billing_events (aggregate_id,aggregate_kind,data,occurred_at,sequence,tenant_id,type,id) values (:payment_id,'payment',:allocateddata,now(),:sequence,:tenant,'payment.allocated',bench.next_id());
insert into audit_activities (action,actor_id,actor_kind,actor_name,after_state,before_state,occurred_at,reason,request_id,resource_id,resource_kind,tenant_id,id) values ('payment.taken',:actor,'api_key','bench',:paymentafter,NULL,now(),NULL,'2d58a653-223d-490a-977d-4bab467d982c',:payment_id,'payment',:tenant,bench.next_id());
WITH old AS (SELECT credential, route, key FROM idempotency_keys WHERE tenant_id = :tenant AND expires_at <= now() AND (credential, route, key) <> ('bench', 'POST /api/v1/payments', :once) ORDER BY expires_at LIMIT 2 FOR UPDATE SKIP LOCKED), gone AS (DELETE FROM idempotency_keys k USING old WHERE k.tenant_id = :tenant AND k.credential = old.credential AND k.route = old.route AND k.key = old.key) INSERT INTO idempotency_keys AS k (tenant_id, credential, route, key, fingerprint, status, etag, location, body, expires_at) VALUES (:tenant, 'bench', 'POST /api/v1/payments', :once, 'ca98d056f7e2db64e3b5e88a35f283ba017e72cccac5c7cd01444b9241e99d47', 201, '"1"', NULL, :body, now() + interval '30 days') ON CONFLICT (tenant_id, credential, route, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status, etag = excluded.etag, location = excluded.location, body = excluded.body, expires_at = excluded.expires_at WHERE k.expires_at <= now();
COMMIT;
