package com.dotmac.platform.domain.partners.rules;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule as the choice sees it.
 *
 * @param commissionId the rule
 * @param versionId the version
 * @param number place of the version among those of the rule, from 1
 * @param partnerId whom the rule is for; {@code null}: all partners
 * @param priority the greatest of those that fit decides
 * @param effectiveFrom first instant at which the version counts
 * @param effectiveTo first instant at which it no longer does; {@code null}: it goes on
 * @param active whether the rule is not archived
 * @param products those that it is for; empty: all
 * @param excludedProducts those that it leaves out
 * @param customers those whom it is for; empty: all
 * @param terms what it says of how much is earned
 */
public record RuleCandidate(
    UUID commissionId,
    UUID versionId,
    int number,
    @Nullable UUID partnerId,
    int priority,
    Instant effectiveFrom,
    @Nullable Instant effectiveTo,
    boolean active,
    Set<UUID> products,
    Set<UUID> excludedProducts,
    Set<UUID> customers,
    Terms terms) {

  /** Takes copies of the sets. */
  public RuleCandidate {
    products = Set.copyOf(products);
    excludedProducts = Set.copyOf(excludedProducts);
    customers = Set.copyOf(customers);
  }

  /** The same, ending at an instant unless it ends before. */
  RuleCandidate until(Instant end) {
    return new RuleCandidate(
        commissionId,
        versionId,
        number,
        partnerId,
        priority,
        effectiveFrom,
        effectiveTo == null || end.isBefore(effectiveTo) ? end : effectiveTo,
        active,
        products,
        excludedProducts,
        customers,
        terms);
  }

  /** How much it says of what it is for; the more, the more specific. Customers weigh most. */
  int specificity() {
    return (customers.isEmpty() ? 0 : 4)
        + (products.isEmpty() ? 0 : 2)
        + (excludedProducts.isEmpty() ? 0 : 1);
  }
}
