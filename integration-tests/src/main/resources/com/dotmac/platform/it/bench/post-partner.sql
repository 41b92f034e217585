BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
select ak1_0.id,ak1_0.created_at,ak1_0.expires_at,ak1_0.last_used_at,ak1_0.name,ak1_0.permissions,ak1_0.prefix,ak1_0.revoked_at,ak1_0.secret_digest,ak1_0.tenant_id,ak1_0.version,t1_0.id,t1_0.created_at,t1_0.default_currency,t1_0.name,t1_0.platform,t1_0.slug,t1_0.status,t1_0.time_zone,t1_0.updated_at,t1_0.version from api_keys ak1_0 join tenants t1_0 on t1_0.id=ak1_0.tenant_id where (ak1_0.tenant_id = current_tenant_id()) and ak1_0.prefix=:prefix and t1_0.status='active';
COMMIT;
BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
SELECT gen_random_uuid() AS once \gset
SELECT pg_try_advisory_xact_lock(hashtextextended(:once, 0));
SELECT fingerprint, status, etag, location, body FROM idempotency_keys WHERE tenant_id = :tenant AND credential = 'bench' AND route = 'POST /api/v1/partners' AND key = :once AND expires_at > now();
INSERT INTO number_series (tenant_id, name, last_value) VALUES (:tenant, 'partner', 1) ON CONFLICT (tenant_id, name) DO UPDATE SET last_value = number_series.last_value + 1 RETURNING last_value \gset
insert into partners (billing_email,commission_model,company_name,country,created_at,default_commission_rate,external_id,legal_name,metadata,number,phone,primary_email,status,tenant_id,tier,updated_at,version,website,id) values (NULL,'revenue_share','bench ' || :once,NULL,now(),NULL,NULL,NULL,'{}','PTR-' || :last_value,NULL,'bench@example.org','pending',:tenant,'bronze',now(),0,NULL,:once);
WITH old AS (SELECT credential, route, key FROM idempotency_keys WHERE tenant_id = :tenant AND expires_at <= now() AND (credential, route, key) <> ('bench', 'POST /api/v1/partners', :once) ORDER BY expires_at LIMIT 2 FOR UPDATE SKIP LOCKED), gone AS (DELETE FROM idempotency_keys k USING old WHERE k.tenant_id = :tenant AND k.credential = old.credential AND k.route = old.route AND k.key = old.key) INSERT INTO idempotency_keys AS k (tenant_id, credential, route, key, fingerprint, status, etag, location, body, expires_at) VALUES (:tenant, 'bench', 'POST /api/v1/partners', :once, 'ca98d056f7e2db64e3b5e88a35f283ba017e72cccac5c7cd01444b9241e99d47', 201, '"0"', :location, :body, now() + interval '30 days') ON CONFLICT (tenant_id, credential, route, key) DO UPDATE SET fingerprint = excluded.fingerprint, status = excluded.status, etag = excluded.etag, location = excluded.location, body = excluded.body, expires_at = excluded.expires_at WHERE k.expires_at <= now();
insert into audit_activities (action,actor_id,actor_kind,actor_name,after_state,before_state,occurred_at,reason,request_id,resource_id,resource_kind,tenant_id,id) values ('partner.created',:actor,'api_key','bench',:after,NULL,now(),NULL,'2d58a653-223d-490a-977d-4bab467d982c',:once,'partner',:tenant,gen_random_uuid());
COMMIT;
