package com.dotmac.platform.it.architecture.samples.a13.domain;

import java.math.BigDecimal;

/** Counts money in a way of its own. */
final class Inexact {
  double rate;

  BigDecimal share(BigDecimal amount) {
    return amount.multiply(BigDecimal.TEN);
  }
}
