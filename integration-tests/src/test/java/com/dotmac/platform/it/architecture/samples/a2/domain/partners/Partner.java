package com.dotmac.platform.it.architecture.samples.a2.domain.partners;

import com.dotmac.platform.it.architecture.samples.a2.domain.customers.Customer;
import org.jspecify.annotations.Nullable;

/** Knows a customer, as it may. */
public final class Partner {
  @Nullable Customer customer;
}
