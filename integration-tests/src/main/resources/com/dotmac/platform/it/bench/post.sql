-- What app.jar sends for the POST of one partner under an Idempotency-Key, in the same transactions and round trips.
\set unique random(1, 9000000000000000)
\startpipeline
BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
\endpipeline
select ak1_0.id,ak1_0.created_at,ak1_0.expires_at,ak1_0.last_used_at,ak1_0.name,ak1_0.permissions,ak1_0.prefix,ak1_0.revoked_at,ak1_0.secret_digest,ak1_0.tenant_id,ak1_0.version from api_keys ak1_0 where ak1_0.tenant_id = :tenant::uuid and ak1_0.prefix=:prefix;
select t1_0.id,t1_0.created_at,t1_0.default_currency,t1_0.name,t1_0.slug,t1_0.status,t1_0.time_zone,t1_0.updated_at,t1_0.version from tenants t1_0 where t1_0.id=:tenant::uuid;
COMMIT;
\startpipeline
BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
\endpipeline
SELECT pg_try_advisory_xact_lock(hashtextextended(:tenant || 'POST /api/v1/partners' || :unique, 0)), k.fingerprint, k.status, k.etag, k.location, k.body FROM (SELECT 1) AS always LEFT JOIN idempotency_keys k ON k.tenant_id = :tenant::uuid AND k.credential = 'api_key ' || :apikey AND k.route = 'POST /api/v1/partners' AND k.key = :unique::text AND k.expires_at > now();
INSERT INTO number_series (tenant_id, name, last_value) VALUES (:tenant::uuid, 'partner', 1) ON CONFLICT (tenant_id, name) DO UPDATE SET last_value = number_series.last_value + 1 RETURNING last_value AS number \gset
SELECT gen_random_uuid() AS id \gset
insert into partners (commission_model,company_name,created_at,metadata,number,primary_email,status,tenant_id,tier,updated_at,version,id) values ('revenue_share','Bench ' || :unique,now(),'{}'::jsonb,'PTR-' || :number,'desk@bench.example','pending',:tenant::uuid,'bronze',now(),0,:id::uuid);
WITH old AS (SELECT credential, route, key FROM idempotency_keys WHERE tenant_id = :tenant::uuid AND expires_at <= now() AND (credential, route, key) <> ('api_key ' || :apikey, 'POST /api/v1/partners', :unique::text) ORDER BY expires_at LIMIT 2 FOR UPDATE SKIP LOCKED), gone AS (DELETE FROM idempotency_keys k USING old WHERE k.tenant_id = :tenant::uuid AND k.credential = old.credential AND k.route = old.route AND k.key = old.key) INSERT INTO idempotency_keys AS k (tenant_id, credential, route, key, fingerprint, status, etag, location, body, expires_at) VALUES (:tenant::uuid, 'api_key ' || :apikey, 'POST /api/v1/partners', :unique::text, repeat('0', 64), 201, '"0"', '/api/v1/partners/' || :id, repeat('x', 600), now() + interval '30 days') ON CONFLICT (tenant_id, credential, route, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status, etag = excluded.etag, location = excluded.location, body = excluded.body, expires_at = excluded.expires_at WHERE k.expires_at <= now();
insert into audit_activities (action,actor_id,actor_kind,actor_name,after_state,occurred_at,request_id,resource_id,resource_kind,tenant_id,id) values ('partner.created',:apikey::uuid,'api_key','key',jsonb_build_object('companyName', 'Bench ' || :unique, 'status', 'pending', 'tier', 'bronze', 'number', 'PTR-' || :number, 'primaryEmail', 'desk@bench.example'),now(),'bench-' || :unique,:id::uuid,'partner',:tenant::uuid,gen_random_uuid());
COMMIT;
