package com.dotmac.platform.it.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Ids point somewhere, cannot point into another tenant, and can be followed back quickly. */
final class KeyRules {
  /** Columns that hold an id and no foreign key, each with the reason. */
  static final Map<String, String> WITHOUT_FOREIGN_KEY =
      Map.of(
          "audit_activities.actor_id", "the row outlives the actor",
          "audit_activities.resource_id", "the row outlives the resource, of whatever kind",
          "billing_events.aggregate_id", "the fact outlives what it is about, of whatever kind",
          "user_identities.linked_by_id", "the row outlives the actor");

  private KeyRules() {}

  /** Every uuid column named {@code …_id} has a foreign key, or is in the list with a reason. */
  static List<String> idsThatPointNowhere(Connection connection, Map<String, String> listed)
      throws SQLException {
    List<String> bare =
        Catalog.ask(
            connection,
            """
            SELECT table_name || '.' || name FROM cols
            WHERE type = 'uuid' AND name LIKE '%\\_id'
              AND NOT EXISTS (SELECT 1 FROM keys WHERE keys.oid = cols.oid AND cols.attnum = ANY (keys.conkey))
            ORDER BY 1
            """);
    List<String> sentences = new ArrayList<>();
    for (String column : bare) {
      if (!listed.containsKey(column)) {
        sentences.add(
            "Column %s has no foreign key: add one, or list it in KeyRules with the reason."
                .formatted(column));
      }
    }
    for (String column : new TreeSet<>(listed.keySet())) {
      if (!bare.contains(column)) {
        sentences.add(
            "Column %s is listed in KeyRules as one without a foreign key and is none: take it off the list."
                .formatted(column));
      }
    }
    return sentences;
  }

  /** A foreign key between two tenant-owned tables carries the tenant along. */
  static List<String> keysThatLeaveTheTenant(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Foreign key %s of table %s can point into another tenant: make it (tenant_id, …)'
                      ' REFERENCES %s (tenant_id, …).', keys.name, keys.table_name, target.name)
        FROM keys JOIN ours target ON target.oid = keys.confrelid
        WHERE keys.of_tenant AND target.of_tenant AND NOT EXISTS (
          SELECT 1 FROM unnest(keys.conkey, keys.confkey) pair(here, there)
          JOIN cols a ON a.oid = keys.oid AND a.attnum = pair.here AND a.name = 'tenant_id'
          JOIN cols b ON b.oid = keys.confrelid AND b.attnum = pair.there AND b.name = 'tenant_id')
        ORDER BY 1
        """);
  }

  /** Every foreign key has an index that begins with its columns; partial ones do not count. */
  static List<String> keysWithoutIndex(Connection connection) throws SQLException {
    return Catalog.ask(
        connection,
        """
        SELECT format('Foreign key %s of table %s has no index that begins with (%s): add CREATE INDEX.',
                      keys.name, keys.table_name, array_to_string(keys.columns, ', '))
        FROM keys WHERE NOT EXISTS (
          SELECT 1 FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am am ON am.oid = c.relam
          WHERE i.indrelid = keys.oid AND am.amname = 'btree' AND i.indisvalid AND i.indpred IS NULL
            AND i.indnkeyatts >= cardinality(keys.conkey)
            AND (i.indkey::smallint[])[0:cardinality(keys.conkey) - 1] @> keys.conkey)
        ORDER BY 1
        """);
  }
}
