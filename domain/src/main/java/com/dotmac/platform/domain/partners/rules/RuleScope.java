package com.dotmac.platform.domain.partners.rules;

import java.util.Set;
import java.util.UUID;

/**
 * What a version of a rule is for.
 *
 * @param products those that it is for; empty: all
 * @param excludedProducts those that it leaves out
 * @param customers those whom it is for; empty: all
 */
public record RuleScope(Set<UUID> products, Set<UUID> excludedProducts, Set<UUID> customers) {

  /** Everything. */
  public static final RuleScope EVERYTHING = new RuleScope(Set.of(), Set.of(), Set.of());

  /** Takes copies. */
  public RuleScope {
    products = Set.copyOf(products);
    excludedProducts = Set.copyOf(excludedProducts);
    customers = Set.copyOf(customers);
  }
}
