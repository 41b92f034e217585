package com.dotmac.platform.domain.partners;

import com.dotmac.platform.domain.tenancy.TenantScope;
import com.dotmac.platform.domain.tenancy.TenantSessions;
import com.dotmac.platform.domain.tenancy.TenantSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The door for those who ask who looked after customers, and when. */
public final class PartnerCoverage {

  private final TenantSql sql;

  /**
   * A door for the sessions of one database.
   *
   * @param sessions where the current session comes from
   */
  public PartnerCoverage(TenantSessions sessions) {
    sql = new TenantSql(sessions);
  }

  /**
   * All accounts of customers, also those that were ended.
   *
   * @param customerIds the customers
   * @return by customer; at any instant at most one covers it
   */
  public Map<UUID, List<Coverage>> of(TenantScope scope, Collection<UUID> customerIds) {
    return sql
        .list(
            scope,
            """
            SELECT account.id, account.partner_id, account.customer_id, account.started_at, account.ended_at,
              account.custom_commission_rate, partner.default_commission_rate
            FROM partner_accounts account
            JOIN partners partner ON partner.tenant_id = account.tenant_id AND partner.id = account.partner_id
            WHERE account.customer_id = ANY (?) ORDER BY account.started_at\
            """,
            PartnerCoverage::coverage,
            customerIds)
        .stream()
        .collect(Collectors.groupingBy(Coverage::customerId));
  }

  private static Coverage coverage(ResultSet row) throws SQLException {
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Coverage(
        row.getObject("id", UUID.class),
        row.getObject("partner_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        instant(ended),
        row.getBigDecimal("custom_commission_rate"),
        row.getBigDecimal("default_commission_rate"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
    return value == null ? null : value.toInstant();
  }
}
