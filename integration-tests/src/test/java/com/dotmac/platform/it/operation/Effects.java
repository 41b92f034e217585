package com.dotmac.platform.it.operation;

import com.dotmac.platform.it.harness.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What requests left in the database, seen by nobody's rules. */
final class Effects {
  private Effects() {}

  /** How many partners of a tenant have each company name. */
  static Map<String, Long> partners(TestDatabase database, UUID tenantId) throws SQLException {
    return counts(
        database,
        "SELECT company_name, count(*) FROM partners WHERE tenant_id = ? GROUP BY 1",
        tenantId);
  }

  /** How many rows of the audit trail tell of the creation of the partners with each name. */
  static Map<String, Long> creations(TestDatabase database, UUID tenantId) throws SQLException {
    return counts(
        database,
        """
        SELECT p.company_name, count(*) FROM audit_activities a
        JOIN partners p ON p.tenant_id = a.tenant_id AND p.id = a.resource_id
        WHERE a.tenant_id = ? AND a.action = 'partner.created' GROUP BY 1\
        """,
        tenantId);
  }

  /** The identifier of the partner with each name. */
  static Map<String, String> ids(TestDatabase database, UUID tenantId) throws SQLException {
    Map<String, String> ids = new HashMap<>();
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT company_name, id FROM partners WHERE tenant_id = ?")) {
      statement.setObject(1, tenantId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.put(rows.getString(1), rows.getString(2));
        }
      }
    }
    return ids;
  }

  private static Map<String, Long> counts(TestDatabase database, String sql, UUID tenantId)
      throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (Connection connection = database.connectAsAdministrator();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, tenantId);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return counts;
  }
}
