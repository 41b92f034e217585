package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the roles may do: the application uses tables and makes none, the reader only reads. */
final class GrantRules {
  private GrantRules() {}

  /** The application's role owns nothing, makes nothing and bypasses nothing. */
  static List<String> powersOfTheApp(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        , app AS (SELECT * FROM pg_roles WHERE rolname = 'dotmac_app')
        SELECT format('%s is owned by dotmac_app: the owner is whoever runs the migrator; ALTER … OWNER TO him.', thing)
        FROM app JOIN (
          SELECT relowner AS owner, relname::text AS thing FROM pg_class
          UNION ALL SELECT proowner, proname::text FROM pg_proc
          UNION ALL SELECT nspowner, nspname::text FROM pg_namespace
          UNION ALL SELECT typowner, typname::text FROM pg_type
          UNION ALL SELECT datdba, datname::text FROM pg_database WHERE datname = current_database()) owned
        ON owned.owner = app.oid
        UNION ALL
        SELECT format('dotmac_app may create in schema %s: REVOKE CREATE ON SCHEMA %1$s FROM PUBLIC, dotmac_app.', nspname)
        FROM app, pg_namespace n
        WHERE nspname !~ '^pg_(temp|toast)' AND has_schema_privilege(app.oid, n.oid, 'CREATE')
        UNION ALL
        SELECT 'dotmac_app may create schemas: REVOKE CREATE ON DATABASE from it.'
        FROM app WHERE has_database_privilege(app.oid, current_database(), 'CREATE')
        UNION ALL
        SELECT 'dotmac_app may do what no application should: ALTER ROLE dotmac_app NOSUPERUSER NOBYPASSRLS'
               ' NOCREATEROLE NOCREATEDB NOREPLICATION.'
        FROM app WHERE rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
        UNION ALL
        SELECT format('dotmac_app has the powers of %s: REVOKE %1$s FROM dotmac_app.', m.roleid::regrole)
        FROM app JOIN pg_auth_members m ON m.member = app.oid
        UNION ALL
        SELECT 'Role dotmac_app does not exist: the first change makes it.' WHERE NOT EXISTS (SELECT 1 FROM app)
        ORDER BY 1
        """);
  }

  /** No one but the owner has what goes round row security or changes the tool's tables. */
  static List<String> grantsThatGoRound(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('%s has %s on table %s: REVOKE it, row security does not hold for it.', r.rolname, verb, ours.name)
        FROM ours, pg_roles r, unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER']) verb
        WHERE r.rolname IN ('dotmac_app', 'dotmac_readonly') AND has_table_privilege(r.oid, ours.oid, verb)
        UNION ALL
        SELECT format('%s has %s on table %s: REVOKE it, only the migrator writes its history.', r.rolname, verb, c.relname)
        FROM pg_class c, pg_roles r, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) verb
        WHERE c.relname IN ('databasechangelog', 'databasechangeloglock', 'migration_runs', 'migration_steps') AND c.relkind = 'r'
          AND r.rolname IN ('dotmac_app', 'dotmac_readonly') AND has_table_privilege(r.oid, c.oid, verb)
        ORDER BY 1
        """);
  }

  /** The application adds to and reads the audit trail; nobody but the owner could alter it. */
  static List<String> waysToAlterTheAudit(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('%s has %s on audit_activities: REVOKE it, an act that happened stays written.', r.rolname, verb)
        FROM ours, pg_roles r, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) verb
        WHERE ours.name = 'audit_activities' AND r.rolname IN ('dotmac_app', 'dotmac_readonly')
          AND (has_table_privilege(r.oid, ours.oid, verb)
               OR verb = 'UPDATE' AND has_any_column_privilege(r.oid, ours.oid, 'UPDATE'))
        UNION ALL
        SELECT format('%s has %s on %s: REVOKE it, only the database makes the chain.', r.rolname, verb, ours.name)
        FROM ours, pg_roles r, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) verb
        WHERE ours.name LIKE 'audit\\_chain\\_%' AND r.rolname IN ('dotmac_app', 'dotmac_readonly')
          AND has_table_privilege(r.oid, ours.oid, verb)
        UNION ALL
        SELECT format('Table %s is gone, and this rule with it.', wanted)
        FROM unnest(ARRAY['audit_activities', 'audit_chain_heads', 'audit_chain_links']) wanted
        WHERE NOT EXISTS (SELECT 1 FROM ours WHERE name = wanted)
        ORDER BY 1
        """);
  }

  /** Whoever only looks changes nothing. */
  static List<String> writesOfTheReader(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('dotmac_readonly has %s on table %s: REVOKE it, that role only reads.', verb, ours.name)
        FROM ours, pg_roles r, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) verb
        WHERE r.rolname = 'dotmac_readonly' AND has_table_privilege(r.oid, ours.oid, verb)
        ORDER BY 1
        """);
  }
}
