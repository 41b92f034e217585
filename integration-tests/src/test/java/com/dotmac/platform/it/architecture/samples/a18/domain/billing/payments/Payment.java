package com.dotmac.platform.it.architecture.samples.a18.domain.billing.payments;

import com.dotmac.platform.it.architecture.samples.a18.domain.billing.events.Fact;
import org.jspecify.annotations.Nullable;

/** May know facts; together with {@link Fact} it is a circle. */
public final class Payment {
  @Nullable Fact fact;
}
