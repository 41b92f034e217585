package com.dotmac.platform.domain.partners.commissions;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
      "SELECT partner_id, count(*), CAST(sum(amount) AS bigint) FROM (SELECT partner_id, amount"
          + " FROM partner_commission_events WHERE "
          + POOL
          + "%s) pool GROUP BY partner_id ORDER BY partner_id";

  private static final String OPEN = SUMS.formatted("");

  // Held to the end of the transaction, so that what was added up is what is taken.
  private static final String HELD = SUMS.formatted(" ORDER BY id FOR UPDATE");

  private static final String TAKE =
      """
      UPDATE partner_commission_events line SET payout_id = wanted.payout_id, version = line.version + 1
      FROM unnest(?::uuid[], ?::uuid[]) AS wanted (partner_id, payout_id)
      WHERE line.tenant_id = ? AND line.partner_id = wanted.partner_id AND line.currency = CAST(? AS char(3)) AND line.status = 'approved'
        AND line.payout_id IS NULL AND line.blocked_at IS NULL AND line.approved_at < ?
      RETURNING line.id, line.partner_id, line.payout_id, line.amount\
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
    return sums(scope, OPEN, currency, cut);
  }

  /**
   * The same, and nobody else takes, blocks or changes these lines until the transaction ends.
   *
   * @param cut only what was approved before this instant
   */
  public List<PayableSum> hold(TenantScope scope, Currency currency, Instant cut) {
    return sums(scope, HELD, currency, cut);
  }

  /**
   * Puts all lines of partners that can be paid out into their payouts.
   *
   * @param cut only what was approved before this instant
   * @param payouts the payout of each partner, which is there already
   * @return the lines, in no order
   */
  public List<TakenLine> take(
      TenantScope scope, Currency currency, Instant cut, Map<UUID, UUID> payouts) {
    return sessions
        .of(scope)
        .doReturningWork(connection -> take(connection, scope, currency, cut, payouts));
  }

  private static List<TakenLine> take(
      Connection connection,
      TenantScope scope,
      Currency currency,
      Instant cut,
      Map<UUID, UUID> payouts)
      throws SQLException {
    List<UUID> partners = List.copyOf(payouts.keySet());
    Object[] theirs = partners.stream().map(payouts::get).toArray();
    List<TakenLine> taken = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setArray(1, connection.createArrayOf("uuid", partners.toArray()));
      statement.setArray(2, connection.createArrayOf("uuid", theirs));
      statement.setObject(3, scope.tenantId());
      statement.setString(4, currency.getCurrencyCode());
      statement.setObject(5, cut.atOffset(ZoneOffset.UTC));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taken.add(
              new TakenLine(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class),
                  row.getLong(4)));
        }
      }
    }
    return taken;
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

  private List<PayableSum> sums(TenantScope scope, String sql, Currency currency, Instant cut) {
    return sessions
        .of(scope)
        .createNativeQuery(sql, Object[].class)
        .setParameter("tenant", scope.tenantId())
        .setParameter("currency", currency.getCurrencyCode())
        .setParameter("cut", cut)
        .getResultList()
        .stream()
        .map(row -> new PayableSum((UUID) row[0], (Long) row[1], (Long) row[2]))
        .toList();
  }
}
