package com.dotmac.platform.domain.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers who were looked for together, by identifier. */
public final class FoundCustomers {

  private final Map<UUID, Customer> byId = new HashMap<>();

  FoundCustomers(List<Customer> found) {
    found.forEach(customer -> byId.put(customer.id(), customer));
  }

  /**
   * One of those who were looked for.
   *
   * @throws CustomerException.NotFound if the tenant has none with this identifier
   */
  public Customer get(UUID id) {
    @Nullable Customer customer = byId.get(id);
    if (customer == null) {
      throw new CustomerException.NotFound();
    }
    return customer;
  }
}
