package com.dotmac.platform.app.http;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How a rate is written on the wire: as text, so that no reader makes a binary fraction of it. */
public final class RateJson {

  private RateJson() {}

  /**
   * A rate as plain text without trailing zeros.
   *
   * @param rate a fraction; {@code null}: none
   */
  public static @Nullable String text(@Nullable BigDecimal rate) {
    return rate == null ? null : rate.stripTrailingZeros().toPlainString();
  }
}
