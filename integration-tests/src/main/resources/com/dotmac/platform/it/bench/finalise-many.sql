SELECT (nextval('bench.next') - 1) * :size + :first AS start \gset
BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
SELECT count(*) FROM (SELECT id FROM invoices WHERE tenant_id = current_tenant_id() AND id IN (SELECT invoice_id FROM bench.todo WHERE n > :start AND n <= CAST(:start AS bigint) + :size) ORDER BY id FOR NO KEY UPDATE) held;
SELECT count(DISTINCT invoice_id) FROM invoice_lines WHERE tenant_id = current_tenant_id() AND invoice_id IN (SELECT invoice_id FROM bench.todo WHERE n > :start AND n <= CAST(:start AS bigint) + :size);
SELECT count(*) FROM customers WHERE tenant_id = current_tenant_id() AND id IN (SELECT customer_id FROM bench.todo WHERE n > :start AND n <= CAST(:start AS bigint) + :size);
INSERT INTO number_series (tenant_id, name, last_value) VALUES (:tenant, :series, :size) ON CONFLICT (tenant_id, name) DO UPDATE SET last_value = number_series.last_value + :size RETURNING last_value \gset
UPDATE invoices SET bill_to = CAST(:billto AS jsonb), due_on = current_date + 30, finalised_at = now(), issued_on = current_date, number = 'INV-BENCH-' || (CAST(:last_value AS bigint) - :size + todo.n - :start), status = 'open', updated_at = now(), version = version + 1 FROM (SELECT n, invoice_id FROM bench.todo WHERE n > :start AND n <= CAST(:start AS bigint) + :size) todo WHERE tenant_id = current_tenant_id() AND id = todo.invoice_id;
INSERT INTO audit_activities (action,actor_id,actor_kind,actor_name,after_state,before_state,occurred_at,request_id,resource_id,resource_kind,tenant_id,id) SELECT 'invoice.finalised',CAST(:actor AS uuid),'api_key','bench',CAST(:after AS jsonb),CAST(:before AS jsonb),now(),'2d58a653-223d-490a-977d-4bab467d982c',invoice_id,'invoice',CAST(:tenant AS uuid),bench.next_id() FROM bench.todo WHERE n > :start AND n <= CAST(:start AS bigint) + :size ORDER BY n;
INSERT INTO billing_events (aggregate_id,aggregate_kind,data,occurred_at,sequence,tenant_id,type,id) SELECT invoice_id,'invoice',CAST(:data AS jsonb),now(),1,CAST(:tenant AS uuid),'invoice.finalised',bench.next_id() FROM bench.todo WHERE n > :start AND n <= CAST(:start AS bigint) + :size ORDER BY n;
insert into scheduled_tasks(task_name, task_instance, task_data, execution_time, picked, version) values ('tell-billing-events', gen_random_uuid(), CAST(:task AS bytea), now(), false, 1);
COMMIT;
