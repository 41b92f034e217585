package com.dotmac.platform.domain.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Draws the numbers that people read, such as {@code PTR-000042}.
 *
 * <p>Drawing locks the series of the tenant until the transaction ends: numbers are unique and
 * without gaps also when many draw at once, and a number drawn in a transaction that fails is given
 * to the next.
 */
public final class NumberSeries {

  private final TenantSessions sessions;
  private final String name;
  private final String prefix;

  /**
   * One series in each tenant.
   *
   * @param sessions where the current session comes from
   * @param name name of the series in the database
   * @param prefix what stands before the hyphen
   */
  public NumberSeries(TenantSessions sessions, String name, String prefix) {
    this.sessions = sessions;
    this.name = name;
    this.prefix = prefix;
  }

  /**
   * Draws the next number.
   *
   * @return prefix, hyphen, and at least six digits
   */
  public String next(CallContext context) {
    return next(context, 1).get(0);
  }

  /**
   * Draws the next numbers, which follow each other.
   *
   * @param count how many, at least one
   * @return each as {@link #next(CallContext)} gives it, in their order
   */
  public List<String> next(CallContext context, int count) {
    long last =
        sessions
            .of(context.scope())
            .createNativeQuery(
                """
                INSERT INTO number_series (tenant_id, name, last_value) VALUES (:tenant, :name, :count)
                ON CONFLICT (tenant_id, name) DO UPDATE SET last_value = number_series.last_value + :count
                RETURNING last_value\
                """,
                Long.class)
            .setParameter("tenant", context.scope().tenantId())
            .setParameter("name", name)
            .setParameter("count", (long) count)
            .getSingleResult();
    return LongStream.rangeClosed(last - count + 1, last)
        .mapToObj(value -> String.format(Locale.ROOT, "%s-%06d", prefix, value))
        .toList();
  }
}
