package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The door of payouts to commission: lines that are approved, blocked by nobody, and in no payout.
 * Each verb is one statement, however many lines there are. Whoever takes lines has locked their
 * partners, and records what he does.
 */
public final class PayableLines {

  private static final String POOL =
      "tenant_id = :tenant AND currency = CAST(:currency AS char(3)) AND status = 'approved' AND payout_id IS NULL"
          + " AND blocked_at IS NULL AND approved_at < :cut";

  private static final String SUMS =
      "SELECT partner_id, count(*), CAST(sum(amount) AS bigint) FROM partner_commission_events WHERE "
          + POOL
          + " GROUP BY partner_id ORDER BY partner_id";

  // Line by line: one that is approved a moment later is not among those that are taken.
  private static final String HELD =
      "SELECT id, partner_id, amount FROM partner_commission_events WHERE "
          + POOL
          + " ORDER BY id FOR UPDATE";

  private static final String TAKE =
      """
      UPDATE partner_commission_events line SET payout_id = wanted.payout_id, version = line.version + 1
      FROM unnest(?::uuid[], ?::uuid[]) AS wanted (id, payout_id)
      WHERE line.tenant_id = ? AND line.id = wanted.id\
      """;

  private static final String TAKE_AGAIN =
      "UPDATE partner_commission_events SET payout_id = :payout, version = version + 1"
          + " WHERE tenant_id = :tenant AND id = ANY(:lines) AND status = 'approved'"
          + " AND payout_id IS NULL AND blocked_at IS NULL";

  private static final String SETTLE =
      "UPDATE partner_commission_events SET status = 'paid', paid_at = :at, version = version + 1"
          + " WHERE tenant_id = :tenant AND payout_id = ANY(:payouts) AND status = 'approved'";

  private static final String RELEASE =
      "UPDATE partner_commission_events SET status = 'approved', paid_at = NULL, payout_id = NULL,"
          + " version = version + 1 WHERE tenant_id = :tenant AND payout_id = ANY(:payouts)";

  private final TenantSessions sessions;

  /**
   * The lines in the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public PayableLines(TenantSessions sessions) {
    this.sessions = sessions;
  }

  /**
   * What could be paid out, by partner.
   *
   * @param cut only what was approved before this instant
   */
  public List<PayableSum> preview(TenantScope scope, Currency currency, Instant cut) {
    return pool(scope, SUMS, currency, cut)
        .map(row -> new PayableSum((UUID) row[0], (Long) row[1], (Long) row[2]))
        .toList();
  }

  /**
   * The lines that {@link #preview} adds up. Nobody else takes, blocks or changes them until the
   * transaction ends; others can arrive meanwhile, and are not among them.
   *
   * @param cut only what was approved before this instant
   * @return by identifier
   */
  public List<PayableLine> hold(TenantScope scope, Currency currency, Instant cut) {
    return pool(scope, HELD, currency, cut)
        .map(row -> new PayableLine((UUID) row[0], (UUID) row[1], (Long) row[2]))
        .toList();
  }

  /**
   * Puts lines into payouts.
   *
   * @param lines such as are held
   */
  public void take(TenantScope scope, List<TakenLine> lines) {
    int taken = sessions.of(scope).doReturningWork(connection -> take(connection, scope, lines));
    if (taken != lines.size()) {
      throw new IllegalStateException(
          "%d lines were held, and %d could be taken".formatted(lines.size(), taken));
    }
  }

  private static int take(Connection connection, TenantScope scope, List<TakenLine> lines)
      throws SQLException {
    Object[] ids = lines.stream().map(TakenLine::id).toArray();
    Object[] payouts = lines.stream().map(TakenLine::payoutId).toArray();
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setArray(1, connection.createArrayOf("uuid", ids));
      statement.setArray(2, connection.createArrayOf("uuid", payouts));
      statement.setObject(3, scope.tenantId());
      return statement.executeUpdate();
    }
  }

  /**
   * Puts lines into a payout again that were in it before.
   *
   * @param lines their identifiers
   * @return how many could be taken; one that is blocked, or in another payout by now, could not
   */
  public int takeAgain(TenantScope scope, UUID payoutId, Collection<UUID> lines) {
    return sessions
        .of(scope)
        .createNativeMutationQuery(TAKE_AGAIN)
        .setParameter("tenant", scope.tenantId())
        .setParameter("payout", payoutId)
        .setParameter("lines", lines.toArray(UUID[]::new), UUID[].class)
        .executeUpdate();
  }

  /**
   * The money of payouts reached the partners.
   *
   * @param at when
   * @return how many lines are paid now
   */
  public int settle(TenantScope scope, Collection<UUID> payouts, Instant at) {
    return sessions
        .of(scope)
        .createNativeMutationQuery(SETTLE)
        .setParameter("tenant", scope.tenantId())
        .setParameter("payouts", payouts.toArray(UUID[]::new), UUID[].class)
        .setParameter("at", at)
        .executeUpdate();
  }

  /**
   * Payouts came to nothing: their lines, and no others, can be paid out again.
   *
   * @return how many
   */
  public int release(TenantScope scope, Collection<UUID> payouts) {
    return sessions
        .of(scope)
        .createNativeMutationQuery(RELEASE)
        .setParameter("tenant", scope.tenantId())
        .setParameter("payouts", payouts.toArray(UUID[]::new), UUID[].class)
        .executeUpdate();
  }

  private Stream<Object[]> pool(TenantScope scope, String sql, Currency currency, Instant cut) {
    return sessions
        .of(scope)
        .createNativeQuery(sql, Object[].class)
        .setParameter("tenant", scope.tenantId())
        .setParameter("currency", currency.getCurrencyCode())
        .setParameter("cut", cut)
        .getResultList()
        .stream();
  }
}
