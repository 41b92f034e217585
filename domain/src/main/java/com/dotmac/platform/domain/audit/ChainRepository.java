package com.dotmac.platform.domain.audit;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queries over {@code audit_chain_links} and {@code audit_chain_heads}; reads only. */
final class ChainRepository {

  private static final int ROWS_AT_A_TIME = 1000;
  private static final int FIRST_OF_ACT = 8;
  private static final int COLUMNS_OF_ACT = 13;

  /** One statement, so one state of the database: head and links agree while others write. */
  private static final String CHAIN =
      """
      SELECT head.last_sequence, encode(head.last_hash, 'hex'),
        link.sequence, link.origin, link.activity_id::text,
        encode(link.previous_hash, 'hex'), encode(link.hash, 'hex'),
        act.tenant_id::text, act.id::text,
        to_char(act.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        act.actor_kind, act.actor_id::text, act.actor_name,
        act.action, act.resource_kind, act.resource_id::text,
        act.reason, act.request_id, act.before_state::text, act.after_state::text
      FROM (SELECT CAST(? AS uuid) AS id) AS tenant
      LEFT JOIN audit_chain_heads head ON head.tenant_id = tenant.id
      LEFT JOIN audit_chain_links link ON link.tenant_id = tenant.id
      LEFT JOIN audit_activities act ON act.tenant_id = link.tenant_id AND act.id = link.activity_id
      ORDER BY link.sequence
      """;

  private static final String WITHOUT_LINK =
      """
      SELECT act.id::text FROM audit_activities act
      WHERE act.tenant_id = CAST(? AS uuid) AND NOT EXISTS (
        SELECT 1 FROM audit_chain_links link
        WHERE link.tenant_id = act.tenant_id AND link.activity_id = act.id)
      ORDER BY act.id LIMIT 1
      """;

  private final TenantSessions sessions;

  ChainRepository(TenantSessions sessions) {
    this.sessions = sessions;
  }

  void walk(TenantScope scope, ChainWalk walk) {
    sessions.of(scope).doWork(connection -> walk(connection, scope, walk));
  }

  /** The first act that has no link; {@code null}: each has one. */
  @Nullable String findWithoutLink(TenantScope scope) {
    return sessions
        .of(scope)
        .doReturningWork(
            connection -> {
              try (PreparedStatement statement = prepare(connection, WITHOUT_LINK, scope);
                  ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
              }
            });
  }

  private static void walk(Connection connection, TenantScope scope, ChainWalk walk)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, CHAIN, scope)) {
      statement.setFetchSize(ROWS_AT_A_TIME);
      try (ResultSet row = statement.executeQuery()) {
        Long lastSequence = null;
        String lastHash = null;
        boolean goOn = true;
        while (goOn && row.next()) {
          lastSequence = row.getObject(1, Long.class);
          lastHash = row.getString(2);
          goOn = row.getString(3) == null || walk.step(link(row));
        }
        walk.end(lastSequence, lastHash);
      }
    }
  }

  private static ChainLink link(ResultSet row) throws SQLException {
    List<@Nullable String> act = new ArrayList<>();
    for (int column = FIRST_OF_ACT; column < FIRST_OF_ACT + COLUMNS_OF_ACT; column++) {
      act.add(row.getString(column));
    }
    return new ChainLink(
        row.getLong(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        act.get(0) == null ? null : act);
  }

  private static PreparedStatement prepare(Connection connection, String sql, TenantScope scope)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, scope.tenantId().toString());
    return statement;
  }
}
