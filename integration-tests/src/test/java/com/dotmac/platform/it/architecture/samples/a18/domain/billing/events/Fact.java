package com.dotmac.platform.it.architecture.samples.a18.domain.billing.events;

import com.dotmac.platform.it.architecture.samples.a18.domain.billing.payments.Payment;
import org.jspecify.annotations.Nullable;

/** Stands before payments, and knows one. */
public final class Fact {
  @Nullable Payment payment;
}
