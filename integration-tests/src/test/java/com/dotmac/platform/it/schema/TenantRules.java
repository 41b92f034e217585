package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What keeps one tenant's rows from another: row security, and keys that begin with the tenant. */
final class TenantRules {
  private static final String POLICY = "(tenant_id = current_tenant_id())";

  /** Tables of no tenant, whose rows everybody sees, each with the reason. */
  static final Map<String, String> OF_NO_TENANT =
      Map.of(
          "scheduled_tasks",
          "whoever looks for work looks for that of all tenants; it holds identifiers and no data");

  private TenantRules() {}

  /**
   * Row security is on and forced everywhere, the registry of tenants included; save for tables
   * that are listed, which have no tenant_id.
   */
  static List<String> withoutRowSecurity(Connection connection, Map<String, String> listed)
      throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Table %s has no forced row security: add ALTER TABLE %1$s ENABLE ROW LEVEL SECURITY'
                      ' and ALTER TABLE %1$s FORCE ROW LEVEL SECURITY in the change that makes it.', name)
        FROM ours WHERE NOT (relrowsecurity AND relforcerowsecurity) AND name <> ALL (string_to_array(?, ' '))
        UNION ALL
        SELECT format('Table %s is listed in TenantRules as one of no tenant and is none: take it off the list.', listed)
        FROM unnest(string_to_array(?, ' ')) listed
        WHERE NOT EXISTS (SELECT 1 FROM ours WHERE name = listed AND NOT of_tenant AND NOT relrowsecurity)
        ORDER BY 1
        """,
        String.join(" ", listed.keySet()),
        String.join(" ", listed.keySet()));
  }

  /** A tenant's table has one policy that says whose the rows are, and none that says less. */
  static List<String> withoutTenantPolicy(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Table %s has no policy for reads and writes on current_tenant_id(): add CREATE POLICY'
                      ' tenant_isolation ON %1$s USING (tenant_id = current_tenant_id())'
                      ' WITH CHECK (tenant_id = current_tenant_id()).', name)
        FROM ours WHERE of_tenant AND NOT EXISTS (
          SELECT 1 FROM pg_policy p WHERE p.polrelid = ours.oid AND p.polcmd = '*' AND p.polpermissive
            AND p.polroles = '{0}' AND pg_get_expr(p.polqual, p.polrelid) = ?
            AND pg_get_expr(p.polwithcheck, p.polrelid) = ?)
        UNION ALL
        SELECT format('Policy %s of table %s opens rows by something else than the tenant: drop it, permissive'
                      ' policies are joined by OR.', p.polname, name)
        FROM ours JOIN pg_policy p ON p.polrelid = ours.oid
        WHERE of_tenant AND p.polpermissive
          AND (pg_get_expr(p.polqual, p.polrelid) IS DISTINCT FROM ?
               OR pg_get_expr(p.polwithcheck, p.polrelid) IS DISTINCT FROM ?)
        ORDER BY 1
        """,
        POLICY,
        POLICY,
        POLICY,
        POLICY);
  }

  /** Uniqueness is per tenant; it also lets a table be spread over machines by tenant. */
  static List<String> uniqueAcrossTenants(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('%s of table %s does not begin with tenant_id: make tenant_id its first column, or one'
                      ' tenant''s row shuts out another''s.', i.indexrelid::regclass, ours.name)
        FROM ours JOIN pg_index i ON i.indrelid = ours.oid
        WHERE of_tenant AND (i.indisunique OR i.indisexclusion)
          AND NOT EXISTS (SELECT 1 FROM cols WHERE cols.oid = ours.oid AND cols.attnum = i.indkey[0]
                          AND cols.name = 'tenant_id')
        ORDER BY 1
        """);
  }

  /** The primary key is (tenant_id, …), and tenant_id is a uuid that is never missing. */
  static List<String> keyedOtherwise(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Column tenant_id of table %s must be uuid NOT NULL.', table_name)
        FROM cols WHERE name = 'tenant_id' AND NOT (type = 'uuid' AND required)
        UNION ALL
        SELECT format('Table %s has no primary key: add CONSTRAINT pk_%1$s PRIMARY KEY (tenant_id, id).', name)
        FROM ours WHERE NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = ours.oid AND i.indisprimary)
        UNION ALL
        SELECT format('Column tenant_id of table %s points nowhere: add CONSTRAINT fk_%1$s_tenant FOREIGN KEY'
                      ' (tenant_id) REFERENCES tenants (id).', name)
        FROM ours WHERE of_tenant AND NOT EXISTS (
          SELECT 1 FROM keys WHERE keys.oid = ours.oid AND keys.columns = ARRAY['tenant_id']
            AND keys.confrelid = to_regclass('tenants'))
        ORDER BY 1
        """);
  }
}
