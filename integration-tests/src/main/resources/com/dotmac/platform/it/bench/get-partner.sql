BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
select ak1_0.id,ak1_0.created_at,ak1_0.expires_at,ak1_0.last_used_at,ak1_0.name,ak1_0.permissions,ak1_0.prefix,ak1_0.revoked_at,ak1_0.secret_digest,ak1_0.tenant_id,ak1_0.version,t1_0.id,t1_0.created_at,t1_0.default_currency,t1_0.name,t1_0.platform,t1_0.slug,t1_0.status,t1_0.time_zone,t1_0.updated_at,t1_0.version from api_keys ak1_0 join tenants t1_0 on t1_0.id=ak1_0.tenant_id where (ak1_0.tenant_id = current_tenant_id()) and ak1_0.prefix=:prefix and t1_0.status='active';
COMMIT;
BEGIN;
SELECT set_config('dotmac.tenant_id', :tenant, true);
select p1_0.id,p1_0.billing_email,p1_0.commission_model,p1_0.company_name,p1_0.country,p1_0.created_at,p1_0.default_commission_rate,p1_0.external_id,p1_0.legal_name,p1_0.metadata,p1_0.number,p1_0.phone,p1_0.primary_email,p1_0.status,p1_0.tenant_id,p1_0.tier,p1_0.updated_at,p1_0.version,p1_0.website from partners p1_0 where p1_0.id=:partner and (p1_0.tenant_id = current_tenant_id());
COMMIT;
