package com.dotmac.platform.it.architecture.samples.a13.domain;

import java.math.BigDecimal;

/** Calculates where it may. */
final class CommissionRule {
  BigDecimal share(BigDecimal amount) {
    return amount.multiply(BigDecimal.TEN);
  }
}
