package com.dotmac.platform.it.architecture.samples.a2.domain.customers;

import com.dotmac.platform.it.architecture.samples.a2.domain.partners.Partner;
import org.jspecify.annotations.Nullable;

/** Knows its partner, which closes a circle. */
public final class Customer {
  @Nullable Partner partner;
}
