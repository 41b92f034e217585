package com.dotmac.platform.domain.partners.tiers;

import com.dotmac.platform.domain.partners.PartnerTier;
import com.dotmac.platform.domain.partners.TierMoveCause;
import com.dotmac.platform.domain.partners.TierNumbers;
import com.dotmac.platform.domain.shared.Identifiers;
import com.dotmac.platform.domain.shared.Money;
import com.dotmac.platform.domain.tenancy.CallContext;
import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import com.dotmac.platform.domain.tenancy.TenantSql.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reckons tiers of all partners of a tenant in one statement, and moves partners in sets. */
final class TierReckoning {

  // Who stands outside the ladder, or in a tier that asks for nothing, was put there by people.
  // Who would fall stays until the whole window lies behind his last move.
  private static final String VERDICTS =
      """
      WITH asked AS (
        SELECT tier, collected_amount, customers, array_position(ARRAY['silver', 'gold', 'platinum'], tier::text) AS step
        FROM partner_tier_thresholds WHERE tenant_id = current_tenant_id()
      ), brought AS (
        SELECT partner_id, sum(base) AS collected, count(*) FILTER (WHERE customer_id IS NOT NULL AND base > 0) AS customers
        FROM (
          SELECT partner_id, customer_id, sum(base_amount) AS base FROM partner_commission_events
          WHERE tenant_id = current_tenant_id() AND currency = ?::char(3) AND kind IN ('accrual', 'reversal')
            AND status <> 'cancelled' AND occurred_at >= ? AND occurred_at < ?
          GROUP BY partner_id, customer_id
        ) by_customer
        GROUP BY partner_id
      ), reckoned AS (
        SELECT p.id, p.number, p.company_name, p.tier, p.tier_pinned_at, p.created_at,
          coalesce(b.collected, 0)::bigint AS collected, coalesce(b.customers, 0) AS customers,
          coalesce((SELECT step FROM asked WHERE asked.tier = p.tier), 0) AS step,
          coalesce((
            SELECT max(step) FROM asked
            WHERE coalesce(b.collected, 0) >= coalesce(asked.collected_amount, coalesce(b.collected, 0))
              AND coalesce(b.customers, 0) >= coalesce(asked.customers, 0)), 0) AS belongs
        FROM partners p LEFT JOIN brought b ON b.partner_id = p.id
        WHERE p.tenant_id = current_tenant_id() AND p.status = 'active'
          AND (p.tier = 'bronze' OR p.tier IN (SELECT tier FROM asked))
          AND p.id < ?
      ), judged AS (
        SELECT r.*, (ARRAY['bronze', 'silver', 'gold', 'platinum'])[belongs + 1] AS to_tier,
          CASE WHEN tier_pinned_at IS NOT NULL THEN 'pinned'
            WHEN belongs < step AND greatest(created_at, (
              SELECT max(moved_at) FROM partner_tier_moves m
              WHERE m.tenant_id = current_tenant_id() AND m.partner_id = r.id)) > ? THEN 'grace'
          END AS hindrance
        FROM reckoned r WHERE belongs <> step
      )
      SELECT * FROM judged%s ORDER BY id DESC LIMIT ?\
      """;

  // Whoever was changed since he was judged is judged anew, when this is asked next.
  private static final String MOVE =
      """
      UPDATE partners SET tier = given.to_tier, updated_at = given.moved_at, version = version + 1
      FROM %s AS given
      WHERE partners.tenant_id = current_tenant_id() AND partners.id = given.partner_id
        AND partners.tier = given.from_tier AND partners.tier_pinned_at IS NULL AND partners.status = 'active'
      RETURNING partners.id\
      """;

  /** Greater than any identifier. */
  private static final UUID END = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

  private static final PartnerTier.Column TIER = new PartnerTier.Column();

  private final TenantSql sql;

  TierReckoning(TenantSessions sessions) {
    sql = new TenantSql(sessions);
  }

  /**
   * Partners whose numbers belong to another tier, newest first.
   *
   * @param after where the page before ended; {@code null}: the first page
   */
  List<TierVerdict> verdicts(
      TenantScope scope,
      TierProgram program,
      Window window,
      Which which,
      @Nullable UUID after,
      int most) {
    return sql.list(
        scope,
        VERDICTS.formatted(which == Which.MOVING ? " WHERE hindrance IS NULL" : ""),
        row -> verdict(row, program, window),
        program.currency().getCurrencyCode(),
        window.from(),
        window.to(),
        after == null ? END : after,
        window.from(),
        most);
  }

  /** Moves partners, and notes why; who was moved. */
  Set<UUID> move(CallContext context, List<TierVerdict> verdicts) {
    TenantScope scope = context.scope();
    Set<UUID> moved =
        Set.copyOf(
            sql.withRows(
                scope,
                MOVE,
                List.of(
                    new Column<>("partner_id", "uuid", TierVerdict::partnerId),
                    new Column<>("from_tier", "varchar", verdict -> verdict.from().code()),
                    new Column<>("to_tier", "varchar", verdict -> verdict.to().code()),
                    new Column<>("moved_at", "timestamptz", verdict -> context.at())),
                verdicts,
                row -> row.getObject(1, UUID.class)));
    sql.insert(
        scope,
        "partner_tier_moves",
        List.of(
            new Column<>("id", "uuid", verdict -> Identifiers.next(context.at())),
            new Column<>("partner_id", "uuid", TierVerdict::partnerId),
            new Column<>("from_tier", "varchar", verdict -> verdict.from().code()),
            new Column<>("to_tier", "varchar", verdict -> verdict.to().code()),
            new Column<>("cause", "varchar", verdict -> TierMoveCause.COMPUTED.code()),
            new Column<>("window_from", "timestamptz", verdict -> verdict.numbers().from()),
            new Column<>("window_to", "timestamptz", verdict -> verdict.numbers().to()),
            new Column<>(
                "currency",
                "varchar",
                verdict -> verdict.numbers().collected().currency().getCurrencyCode()),
            new Column<>(
                "collected_amount", "int8", verdict -> verdict.numbers().collected().minor()),
            new Column<>("customers", "int8", verdict -> verdict.numbers().customers()),
            new Column<>("moved_at", "timestamptz", verdict -> context.at())),
        verdicts.stream()
            .filter(verdict -> moved.contains(verdict.partnerId()))
            .collect(Collectors.toUnmodifiableList()));
    return moved;
  }

  private static TierVerdict verdict(ResultSet row, TierProgram program, Window window)
      throws SQLException {
    String hindrance = row.getString("hindrance");
    return new TierVerdict(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("company_name"),
        tier(row.getString("tier")),
        tier(row.getString("to_tier")),
        new TierNumbers(
            window.from(),
            window.to(),
            new Money(row.getLong("collected"), program.currency()),
            row.getLong("customers")),
        hindrance == null ? null : TierHindrance.of(hindrance));
  }

  private static PartnerTier tier(String code) {
    return Objects.requireNonNull(TIER.convertToEntityAttribute(code));
  }

  /**
   * What is looked at.
   *
   * @param from first instant of it
   * @param to first instant after it
   */
  record Window(Instant from, Instant to) {}

  /** Who is asked for. */
  enum Which {
    /** Also who stays all the same. */
    ALL,
    /** Only who moves. */
    MOVING
  }
}
